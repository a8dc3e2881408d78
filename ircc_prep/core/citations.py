"""What a program rests on."""

from ircc_prep.core.rulebook import Rulebook


def cited(book: Rulebook) -> list[str]:
    """The ids of every source that something in the program's checklist names, findings and tables aside."""
    named = [
        *(rule.rule.sources for requirement in book.requirements for rule in requirement.rules),
        *(figure.figure.sources for figure in book.figures),
        *(question.question.sources for question in book.officer_questions),
        *(piece.guidance.sources for piece in book.guidance),
        *(rule.rule.sources for rule in book.interview),
        *(status.sources for status in book.checklist.program.status),
        book.interview_otherwise.sources,
        *(signal.rule.sources for signal in book.signals),
    ]
    return sorted({source for sources in named for source in sources})

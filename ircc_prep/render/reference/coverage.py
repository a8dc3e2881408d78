"""What the checklists cover, as a table: programs by what they hold, how it is shown, and how sure it is."""

from collections import Counter
from collections.abc import Iterable, Sequence

from ircc_prep.core.citations import cited
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.render.words import Words

COLUMNS = (
    "requirements", "rules", "officer-questions", "guidance", "figures", "questions", "examples", "sources", "law",
    "high", "medium", "low", "disputed",
)  # fmt: skip


def coverage(books: Iterable[Rulebook], words: Words) -> str:
    """A table in Markdown, a line for each program."""
    heads = [words.say("coverage.program"), *(words.say(f"coverage.{column}") for column in COLUMNS)]
    lines = [_row(heads), _row(["---", *("---:" for _ in COLUMNS)])]
    for book in books:
        counts = _counts(book)
        program = book.checklist.program
        name = f"[{words.of(program.title)}](programs/{program.program}.md)"
        lines.append(_row([name, *(str(counts[column]) for column in COLUMNS)]))
    return "\n".join([f"# {words.say('coverage.title')}\n", words.say("coverage.lead"), "", *lines]) + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _counts(book: Rulebook) -> Counter[str]:
    checklist = book.checklist
    rules = [rule.rule for requirement in book.requirements for rule in requirement.rules]
    examples = [*checklist.program.examples, *(each for topic in checklist.topics.values() for each in topic.examples)]
    sources = [book.sources[id] for id in cited(book)]
    counts = Counter(
        {
            "requirements": len(book.requirements),
            "rules": len(rules),
            "officer-questions": len(book.officer_questions),
            "guidance": len(book.guidance),
            "figures": len(book.figures),
            "questions": len(book.questions),
            "examples": sum(
                each.given.get("program", book.checklist.program.program) == book.checklist.program.program
                for each in examples
            ),
            "sources": len(sources),
            "law": sum(source.kind == "law" for source in sources),
            "disputed": sum(rule.disputed is not None for rule in rules),
        }
    )
    counts.update(rule.confidence for rule in rules)
    return counts

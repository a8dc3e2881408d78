"""What an officer may ask, and what is worth knowing."""

from ircc_prep.core.compiled import CompiledOfficerQuestion
from ircc_prep.core.facts import Facts
from ircc_prep.core.open_questions import Settles, applies, question_fact, whose
from ircc_prep.core.result import Guidance, OfficerQuestion, Read
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.settle import settle
from ircc_prep.core.slot import Slot, people_of


def officer_questions(book: Rulebook, facts: Facts, settles: Settles) -> tuple[OfficerQuestion, ...]:
    """The questions that may come up, each with the person's own facts; those that may not apply wait for an answer."""
    found = []
    for compiled in book.officer_questions:
        for person in people_of(compiled.person, facts) or ():
            slot = Slot(person, None)
            verdict = settle(lambda view, slot=slot, when=compiled.when: when.run(view, slot.scope(view)), facts)  # type: ignore[misc]
            settles.note(f"officer/{compiled.question.id}", verdict.missing)
            if verdict.outcome:
                found.append(_officer_question(compiled, slot, book, facts, settles))
    return tuple(found)


def guidance(book: Rulebook, facts: Facts, settles: Settles) -> tuple[Guidance, ...]:
    """What applies to this case, the urgent first."""
    found = []
    for compiled in book.guidance:
        entry = compiled.guidance
        verdict = settle(lambda view, when=compiled.when: when.run(view, {}), facts)  # type: ignore[misc]
        settles.note(f"guidance/{entry.id}", verdict.missing)
        if verdict.outcome:
            found.append(
                Guidance(
                    entry.id,
                    entry.section,
                    entry.urgent,
                    entry.title,
                    entry.text,
                    entry.in_short,
                    entry.confidence,
                    entry.disputed,
                    entry.sources,
                )
            )
    return tuple(sorted(found, key=lambda piece: not piece.urgent))


def _officer_question(
    compiled: CompiledOfficerQuestion, slot: Slot, book: Rulebook, facts: Facts, settles: Settles
) -> OfficerQuestion:
    entry = compiled.question
    with facts.recording() as (reads, open_facts):
        for fact in compiled.verifies:
            fact.run(facts, slot.scope(facts))
    # An unanswered list is worth asking for: the question is held against it. A date that is only a year isn't.
    unanswered = [path for path in open_facts if reads[path] is None]
    settles.note(f"officer/{entry.id}", unanswered)
    return OfficerQuestion(
        entry.id,
        slot.person,
        entry.ask,
        entry.looks_for,
        tuple(
            Read(path, value)
            for path, value in reads.items()
            if not path.endswith((".role", ".id")) and (value is not None or _askable(path, book, facts))
        ),
        entry.prepare,
        entry.sources,
    )


def _askable(path: str, book: Rulebook, facts: Facts) -> bool:
    """Whether an unanswered fact is one that may be asked: beside a question, “not answered” must be worth reading."""
    compiled = book.question_about(question_fact(path))
    return compiled is None or applies(compiled, facts, whose(facts, path))

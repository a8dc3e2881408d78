"""Every deadline of a case, in the order of their days."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ircc_prep.core.aside import what_counts, without
from ircc_prep.core.case import Case
from ircc_prep.core.dates import add_years
from ircc_prep.core.deadlines.baring import bare, tells_too_much
from ircc_prep.core.deadlines.deadline import Deadline, Step
from ircc_prep.core.deadlines.limits import limits
from ircc_prep.core.deadlines.noticed import advised, named, passports, statuses
from ircc_prep.core.deadlines.running_out import running_out
from ircc_prep.core.derive.sending import application_sent
from ircc_prep.core.redaction.key import MASKED
from ircc_prep.core.result import Evaluation
from ircc_prep.core.review.file import File
from ircc_prep.core.review.papers import ARRIVAL_STREAM
from ircc_prep.core.review.passports import may_have_no_passport
from ircc_prep.core.review.run import file_of
from ircc_prep.core.rulebook import Rulebook, facts_of

AHEAD_YEARS = 3  # what runs out later is no concern of this application


def deadlines(book: Rulebook, found: Evaluation) -> tuple[Deadline, ...]:
    """What lies ahead of the day of the check, up to three years; the same book must have made the evaluation.

    Where two ways lead to the same deadline, the earlier day counts. Those of a redacted evaluation alone aren't safe
    to show: `shown_deadlines` gives these.
    """
    today, last = found.checked_on, add_years(found.checked_on, AHEAD_YEARS)
    case = what_counts(book, _shown(found), today)
    facts = facts_of(book, case, today)
    file = file_of(book, facts, found.items, found.figures)
    sent = application_sent(facts) is True
    steps = tuple(_planned(found, sent=sent))
    listed = tuple(statuses(book, found, file))
    all_found = (
        *steps,
        *(_as_listed(each, listed, today) for each in limits(book, found, facts)),
        *named(book, found),
        *passports(book, found, file),
        *listed,
        *(advised(book, each) for each in running_out(book, case, today, last) if _may_be_renewed(each, file)),
    )
    ahead = [each for each in all_found if today <= each.day.last and each.day.first <= last]
    placed = (replace(each, before=_before(each, steps, today)) for each in _each_once(ahead))
    return tuple(bare(each) if tells_too_much(book, file, each) else each for each in placed)


def _shown(found: Evaluation) -> Case:
    """The case without the answers that a redacted one has a mark in place of."""
    return without(found.case, [id for id, value in found.case.answers.items() if value == MASKED])


def _planned(found: Evaluation, *, sent: bool) -> Iterator[Deadline]:
    """The days that the person gave: when the application goes out, and the interview or arrival."""
    case = found.case
    planned = None if sent else case.planned_submission
    if case.submitted is not None and case.submitted.first > found.checked_on:
        planned = case.submitted
    if planned is not None:
        yield Deadline("submission", "submission", planned)
    if case.interview is not None and case.interview.date is not None:
        kind: Step = "arrival" if case.stream == ARRIVAL_STREAM else "interview"
        yield Deadline(kind, kind, case.interview.date)


def _as_listed(each: Deadline, statuses: tuple[Deadline, ...], today: date) -> Deadline:
    """An answer doesn't say of which status its day is: it is taken for the first to end; the earlier day counts."""
    ahead = [status for status in statuses if status.person == each.person and status.day.last >= today]
    if each.kind != "permit" or not ahead:
        return each
    return replace(each, nth=min(ahead, key=lambda status: status.day.first).nth)


def _may_be_renewed(each: Deadline, file: File) -> bool:
    """Nobody who may have fled a country is told to ask it for a passport."""
    if each.subject != "passport":
        return True
    return not any(person.id == each.person and may_have_no_passport(file, person) for person in file.people)


def _each_once(found: list[Deadline]) -> list[Deadline]:
    """One for each name, and one for each day on which the same thing of the same person runs out."""
    kept: list[Deadline] = []
    names, places = set(), set()
    for each in sorted(found, key=lambda each: (each.day.first, each.day.last)):  # stable: the first way counts
        place = (each.subject, each.person, each.nth, each.day)
        if each.name not in names and place not in places:
            kept.append(each)
        names.add(each.name)
        places.add(place)
    return kept


def _before(each: Deadline, steps: tuple[Deadline, ...], today: date) -> Step | None:
    """The first of the planned days that certainly comes after it."""
    ahead = sorted((step for step in steps if step.day.last >= today), key=lambda step: step.day.first)
    names: dict[str, Step] = {"interview": "interview", "arrival": "arrival", "submission": "submission"}
    after = (names[step.kind] for step in ahead if each.kind not in names and each.day.before(step.day) is True)
    return next(after, None)

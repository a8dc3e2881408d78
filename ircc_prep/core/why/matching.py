"""Which results a person means: by an id, with the person and the country, or by a part of them."""

from collections.abc import Iterator
from datetime import date

from ircc_prep.core.aside import what_counts
from ircc_prep.core.case import Case
from ircc_prep.core.countries import COUNTRY_CODES
from ircc_prep.core.evaluation.items import slots_of
from ircc_prep.core.result import Evaluation
from ircc_prep.core.rulebook import Rulebook, facts_of
from ircc_prep.core.slot import Slot, people_of
from ircc_prep.core.why.subjects import FigureSubject, FindingSubject, InterviewSubject, ItemSubject, Subject


def matching(book: Rulebook, case: Case, today: date, found: Evaluation, asked: str) -> tuple[Subject, ...]:
    """Everything that has this name or title, or a part of the name; a country that raises no question yet too."""
    known, asked = list(subjects(book, case, today, found)), _plain(asked)
    parts = asked.split("/")
    for fits in (
        lambda each: _plain(each.name) == asked,
        lambda each: _fits(each, parts),
        lambda each: asked in map(_plain, _titles(each)),
    ):
        if fitting := tuple(filter(fits, known)):
            return fitting
    return tuple(_of_a_country(book, case, today, parts))


def _plain(name: str) -> str:
    """Without capitals, and with the hyphens that an id has where a title has spaces."""
    return "-".join(name.casefold().split())


def _titles(subject: Subject) -> Iterator[str]:
    """As people know it: in either language, or by the number of its form."""
    yield from (subject.title.en, subject.title.fr)
    if isinstance(subject, ItemSubject):
        yield subject.requirement.requirement.form or ""


def subjects(book: Rulebook, case: Case, today: date, found: Evaluation) -> Iterator[Subject]:
    """Everything in the evaluation that can be explained."""
    facts = facts_of(book, what_counts(book, case, today), today)
    for requirement in book.requirements:
        for slot in slots_of(requirement, facts):
            subject = ItemSubject(book, today, requirement, slot)
            if subject.result(found):
                yield subject
    first = {finding.name: finding for finding in reversed(found.findings)}
    for name in dict.fromkeys(finding.name for finding in found.findings):
        yield FindingSubject(book, today, name, first[name].title, first[name].person, found)
    shown = {figure.name for figure in found.figures}
    for compiled in book.figures:
        if compiled.figure.name in shown:
            yield FigureSubject(book, today, compiled)
    raised = frozenset(finding.code for finding in found.findings if finding.severity != "note")
    yield InterviewSubject(book, today, raised)


def _fits(subject: Subject, parts: list[str]) -> bool:
    """`police-certificate/AE` is those of everybody for that country; `…/maria` hers for every country."""
    own = _plain(subject.name).split("/")
    if subject.kind == "computed":
        return parts == own[1:]
    return parts[0] == own[0] and all(part in own[1:] for part in parts[1:])


def _of_a_country(book: Rulebook, case: Case, today: date, parts: list[str]) -> Iterator[Subject]:
    """A requirement for a country that the file raises no question of: why it doesn't can be told too."""
    id, *rest = parts
    person = next((part for part in rest if case.person(part)), None)
    country = next((part.upper() for part in rest if part != person and part.upper() in COUNTRY_CODES), None)
    if country is None or len(rest) > len([each for each in (country, person) if each]):
        return
    facts = facts_of(book, case, today)
    for requirement in book.requirements:
        if requirement.requirement.id == id and requirement.country:
            for each in people_of(requirement.person, facts) or ():
                if person in (each, None):
                    yield ItemSubject(book, today, requirement, Slot(each, country))

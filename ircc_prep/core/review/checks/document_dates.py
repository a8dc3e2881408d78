"""Dates of papers in hand that can't be: to come, backwards, before the birth, the wedding or the studies.

Only what no reading of the dates allows is raised, and one slip once. Papers that may be about somebody else, or
stand for several, aren't held against the holder's birth. Sixteen for a wedding is no line of the law (that is a check
of its own): below it, a slip in one of the dates is the likelier reading. With several marriage certificates in hand
the last one is held against the day of the marriage, and none against an age: one may be of an earlier marriage.
"""

from collections.abc import Iterator, Mapping, Sequence

from ircc_prep.core.case import Education
from ircc_prep.core.dates import MONTHS_A_YEAR, PartialDate
from ircc_prep.core.review.family import MARRIED_ON, couple, day_of
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.papers import Paper, Papers, newest
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Span
from ircc_prep.core.said import EntryAt, Value, When

_ABOUT_OTHERS = frozenset(
    {"relative-proof", "relationship-proof", "originals-of-copies", "proof-of-need", "custody-documents"}
)
_FOREIGN_STUDIES = ("foreign-diploma", "eca")
_CANADIAN_STUDIES = "canadian-education"
MARRIAGE = "marriage-certificate"
YOUNG = 16


@check("document-dates")
def document_dates(file: File) -> Iterator[Raised]:
    """Every paper in hand with a date that can't be."""
    papers = Papers(file)
    people = {person.id: person for person in file.people}
    for paper in papers.all:
        if paper.document.issued is not None:
            yield from _impossible(file, papers, people, paper, paper.document.issued)
    yield from _wedding(file, papers)


def _impossible(
    file: File, papers: Papers, people: Mapping[str, PersonFile], paper: Paper, issued: PartialDate
) -> Iterator[Raised]:
    title, path = papers.title(paper), f"{paper.path}.issued"
    expires, person = paper.document.expires, people.get(paper.holder or "")
    if file.now.before(issued) is True:
        yield _raised("in-the-future", paper, (path,), document=title, issued=issued)
        return
    if expires is not None and expires.before(issued) is True:
        facts = (path, f"{paper.path}.expires")
        yield _raised("backwards", paper, facts, document=title, issued=When(issued), expires=When(expires))
    if person is None:
        return
    if person.born and issued.before(person.born) is True and paper.document.item not in _ABOUT_OTHERS:
        facts = (path, f"{person.path}.date_of_birth")
        yield _raised("before-birth", paper, facts, document=title, issued=When(issued), born=When(person.born))
        return
    first = _first_of(_studies(person, paper))
    if first and first.start and issued.before(first.start) is True:
        facts, studies = (path, first.path), EntryAt(first.path)
        yield _raised("before-studies", paper, facts, document=title, issued=When(issued), studies=studies)


def _studies(person: PersonFile, paper: Paper) -> list[Span]:
    """The studies that the paper may be about."""
    item, country = paper.document.item, paper.document.country
    if item != _CANADIAN_STUDIES and item not in _FOREIGN_STUDIES:
        return []
    found = []
    for span in person.studied or ():
        where = span.entry.country if isinstance(span.entry, Education) else None
        fits = where is None or (where == "CA") == (item == _CANADIAN_STUDIES)
        if fits and (country is None or where is None or item == "eca" or where == country):
            found.append(span)
    return found


def _first_of(studies: Sequence[Span]) -> Span | None:
    """The studies that may have begun first; None where a first day isn't given."""
    if any(span.start is None for span in studies):
        return None
    return min(studies, key=lambda span: span.longest, default=None)


def _wedding(file: File, papers: Papers) -> Iterator[Raised]:
    both = [person for person in (file.applicant, *file.partners) if person]
    held = [paper for person in both for paper in papers.of(MARRIAGE, person.id)]
    latest, married = newest(held), day_of(file, MARRIED_ON)
    if latest is None:
        return
    paper, issued = latest
    path = f"{paper.path}.issued"
    if married and issued.before(married) is True and both[0].person.marital_status == "married":
        facts = (path, MARRIED_ON)
        yield _raised("before-wedding", paper, facts, issued=When(issued), married=When(married))
    spouses = couple(file)
    for person in spouses if spouses and len(held) == 1 else ():
        if person.born is None or (issued.before(person.born) is True and person.id == paper.holder):
            continue  # a paper from before its holder's birth is said already
        sixteen = person.born.plus_months(YOUNG * MONTHS_A_YEAR)
        if issued.before(sixteen) is True:
            facts, words = (path, f"{person.path}.date_of_birth"), {"issued": When(issued), "sixteen": When(sixteen)}
            yield Raised("before-sixteen", person.id, facts, issued, words=words)


def _raised(says: str, paper: Paper, facts: tuple[str, ...], **words: Value) -> Raised:
    return Raised(says, paper.holder, facts, paper.document.issued, words=words)

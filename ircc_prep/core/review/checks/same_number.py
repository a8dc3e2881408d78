"""One number on two people's passports or papers, or on two passports of one person.

Spaces, hyphens and capitals make no difference. What can't be a real number (no digit, nothing but zeros, fewer than
four characters) is a placeholder and is left out. Numbers are compared within one country, since two countries may
well use the same. A child under 16 who stands in a parent's passport has its number and its dates: a note; where no
entry tells the day of issue, a dependent child may have been that young. A passport
whose validity was extended keeps its number and date of issue: a note. Of documents only those are compared of which
everyone has their own; a marriage certificate, a receipt or a bank letter may well serve two people.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ircc_prep.core.case import Passport
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.papers import Paper, Papers
from ircc_prep.core.review.passports import OWN_PASSPORT, may_be_under
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import EntryAt, Someone, entries

FEWEST_CHARACTERS = 4
PERSONAL_PAPERS = (
    "canadian-education", "copr", "current-permit", "eca", "foreign-diploma", "language-test", "passport",
    "police-certificate", "upfront-medical",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Listed:
    """A passport with its path and holder."""

    path: str
    passport: Passport
    holder: PersonFile


@check("same-number")
def same_number(file: File) -> Iterator[Raised]:
    """Every number that stands where it can't well stand twice; the number itself is never told."""
    for listed in _passports(file):
        holders = {each.holder.id for each in listed}
        yield from _two_people(listed) if len(holders) > 1 else _twice(listed)
    yield from _documents(file)


def _passports(file: File) -> Iterator[list[_Listed]]:
    """The passports of one country and number, where there are several."""
    found: dict[tuple[str, str], list[_Listed]] = {}
    for person in file.people:
        for path, passport in person.passports or ():
            if passport.country and (number := _plain(passport.number)):
                found.setdefault((passport.country, number), []).append(_Listed(path, passport, person))
    yield from (listed for listed in found.values() if len(listed) > 1)


def _plain(number: str | None) -> str | None:
    """A number without what people write differently; None for a placeholder."""
    plain = "".join(sign for sign in (number or "").casefold() if sign.isalnum())
    return plain if len(plain) >= FEWEST_CHARACTERS and any(sign.isdigit() and sign != "0" for sign in plain) else None


def _two_people(listed: Sequence[_Listed]) -> Iterator[Raised]:
    first, *rest = listed
    issued = next((each.passport.issued for each in listed if each.passport.issued), None)
    older = {each.holder.id for each in listed if not _may_be_child(each, issued)}
    shared = all(_may_be_same(first, other) for other in rest) and len(older) <= 1
    yield Raised(
        "in-a-parents-passport" if shared else "two-people",
        None,
        facts=tuple(each.path for each in listed),
        words={
            "people": tuple(Someone(id) for id in dict.fromkeys(each.holder.id for each in listed)),
            "passports": entries([each.path for each in listed]),
        },
    )


def _may_be_same(one: _Listed, other: _Listed) -> bool:
    """Whether both entries may speak of one passport."""
    return not _apart(one.passport.issued, other.passport.issued) and not _apart(
        one.passport.expires, other.passport.expires
    )


def _apart(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two dates certainly differ."""
    return one is not None and other is not None and (one.last < other.first or other.last < one.first)


def _may_be_child(listed: _Listed, shared_issue: PartialDate | None) -> bool:
    """Whether the holder may have been under 16 on the day of issue, which another entry of the passport may tell."""
    issued = listed.passport.issued or shared_issue
    if issued is None and listed.holder.person.role == "dependent-child":
        return True
    return may_be_under(OWN_PASSPORT, listed.holder, issued or PartialDate.on(listed.holder.today))


def _twice(listed: Sequence[_Listed]) -> Iterator[Raised]:
    """The first two of one person's passports that certainly aren't one and the same."""
    first, *rest = listed
    for other in rest:
        if _may_be_same(first, other):
            continue
        renewed = _apart(first.passport.issued, other.passport.issued)
        yield Raised(
            "twice" if renewed else "extended",
            first.holder.id,
            facts=(first.path, other.path),
            words={"one": EntryAt(first.path), "other": EntryAt(other.path)},
        )
        return


def _documents(file: File) -> Iterator[Raised]:
    papers = Papers(file)
    found: dict[tuple[str, str | None, str], dict[str, Paper]] = {}
    for paper in papers.all:
        document, number = paper.document, _plain(paper.document.number)
        if paper.holder and number and document.item in PERSONAL_PAPERS:
            found.setdefault((document.item, document.country, number), {}).setdefault(paper.holder, paper)
    for holders in found.values():
        if len(holders) > 1:
            yield Raised(
                "documents",
                None,
                facts=tuple(paper.path for paper in holders.values()),
                words={"people": tuple(map(Someone, holders)), "paper": papers.title(next(iter(holders.values())))},
            )

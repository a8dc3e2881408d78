"""What the entries of a list leave empty, and where two can't well be true at once: exactly what the check finds."""

import copy
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ircc_prep.ask.entries import Entry, day_of, following, preceding
from ircc_prep.ask.listed import Listed
from ircc_prep.core import edit
from ircc_prep.core.case import Case
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.result import Finding
from ircc_prep.core.review.run import file_of, findings_about
from ircc_prep.core.rulebook import facts_of

GAPS: Mapping[str, str] = {"stay": "address-gap", "activity": "history-gap"}
OVERLAPS: Mapping[str, tuple[str, ...]] = {
    "stay": ("two-homes",),
    "activity": ("two-full-time-jobs", "study-against-work"),
    "trip": ("two-trips-at-once",),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """Whole months for which nothing is listed, between the entries beside them."""

    start: PartialDate
    end: PartialDate
    before: int | None  # the entry that ended before it
    after: int | None  # the entry that began after it

    def dates(self, entries: list[Entry], since: str | None) -> Entry:
        """The dates of an entry that would fill it, from its neighbours; before the first, `since` the forms ask."""
        ended = day_of(entries[self.before], "to") if self.before is not None else None
        begun = day_of(entries[self.after], "from") if self.after is not None else None
        start = since if self.before is None else following(ended) if ended else None
        dates = {"from": start, "to": preceding(begun) if begun else None}
        return {key: value for key, value in dates.items() if value}


@dataclass(frozen=True, slots=True)
class Overlap:
    """Entries that are listed for the same time."""

    entries: tuple[int, ...]
    start: PartialDate | None
    end: PartialDate | None


@dataclass(frozen=True, slots=True)
class Noticed:
    """What there is to say of a list as it stands, in order of time."""

    gaps: tuple[Gap, ...]
    overlaps: tuple[Overlap, ...]

    def nearest(self, index: int) -> Gap | None:
        """The gap beside an entry, the later of two; else the latest of all."""
        beside = [gap for gap in self.gaps if index in (gap.before, gap.after)]
        return next(reversed(beside or self.gaps), None)


def asked_since(listed: Listed, noun: str) -> PartialDate | None:
    """Since when the forms ask the list's person for every month: the check looks no further for gaps.

    A month where it begins with one, and else the day. None where nobody looks for any.
    """
    keeper = listed.keeper
    if not asks_for_every_month(listed, noun):
        return None
    file = file_of(keeper.book, facts_of(keeper.book, keeper.case, keeper.today))
    person = next((person for person in file.family if listed.path.startswith(f"{person.path}.")), None)
    window = file.history_window(person) if person else None
    if window is None:
        return None
    return PartialDate.on(window[0]) if window[0].day > 1 else PartialDate.parse(f"{window[0]:%Y-%m}")


def first_month_asked(listed: Listed, noun: str) -> str | None:
    """The month in which that is: whoever lists it leaves nothing out that is asked for."""
    since = asked_since(listed, noun)
    return f"{since.first:%Y-%m}" if since else None


def asks_for_every_month(listed: Listed, noun: str) -> bool:
    """Whether the program's forms ask anybody for such a list without gaps."""
    book = listed.keeper.book
    return GAPS.get(noun) in book.findings and book.checklist.program.review.history_years is not None


def noticed(listed: Listed, noun: str) -> Noticed:
    """What the check would find in a list, taken as complete, and in no other part of the file."""
    if noun not in GAPS and noun not in OVERLAPS:
        return Noticed((), ())
    found = list(_findings(listed, (GAPS.get(noun, ""), *OVERLAPS.get(noun, ()))))
    gaps = [_gap(listed, finding) for finding in found if finding.code == GAPS.get(noun) and finding.says == "gap"]
    overlaps = [_overlap(listed, finding) for finding in found if finding.code in OVERLAPS.get(noun, ())]
    return Noticed(
        tuple(sorted((gap for gap in gaps if gap), key=lambda gap: gap.start.first)),
        tuple(overlap for overlap in overlaps if len(overlap.entries) > 1),
    )


def beside(listed: Listed, noun: str, index: int, key: str, value: str) -> Noticed:
    """What an entry's beginning or end would leave or share beside it, were it this.

    Of a beginning the end isn't known yet: the entry is taken to be as short as it can be.
    """
    entry = {**listed.entries[index], key: value}
    if key == "from" and listed.entries[index].get("to") is None:
        entry["to"] = value
    would = copy.copy(listed)
    would.entries = [entry if at == index else other for at, other in enumerate(listed.entries)]
    seen = noticed(would, noun)
    side = "after" if key == "from" else "before"
    gaps = [gap for gap in seen.gaps if getattr(gap, side) == index and None not in (gap.before, gap.after)]
    return Noticed(tuple(gaps), tuple(each for each in seen.overlaps if index in each.entries))


def _findings(listed: Listed, codes: Collection[str]) -> Iterator[Finding]:
    """The findings about this list. The empty entry that keeps it open in the file isn't one: it would fill any gap."""
    keeper = listed.keeper
    data = edit.with_fact(keeper.data, listed.path, copy.deepcopy(listed.entries))
    case = Case.model_validate({key: value for key, value in data.items() if key != "unsure"})
    for finding in findings_about(keeper.book, facts_of(keeper.book, case, keeper.today), codes):
        if finding.facts and all(fact.startswith(listed.path) for fact in finding.facts):
            yield finding


def _gap(listed: Listed, finding: Finding) -> Gap | None:
    if finding.start is None or finding.end is None:
        return None
    before = after = None
    for index in _places(listed, finding):
        begun: Any = day_of(listed.entries[index], "from")
        if begun is None or begun.first <= finding.start.first:
            before = index
        else:
            after = index
    return Gap(finding.start, finding.end, before, after)


def _overlap(listed: Listed, finding: Finding) -> Overlap:
    return Overlap(tuple(sorted(_places(listed, finding))), finding.start, finding.end)


def _places(listed: Listed, finding: Finding) -> list[int]:
    pattern = re.compile(re.escape(listed.path) + r"\[(\d+)\]")
    matches = (pattern.fullmatch(fact) for fact in finding.facts)
    return [int(match[1]) for match in matches if match and int(match[1]) < len(listed.entries)]

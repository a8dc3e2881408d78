"""What is in a list so far, as a compact table: number, dates, what or where; never wider than the terminal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from ircc_prep.ask.columns import columns, wrapped
from ircc_prep.ask.entries import Entry, ended, parts, started
from ircc_prep.ask.phrases import french_day
from ircc_prep.ask.screen import Screen
from ircc_prep.ask.talk import Talk
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.text import Language

PAGE = 10
_NO_BREAK = "\N{NO-BREAK SPACE}"
_DATE_KEYS: Mapping[str, tuple[str, ...]] = {
    "passport": ("issued", "expires"), "refusal": ("date",), "charge": ("date",), "language_test": ("taken",),
    "name": (),
}  # fmt: skip
_GAP = "  "
_IN_FULL = frozenset({"language_test", "name"})  # where the last of it says as much as the first: nothing is cut


@dataclass(frozen=True, slots=True)
class Page:
    """Which entries are shown: from `first` up to, but without, `end`."""

    first: int
    end: int
    count: int

    @property
    def earlier(self) -> bool:
        """Whether there are entries above."""
        return self.first > 0

    @property
    def later(self) -> bool:
        """Whether there are entries below."""
        return self.end < self.count


def page_with(index: int, count: int) -> Page:
    """The page on which an entry stands."""
    first = max(0, min(index, count - 1)) // PAGE * PAGE
    return Page(first, min(first + PAGE, count), count)


def rows(talk: Talk, noun: str, entries: Sequence[Entry], page: Page, width: int) -> list[str]:
    """The lines of the table, each at most as wide as said."""
    shown = entries[page.first : page.end]
    dates = [when(talk, noun, entry) for entry in shown]
    digits = len(str(page.end)) + 1
    dated = min(max(map(columns, dates), default=0), width // 2)
    lines = []
    for number, (entry, said) in enumerate(zip(shown, dates, strict=True), page.first + 1):
        start = f"{_GAP}{f'{number}.':>{digits}} "
        start += padded(cut(said, dated), dated) + _GAP if dated else ""
        what = parts(talk, noun, entry)
        lines += _in_full(start, what, width) if noun in _IN_FULL else [cut(start + " · ".join(what), width)]
    return lines


def _in_full(start: str, said: Sequence[str], width: int) -> list[str]:
    """A row that goes on under its own words where it is too long for a line, part by part where there is room."""
    under = columns(start) if columns(start) <= width // 2 else len(_GAP) * 2
    room = width - max(columns(start), under) - len(" ·")
    whole = [part.replace(" ", _NO_BREAK) if columns(part) <= room else part for part in said]
    return wrapped(f"{_NO_BREAK}· ".join(whole), width, start, " " * under)


def when(talk: Talk, noun: str, entry: Entry) -> str:
    """The dates of an entry, as short as they can be written in words."""
    keys = _DATE_KEYS.get(noun, ("from", "to"))
    if not any(entry.get(key) for key in keys):
        return ""
    said = [short_date(talk, entry.get(key)) for key in keys]
    return " – ".join(said)


def short_date(talk: Talk, value: Any) -> str:
    """14 Mar 2019 as each language writes it; a question mark where nothing is known."""
    if value in (None, "present"):
        return talk.say("ask.present") if value else "?"
    try:
        known = PartialDate.parse(str(value))
    except ValueError:
        return str(value)
    language = talk.phrases.language
    day, month = known.first, _months(language)[known.first.month]
    if len(str(known)) == len("2019"):
        return str(known)
    if not known.exact:
        return f"{month} {day.year}"
    return f"{month} {day.day}, {day.year}" if language == "en" else f"{french_day(day.day)} {month} {day.year}"


def order_of(noun: str, entries: Sequence[Entry]) -> str:
    """How the entries follow one another: `oldest-first`, `newest-first`, `mixed`, or nothing to say."""
    dates = [begun for entry in entries if (begun := started(noun, entry)) is not None]
    pairs = list(pairwise(dates))
    if not pairs:
        return ""
    if not any(later.before(earlier) for earlier, later in pairs):
        return "oldest-first"
    return "mixed" if any(earlier.before(later) for earlier, later in pairs) else "newest-first"


def in_order(noun: str, entries: Sequence[Entry]) -> list[int]:
    """The places of the entries in order of time: the newest first where most stand so; undated ones at the end."""
    dated = {index: begun for index, entry in enumerate(entries) if (begun := started(noun, entry)) is not None}
    dates = list(dated.values())
    steps = [earlier.first <= later.first for earlier, later in pairwise(dates)]
    newest_first = steps.count(False) > steps.count(True)
    ordered = sorted(dated, key=lambda index: (dated[index].first, ended(noun, entries[index])), reverse=newest_first)
    return [*ordered, *(index for index in range(len(entries)) if index not in dated)]


def cut(words: str, width: int) -> str:
    """The words, cut with an ellipsis where they take more columns than there are."""
    if columns(words) <= width:
        return words
    kept = ""
    for letter in words:
        if columns(kept + letter) > width - 1:
            break
        kept += letter
    return kept.rstrip() + "…"


def padded(words: str, width: int) -> str:
    """The words, filled up with spaces to so many columns."""
    return words + " " * (width - columns(words))


def show(screen: Screen, lines: Sequence[str]) -> None:
    """Prints the lines as they stand: their spaces hold the columns in place."""
    for line in lines:
        screen.text(line.replace(" ", _NO_BREAK))


@cache
def _months(language: Language) -> Mapping[int, str]:
    from babel import Locale

    names = Locale(language, "CA").months["format"]["abbreviated"]
    return {number: str(name) for number, name in names.items()}

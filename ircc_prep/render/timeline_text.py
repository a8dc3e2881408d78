"""A timeline as letters for a terminal: a row for each lane, a column for some months; no meaning by colour."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ircc_prep.core.dates import MONTHS_A_YEAR
from ircc_prep.render.timeline_parts import Days, Timeline, TimelineLane
from ircc_prep.render.wrapping import cells

NARROWEST = 60  # fewer columns than this can't tell a quarter from a year
_MONTHS_A_COLUMN = (1, 2, 3, 4, 6, 12, 24, 60)
_INDENT = 2


@dataclass(frozen=True, slots=True)
class Glyphs:
    """What a column shows. Entries take turns with two glyphs, so that one is seen to end where the next begins."""

    entries: tuple[str, str]
    unsure: str
    nothing: str
    mark: str


BLOCKS = Glyphs(("█", "▓"), "░", "·", "!")
ASCII = Glyphs(("#", "="), "?", ".", "!")


def text_figure(timeline: Timeline, width: int, glyphs: Glyphs) -> list[str]:
    """The figure's lines, none wider than `width`; nothing where the terminal is too narrow for one."""
    broad = max((cells(lane.title) for lane in timeline.lanes), default=0) + 2 * _INDENT
    room = width - broad
    columns = _columns(timeline, room)
    if width < NARROWEST or columns is None:
        return []
    margin = " " * broad
    lanes = [
        " " * _INDENT + lane.title + " " * (broad - _INDENT - cells(lane.title)) + _lane(lane, columns, glyphs)
        for lane in timeline.lanes
    ]
    today = _today(timeline, columns)
    return [(margin + _ruler(columns)).rstrip(), *lanes, *([margin + today] if cells(today) <= room else [])]


@dataclass(frozen=True, slots=True)
class _Columns:
    """So many months to a column, counted from the beginning of a year."""

    first: int  # the first column, counted in columns since year 0
    count: int
    months: int

    def of(self, day: date) -> int:
        """The column of a day, which may lie beside the figure."""
        return (day.year * MONTHS_A_YEAR + day.month - 1) // self.months - self.first

    def within(self, days: Days) -> range:
        """The columns that the days touch."""
        return range(max(self.of(days[0]), 0), min(self.of(days[1]), self.count - 1) + 1)


def _columns(timeline: Timeline, room: int) -> _Columns | None:
    for months in _MONTHS_A_COLUMN:
        first = _Columns(0, 0, months).of(timeline.first)
        count = _Columns(first, 0, months).of(timeline.last) + 1
        if count <= room:
            return _Columns(first, count, months)
    return None


def _lane(lane: TimelineLane, columns: _Columns, glyphs: Glyphs) -> str:
    shown = [glyphs.nothing] * columns.count
    for column, glyph in (*_unsure(lane, columns, glyphs), *_sure(lane, columns, glyphs)):
        shown[column] = glyph
    for mark in lane.marks:
        for column in columns.within((mark.first, mark.last)):
            shown[column] = glyphs.mark
    return "".join(shown)


def _unsure(lane: TimelineLane, columns: _Columns, glyphs: Glyphs) -> Iterator[tuple[int, str]]:
    for bar in lane.bars:
        yield from ((column, glyphs.unsure) for column in columns.within((bar.first, bar.last)))


def _sure(lane: TimelineLane, columns: _Columns, glyphs: Glyphs) -> Iterator[tuple[int, str]]:
    for index, bar in enumerate(lane.bars):
        if bar.sure:
            glyph = glyphs.entries[index % len(glyphs.entries)]
            yield from ((column, glyph) for column in columns.within(bar.sure))


def _ruler(columns: _Columns) -> str:
    """The years, each over its first column; some left out where there isn't room for all."""
    line = ""
    first_year = columns.first * columns.months // MONTHS_A_YEAR
    last_year = (columns.first + columns.count) * columns.months // MONTHS_A_YEAR
    for year in range(first_year, last_year + 1):
        at, name = columns.of(date(year, 1, 1)), str(year)
        if at >= (len(line) + 1 if line else 0) and at + len(name) <= columns.count:
            line += " " * (at - len(line)) + name
    return line


def _today(timeline: Timeline, columns: _Columns) -> str:
    """An arrow to today's column, with the word on the side that has room."""
    at, word = columns.of(timeline.today[0]), timeline.today[1]
    if at + 2 + cells(word) <= columns.count:
        return " " * at + f"^ {word}"
    return " " * max(at - cells(word) - 1, 0) + f"{word} ^"

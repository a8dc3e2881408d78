"""Where everything of a timeline's figure lies: geometry only, in tenths of the size of its letters."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ircc_prep.render.lettering import drawable, width
from ircc_prep.render.timeline_parts import Timeline, TimelineBar, TimelineLane, TimelineMark
from ircc_prep.render.timeline_rows import packed

EM = 10.0  # the size of the letters
_ROW, _ROW_GAP, _LANE_GAP = 14.0, 2.0, 7.0
_RULER, _STRIP, _FOOT = 13.0, 13.0, 11.0  # the years; numbers over a lane; letters under it, words at the foot
_PAD = 3.0  # round a word in its box
_BASELINE = 0.36  # of a letter's size, below the middle of what it stands in
_NARROWEST = 2.5  # a journey of a day has to be seen
_GAP = 2.0  # between a line and its word
_EDGE = 1.0  # for the outline of what stands at the very right
_STRAY = 10.0  # how far a letter may stand from the middle of its bar
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Word:
    """A word on the drawing: where it begins, its baseline, how wide it is at most."""

    x: float
    y: float
    text: str
    wide: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A bar on the drawing. Outside `sure` it may or may not have been; a cut end goes on beyond what is drawn."""

    bar: TimelineBar
    left: float
    right: float
    top: float
    bottom: float
    sure: tuple[float, float] | None
    cut_left: bool
    cut_right: bool


@dataclass(frozen=True, slots=True)
class Bracket:
    """What a mark takes in, and where its number stands."""

    mark: TimelineMark
    left: float
    right: float
    top: float
    bottom: float
    number: Word | None  # None where there was no room for it: the words under the figure have it


@dataclass(frozen=True, slots=True)
class Drawing:
    """A timeline laid out."""

    width: float
    height: float
    plot: tuple[float, float]  # top and bottom of where the bars are
    ticks: tuple[float, ...]
    days: tuple[tuple[float, float], ...]  # today and the interview: where each is, and how far down its line goes
    words: tuple[Word, ...]
    boxes: tuple[Box, ...]
    brackets: tuple[Bracket, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days across the drawing."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where a day begins, or the edge that it lies beyond."""
        part = ((day - self.first).days) / ((self.last - self.first).days + 1)
        return self.left + min(max(part, 0.0), 1.0) * (self.right - self.left)

    def after(self, day: date) -> float:
        """Where a day ends."""
        return self.at(min(day, self.last) + _ONE_DAY)


def margin(timelines: Iterable[Timeline]) -> float:
    """The room for the names of the lanes, the same for all figures that stand under one another."""
    lines = (line for timeline in timelines for lane in timeline.lanes for line in lane.title.split("\n"))
    return max((width(line) for line in lines), default=0) * EM + 2 * _PAD


def laid_out(timeline: Timeline, across: float, left: float) -> Drawing:
    """The figure in a width, its lanes beginning at `left`: the years at the top, one lane under another."""
    scale = _Scale(timeline.first, timeline.last, left, across - _EDGE)
    words = list(_years(timeline, scale))
    boxes: list[Box] = []
    brackets: list[Bracket] = []
    top = _RULER
    for lane in timeline.lanes:
        made = _lane(lane, scale, top)
        boxes += made.boxes
        brackets += made.brackets
        words += made.words
        top = made.bottom + _LANE_GAP
    days = _days(timeline, scale)
    foot = _foot(days, scale, top)
    ticks = tuple(scale.at(day) for day in _new_years(timeline))
    lines = tuple((x, word.y) for (x, _), word in zip(days, foot, strict=True))
    bottom = max(word.y for word in foot) + _PAD
    return Drawing(across, bottom, (_RULER, top), ticks, lines, (*words, *foot), tuple(boxes), tuple(brackets))


@dataclass(frozen=True, slots=True)
class _Lane:
    boxes: list[Box]
    brackets: list[Bracket]
    words: list[Word]
    bottom: float


def _lane(lane: TimelineLane, scale: _Scale, top: float) -> _Lane:
    rows_top = top + (_STRIP if lane.marks else 0)
    rows = packed(lane.bars)
    boxes = [_box(bar, scale, rows_top + index * (_ROW + _ROW_GAP)) for index, row in enumerate(rows) for bar in row]
    rows_bottom = rows_top + max(len(rows), 1) * (_ROW + _ROW_GAP) - _ROW_GAP
    titles = lane.title.split("\n")
    words = [
        Word(0, _middle(rows_top + index * EM, rows_top + _ROW + index * EM), title, width(title) * EM, bold=True)
        for index, title in enumerate(titles)
    ]
    inside, beneath = _labels(boxes)
    under = list(_under(beneath, rows_bottom + _FOOT * 0.8, scale))
    brackets = list(_brackets(lane.marks, scale, top, rows_top, rows_bottom))
    bottom = max(rows_bottom + (_FOOT if under else 0), words[-1].y)
    return _Lane(boxes, brackets, words + inside + under, bottom)


def _middle(top: float, bottom: float) -> float:
    """The baseline of a word that stands between two heights."""
    return (top + bottom) / 2 + EM * _BASELINE


def _new_years(timeline: Timeline) -> Iterator[date]:
    for year in range(timeline.first.year, timeline.last.year + 1):
        if date(year, 1, 1) >= timeline.first:
            yield date(year, 1, 1)


def _years(timeline: Timeline, scale: _Scale) -> Iterator[Word]:
    """The years, each beside the line of its first day; some left out where there isn't room for all."""
    end = scale.left
    for day in _new_years(timeline):
        text = str(day.year)
        x, wide = scale.at(day) + 1, width(text) * EM
        if x >= end and x + wide <= scale.right:
            yield Word(x, _middle(0, _RULER), text, wide)
            end = x + wide + _PAD


def _days(timeline: Timeline, scale: _Scale) -> list[tuple[float, str]]:
    """Where today ends, and where the interview lies if the figure reaches it."""
    days = [(scale.after(timeline.today[0]), timeline.today[1])]
    if timeline.interview and timeline.first <= timeline.interview[0] <= timeline.last:
        days.append((scale.at(timeline.interview[0]), timeline.interview[1]))
    return days


def _foot(days: Sequence[tuple[float, str]], scale: _Scale, top: float) -> list[Word]:
    """Each day's word beside its line: the earlier to the left, the later to the right, or lower for want of room."""
    made: dict[int, Word] = {}
    taken = scale.left
    for index in sorted(range(len(days)), key=lambda index: days[index][0]):
        x, text = days[index]
        wide = width(text) * EM
        on_the_right = bool(made) and taken <= x + _GAP <= scale.right - wide
        lower = bool(made) and not on_the_right
        begins = x + _GAP if on_the_right else max(x - _GAP - wide, scale.left)
        made[index] = Word(begins, _middle(top + lower * _FOOT, top + (lower + 1) * _FOOT), text, wide)
        taken = begins + wide
    return [made[index] for index in range(len(days))]


def _box(bar: TimelineBar, scale: _Scale, top: float) -> Box:
    left, right = scale.at(bar.first), scale.after(bar.last)
    if right - left < _NARROWEST:
        left = min(left, scale.right - _NARROWEST)
        right = left + _NARROWEST
    sure = (max(scale.at(bar.sure[0]), left), min(max(scale.after(bar.sure[1]), left), right)) if bar.sure else None
    if sure and right - left <= _NARROWEST:
        sure = (left, right)
    return Box(bar, left, right, top, top + _ROW, sure, bar.first < scale.first, bar.ongoing or bar.last > scale.last)


def _labels(boxes: Sequence[Box]) -> tuple[list[Word], list[Box]]:
    """What is written on the bars, and those that have no room for a word or a letter."""
    inside: list[Word] = []
    beneath = []
    ends: dict[float, float] = {}  # of each row: where bars lie over one another, their words may not
    for box in sorted(boxes, key=lambda box: (box.top, box.left)):
        left, right = box.sure or (box.left, box.left)
        left = max(left + _PAD / 2 + _PAD * box.cut_left, ends.get(box.top, 0))
        room = right - left - _PAD / 2 - _PAD * box.cut_right
        fitting = (text for text in (*box.bar.labels, box.bar.key) if drawable(text) and width(text) * EM <= room)
        text = next(fitting, None)
        if text:
            inside.append(Word(left, _middle(box.top, box.bottom), text, width(text) * EM))
            ends[box.top] = left + inside[-1].wide
        elif box.bar.key:
            beneath.append(box)
    return inside, beneath


def _under(boxes: Sequence[Box], baseline: float, scale: _Scale) -> Iterator[Word]:
    """Letters under bars that have no room for them; one that would stray too far is left out."""
    end = scale.left
    for box in sorted(boxes, key=lambda box: (box.left + box.right, box.top)):
        wide = width(box.bar.key) * EM
        wanted = (box.left + box.right - wide) / 2
        x = min(max(wanted, end), scale.right - wide)
        if x >= end and x - wanted <= _STRAY:
            yield Word(x, baseline, box.bar.key, wide)
            end = x + wide + 1


def _brackets(
    marks: Sequence[TimelineMark], scale: _Scale, top: float, rows_top: float, rows_bottom: float
) -> Iterator[Bracket]:
    """A bracket over each mark with its number; the gravest have their numbers first."""
    placed: list[Word] = []
    for mark in sorted(marks, key=lambda mark: (not mark.grave, mark.first, mark.number)):
        left, right = scale.at(mark.first), scale.after(mark.last)
        right = max(right, left + _NARROWEST)
        left = min(left, scale.right - _NARROWEST)
        text = str(mark.number)
        wide = width(text) * EM + 2 * _PAD
        x = min(max((left + right - wide) / 2, scale.left), scale.right - wide)
        word = Word(x, _middle(top, rows_top - _ROW_GAP), text, wide, bold=True)
        free = all(other.x + other.wide <= x or x + wide <= other.x for other in placed)
        if free:
            placed.append(word)
        yield Bracket(mark, left, min(right, scale.right), rows_top - _ROW_GAP, rows_bottom, word if free else None)

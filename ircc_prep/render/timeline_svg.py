"""A laid-out timeline as SVG: readable in black and white, without scripts, links, ids or anything to load.

Shapes of one kind are one path: each element of an SVG costs the PDF engine more than its lines do.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ircc_prep.render.templates import literal
from ircc_prep.render.timeline_layout import EM, Box, Bracket, Drawing, Word, laid_out, margin
from ircc_prep.render.timeline_parts import Timeline, TimelineLane

_FONTS = "Packet Sans, Packet Symbols, Noto Sans, sans-serif"
_INK, _GREY, _FILL = "#111", "#b4b4b4", "#dfe4e9"
_POINT = 3.0  # how far a cut end points
_HATCH = 3.0  # between two stripes
_NUMBER_BOX = 11.0
_THIN = 5.0


def figures(languages: Sequence[Sequence[Timeline]], across: float) -> list[str]:
    """Everybody's figure. Of two languages each is drawn once: letters on the bars, both names of each lane."""
    timelines = [each[0] if len(each) == 1 else _in_both(*each) for each in zip(*languages, strict=True)]
    left = margin(timelines)
    return [svg(timeline, laid_out(timeline, across, left)) for timeline in timelines]


def svg(timeline: Timeline, drawing: Drawing) -> str:
    """One person's figure as an element of its own."""
    title = literal(timeline.alternative)
    size = f"0 0 {_number(drawing.width)} {_number(drawing.height)}"
    shapes = "".join((*_paper(drawing), *_bars(drawing.boxes), *_marks(drawing.brackets), *_lettering(drawing)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}" role="img" aria-label="{title}" '
        f'font-family="{_FONTS}" font-size="{_number(EM)}"><title>{title}</title>{shapes}</svg>'
    )


def _in_both(one: Timeline, other: Timeline) -> Timeline:
    lanes = tuple(_lane_in_both(*pair) for pair in zip(one.lanes, other.lanes, strict=True))
    today = one.today[0], _slash(one.today[1], other.today[1])
    interview = one.interview
    if one.interview and other.interview:
        interview = one.interview[0], _slash(one.interview[1], other.interview[1])
    return replace(one, lanes=lanes, today=today, interview=interview)


def _lane_in_both(one: TimelineLane, other: TimelineLane) -> TimelineLane:
    bars = tuple(replace(bar, labels=()) for bar in one.bars)
    title = one.title if one.title == other.title else f"{one.title}\n{other.title}"
    return replace(one, title=title, bars=bars)


def _slash(one: str, other: str) -> str:
    return one if one == other else f"{one} / {other}"


def _paper(drawing: Drawing) -> Iterator[str]:
    """What lies under the bars: the years, today, the interview."""
    top, bottom = drawing.plot
    ticks = "".join(f"M{_number(x)} 0V{_number(bottom)}" for x in drawing.ticks)
    yield _path(ticks, stroke=_GREY, wide=0.5)
    for (x, end), dash in zip(drawing.days, (None, "3 2"), strict=False):
        yield _path(f"M{_number(x)} {_number(top)}V{_number(end)}", stroke=_INK, wide=1, dash=dash)


def _bars(boxes: Sequence[Box]) -> Iterator[str]:
    whole = "".join(_outline(box) for box in boxes)
    yield _path(whole, fill="#fff")
    yield _path("".join(_sure(box) for box in boxes if not _thin(box)), fill=_FILL)
    yield _path("".join(_sure(box) for box in boxes if _thin(box)), fill=_INK)
    yield _path("".join(stripes for box in boxes for stripes in _stripes(box)), stroke=_INK, wide=0.5)
    yield _path(whole, stroke=_INK, wide=0.8)


def _outline(box: Box, left: float | None = None, right: float | None = None) -> str:
    """The bar, or the part of it between two places, with a point where it is cut."""
    left, right = box.left if left is None else left, box.right if right is None else right
    middle = (box.top + box.bottom) / 2
    point = min(_POINT, (right - left) / 2)
    at_left = point if box.cut_left and left == box.left else 0
    at_right = point if box.cut_right and right == box.right else 0
    corners = [(left + at_left, box.top), (right - at_right, box.top)]
    corners += [(right, middle)] if at_right else []
    corners += [(right - at_right, box.bottom), (left + at_left, box.bottom)]
    corners += [(left, middle)] if at_left else []
    return _closed(corners)


def _thin(box: Box) -> bool:
    """Whether a bar is so narrow that its two edges are all one sees of it."""
    return box.right - box.left < _THIN


def _sure(box: Box) -> str:
    return _outline(box, *box.sure) if box.sure and box.sure[0] < box.sure[1] else ""


def _stripes(box: Box) -> Iterator[str]:
    """Diagonal stripes over what isn't sure, each cut off at its edges."""
    sure = box.sure or (box.left, box.left)
    for left, right in ((box.left, sure[0]), (sure[1], box.right)):
        if right - left <= 0.5:  # noqa: PLR2004  # less than the line beside it is wide
            continue
        high = box.bottom - box.top
        start = left - high + _HATCH
        while start < right:
            x1, x2 = max(start, left), min(start + high, right)
            y1, y2 = box.bottom - (x1 - start), box.bottom - (x2 - start)
            yield f"M{_number(x1)} {_number(y1)}L{_number(x2)} {_number(y2)}"
            start += _HATCH


def _marks(brackets: Sequence[Bracket]) -> Iterator[str]:
    """A gap is a broken frame over nothing, a clash a heavy one over what it touches; each has a bracket on top."""
    gaps = "".join(_frame(bracket) for bracket in brackets if not bracket.mark.clash)
    clashes = "".join(_frame(bracket) for bracket in brackets if bracket.mark.clash)
    yield _path(gaps, stroke=_INK, wide=1, dash="2 1.5")
    yield _path(clashes, stroke=_INK, wide=1.8)
    numbered = [(bracket, bracket.number) for bracket in brackets if bracket.number]
    for grave, fill in ((True, _INK), (False, "#fff")):
        boxes = "".join(_number_box(word) for bracket, word in numbered if bracket.mark.grave is grave)
        yield _path(boxes, fill=fill, stroke=_INK, wide=0.8)


def _frame(bracket: Bracket) -> str:
    return _closed(
        [
            (bracket.left, bracket.top),
            (bracket.right, bracket.top),
            (bracket.right, bracket.bottom),
            (bracket.left, bracket.bottom),
        ]
    )


def _number_box(word: Word) -> str:
    top = word.y - _NUMBER_BOX * 0.84
    return _closed(
        [
            (word.x, top),
            (word.x + word.wide, top),
            (word.x + word.wide, top + _NUMBER_BOX),
            (word.x, top + _NUMBER_BOX),
        ]
    )


def _lettering(drawing: Drawing) -> Iterator[str]:
    for word in drawing.words:
        yield _text(word.x, word, "bold" if word.bold else None)
    for bracket in drawing.brackets:
        if bracket.number:
            fill = "#fff" if bracket.mark.grave else None
            yield _text(bracket.number.x + 3, bracket.number, "bold", fill)


def _text(x: float, word: Word, weight: str | None, fill: str | None = None) -> str:
    more = f' font-weight="{weight}"' if weight else ""
    more += f' fill="{fill}"' if fill else ""
    return f'<text x="{_number(x)}" y="{_number(word.y)}"{more}>{literal(word.text)}</text>'


def _closed(corners: Iterable[tuple[float, float]]) -> str:
    points = "L".join(f"{_number(x)} {_number(y)}" for x, y in corners)
    return f"M{points}Z"


def _path(
    lines: str, *, fill: str = "none", stroke: str | None = None, wide: float = 0, dash: str | None = None
) -> str:
    if not lines:
        return ""
    more = f' stroke="{stroke}" stroke-width="{_number(wide)}"' if stroke else ""
    more += f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{lines}" fill="{fill}"{more}/>'


def _number(value: float) -> str:
    """Two decimals are finer than any printer."""
    return f"{value:.2f}".rstrip("0").rstrip(".")

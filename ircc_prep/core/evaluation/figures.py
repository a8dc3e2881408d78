"""Figures with their parts: exact where the case says enough, a range where it doesn't yet."""

from collections.abc import Iterator, Mapping
from typing import Any

from ircc_prep.core.compiled import CompiledFigure
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.facts import Facts
from ircc_prep.core.open_questions import Settles
from ircc_prep.core.result import Figure, Part
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.settle import completions, settle
from ircc_prep.core.values import ARITHMETIC, INFINITY, Type, bounds, least


def figures(book: Rulebook, facts: Facts, settles: Settles) -> tuple[Figure, ...]:
    """Every figure that applies; one of which that can't be told yet is left out, and its open facts are noted."""
    found = []
    for compiled in book.figures:
        applies = settle(lambda view, when=compiled.when: when.run(view, {}), facts)  # type: ignore[misc]
        if applies.outcome is None:
            settles.note(compiled.figure.name, applies.missing)
        elif applies.outcome:
            figure = _figure(compiled, facts)
            settles.note(figure.name, figure.missing_facts)
            found.append(figure)
    return tuple(found)


def _figure(compiled: CompiledFigure, facts: Facts) -> Figure:
    rule = compiled.figure
    with facts.recording() as (reads, open_facts):
        value, threshold, parts = values_of(compiled, facts)
    low, high = ends_of(value)
    least_needed, most_needed = ends_of(threshold)
    exact_threshold = compiled.threshold is None or (least_needed is not None and least_needed == most_needed)
    settled = low is not None and low == high and exact_threshold
    return Figure(
        name=rule.name,
        title=rule.title,
        low=low,
        high=high,
        threshold=most_needed,
        unit=rule.unit,
        parts=tuple(
            Part(entry.name, entry.title, *ends_of(part), entry.most)
            for entry, part in zip(rule.parts, parts, strict=True)
        ),
        note=rule.note,
        missing_facts=() if settled else tuple(_that_matter(compiled, facts, reads, open_facts)),
        sources=rule.sources,
        least_threshold=None if exact_threshold else least_needed,
    )


def values_of(compiled: CompiledFigure, facts: Facts) -> tuple[Any, Any, list[Any]]:
    """The figure, what it must reach, and its parts, on one view of the case."""
    rule = compiled.figure
    parts = [_capped(part.run(facts, {}), entry.most) for part, entry in zip(compiled.parts, rule.parts, strict=True)]
    value = compiled.value.run(facts, {}) if compiled.value else _capped(_sum(parts), rule.most)
    return value, (compiled.threshold.run(facts, {}) if compiled.threshold else None), parts


def _that_matter(
    compiled: CompiledFigure, facts: Facts, reads: Mapping[str, Any], open_facts: Mapping[str, Type]
) -> Iterator[str]:
    """The open facts without dates of which each month, or day of the month, gives the same figure and parts."""
    now = values_of(compiled, facts)
    for path, type in open_facts.items():
        known = reads.get(path)
        narrower = completions(type, known) if isinstance(known, PartialDate) else ()
        if not narrower or any(values_of(compiled, facts.with_values({path: each})) != now for each in narrower):
            yield path


def _capped(value: Any, most: float | None) -> Any:
    return value if most is None else least(value, most)


def _sum(parts: list[Any]) -> Any:
    total: Any = 0
    for part in parts:
        total = ARITHMETIC["Add"](total, part)
    return total


def ends_of(value: Any) -> tuple[float | None, float | None]:
    """Both ends of a range; an end that has no bound counts as unknown."""
    if value is None:
        return None, None
    low, high = bounds(value)
    return (None if abs(low) == INFINITY else low), (None if abs(high) == INFINITY else high)

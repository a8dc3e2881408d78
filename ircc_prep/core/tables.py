"""Looking a value up in a dated table; an uncertain key gives the range of what may be found."""

import math
from typing import Any

from ircc_prep.core.checklist import Table, TableVersion
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.values import INFINITY, Span, bounds, hull, span


def lookup(table: Table, day: PartialDate, key: Any) -> Any:
    """The value for `key` in the version in force on `day`; None before the first version or above the scale."""
    found: Any = None
    by_word = any(isinstance(row, str) for version in table.versions for row in version.rows)
    for index, version in enumerate(possible_versions(table, day)):
        if version is None or (version.until is not None and day.last > version.until):
            return None
        value = _for_word(version, key) if by_word else _in_version(version, key)
        found = value if index == 0 else hull(found, value)
    return found


def possible_versions(table: Table, day: PartialDate) -> list[TableVersion | None]:
    """The versions that may be in force on a day perhaps known only by month or year; None for *before the first*."""
    ordered = sorted(table.versions, key=lambda version: version.start)
    possible: list[TableVersion | None] = [] if day.first >= ordered[0].start else [None]
    ends = [version.start for version in ordered[1:]] + [None]
    for version, end in zip(ordered, ends, strict=True):
        if version.start <= day.last and (end is None or end > day.first):
            possible.append(version)
    return possible


def _in_version(version: TableVersion, key: Any) -> Any:
    numeric = {float(row): float(value) for row, value in version.rows.items() if not isinstance(row, str)}
    low, high = (-INFINITY, INFINITY) if key is None else bounds(key)
    if version.up_to is not None and high > version.up_to:
        if key is not None and low > version.up_to:
            return None
        high = version.up_to
    reachable = [_step(numeric, version.each_more, low), _step(numeric, version.each_more, high)]
    reachable += [value for row, value in numeric.items() if low <= row <= high]
    return _tidy(min(reachable), max(reachable))


def _for_word(version: TableVersion, key: Any) -> Any:
    if key is None:
        values = [0.0, *(float(value) for value in version.rows.values())]
        return _tidy(min(values), max(values))
    return _tidy(*[float(version.rows.get(key, 0))] * 2)


def _step(rows: dict[float, float], each_more: float | None, key: float) -> float:
    """The row with the greatest key not above this one; 0 below the first."""
    below = [row for row in rows if row <= key]
    if not below:
        return 0.0
    top = max(below)
    if each_more is not None and top == max(rows):
        return INFINITY if key == INFINITY else rows[top] + each_more * math.floor(key - top)
    return rows[top]


def _tidy(low: float, high: float) -> int | float | Span:
    """Whole numbers as whole numbers."""
    whole = [int(value) if math.isfinite(value) and value == int(value) else value for value in (low, high)]
    return span(whole[0], whole[1])

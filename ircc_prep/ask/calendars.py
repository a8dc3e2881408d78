"""Which calendar a year may be of that isn't the one of passports. Nothing is converted: only the person knows."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from ircc_prep.core.dates import PartialDate

Calendar = Literal["solar-hijri", "hijri", "buddhist", "bikram-sambat"]
_A_LIFE = 130  # no date of a case lies further back
_AHEAD = 20  # and hardly any further ahead: the expiry of a passport
_HIJRI_SINCE, _HIJRI_DAYS, _OUR_DAYS = 622, 354.37, 365.24
# How many years each of them is behind (-) or ahead of ours, where that doesn't change.
_SHIFTED: Mapping[Calendar, int] = {"solar-hijri": -621, "buddhist": 543}
_BIKRAM_SAMBAT = 57
_SURELY_AHEAD = 5  # a year that is nearer is more likely a slip


def calendar_of(year: int, today: date) -> Calendar | None:
    """The calendar of which a year looks like one, where it can't be one of ours.

    The years of a life in Iran or Afghanistan (1318 to 1405) are nearly all years of the Islamic calendar too; the
    first is far more often meant, and the words name both.
    """
    for calendar, shift in _SHIFTED.items():
        if today.year + shift - _A_LIFE <= year <= today.year + shift:
            return calendar
    if today.year + _SHIFTED["buddhist"] < year <= today.year + _SHIFTED["buddhist"] + _AHEAD:
        return "buddhist"
    newest = int((today.year + _AHEAD - _HIJRI_SINCE) * _OUR_DAYS / _HIJRI_DAYS)
    return "hijri" if today.year + _SHIFTED["solar-hijri"] < year <= newest + 1 else None


def calendar_of_future(day: PartialDate, today: date) -> Calendar | None:
    """Of a date that must lie behind us, and doesn't: Nepal's years are 56 or 57 ahead."""
    ahead = day.first.year - today.year
    return "bikram-sambat" if _SURELY_AHEAD < ahead <= _BIKRAM_SAMBAT else None

"""The words that stand in dates, in English and French: months, seasons, *about*, *last year*, *until now*.

All of them without accents and capitals, as `folded` leaves them.
"""

import re
from collections.abc import Mapping
from datetime import date

from ircc_prep.ask.countries import folded
from ircc_prep.ask.phrases import MONTHS
from ircc_prep.core.dates import PartialDate, add_days, add_months, add_years

PRESENT_WORDS = frozenset({
    "present", "now", "right now", "ongoing", "still", "still there", "still here", "still going on", "not finished",
    "until now", "up to now", "till now", "until today", "up to today", "to date", "to the present", "to present",
    "until present", "until the present", "so far", "current", "currently", "at present",
    "maintenant", "a ce jour", "en cours", "encore", "toujours", "actuel", "actuelle", "actuellement", "presentement",
    "a present", "jusqu a maintenant", "jusqu a present", "jusqu a aujourd hui", "jusqu a ce jour", "jusqu ici",
    "en ce moment", "pas termine", "pas fini",
})  # fmt: skip
TODAY_WORDS = frozenset(["today", "aujourd hui"])
# Words that change nothing: *about 2019* is kept as 2019, since a year stands for every day in it.
WITHOUT_MEANING = frozenset({
    "the", "of", "in", "on", "since", "from", "until", "till", "day", "year", "month",
    "about", "around", "approximately", "approx", "roughly", "circa", "ca", "c", "maybe", "perhaps", "probably",
    "le", "la", "l", "en", "de", "d", "du", "des", "au", "depuis", "jusque", "jusqu", "annee", "an", "mois",
    "vers", "environ", "env", "approximativement", "peut", "etre", "probablement", "autour", "a", "peu", "pres",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "lun", "mer", "jeu", "ven", "sam", "dim",
})  # fmt: skip
# A month says as much as *early in the month*; a year doesn't say as much as *early in the year*, so that is asked.
PARTS = frozenset({
    "early", "late", "mid", "middle", "beginning", "start", "end",
    "debut", "mi", "milieu", "fin", "commencement",
})  # fmt: skip
SEASONS = frozenset({
    "spring", "summer", "autumn", "fall", "winter", "printemps", "ete", "automne", "hiver",
    "christmas", "noel", "easter", "paques", "ramadan",
})  # fmt: skip
NEARBY = frozenset({"last", "this", "next", "dernier", "derniere", "passe", "passee", "ce", "cette", "prochain"})
_ABBREVIATED = {
    "jan": 1, "janv": 1, "feb": 2, "fevr": 2, "fev": 2, "mar": 3, "apr": 4, "avr": 4, "jun": 6, "jul": 7, "juil": 7,
    "juill": 7, "aug": 8, "aou": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTH_NAMES: Mapping[str, int] = {
    **{folded(name): index for names in MONTHS.values() for index, name in enumerate(names, 1)},
    **_ABBREVIATED,
}
FIRST_OF_THE_MONTH = frozenset(["first", "premier"])

_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10,
}  # fmt: skip
_UNITS = {
    "year": "year", "years": "year", "an": "year", "ans": "year", "annee": "year", "annees": "year",
    "month": "month", "months": "month", "mois": "month",
    "day": "day", "days": "day", "jour": "day", "jours": "day",
}  # fmt: skip
_SAID: Mapping[str, tuple[int, str]] = {
    **dict.fromkeys(["this year", "cette annee"], (0, "year")),
    **dict.fromkeys(["last year", "the last year", "l an dernier", "l an passe", "l annee derniere", "l annee passee"],
                    (-1, "year")),
    **dict.fromkeys(["an dernier", "an passe", "annee derniere", "annee passee"], (-1, "year")),
    **dict.fromkeys(["next year", "l an prochain", "l annee prochaine", "an prochain"], (1, "year")),
    **dict.fromkeys(["this month", "ce mois", "ce mois ci"], (0, "month")),
    **dict.fromkeys(["last month", "le mois dernier", "le mois passe", "mois dernier", "mois passe"], (-1, "month")),
    **dict.fromkeys(["next month", "le mois prochain", "mois prochain"], (1, "month")),
    **dict.fromkeys(["yesterday", "hier"], (-1, "day")),
    **dict.fromkeys(["tomorrow", "demain"], (1, "day")),
}  # fmt: skip
_COUNT = r"(?P<count>\d{1,3}|[a-z]+)"
_UNIT = rf"(?P<unit>{'|'.join(_UNITS)})"
_AGO = (
    re.compile(rf"(?:about |around )?{_COUNT} {_UNIT} ago"),
    re.compile(rf"il y a (?:environ |a peu pres )?{_COUNT} {_UNIT}"),
    re.compile(rf"(?:y a |ca fait ){_COUNT} {_UNIT}"),
)
_AHEAD = (re.compile(rf"in {_COUNT} {_UNIT}"), re.compile(rf"dans {_COUNT} {_UNIT}"))


def from_today(words: str, today: date) -> PartialDate | None:
    """What *last year*, *il y a 3 ans* or *two months ago* means today: a year, a month or a day, as was said."""
    if words in _SAID:
        return _moved(today, *_SAID[words])
    for sign, patterns in ((-1, _AGO), (1, _AHEAD)):
        for match in filter(None, (pattern.fullmatch(words) for pattern in patterns)):
            said = match["count"]
            count = int(said) if said.isdigit() else _COUNTS.get(said)
            if count is not None:
                return _moved(today, sign * count, _UNITS[match["unit"]])
    return None


def _moved(today: date, count: int, unit: str) -> PartialDate | None:
    day = {"year": add_years, "month": add_months, "day": add_days}[unit](today, count)
    try:
        return PartialDate.parse(day.isoformat()[: {"year": 4, "month": 7, "day": 10}[unit]])
    except ValueError:
        return None

"""Years in which nobody of today was born and no paper expires: slips of the pen, or years of another calendar."""

import re

from ircc_prep.core.dates import EARLIEST_YEAR, LATEST_YEAR
from ircc_prep.core.text import Text

_DATE = re.compile(r"(\d{4})(?:-\d{2}(?:-\d{2})?)?")


def out_of_range(given: object) -> bool:
    """Whether something is written as a date, with a year that no date here can have."""
    match = _DATE.fullmatch(str(given))
    return match is not None and not EARLIEST_YEAR <= int(match[1]) <= LATEST_YEAR


def wrong_year(name: Text) -> tuple[Text, Text]:
    """What is wrong with the year of that key, and what to do."""
    what = Text(f"The year of {name.en} can’t be right.", f"L’année de {name.fr} ne peut pas être exacte.")
    hint = Text(
        f"A year goes from {EARLIEST_YEAR} to {LATEST_YEAR}. If this one is of another calendar, write the date as the "
        "passport has it.",
        f"L’année va de {EARLIEST_YEAR} à {LATEST_YEAR}. Si celle-ci est d’un autre calendrier, écrivez la date comme "
        "elle figure dans le passeport.",
    )
    return what, hint

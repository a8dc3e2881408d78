"""Dates as people write them in tables. What may be read in two ways is never guessed."""

import re

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.validation.saying import Message
from ircc_prep.core.validation.values import bad_date
from ircc_prep.files.clients import cell_messages as messages
from ircc_prep.files.clients.client import DateOrder

_PRESENT = frozenset({"present", "présent"})
_MIDNIGHT = re.compile(r"[ T]00:00(?::00(?:\.0+)?)?$")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_YEAR_AND_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})")  # not 2019.1, which was 2019.10 before a spreadsheet saw it
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[-/](\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}[-/. ](?:\d{1,2}|\w{3,9}\.?)[-/. ]\d{2}")


def date_of(text: str, name: str, order: DateOrder | None, *, until: bool) -> str | Message:
    """The date in ISO's form, as exactly as it is written; or why it can't be told.

    `until`: it may be `present`. `order` is that of day, month and year where the year doesn't come first.
    """
    if until and text.lower() in _PRESENT:
        return "present"
    text = _MIDNIGHT.sub("", text)  # what databases write behind a day
    path = ("to",) if until else (name,)
    if re.fullmatch(r"\d{4}", text):
        return _checked(text, path)
    if match := _YEAR_FIRST.fullmatch(text) or _YEAR_AND_MONTH.fullmatch(text):
        return _checked("-".join(part.zfill(2) for part in match.groups()), path)
    if match := _MONTH_AND_YEAR.fullmatch(text):
        return _checked(f"{match[2]}-{match[1].zfill(2)}", path)
    if match := _YEAR_LAST.fullmatch(text):
        if order not in ("dmy", "mdy"):
            return messages.ambiguous_date(name)
        day, month = (match[1], match[2]) if order == "dmy" else (match[2], match[1])
        return _checked(f"{match[3]}-{month.zfill(2)}-{day.zfill(2)}", path)
    return messages.short_year(name) if _SHORT_YEAR.fullmatch(text) else bad_date(path)


def _checked(text: str, path: tuple[str, ...]) -> str | Message:
    try:
        PartialDate.parse(text)
    except ValueError:
        return bad_date(path, text)
    return text

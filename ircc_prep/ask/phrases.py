"""The questionnaire's own words in one language: phrases, dates, periods, amounts, names of choices."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from ircc_prep.ask import countries
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.text import Language, Text

_NO_BREAK = "\N{NO-BREAK SPACE}"
# Canadian French sets a no-break space before a colon and inside quotation marks; none before ; ? !
_FRENCH_SPACE = re.compile(r"(?<=«) | (?=»)| (?=:(?:\s|$))|(?<=\d) (?=[$%])")
# Countries that English names with an article.
_WITH_ARTICLE = frozenset("AE BS CF DO GB GM KM MH MV NL PH SB SC US".split())  # noqa: SIM905  # codes read best in a row
_NAME = re.compile(r"\{(\w+)\}")
_BRACKETED = re.compile(r"\(\{(\w+)\}\)")
_IN_BRACKETS = re.compile(r" \(\{bare \w+\}\)")
MONTHS: Mapping[Language, tuple[str, ...]] = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
}  # fmt: skip


class Phrases:
    """Everything said to the person, from the wording files and the checklists."""

    def __init__(self, wording: Mapping[str, Text], language: Language) -> None:
        self.wording = wording
        self.language: Language = language

    def of(self, text: Text) -> str:
        """A checklist's text in this language."""
        words = text.of(self.language)
        return _FRENCH_SPACE.sub(_NO_BREAK, words) if self.language == "fr" else words

    def filled(self, text: Text, names: Mapping[str, str]) -> str:
        """A checklist's text with its {names}; one that isn't known goes with its brackets, or a word stands for it.

        Two brackets in a row become one, and brackets within brackets a comma.
        """
        bare = {f"bare {name}": words.replace(" (", ", ").replace(")", "") for name, words in names.items()}
        bracketed = Text(*(_BRACKETED.sub(r"({bare \1})", words) for words in (text.en, text.fr)))
        words = _IN_BRACKETS.sub("", self.of(bracketed.format(**names, **bare))).replace(") (", ", ")
        return _NAME.sub(lambda match: self.say_or(f"ask.missing.{match[1]}", "…"), words)

    def say(self, key: str, **names: str) -> str:
        """A phrase of the interface with its {names} filled."""
        return self.of(self.wording[key].format(**names))

    def say_or(self, key: str, otherwise: str) -> str:
        """A phrase, or these words where there is none: a checklist of one's own may name anything."""
        return self.of(self.wording[key]) if key in self.wording else otherwise

    def quantity(self, key: str, count: int) -> str:
        """A phrase in the singular or the plural. In French nothing, too, is singular."""
        singular = count == 1 or (count == 0 and self.language == "fr")
        return self.say(f"{key}.{'one' if singular else 'other'}", count=str(count))

    def date(self, when: PartialDate) -> str:
        """July 3, 1992; July 1992; 1992: as exactly as it is known and no more."""
        day, words = when.first, str(when)
        month = MONTHS[self.language][day.month - 1]
        if len(words) == len("2019"):
            return words
        if not when.exact:
            return f"{month} {day.year}"
        if self.language == "en":
            return f"{month}{_NO_BREAK}{day.day}, {day.year}"
        return f"{french_day(day.day)}{_NO_BREAK}{month} {day.year}"

    def date_value(self, value: Any) -> str:
        """A date as the case file keeps it, in words; `present` too."""
        if value in (None, "present"):
            return self.say("ask.present") if value else self.say("ask.not-given")
        try:
            return self.date(PartialDate.parse(str(value)))
        except ValueError:
            return str(value)

    def when(self, value: Any) -> str:
        """The same within a sentence: on July 3, 1992; in July 1992; in 1992."""
        words = self.date_value(value)
        return self.say("date.on-day" if len(str(value)) == len("2019-03-14") else "date.in-period", date=words)

    def period(self, start: Any, end: Any) -> str:
        """From when to when, of an entry."""
        return self.say("date.from-to", **{"from": self.date_value(start), "to": self.date_value(end)})

    def money(self, amount: float) -> str:
        """Canadian dollars: $15,000 and 15 000 $."""
        whole = float(amount).is_integer()
        figure = f"{amount:,.0f}" if whole else f"{amount:,.2f}"
        if self.language == "en":
            return f"${figure}"
        return figure.replace(",", _NO_BREAK).replace(".", ",") + f"{_NO_BREAK}$"

    def number(self, number: float) -> str:
        """A number with its own decimals."""
        figure = f"{number:g}" if abs(number) < 1e6 else f"{number:.0f}"  # noqa: PLR2004  # :g turns to powers of ten there
        return figure.replace(".", ",") if self.language == "fr" else figure

    def country(self, code: str) -> str:
        """A country's name."""
        return self._countries.get(code, code)

    def in_sentence(self, code: str) -> str:
        """A country's name as a sentence has it: the Philippines. French texts set it in brackets, bare."""
        name = self.country(code)
        return f"the {name}" if self.language == "en" and code in _WITH_ARTICLE else name

    def language_name(self, tag: str) -> str:
        """A language's name."""
        return countries.language_names(self.language).get(tag.split("-", maxsplit=1)[0].lower(), tag)

    @cached_property
    def _countries(self) -> Mapping[str, str]:
        return countries.names(self.language)


def french_day(day: int) -> str:
    """The number of a day as French has it: the first is an ordinal."""
    return "1er" if day == 1 else str(day)


def capital(words: str) -> str:
    """The words with a capital at the beginning, as a line of a menu has it."""
    return words[:1].upper() + words[1:]

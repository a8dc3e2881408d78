"""Words of one language: phrases, dates, countries, numbers and money, with Canadian typography."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ircc_prep.core.checklist import Question
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.redaction.key import NUMBERED
from ircc_prep.core.text import Language, Text, typeset

if TYPE_CHECKING:
    from babel import Locale

_NO_BREAK = "\N{NO-BREAK SPACE}"


class Words:
    """What every output says in one language. `wording` holds the interface's phrases by dotted key.

    `questions` are the checklist's: they name the answers that a result rests on, and the words of their choices.
    `titles` are those of its items, by id: an interview letter may be quoted by them.
    """

    def __init__(
        self,
        wording: Mapping[str, Text],
        language: Language,
        questions: Iterable[Question] = (),
        titles: Mapping[str, Text] | None = None,
    ) -> None:
        self.wording = wording
        self.language: Language = language
        self.questions: Mapping[str, Question] = {question.fact: question for question in questions}
        self.titles: Mapping[str, Text] = titles or {}
        self._dates: dict[PartialDate | dt.date, str] = {}  # a case says the same few dates over and over

    @cached_property
    def locale(self) -> "Locale":
        """Babel's locale: Canada's own English and French."""
        from babel import Locale

        return Locale(self.language, "CA")

    def of(self, text: Text) -> str:
        """A checklist's or a core's text in this language."""
        return text.of(self.language)

    def typeset(self, sentence: str) -> str:
        """No-break spaces where French wants them."""
        return typeset(sentence) if self.language == "fr" else sentence

    def has(self, key: str) -> bool:
        """Whether there is such a phrase."""
        return key in self.wording

    def say(self, key: str, **names: str) -> str:
        """A phrase of the interface with its {names} filled; KeyError when there is no such phrase."""
        return self.of(self.wording[key].format(**names))

    def label(self, key: str) -> str:
        """A phrase with the colon that leads on to what it names."""
        return self.colon(self.say(key))

    def colon(self, name: str) -> str:
        """A name or phrase with a colon, in French after a no-break space."""
        return self.typeset(f"{name}{' :' if self.language == 'fr' else ':'}")

    def quantity(self, key: str, count: int) -> str:
        """A phrase in the singular or plural. In French nothing, too, is singular."""
        singular = count == 1 or (count == 0 and self.language == "fr")
        return self.say(f"{key}.{'one' if singular else 'other'}", count=str(count))

    def ordinal(self, number: int) -> str:
        """1st, 2nd, 3rd; 1re, 2e, 3e."""
        names = {1: "first", 2: "second", 3: "third"}
        teen = number % 100 in (11, 12, 13)
        key = names.get(number % 10, "other") if self.language == "en" and not teen else names.get(number, "other")
        return self.say(f"ordinal.{key}", number=str(number))

    def join(self, parts: Sequence[str]) -> str:
        """a, b and c."""
        if len(parts) < 2:  # noqa: PLR2004  # one thing needs no joining word
            return "".join(parts)
        return ", ".join(parts[:-1]) + self.say("fact.and") + parts[-1]

    def date(self, when: PartialDate | dt.date) -> str:
        """The date as exactly as it is known and no more: July 3, 1992; July 1992; 1992."""
        said = self._dates.get(when)
        if said is None:
            said = self._dates[when] = self._date(when)
        return said

    def _date(self, when: PartialDate | dt.date) -> str:
        known = when if isinstance(when, PartialDate) else PartialDate.on(when)
        first, last = known.first, known.last
        if known.exact:
            return self._day(first)
        text = str(known)
        if ".." in text:
            return self.say("date.between", **{"from": self._day(first), "to": self._day(last)})
        return text if len(text) == len("2019") else self._month(first)

    def weekday(self, when: PartialDate) -> str:
        """The date with its day of the week, if the day is known: Tuesday, December 15, 2026."""
        from babel.dates import format_date

        if not when.exact:
            return self.date(when)
        return self.say("date.weekday", day=format_date(when.first, "EEEE", locale=self.locale), date=self.date(when))

    def when(self, when: PartialDate | dt.date) -> str:
        """The same inside a sentence: on July 3, 1992; in July 1992; in 1992."""
        known = when if isinstance(when, PartialDate) else PartialDate.on(when)
        if known.exact:
            return self.say("date.on-day", date=self.date(known))
        return self.date(known) if ".." in str(known) else self.say("date.in-period", date=self.date(known))

    def period(self, start: PartialDate | None, end: PartialDate | None, *, ongoing: bool) -> str:
        """From one date to another. Without an end it is going on, or ends on a day that isn't given."""
        if start is None and end is None:
            return self.say("date.undated")
        if start is None and end is not None:
            return self.say("date.until", to=self.date(end))
        begin = self.date(start) if start else ""
        if start == end:
            return begin
        if end is None and not ongoing:
            return self.say("date.since", **{"from": begin})
        until = self.say("fact.present") if end is None else self.date(end)
        if end and ".." in str(end):  # asked for, and not known
            until = self.say("date.end-unknown")
        return self.say("date.from-to", **{"from": begin, "to": until})

    def spelled_period(self, start: PartialDate | None, end: PartialDate | None) -> str:
        """The same inside a sentence: from March 2019 to May 2019; in April 2019; since 2019."""
        if start is None:
            return self.period(start, end, ongoing=False)
        if start == end:
            return self.when(start)
        if end is None or ".." in str(end):
            since = self.say("date.since", **{"from": self._with_article(start)})
            return f"{since} ({self.say('date.end-unknown')})" if end else since
        return self._joined("from", start) + " " + self._joined("to", end)

    def _joined(self, key: str, when: PartialDate) -> str:
        """A date after “from” or “to”; French contracts the article of an exact day: du 3 mai, au 3 mai."""
        form = "day" if when.exact else "vowel" if self.date(when)[:1] in "ao" else "period"
        return self.say(f"date.joined.{key}.{form}", date=self.date(when))

    def _with_article(self, when: PartialDate) -> str:
        return self.say("date.since-day", date=self.date(when)) if when.exact else self.date(when)

    def country(self, code: str) -> str:
        """A country's name by its ISO code; the code itself when the language has no name for it.

        A redacted case has numbers for countries.
        """
        if code.startswith(NUMBERED):
            return self.say("redacted.country", number=code.removeprefix(NUMBERED))
        return str(self.locale.territories.get(code, code))

    def speaks(self, country: str, languages: Collection[str]) -> bool:
        """Whether one of these is an official language there."""
        from babel.languages import get_official_languages

        return any(tag.split("_")[0] in languages for tag in get_official_languages(country, de_facto=True))

    def language_name(self, tag: str) -> str:
        """A language's name by its BCP 47 tag."""
        return str(self.locale.languages.get(tag.split("-", maxsplit=1)[0].lower(), tag))

    def number(self, amount: float) -> str:
        """A number with its separators, and no decimals that it doesn't have."""
        from babel.numbers import format_decimal

        return format_decimal(amount, format="#,##0.##", locale=self.locale)

    def money(self, amount: float) -> str:
        """Canadian dollars: $15,263 and 15 263 $; cents only where there are some."""
        from babel.numbers import format_decimal

        digits = "#,##0" if float(amount).is_integer() else "#,##0.00"
        figure = format_decimal(amount, format=digits, locale=self.locale)
        return f"{figure}{_NO_BREAK}$" if self.language == "fr" else f"${figure}"

    def amount(self, amount: float, unit: str | None) -> str:
        """A figure in its unit."""
        if unit == "CAD":
            return self.money(amount)
        return f"{self.number(amount)}{_NO_BREAK}{unit}" if unit else self.number(amount)

    def _day(self, day: dt.date) -> str:
        from babel.dates import format_date

        if self.language == "fr" and day.day == 1:
            return f"1er{_NO_BREAK}{self._month(day)}"
        text = format_date(day, "long", locale=self.locale)
        # The number of the day stays beside its month when a line ends there.
        return text.replace(" ", _NO_BREAK, 1)

    def _month(self, day: dt.date) -> str:
        from babel.dates import format_date

        return format_date(day, "LLLL yyyy", locale=self.locale)

"""Cases in which everything that a person said can be told from everything else: a canary in every field."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from babel.dates import format_date

from ircc_prep.core.checklist import Question
from ircc_prep.core.text import LANGUAGES
from ircc_prep.files.checklists import Pack

# Countries that no checklist speaks of.
COUNTRIES = ("TV", "KI", "NR", "PW", "VU", "MH", "KM", "SC", "MV", "BT", "LS", "SZ", "BJ", "DJ", "SR", "GY", "LC", "VC")
WORD, ID = "Zqwolfram", "zqid"
# Years in which nothing but a life begins or ends: no rule and no source bears them.
_FIRST_YEAR = 1962
_OF_RULES = range(2015, 2028)  # of these years rules and sources have months of their own


@dataclass(frozen=True)
class Planted:
    """A case as a file says it, and what was planted into it, by the kind of thing that it is."""

    data: Mapping[str, Any]
    words: Mapping[str, str]  # each with its field: free text, names, places, numbers of documents
    ids: frozenset[str]
    days: frozenset[date]
    births: frozenset[date]
    countries: frozenset[str]
    numbers: frozenset[str]  # amounts, results, hours: their digits

    def write(self, folder: Path) -> Path:
        """The case as a file that is called after somebody, too."""
        path = folder / f"{WORD}-family.yaml"
        path.write_text(yaml.safe_dump(self.data, allow_unicode=True, sort_keys=False), encoding="utf-8")
        path.chmod(0o600)
        return path


class _Planter:
    """Gives each field a value of its own."""

    def __init__(self) -> None:
        self.count = 0
        self.words: dict[str, str] = {}
        self.ids: set[str] = set()
        self.days: set[date] = set()
        self.births: set[date] = set()
        self.countries: set[str] = set()
        self.numbers: set[str] = set()

    def word(self, field: str) -> str:
        self.count += 1
        word = f"{WORD}{self.count:03}"
        self.words[word] = field
        return word

    def id(self) -> str:
        self.count += 1
        self.ids.add(f"{ID}-{self.count:03}")
        return f"{ID}-{self.count:03}"

    def country(self) -> str:
        self.count += 1
        code = COUNTRIES[self.count % len(COUNTRIES)]
        self.countries.add(code)
        return code

    def day(self, year: int) -> str:
        self.count += 1
        day = date(year, 1 + self.count % 12, 11 + self.count % 17)
        self.days.add(day)
        return day.isoformat()

    def on(self, day: date) -> str:
        self.days.add(day)
        return day.isoformat()

    def birth(self, year: int) -> str:
        born = self.day(year)
        self.births.add(date.fromisoformat(born))
        return born

    def code(self) -> str:
        self.numbers.add("94799")
        return "94799"

    def number(self) -> int:
        self.count += 1
        number = 761_000_000 + self.count * 1009
        self.numbers.add(str(number))
        return number

    def small(self, least: int) -> float:
        """A number of which the digits behind the point tell it."""
        self.count += 1
        number = least + (501 + self.count) / 10_000
        self.numbers.add(f"{number:.4f}".replace(".", ""))
        return number


def _person(role: str, plant: _Planter) -> dict[str, Any]:
    word, country, day = plant.word, plant.country, plant.day
    year = _FIRST_YEAR + plant.count % 7

    def period(start: int, length: int) -> dict[str, Any]:
        return {"from": day(year + start), "to": day(year + start + length), "country": country()}

    return {
        "id": plant.id(), "role": role, "family_name": word("family_name"),
        "given_names": word("given_names"),
        "names": [
            {"family_name": word("names"), "given_names": word("names"), "reason": word("reason")},
        ],
        "date_of_birth": plant.birth(year), "country_of_birth": country(),
        "citizenships": [country(), country()], "marital_status": "widowed", "accompanying": True,
        "passports": [
            {"country": country(), "kind": "diplomatic", "number": word("number"),
             "issued": day(year + 40), "expires": day(year + 45)},
        ],
        "stays": [{**period(start, 6), "city": word("city"), "address": word("address")} for start in (0, 9, 20)],
        "activities": [
            {**period(start, 7), "kind": "employment", "title": word("title"), "organization": word("organization"),
             "city": word("city"), "noc": plant.code(), "teer": 2, "hours_per_week": plant.small(90),
             "remote": False}
            for start in (18, 20, 30)
        ],
        "trips": [{**period(start, 1), "purpose": "business"} for start in (21, 31)],
        "education": [{**period(6, 9), "level": "doctorate", "institution": word("institution")}],
        "language_tests": [
            {"test": "celpip-general", "taken": day(year + 41), "expires": day(year + 43),
             **{skill: plant.small(7) for skill in ("listening", "reading", "writing", "speaking")}},
        ],
        "status_in_canada": [{"from": day(year + 22), "to": day(year + 23), "kind": "worker"}],
        "refusals": [{"date": day(year + 24), "country": country(), "kind": "removal-order"}],
        "charges": [
            {"date": day(year + 25), "country": country(), "offence": word("offence"), "outcome": word("outcome")},
        ],
        "service": [{**period(26, 2), "kind": word("service"), "rank": word("rank")}],
    }  # fmt: skip


def _answer(question: Question, plant: _Planter, *, yes: bool) -> Any:
    """An answer that fits the question: yes or no, the first choice, or what can be told from everything else."""
    if question.type == "choice" and question.options:
        return next(iter(question.options))
    make: Mapping[str, Callable[[], Any]] = {
        "number": plant.number,
        "money": plant.number,
        "text": lambda: plant.word("answer"),
        "date": lambda: plant.day(2003),
        "country": plant.country,
    }
    return make[question.type]() if question.type and question.type in make else yes


_ROLES = ("principal-applicant", "spouse-or-partner", "dependent-child", "dependent-child", "sponsor", "other-family")


def planted(program: str, *, yes: bool = True) -> Planted:
    """A family of six that has said something of everything that the case file knows and the program asks.

    Every question was answered yes, or every one no.
    """
    plant = _Planter()
    book = Pack(examples=False).load(program)
    people = [_person(role, plant) for role in _ROLES]
    items = [compiled.requirement.id for compiled in book.requirements]
    answers: dict[str, Any] = {}
    for question in (compiled.question for compiled in book.questions):
        if question.type is not None:
            answers[question.fact] = _answer(question, plant, yes=yes)
    documents = [
        {"item": item, "person": person["id"], "country": plant.country(), "issued": plant.day(2004),
         "expires": plant.day(2005), "language": "tg", "translated": False, "original": True,
         "number": plant.word("number")}
        for item in items[:12]
        for person in people[:2]
    ]  # fmt: skip
    data = {
        "schema": 1, "program": program, "language": "en", "submitted": plant.on(date(2024, 10, 23)) if yes else None,
        "planned_submission": plant.on(date(2031, 2, 19)),
        "interview": {
            "date": plant.day(2028), "kind": "video", "city": plant.word("city"),
            "requested": [items[0], plant.word("requested")],
        },
        "people": people, "answers": answers, "documents": documents,
        "unsure": [f"people.{people[2]['id']}.stays[0].from"],
    }  # fmt: skip
    del data["people"][2]["stays"][0]["from"]  # type: ignore[index]
    if book.streams:
        data["stream"] = next(iter(book.streams))
    return Planted(
        data,
        plant.words,
        frozenset(plant.ids),
        frozenset(plant.days),
        frozenset(plant.births),
        frozenset(plant.countries),
        frozenset(plant.numbers),
    )


def told_days(days: frozenset[date], text: str, *, months: bool) -> set[str]:
    """The days that a text tells, in any of the ways in which outputs write them; the months too, where asked."""
    return {said for day in days for said in _said(day, months=months) if said in text}


def _said(day: date, *, months: bool) -> Iterator[str]:
    yield day.isoformat()
    for language in LANGUAGES:
        locale = Locale(language, "CA")
        yield format_date(day, "long", locale=locale)
        if months and day.year not in _OF_RULES:
            yield format_date(day, "LLLL yyyy", locale=locale)
    if months and day.year not in _OF_RULES:
        yield f"{day:%Y-%m}"


def told_numbers(numbers: frozenset[str], text: str) -> set[str]:
    """The numbers that a text tells, whatever stands between their digits."""
    digits = re.sub(r"(?<=\d)[., \u00a0\u202f](?=\d)", "", text)
    return {number for number in numbers if number in digits}


def told_countries(codes: frozenset[str], text: str) -> set[str]:
    """The countries that a text tells, by code or by name."""
    names = {code: {str(Locale(language, "CA").territories[code]) for language in LANGUAGES} for code in codes}
    return {code for code in codes if f'"{code}"' in text or any(name in text for name in names[code])}


def plain(text: str) -> str:
    """A text without what only breaks its lines or keeps its words together."""
    return re.sub(r"[\s\u00a0\u202f]+", " ", text)

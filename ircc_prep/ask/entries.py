"""The entries of the lists of a case file: which fields are asked, in which order, and an entry on one line."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ircc_prep.ask.fields import noun_field
from ircc_prep.ask.phrases import capital
from ircc_prep.ask.put import words_of
from ircc_prep.ask.talk import Talk
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.nouns import NOUN_FIELDS, field_path

Entry = dict[str, Any]
# What is asked of every entry. Other fields (hours, NOC, TEER …) are asked afterwards, where they turn out to matter.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "stay": ("country", "city", "from", "to"),
    "activity": ("kind", "title", "organization", "country", "city", "from", "to"),
    "trip": ("country", "purpose", "from", "to"),
    "passport": ("country", "kind", "number", "issued", "expires"),
    "refusal": ("kind", "country", "date"),
    "language_test": ("test", "taken", "listening", "reading", "writing", "speaking"),
    "education": ("level", "institution", "country", "from", "to"),
    "status": ("kind", "from", "to"),
    "charge": ("country", "date", "offence", "outcome"),
    "service": ("country", "kind", "rank", "from", "to"),
    "name": ("family_name", "given_names", "reason"),
}
_PERIODS = frozenset({"stay", "activity", "trip", "education", "status", "service"})
_FOLLOW_ON = frozenset({"stay", "activity"})  # one begins where another ended
_WITHOUT_ORGANIZATION = frozenset({"unemployment", "caring", "retired"})
_DATES = frozenset({"from", "to"})
_NAMES = frozenset({"family_name", "given_names"})  # nobody can tell one from the other by the words
# The day by which the entries of a list are put in order; an entry of a list without one is moved by hand.
_BEGINS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(_PERIODS, ("from", "to")),
    "passport": ("issued", "expires"), "refusal": ("date",), "charge": ("date",), "language_test": ("taken",),
}  # fmt: skip


def fields_of(noun: str, entry: Entry) -> tuple[str, ...]:
    """The fields to ask of an entry, given what is said of it so far: nobody is unemployed at an organization."""
    fields = FIELDS[noun]
    if noun == "activity" and entry.get("kind") in _WITHOUT_ORGANIZATION:
        return tuple(field for field in fields if field not in ("title", "organization"))
    return fields


def changeable(noun: str, entry: Entry) -> tuple[str, ...]:
    """Every field that can be changed: those that are asked, and whatever else the entry says."""
    asked = fields_of(noun, entry)
    known = {field_path(name) for name in NOUN_FIELDS[noun]}
    return (*asked, *(key for key in entry if key in known and key not in asked))


def is_dated(noun: str) -> bool:
    """Whether the entries of a list have a day by which they can be put in order."""
    return noun in _BEGINS


def started(noun: str, entry: Entry) -> PartialDate | None:
    """The day by which an entry is put in order."""
    return next((day for key in _BEGINS.get(noun, ()) if (day := day_of(entry, key)) is not None), None)


def ended(noun: str, entry: Entry) -> date:
    """The last day of an entry; far in the future while it goes on."""
    last = day_of(entry, "to" if noun in _PERIODS else "expires")
    return last.last if last else date.max


def day_of(entry: Entry, key: str) -> PartialDate | None:
    """A date of an entry; None where there is none, or it still goes on."""
    value = entry.get(key)
    try:
        return PartialDate.parse(str(value)) if value is not None else None
    except ValueError:
        return None


def described(talk: Talk, noun: str, entry: Entry) -> str:
    """An entry on one line: what it says, then when."""
    said = parts(talk, noun, entry, with_dates=True)
    if noun in _PERIODS and _DATES & set(entry):
        said.append(talk.say("date.from-to", **{key: _date_words(talk, key, entry) for key in ("from", "to")}))
    return " · ".join(said) or talk.say("ask.entry.empty")


def _date_words(talk: Talk, key: str, entry: Entry) -> str:
    """When an entry began or ended. An end that isn't known isn't one that was left out, nor one still to come."""
    return talk.phrases.date_value(entry[key]) if entry.get(key) else talk.say(f"lists.no-date.{key}")


def parts(talk: Talk, noun: str, entry: Entry, *, with_dates: bool = False) -> list[str]:
    """What an entry says besides when it began and ended, field by field."""
    without = _DATES if noun in _PERIODS else frozenset() if with_dates else frozenset(_BEGINS.get(noun, ()))
    return [_part(talk, noun, key, entry[key]) for key in FIELDS[noun] if key in entry and key not in without]


def _part(talk: Talk, noun: str, key: str, value: Any) -> str:
    """What a field says, with its title where the words alone don't tell which field they are of."""
    words = _field_words(talk, noun, key, value)
    if noun == "name" and key in _NAMES:
        return talk.say("ask.group.field", field=field_title(talk, noun, key), value=words)
    return words


def field_title(talk: Talk, noun: str, key: str) -> str:
    """What a field is called."""
    return capital(talk.phrases.say_or(f"field.{noun}.{key}", key))


def offered(noun: str, key: str, entry: Entry, others: list[Entry]) -> str | None:
    """The date that would join an entry to its neighbours: after the last one's end, or before the next one's start."""
    if noun not in _FOLLOW_ON:
        return None
    if key == "from":
        ends = [day_of(other, "to") for other in others]
        known = [end for end in ends if end is not None]
        return following(max(known, key=_last)) if known and len(known) == len(others) else None
    begun = day_of(entry, "from")
    starts = [start for other in others if (start := day_of(other, "from")) and begun and begun.before(start)]
    return preceding(min(starts, key=_first)) if key == "to" and starts else None


def following(end: PartialDate) -> str:
    """The day after a day; of a month or a year the same one, since lists are kept by month."""
    return str(end.plus_days(1) if end.exact else end)


def preceding(start: PartialDate) -> str:
    """The day before a day; of a month or a year the same one."""
    return str(start.plus_days(-1) if start.exact else start)


def _first(day: PartialDate) -> date:
    return day.first


def _last(day: PartialDate) -> date:
    return day.last


def entry_names(talk: Talk, noun: str, entry: Entry) -> dict[str, str]:
    """The fields of an entry in words, for a question that mentions them: a country's name, not its code."""
    names = {key: _field_words(talk, noun, key, value) for key, value in entry.items() if isinstance(value, str)}
    return names | ({"country": talk.phrases.in_sentence(entry["country"])} if entry.get("country") else {})


def _field_words(talk: Talk, noun: str, key: str, value: Any) -> str:
    field = noun_field(noun, key, talk.phrases.wording)
    words = words_of(talk, field, value)
    if key in ("issued", "expires"):
        return talk.say(f"date.{key}", date=talk.phrases.when(value))
    if noun == "language_test" and field.kind == "number":
        return f"{field_title(talk, noun, key)} {words}"
    return words

"""The entries of the lists of a case file: which fields are asked, in which order, and an entry on one line."""

from collections.abc import Mapping
from typing import Any

from ircc_prep.ask.fields import noun_field
from ircc_prep.ask.phrases import capital
from ircc_prep.ask.put import words_of
from ircc_prep.ask.talk import Talk

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


def fields_of(noun: str, entry: Entry) -> tuple[str, ...]:
    """The fields to ask of an entry, given what is said of it so far: nobody is unemployed at an organization."""
    fields = FIELDS[noun]
    if noun == "activity" and entry.get("kind") in _WITHOUT_ORGANIZATION:
        return tuple(field for field in fields if field not in ("title", "organization"))
    return fields


def described(talk: Talk, noun: str, entry: Entry) -> str:
    """An entry on one line: what it says, then when."""
    keys = [key for key in FIELDS[noun] if key in entry and not (noun in _PERIODS and key in _DATES)]
    parts = [_field_words(talk, noun, key, entry[key]) for key in keys]
    if noun in _PERIODS and _DATES & set(entry):
        parts.append(talk.phrases.period(entry.get("from"), entry.get("to")))
    return " · ".join(parts) or talk.say("ask.entry.empty")


def field_title(talk: Talk, noun: str, key: str) -> str:
    """What a field is called."""
    return capital(talk.phrases.say_or(f"field.{noun}.{key}", key))


def offered(noun: str, key: str, entry: Entry, others: list[Entry]) -> str | None:
    """The date that would join an entry to its neighbours: where the last one ended, or where the next one began."""
    if noun not in _FOLLOW_ON:
        return None
    if key == "from":
        ends = [str(other["to"]) for other in others if other.get("to")]
        return max(ends) if ends and len(ends) == len(others) and "present" not in ends else None
    begun = str(entry.get("from", ""))
    starts = [str(other["from"]) for other in others if str(other.get("from", "")) > begun]
    return min(starts) if key == "to" and starts and begun else None


def entry_names(talk: Talk, noun: str, entry: Entry) -> dict[str, str]:
    """The fields of an entry in words, for a question that mentions them: a country's name, not its code."""
    names = {key: _field_words(talk, noun, key, value) for key, value in entry.items() if isinstance(value, str)}
    return names | ({"country": talk.phrases.in_sentence(entry["country"])} if entry.get("country") else {})


def _field_words(talk: Talk, noun: str, key: str, value: Any) -> str:
    field = noun_field(noun, key, talk.phrases.wording)
    words = words_of(talk, field, value)
    if key in ("issued", "expires"):
        return talk.say(f"date.{key}", date=words)
    if noun == "language_test" and field.kind == "number":
        return f"{field_title(talk, noun, key)} {words}"
    return words

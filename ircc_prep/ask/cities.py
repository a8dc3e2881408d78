"""Cities as they were typed before in this case, so that one spelling is used throughout."""

from typing import Any

from ircc_prep.ask.countries import folded
from ircc_prep.ask.keeper import Data
from ircc_prep.ask.settling import Settle, Suggest, choose
from ircc_prep.ask.talk import Talk

FEWEST_LETTERS = 3
MOST_SHOWN = 6


def known_cities(data: Data, country: str | None) -> list[str]:
    """The cities of this case, those of a country first, the latest typed before the others; each once."""
    listed = _entries(data)
    there = [_city(entry) for entry in listed if country and entry.get("country") == country]
    elsewhere = [_city(entry) for entry in listed]
    elsewhere.append(_city(data.get("interview") or {}))
    cities: dict[str, str] = {}
    for city in filter(None, [*reversed(there), *reversed(elsewhere)]):
        cities.setdefault(folded(city), city)
    return list(cities.values())


def suggestions(cities: list[str]) -> Suggest:
    """The cities that hold what is being typed."""
    return lambda part: [city for city in cities if folded(part) in folded(city)][:MOST_SHOWN]


def cities_in(data: Data, country: str | None) -> list[str]:
    """The cities typed before in one country, the latest first."""
    there = {folded(_city(entry)) for entry in _entries(data) if country and entry.get("country") == country}
    return [city for city in known_cities(data, country) if folded(city) in there]


def settle_city(talk: Talk, data: Data, country: str | None) -> Settle:
    """A city typed before is spelt as before; the beginning of one in the same country is asked about."""
    known, there = known_cities(data, country), cities_in(data, country)

    def settle(typed: str) -> str | None:
        words = folded(typed)
        if same := next((city for city in known if words and folded(city) == words), None):
            return same
        longer = [city for city in there if folded(city).startswith(words)] if len(words) >= FEWEST_LETTERS else []
        if not longer:
            return typed
        as_typed = talk.say("lists.city.as-typed", typed=typed.strip())
        options = [(city, city) for city in longer[:MOST_SHOWN]]
        return choose(talk, talk.say("lists.city.same"), options, as_typed) or typed

    return settle


def _entries(data: Data) -> list[dict[str, Any]]:
    people = data.get("people") or []
    return [entry for person in people for key in ("stays", "activities") for entry in person.get(key) or []]


def _city(entry: dict[str, Any]) -> str:
    return str(entry.get("city") or "")

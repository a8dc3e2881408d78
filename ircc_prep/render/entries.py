"""One entry of the case file in a few words: a stay, a job, a trip, a passport."""

from collections.abc import Callable, Iterable
from typing import Any

from ircc_prep.core import case
from ircc_prep.core.dates import PartialDate
from ircc_prep.render.words import Words

Parts = Iterable[str | None]


def entry_words(entry: case.Noun, words: Words) -> str:
    """The entry as its owner would recognise it; empty when nothing of it is known."""
    describe = _DESCRIBE.get(type(entry))
    parts = describe(entry, words) if describe else ()
    return ", ".join(part for part in parts if part)


def paper_words(paper: case.Noun, kind: str, words: Words) -> str:
    """A paper in hand as a row needs it: when it was issued, done or paid, until when it holds, a foreign language."""
    if isinstance(paper, case.Passport):
        dates = (_dated("issued", paper.issued, words), _dated("expires", paper.expires, words))
        return ", ".join(part for part in (_country(paper.country, words), *dates) if part)
    if not isinstance(paper, case.Document):
        return entry_words(paper, words)
    foreign = paper.language and paper.language.split("-")[0].lower() not in {"en", "fr"}
    language = words.language_name(paper.language) if paper.language and foreign else None
    parts = (
        _dated({"form": "filled", "fee": "paid", "step": "done"}.get(kind, "issued"), paper.issued, words),
        _dated("expires", paper.expires, words),
        words.say("date.with-translation", language=language) if language and paper.translated else language,
    )
    return ", ".join(part for part in parts if part)


def _country(code: str | None, words: Words) -> str | None:
    return words.country(code) if code else None


def _choice(group: str, value: str | None, words: Words) -> str | None:
    return words.say(f"choice.{group}.{value}") if value else None


def _span(period: case.Period, words: Words) -> str | None:
    if period.start is None and period.end is None:
        return None
    return words.period(period.start, period.end, ongoing=True)


def _dated(key: str, when: PartialDate | None, words: Words) -> str | None:
    return words.say(f"date.{key}", date=words.when(when)) if when else None


def _stay(stay: case.Stay, words: Words) -> Parts:
    return stay.city, _country(stay.country, words), _span(stay, words)


def _activity(activity: case.Activity, words: Words) -> Parts:
    what = activity.title or _choice("activity", activity.kind, words)
    return what, activity.organization, _country(activity.country, words), _span(activity, words)


def _trip(trip: case.Trip, words: Words) -> Parts:
    return _country(trip.country, words), _choice("trip", trip.purpose, words), _span(trip, words)


def _passport(passport: case.Passport, words: Words) -> Parts:
    # The number stays out: the packet lies open on tables.
    country = _country(passport.country, words)
    if passport.issued and passport.expires:
        return country, words.period(passport.issued, passport.expires, ongoing=False)
    return country, _dated("issued", passport.issued, words), _dated("expires", passport.expires, words)


def _refusal(refusal: case.Refusal, words: Words) -> Parts:
    when = words.date(refusal.date) if refusal.date else None
    return _country(refusal.country, words), _choice("refusal", refusal.kind, words), when


def _language_test(test: case.LanguageTest, words: Words) -> Parts:
    return _choice("language_test", test.test, words), words.date(test.taken) if test.taken else None


def _education(education: case.Education, words: Words) -> Parts:
    level = _choice("education", education.level, words)
    return level, education.institution, _country(education.country, words), _span(education, words)


def _status(status: case.StatusInCanada, words: Words) -> Parts:
    return _choice("status", status.kind, words), _span(status, words)


def _charge(charge: case.Charge, words: Words) -> Parts:
    when = words.date(charge.date) if charge.date else None
    return charge.offence, _country(charge.country, words), charge.outcome, when


def _service(service: case.Service, words: Words) -> Parts:
    return service.kind, service.rank, _country(service.country, words), _span(service, words)


def _name(name: case.OtherName, words: Words) -> Parts:
    del words
    return " ".join(part for part in (name.given_names, name.family_name) if part), name.reason


def _document(document: case.Document, words: Words) -> Parts:
    language = words.language_name(document.language) if document.language else None
    return (
        _country(document.country, words),
        _dated("issued", document.issued, words),
        _dated("expires", document.expires, words),
        language,
    )


_DESCRIBE: dict[type[case.Noun], Callable[[Any, Words], Parts]] = {
    case.Stay: _stay,
    case.Activity: _activity,
    case.Trip: _trip,
    case.Passport: _passport,
    case.Refusal: _refusal,
    case.LanguageTest: _language_test,
    case.Education: _education,
    case.StatusInCanada: _status,
    case.Charge: _charge,
    case.Service: _service,
    case.OtherName: _name,
    case.Document: _document,
}

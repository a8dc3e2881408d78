"""Contradictions put into a clean family, one at a time: what an officer would raise, and about whom.

Each function changes the family and gives the id of the person concerned (None: the couple or the case), or SKIP where
this family offers no place for it. Its name is the finding's code. The changes are large enough to hold in every
reading of dates known by month.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from ircc_prep.core.dates import add_months, add_years
from tests.corpus.families import Family
from tests.corpus.lives import DAY, TODAY, Entry, Life
from tests.corpus.memory import to_the_day, to_the_month

SKIP = "nobody"
WINDOW = date(2018, 1, 1)  # well inside the ten years before any submission of the corpus
WITH_A_CARD = ("FR", "UA")  # their citizens go to some of the corpus's holidays with an identity card
ELSEWHERE = "NZ"  # where nobody of the corpus lives


@dataclass(frozen=True)
class Error:
    """A kind of contradiction; `brings` are findings that follow from it too."""

    code: str
    inject: Callable[[Family], str | None]
    brings: frozenset[str] = field(default_factory=frozenset)


ERRORS: list[Error] = []


def error(*brings: str) -> Callable[[Callable[[Family], str | None]], Callable[[Family], str | None]]:
    """Registers a kind of contradiction under its function's name."""

    def register(inject: Callable[[Family], str | None]) -> Callable[[Family], str | None]:
        code = inject.__name__.rstrip("_").replace("_", "-").removesuffix("-2")
        ERRORS.append(Error(code, inject, frozenset(brings)))
        return inject

    return register


def remembered_well(family: Family) -> Family:
    """The family with a memory in which what was put in is certain."""
    family.memory = family.random.choice((to_the_day, to_the_month))
    return family


def adults(family: Family) -> Iterator[tuple[str, Life]]:
    """Those whose histories the forms ask for."""
    for person in family.people:
        if person["role"] != "dependent-child":
            yield person["id"], family.lives[person["id"]]


def ends(entry: Entry) -> date:
    """The last day of an entry up to today."""
    return entry["to"] or TODAY


def alone_in(lane: list[Entry], entry: Entry) -> bool:
    """Whether nothing else of the lane runs beside the entry."""
    return all(each is entry or ends(each) < entry["from"] or each["from"] > ends(entry) for each in lane)


def long_ones(lane: list[Entry], days: int, **wanted: object) -> Iterator[Entry]:
    """Entries inside the window that last so many days, have nothing beside them, and are as wanted."""
    for entry in lane:
        if (
            entry["from"] >= WINDOW
            and (ends(entry) - entry["from"]).days > days
            and alone_in(lane, entry)
            and all(entry.get(key) == value for key, value in wanted.items())
        ):
            yield entry


def jobs(life: Life, days: int = 400) -> Iterator[Entry]:
    """Full-time jobs at a workplace."""
    for entry in long_ones(life.activities, days, remote=False, kind="employment"):
        if entry.get("hours_per_week", 0) >= 35:
            yield entry


# --- history


@error()
def history_gap(family: Family) -> str | None:
    """The end of an activity is forgotten: three months are empty."""
    if family.program != "express-entry":
        return SKIP
    for id, life in adults(family):
        for entry in long_ones(life.activities, 300):
            if entry["to"]:
                entry["to"] -= timedelta(days=100)
                return id
    return SKIP


@error()
def history_gap_2(family: Family) -> str | None:
    """A whole activity is left out."""
    if family.program != "express-entry":
        return SKIP
    for id, life in adults(family):
        for entry in long_ones(life.activities, 100):
            if entry["to"]:
                life.activities.remove(entry)
                return id
    return SKIP


@error(
    "work-where-not-living", "canada-without-status", "work-without-permission", "couple-apart", "cohabitation-clash"
)
def address_gap(family: Family) -> str | None:
    """A home is left out."""
    if family.program != "express-entry":
        return SKIP
    for id, life in adults(family):
        for entry in long_ones(life.stays, 100):
            if entry["to"]:
                life.stays.remove(entry)
                return id
    return SKIP


@error("couple-apart", "cohabitation-clash")
def two_homes(family: Family) -> str | None:
    """Two countries at once for eight months."""
    for id, life in adults(family):
        for entry in long_ones(life.stays, 400):
            day = entry["from"] + 60 * DAY
            life.stays.append({"from": day, "to": add_months(day, 8), "country": ELSEWHERE, "city": "Town X"})
            return id
    return SKIP


@error("work-where-not-living", "impossible-hours")
def two_full_time_jobs(family: Family) -> str | None:
    """Two workplaces in two countries at once."""
    for id, life in adults(family):
        for entry in jobs(life):
            day = entry["from"] + 60 * DAY
            life.activities.append({**entry, "from": day, "to": add_months(day, 8), "country": ELSEWHERE})
            return id
    return SKIP


@error("two-full-time-jobs")
def impossible_hours(family: Family) -> str | None:
    """Two jobs of 70 hours a week."""
    for id, life in adults(family):
        for entry in jobs(life):
            entry["hours_per_week"] = 70
            life.activities.append({**entry, "from": entry["from"] + 30 * DAY, "title": "Cook"})
            return id
    return SKIP


@error("trip-while-working", "canadian-work-claim", "figure-below-threshold")
def work_where_not_living(family: Family) -> str | None:
    """A job at a workplace in a country where the person neither lived nor travelled."""
    for id, life in adults(family):
        for entry in jobs(life):
            entry["country"] = ELSEWHERE
            return id
    return SKIP


@error("education-not-in-history", "work-where-not-living", "two-homes")
def study_against_work(family: Family) -> str | None:
    """Full-time studies in one country beside a workplace in another."""
    for id, life in adults(family):
        for entry in jobs(life):
            study = {"from": entry["from"] + 30 * DAY, "to": entry["from"] + 390 * DAY, "country": ELSEWHERE}
            life.education.append({**study, "level": "one-year"})
            life.activities.append({**study, "kind": "study"})
            return id
    return SKIP


@error("education-not-in-history")
def education_age(family: Family) -> str | None:
    """A bachelor's degree at fourteen."""
    life = family.lives["ana"]
    life.education.append(
        {"from": add_years(life.born, 11), "to": add_years(life.born, 14), "level": "bachelor", "country": life.home}
    )
    return "ana"


@error("two-full-time-jobs", "education-age", "work-where-not-living", "impossible-hours", "study-against-work")
def before_birth(family: Family) -> str | None:
    """A job that began before its holder was born."""
    life = family.lives["ana"]
    start = add_years(life.born, -3)
    life.activities.append({"from": start, "to": start + 300 * DAY, "kind": "employment", "country": life.home})
    return "ana"


@error("charge-unlisted", "changed-since-submission")
def in_the_future(family: Family) -> str | None:
    """A charge that is still to come."""
    family.person("ana")["charges"] = [{"date": date(2029, 4, 2), "country": "PH", "offence": "Speeding"}]
    return "ana"


# --- travel and passports


@error("lived-only-as-visits", "passport-gap", "two-trips-at-once", "couple-apart")
def trip_while_working(family: Family) -> str | None:
    """Eight months of holidays from a full-time job. With a newborn they may be a leave."""
    born = [life.born for life in family.lives.values()]
    for id, life in adults(family):
        for entry in jobs(life):
            day = entry["from"] + 20 * DAY
            if any(add_months(each, -9) < day < add_months(each, 19) for each in born):
                continue
            life.trips = [{"from": day, "to": add_months(day, 8), "country": "TH", "purpose": "tourism"}]
            return id
    return SKIP


@error("trip-while-working", "passport-gap", "two-trips-at-once", "couple-apart")
def lived_only_as_visits(family: Family) -> str | None:
    """A visit of nine months to a country where nobody says they lived."""
    for id, life in adults(family):
        for entry in long_ones(life.stays, 500):
            day = entry["from"] + 30 * DAY
            life.trips = [{"from": day, "to": add_months(day, 9), "country": ELSEWHERE, "purpose": "visit"}]
            return id
    return SKIP


@error("passport-gap", "trip-while-working")
def two_trips_at_once(family: Family) -> str | None:
    """Two countries at once for a week and more."""
    family.memory = to_the_day
    for id, life in adults(family):
        for entry in life.trips:
            start = entry["to"] - 2 * DAY if (entry["to"] - entry["from"]).days < 12 else entry["to"] - 9 * DAY
            entry["from"] = min(entry["from"], start - 8 * DAY)
            start = entry["to"] - 9 * DAY
            later = {"from": start, "to": entry["to"] + 12 * DAY, "country": ELSEWHERE, "purpose": "visit"}
            life.trips.append(later)
            return id
    return SKIP


@error()
def passport_gap(family: Family) -> str | None:
    """The passport of a journey is left out."""
    for id, life in adults(family):
        for trip in life.trips:
            rest = [each for each in life.passports if each["expires"] < trip["from"] or each["issued"] > trip["to"]]
            if rest and trip["country"] != life.home and life.home not in WITH_A_CARD:
                life.passports = rest
                return id
    return SKIP


@error("letter-list")
def passport_expires(family: Family) -> str | None:
    """The passport ends two days before the interview."""
    if not family.submitted or not family.lives["ana"].passports:
        return SKIP
    day = TODAY + timedelta(days=40)
    family.interview = {"date": day, "kind": "in-person"}
    family.person("ana")["accompanying"] = True
    life = family.lives["ana"]
    life.passports[:-1] = [each for each in life.passports[:-1] if each["expires"] < day - 2 * DAY]
    life.passports[-1]["expires"] = day - 2 * DAY
    life.passports[-1]["issued"] = add_years(day, -10)
    return "ana"


@error()
def passport_country(family: Family) -> str | None:
    """A passport of a country that isn't among the citizenships."""
    life = family.lives["ana"]
    if not life.passports:
        return SKIP
    life.passports.append({**life.passports[-1], "country": ELSEWHERE})
    return "ana"


@error("passport-gap", "passport-expires")
def passport_dates(family: Family) -> str | None:
    """A passport that ended before it was issued."""
    if not family.lives["ana"].passports:
        return SKIP
    first = family.lives["ana"].passports[-1]
    family.lives["ana"].passports.append({**first, "expires": first["issued"] - 400 * DAY})
    return "ana"


@error()
def same_number(family: Family) -> str | None:
    """One passport number for two people."""
    if len(family.people) < 2 or not family.lives["ana"].passports:
        return SKIP
    for person in family.people[:2]:
        family.lives[person["id"]].passports[-1]["number"] = "X7654321"
    return None

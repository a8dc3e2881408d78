"""One person's life, made up but without a contradiction: where they lived, what they did, how they travelled.

A life is a chain of chapters (school, service, studies, jobs, the time between) that leaves no day out. Dates are real
days here; how exactly the person remembers them is put on afterwards (`memory.py`).
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from ircc_prep.core.dates import add_months, add_years

DAY = timedelta(days=1)
TODAY = date(2026, 11, 22)
HOMES = ("PH", "IN", "NG", "BR", "FR", "MA", "VN", "UA", "CO", "KR", "IR", "LB")
ABROAD = ("AE", "SG", "QA", "DE", "GB", "SA", "JP", "AU")
HOLIDAYS = ("TH", "IT", "TR", "MX", "GE", "PT")
TITLES = ("Nurse", "Welder", "Accountant", "Cook", "Software developer", "Teacher", "Electrician", "Storekeeper")
NOCS = {1: "31301", 2: "72106", 0: "10010"}
Entry = dict[str, Any]


@dataclass
class Life:
    """A person's lists, each entry with real days under `from` and `to` (None: it goes on)."""

    born: date
    home: str
    stays: list[Entry] = field(default_factory=list)
    activities: list[Entry] = field(default_factory=list)
    education: list[Entry] = field(default_factory=list)
    trips: list[Entry] = field(default_factory=list)
    status: list[Entry] = field(default_factory=list)
    service: list[Entry] = field(default_factory=list)
    passports: list[Entry] = field(default_factory=list)

    def country_on(self, day: date) -> str:
        """Where the person lives on a day."""
        return next(str(s["country"]) for s in self.stays if s["from"] <= day and (s["to"] is None or s["to"] >= day))


def a_life(random: Random, born: date, home: str, *, canada: bool, moves_on: date | None = None) -> Life:
    """An adult's life up to today. `canada`: the last chapters are there. `moves_on`: they stay at home until then."""
    life = Life(born, home)
    grown = add_years(born, 18)
    day = _schooling(life, random, grown)
    country, settled = home, home
    chapters: list[Entry] = []
    while day < TODAY - 200 * DAY:
        if random.random() < 0.35 and (moves_on is None or day >= moves_on):
            settled = random.choice(ABROAD)
        if canada and day > TODAY - random.randrange(1100, 2600) * DAY:
            settled = "CA"
        chapters += _between(random, day, country) if random.random() < 0.3 and country == settled else []
        day = chapters[-1]["to"] + DAY if chapters and chapters[-1]["to"] >= day else day
        country = settled
        job = _job(random, day, country)
        if job["to"] >= TODAY - 150 * DAY:
            break
        chapters.append(job)
        day = job["to"] + DAY
    chapters.append({**_job(random, day, country), "from": day, "to": None})
    life.activities += chapters
    _homes(life, random)
    _statuses(life)
    return life


def _schooling(life: Life, random: Random, grown: date) -> date:
    """School, then perhaps service, then perhaps studies; gives the day after."""
    leaves = date(grown.year, random.choice((3, 6, 7)), random.randrange(1, 28))
    if leaves < grown:
        leaves = add_years(leaves, 1)
    life.education.append(
        {"from": date(leaves.year - 5, 9, 1), "to": leaves, "level": "secondary", "country": life.home}
    )
    life.activities.append({"from": date(leaves.year - 5, 9, 1), "to": leaves, "kind": "study", "country": life.home})
    day = leaves + DAY
    if random.random() < 0.15:
        ends = add_months(day, 12) - DAY
        life.activities.append({"from": day, "to": ends, "kind": "military-service", "country": life.home})
        life.service.append({"from": day, "to": ends, "country": life.home, "kind": "military", "rank": "private"})
        day = ends + DAY
    if random.random() < 0.7:
        ends = add_months(day, random.choice((24, 36, 48))) - DAY
        level = "two-year" if ends < add_months(day, 30) else "bachelor"
        life.education.append({"from": day, "to": ends, "level": level, "country": life.home})
        life.activities.append({"from": day, "to": ends, "kind": "study", "country": life.home})
        if random.random() < 0.4:  # work beside the studies
            life.activities.append(_work(day + 60 * DAY, ends - 60 * DAY, life.home, hours_per_week=12))
        day = ends + DAY
    return day


def _job(random: Random, day: date, country: str) -> Entry:
    ends = day + timedelta(days=random.randrange(300, 1900))
    kind = "self-employment" if random.random() < 0.1 and country != "CA" else "employment"
    job = _work(day, ends, country, hours_per_week=random.choice((35, 40, 40, 48)))
    teer = random.choice((0, 1, 2))
    remote = random.random() < 0.12
    return {**job, "kind": kind, "title": random.choice(TITLES), "noc": NOCS[teer], "teer": teer, "remote": remote}


def _work(day: date, ends: date, country: str, **more: Any) -> Entry:
    return {"from": day, "to": ends, "kind": "employment", "title": "Waiter", "country": country, **more}


def _between(random: Random, day: date, country: str) -> list[Entry]:
    ends = day + timedelta(days=random.randrange(20, 300))
    return [{"from": day, "to": ends, "kind": random.choice(("unemployment", "caring", "other")), "country": country}]


def _homes(life: Life, random: Random) -> None:
    """One address follows another; each change of country is a move, and there are moves within a country."""
    main = [each for each in life.activities if each.get("hours_per_week") != 12]
    moved: list[tuple[date, str]] = [(life.born, life.home)]
    for each in main:
        if each["country"] != moved[-1][1] or (random.random() < 0.15 and each["from"] > moved[-1][0]):
            moved.append((each["from"], each["country"]))
    for index, (day, country) in enumerate(moved):
        ends = moved[index + 1][0] - DAY if index + 1 < len(moved) else None
        life.stays.append({"from": day, "to": ends, "country": country, "city": f"Town {index}"})


def _statuses(life: Life) -> None:
    for stay in life.stays:
        if stay["country"] == "CA":
            started = stay["from"]
            ends = stay["to"] or date(2028, 6, 30)
            if life.status and life.status[-1]["to"] == started - DAY:
                life.status[-1]["to"] = ends
            else:
                life.status.append({"from": started, "to": ends, "kind": "worker"})


def add_passports(life: Life, random: Random, since: date, years: int = 10) -> None:
    """One passport after another from a day on, each renewed some months before the last one ends."""
    day = since
    while True:
        ends = add_years(day, years) - DAY
        life.passports.append({"country": life.home, "kind": "ordinary", "issued": day, "expires": ends})
        if ends > TODAY + 900 * DAY:
            return
        day = min(ends - timedelta(days=random.randrange(200, 500)), TODAY - 30 * DAY)


def add_trips(life: Life, random: Random, since: date, count: int) -> None:
    """Short journeys, one after another, from where the person lives to somewhere else, on a valid passport."""
    day = max(since, life.passports[0]["issued"]) + timedelta(days=random.randrange(30, 200))
    for _ in range(count):
        ends = day + timedelta(days=random.randrange(4, 24))
        if ends > TODAY - 10 * DAY:
            return
        here = {life.country_on(day - DAY), life.country_on(day), life.country_on(ends)}
        there = life.home if life.home not in here else random.choice(HOLIDAYS)
        if len(here) == 1:
            life.trips.append({"from": day, "to": ends, "country": there, "purpose": "tourism"})
        day = ends + timedelta(days=random.randrange(60, 500))

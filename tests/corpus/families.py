"""Families whose files hold no contradiction: many shapes, programs, calendars and memories, the same for a seed."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from ircc_prep.core.case import Case
from ircc_prep.core.dates import add_years
from ircc_prep.core.evaluate import evaluate
from tests.core.review.reading import book
from tests.corpus.lives import DAY, HOMES, TODAY, Entry, Life, a_life, add_passports, add_trips
from tests.corpus.memory import Memory, a_memory, by_year, to_the_day, told

PROGRAMS = (
    ("express-entry", "fsw"), ("express-entry", "cec"), ("express-entry", "fst"),
    ("temporary-resident-permit", None), ("pr-landing", "portal"), ("pr-landing", "port-of-entry"),
)  # fmt: skip
COUPLES = ("married", "common-law")
ALONE = ("single", "single", "divorced", "widowed", "separated")
ENOUGH_POINTS = 75  # whatever is put into the file leaves the 67 that are needed
REFUGEES = 0.35  # of those who confirm their residence in the portal
STRONG = {"test": "celpip-general", "taken": TODAY - timedelta(days=200)} | dict.fromkeys(
    ("listening", "reading", "writing", "speaking"), 10
)


@dataclass
class Family:
    """A family as the generator knows it: real days, before anybody's memory is laid over them."""

    random: Random
    program: str
    stream: str | None
    submitted: date | None
    planned: date | None
    memory: Memory
    lives: dict[str, Life] = field(default_factory=dict)
    people: list[dict[str, Any]] = field(default_factory=list)
    answers: dict[str, Any] = field(default_factory=dict)
    documents: list[Entry] = field(default_factory=list)
    interview: dict[str, Any] | None = None

    def person(self, id: str) -> dict[str, Any]:
        """A person's own part of the case."""
        return next(person for person in self.people if person["id"] == id)

    def asks(self, answer: str) -> bool:
        """Whether the program asks that question: a case file may hold no other."""
        return answer in book(self.program).answer_types

    @property
    def applied(self) -> date:
        """The day of submission, or the one that is planned."""
        return self.submitted or self.planned or TODAY

    def case(self) -> dict[str, Any]:
        """The case file. Booklets and certificates are copied from; the rest is as the family remembers it."""
        people = []
        for person in self.people:
            life = self.lives[person["id"]]
            lists: dict[str, Any] = {
                "stays": life.stays, "activities": life.activities, "education": life.education, "trips": life.trips,
                "status_in_canada": life.status, "service": life.service,
            }  # fmt: skip
            copied = {"passports": life.passports, "language_tests": person.get("language_tests", [])}
            plain = {key: value for key, value in person.items() if key not in copied and key != "date_of_birth"}
            born = told(life.born, self.memory) if self.memory is by_year else life.born.isoformat()
            merged = {**plain, "date_of_birth": born, **told(lists, self.memory), **told(copied, to_the_day)}
            people.append(merged)
        whole = {
            "schema": 1, "program": self.program, "stream": self.stream, "submitted": self.submitted,
            "planned_submission": self.planned, "interview": self.interview, "people": people,
            "answers": {id: value for id, value in self.answers.items() if self.asks(id)},
            "documents": self.documents,
        }  # fmt: skip
        return dict(told({key: value for key, value in whole.items() if value is not None}, to_the_day))


def a_family(seed: int) -> Family:
    """A family without a contradiction."""
    random = Random(seed)
    program, stream = PROGRAMS[seed % len(PROGRAMS)]
    in_canada = stream in ("cec", "portal") or random.random() < 0.2
    planned = program == "express-entry" and random.random() < 0.3
    day = TODAY + timedelta(days=random.randrange(10, 40)) if planned else TODAY - timedelta(random.randrange(40, 130))
    family = Family(random, program, stream, None if planned else day, day if planned else None, a_memory(random))
    home = random.choice(HOMES)
    grown_up = date(random.randrange(1988, 1998), random.randrange(1, 13), random.randrange(1, 28))
    _add(family, "ana", "principal-applicant", a_life(random, grown_up, home, canada=in_canada))
    _marry(family, in_canada=in_canada)
    _children(family)
    if stream == "portal" and random.random() < REFUGEES:
        _seek_protection(family)
    else:
        for life in family.lives.values():
            _travel(family, life)
    _answers(family)
    _papers(family)
    if family.stream == "fsw" and _points(family) < ENOUGH_POINTS:
        family.stream = "fst"  # too few points are no contradiction, but are raised as well
    return family


def _points(family: Family) -> float:
    """The selection points that are certain."""
    case = Case.model_validate(family.case())
    return next(
        (each.low or 0 for each in evaluate(book(family.program), case, TODAY).figures if each.name == "fsw-points"), 0
    )


def _add(family: Family, id: str, role: str, life: Life) -> dict[str, Any]:
    person: dict[str, Any] = {
        "id": id, "role": role, "given_names": id.capitalize(), "family_name": "Sample", "names": [],
        "country_of_birth": life.home, "citizenships": [life.home], "language_tests": [], "refusals": [], "charges": [],
    }  # fmt: skip
    if role != "principal-applicant":
        person["accompanying"] = family.random.random() < 0.85
    family.lives[id] = life
    family.people.append(person)
    return person


def _marry(family: Family, *, in_canada: bool) -> None:
    """Half of the applicants have a partner, who lives where they live since they were a couple."""
    random, own = family.random, family.lives["ana"]
    applicant = family.person("ana")
    if random.random() < 0.45:
        applicant["marital_status"] = random.choice(ALONE)
        return
    status = random.choice(COUPLES)
    applicant["marital_status"] = status
    together = max(add_years(own.born, random.randrange(22, 27)), date(2012, 1, 1))
    born = own.born + timedelta(days=random.randrange(-1500, 1500))
    partner = a_life(random, min(born, add_years(together, -21)), own.home, canada=False, moves_on=TODAY)
    _join(partner, own, together)
    _add(family, "ben", "spouse-or-partner", partner)["marital_status"] = status
    family.answers["relationship.first_met"] = f"{together - timedelta(days=700):%Y-%m}"
    if status == "married":
        family.answers["relationship.married_on"] = together.isoformat()
    family.answers["relationship.lives_together"] = True


def _join(partner: Life, own: Life, day: date) -> None:
    """From that day the partner lives, and works or cares for the family, where the applicant lives."""
    for lane in (partner.stays, partner.activities, partner.service, partner.education):
        lane[:] = [each for each in lane if each["from"] < day]
        for each in lane:
            each["to"] = min(each["to"] or TODAY, day - DAY)
    shared = [each for each in own.stays if each["to"] is None or each["to"] >= day]
    for stay in shared:
        partner.stays.append({**stay, "from": max(stay["from"], day)})
        kind = "caring" if stay["country"] == "CA" else "employment"
        more = {"hours_per_week": 40, "title": "Clerk"} if kind == "employment" else {}
        since = max(stay["from"], day)
        partner.activities.append({"from": since, "to": stay["to"], "kind": kind, "country": stay["country"], **more})
    partner.status = [{**each, "from": max(each["from"], day), "kind": "visitor"} for each in own.status]
    partner.status = [{**each, "kind": "worker"} for each in partner.status if each["from"] <= each["to"]]


def _children(family: Family) -> None:
    """None to three children, who live where the applicant lives; some come from before."""
    random, own = family.random, family.lives["ana"]
    married = family.answers.get("relationship.married_on") or family.answers.get("relationship.first_met")
    first = date.fromisoformat(f"{married}-01"[:10]) if married else add_years(own.born, 24)
    day = max(first, add_years(own.born, 22)) + timedelta(days=random.randrange(400, 900))
    for index in range(random.choice((0, 0, 1, 1, 2, 3))):
        if day > family.applied - timedelta(days=300) or day < date(2009, 1, 1):
            break
        child = Life(day, own.home)
        child.stays = [
            {**stay, "from": max(stay["from"], day)} for stay in own.stays if stay["to"] is None or stay["to"] >= day
        ]
        child.status = [
            {**each, "from": max(each["from"], day), "kind": "visitor"} for each in own.status if each["to"] >= day
        ]
        for each in child.status:
            each["kind"] = "student"
        person = _add(family, f"kid{index}", "dependent-child", child)
        person["marital_status"] = "single"
        person["country_of_birth"] = own.country_on(day)
        day += timedelta(days=random.randrange(500, 1500))


def _seek_protection(family: Family) -> None:
    """Protected persons: no papers, no journeys, a claim and then protection, and years instead of days."""
    family.memory = by_year
    family.answers["landing.protected_person"] = True
    for life in family.lives.values():
        for entry in life.status:
            middle = entry["from"] + (min(entry["to"], TODAY) - entry["from"]) // 2
            claimed = {"from": entry["from"], "to": middle, "kind": "refugee-claimant"}
            life.status = [claimed, {"from": middle + DAY, "to": None, "kind": "protected-person"}]
            break


def _travel(family: Family, life: Life) -> None:
    """Passports, and journeys on them."""
    random = family.random
    moved = next((stay["from"] for stay in life.stays if stay["country"] != life.home), None)
    grown = add_years(life.born, 18) < date(2020, 1, 1)
    earliest = add_years(life.born, 18) if grown else life.born + timedelta(days=100)
    since = min(earliest, moved - timedelta(days=90)) if moved and grown else earliest
    if life.stays[0]["country"] != life.home and not grown:
        since = life.born + timedelta(days=30)
    add_passports(life, random, since, 10 if grown else 5)
    if grown:
        add_trips(life, random, max(since, date(2015, 1, 1)), random.randrange(0, 7))


def _answers(family: Family) -> None:
    applicant = family.person("ana")
    family.answers["background.ever_refused"] = False
    if family.random.random() < 0.15:
        family.answers["background.ever_refused"] = True
        applicant["refusals"] = [{"date": "2018-04", "country": "US", "kind": "visitor-visa"}]
    if family.submitted:
        _changes(family, family.submitted)
    if family.program == "express-entry":
        family.answers |= {"funds.amount": 60000, "job_offer.has_offer": False}
        applicant["language_tests"] = [dict(STRONG)]
    if family.program == "pr-landing":
        family.answers["landing.in_canada"] = family.lives["ana"].stays[-1]["country"] == "CA"


def _changes(family: Family, submitted: date) -> None:
    """What has changed since they submitted, answered as it is."""
    for key in ("marital_status", "new_child", "criminal"):
        family.answers[f"changes.{key}"] = False
    lives = family.lives.values()
    # The month of a move may be all that is remembered: a move in the month of submission is told as well.
    since = submitted.replace(day=1)
    family.answers["changes.address"] = any(stay["from"] >= since for life in lives for stay in life.stays)
    family.answers["changes.passport"] = any(each["issued"] > submitted for life in lives for each in life.passports)


def _papers(family: Family) -> None:
    """Some papers in hand, and perhaps an interview with a letter that asks for them."""
    recent = family.applied - timedelta(days=30)
    issued = min(recent, TODAY - timedelta(days=5))
    if family.program == "express-entry":
        for id, life in family.lives.items():
            if add_years(life.born, 18) < issued:
                family.documents.append(
                    {"item": "police-certificate", "person": id, "country": life.home, "issued": issued}
                )
            family.documents.append({"item": "photo", "person": id, "issued": issued})
        if "relationship.married_on" in family.answers:
            wedding = date.fromisoformat(family.answers["relationship.married_on"])
            after = wedding + timedelta(days=20)
            family.documents.append({"item": "marriage-certificate", "person": "ana", "issued": after})
    if family.submitted and family.random.random() < 0.5:
        family.interview = {
            "date": TODAY + timedelta(days=family.random.randrange(10, 60)),
            "kind": "in-person",
            "requested": ["passport"],
        }

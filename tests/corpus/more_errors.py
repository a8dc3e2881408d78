"""More contradictions: family, Canada, papers, background (see `errors.py`)."""

from datetime import date, timedelta

from ircc_prep.core.dates import add_months, add_years
from tests.corpus.errors import ELSEWHERE, SKIP, adults, ends, error, jobs, long_ones
from tests.corpus.families import Family
from tests.corpus.lives import DAY, TODAY, Life
from tests.corpus.memory import to_the_day


def has_partner(family: Family) -> bool:
    """Whether the applicant has a partner."""
    return any(person["role"] == "spouse-or-partner" for person in family.people)


# --- family


@error("spouse-not-listed", "cohabitation-clash", "couple-apart")
def marital_status_clash(family: Family) -> str | None:
    """One says married or common-law, the other single."""
    if not has_partner(family):
        return SKIP
    family.person("ben")["marital_status"] = "single"
    return None


@error("child-parent-age", "letter-list")
def spouse_not_listed(family: Family) -> str | None:
    """A married applicant whose spouse isn't in the file."""
    if not has_partner(family):
        return SKIP
    family.people.remove(family.person("ben"))
    family.documents = [each for each in family.documents if each.get("person") != "ben"]
    return "ana"


@error("marital-status-clash", "same-number", "couple-apart", "cohabitation-clash")
def two_partners(family: Family) -> str | None:
    """Two spouses."""
    if not has_partner(family):
        return SKIP
    family.people.append({**family.person("ben"), "id": "cam", "given_names": "Cam"})
    family.lives["cam"] = family.lives["ben"]
    return None


@error("document-dates", "partner-under-age")
def relationship_dates(family: Family) -> str | None:
    """They married two years before they met."""
    if "relationship.married_on" not in family.answers or not family.asks("relationship.married_on"):
        return SKIP
    wedding = date.fromisoformat(family.answers["relationship.married_on"])
    family.answers["relationship.first_met"] = (wedding + timedelta(days=700)).isoformat()
    return None


@error("couple-apart", "work-where-not-living", "study-without-permission")
def cohabitation_clash(family: Family) -> str | None:
    """They live together, in two countries."""
    if not has_partner(family) or not family.asks("relationship.lives_together"):
        return SKIP
    last = family.lives["ben"].stays[-1]
    if last["from"] > TODAY - 400 * DAY:
        return SKIP
    middle = TODAY - 300 * DAY
    last["to"] = middle - DAY
    family.lives["ben"].stays.append({"from": middle, "to": None, "country": ELSEWHERE, "city": "Town X"})
    return None


def child(family: Family, born: date) -> str:
    """A child of the family with that birth date."""
    life = Life(born, family.lives["ana"].home)
    life.stays = [{"from": born, "to": None, "country": life.home, "city": "Town 0"}]
    family.lives["max"] = life
    person = {
        "id": "max", "role": "dependent-child", "given_names": "Max", "marital_status": "single", "accompanying": True,
        "citizenships": [life.home], "country_of_birth": life.home,
    }  # fmt: skip
    family.people.append(person)
    return "max"


@error("child-age-line", "history-gap")
def child_parent_age(family: Family) -> str | None:
    """A child eight years younger than the applicant, and older than nobody else."""
    if has_partner(family):
        family.people.remove(family.person("ben"))
        family.person("ana")["marital_status"] = "single"
        for key in [key for key in family.answers if key.startswith("relationship.")]:
            del family.answers[key]
    return child(family, add_years(family.lives["ana"].born, 8))


@error("child-parent-age", "history-gap")
def child_age_line(family: Family) -> str | None:
    """A dependent child of twenty-three."""
    if family.program != "express-entry":
        return SKIP
    return child(family, add_years(family.applied, -23))


@error("canada-without-status")
def child_unlisted(family: Family) -> str | None:
    """A child was born since they submitted, and the answer is that none was."""
    family.memory = to_the_day
    born = family.applied + 10 * DAY
    if not family.submitted or born >= TODAY or not family.asks("changes.new_child"):
        return SKIP
    child(family, born)
    family.lives["max"].stays[0]["country"] = family.lives["ana"].stays[-1]["country"]
    return None


# --- Canada


@error("work-without-permission")
def canada_without_status(family: Family) -> str | None:
    """A hole of three months in the statuses."""
    for id, life in adults(family):
        for entry in (each for each in life.status if each["kind"] != "refugee-claimant"):
            if (ends(entry) - entry["from"]).days > 500 and entry["from"] + 300 * DAY < TODAY:
                gap = entry["from"] + 150 * DAY
                life.status.append({**entry, "from": gap + 95 * DAY})
                entry["to"] = gap
                return id
    return SKIP


@error("canada-without-status", "status-ends")
def work_without_permission(family: Family) -> str | None:
    """A job at a workplace in Canada as a visitor."""
    for id, life in adults(family):
        if life.status and any(True for _ in (job for job in jobs(life, 200) if job["country"] == "CA")):
            for entry in life.status:
                entry["kind"] = "visitor"
            return id
    return SKIP


@error("canada-without-status", "work-without-permission")
def status_ends(family: Family) -> str | None:
    """The work permit ended a month ago, and they are still there."""
    for id, life in adults(family):
        last = life.status[-1] if life.status else None
        if last and last["kind"] == "worker" and last["from"] < TODAY - 300 * DAY and last["to"] > TODAY:
            life.status[-1]["to"] = TODAY - 40 * DAY
            return id
    return SKIP


@error()
def figure_below_threshold(family: Family) -> str | None:
    """Far too little money."""
    if family.program != "express-entry" or family.stream == "cec":
        return SKIP
    family.answers["funds.amount"] = 3000
    return None


# --- papers


@error("figure-below-threshold")
def language_test_expires(family: Family) -> str | None:
    """A test that runs out before the planned submission."""
    if not family.planned or family.program != "express-entry" or family.planned < TODAY + 5 * DAY:
        return SKIP
    taken = add_years(TODAY, -2) + 3 * DAY
    family.person("ana")["language_tests"][0]["taken"] = taken
    return "ana"


@error()
def certificate_without_stay(family: Family) -> str | None:
    """A police certificate from a country that nothing else speaks of."""
    if family.program != "express-entry":
        return SKIP
    issued = TODAY - 60 * DAY
    family.documents.append({"item": "police-certificate", "person": "ana", "country": "FI", "issued": issued})
    return "ana"


@error()
def letter_list(family: Family) -> str | None:
    """The letter asks for something that isn't in hand."""
    if family.program != "express-entry":
        return SKIP
    day = TODAY + 30 * DAY
    family.interview = {"date": day, "kind": "in-person", "requested": ["passport", "birth-certificate"]}
    return None


@error("photo-age", "medical-runs-out")
def document_dates(family: Family) -> str | None:
    """A paper of next year."""
    if not family.documents:
        return SKIP
    family.documents[0]["issued"] = date(2027, 9, 1)
    return family.documents[0].get("person")


# --- background and work


@error()
def refusal_unlisted(family: Family) -> str | None:
    """A refusal is listed, and the answer says that nobody was refused."""
    if not family.person("ana")["refusals"]:
        family.person("ana")["refusals"] = [{"date": "2019-06", "country": "GB", "kind": "visitor-visa"}]
    family.answers["background.ever_refused"] = False
    return None


@error()
def refusal_unlisted_2(family: Family) -> str | None:
    """There was a refusal, and none is listed."""
    for person in family.people:
        person["refusals"] = []
    family.answers["background.ever_refused"] = True
    return None


@error("changed-since-submission")
def charge_unlisted(family: Family) -> str | None:
    """Something criminal has changed, and no charge is listed."""
    if not family.submitted or not family.asks("changes.criminal"):
        return SKIP
    for person in family.people:
        person["charges"] = []
    family.answers["changes.criminal"] = True
    return None


@error()
def service_unlisted(family: Family) -> str | None:
    """Military service stands among the activities only."""
    for id, life in adults(family):
        if life.service and any(each["kind"] == "military-service" for each in life.activities):
            life.service = []
            return id
    return SKIP


@error("couple-apart", "cohabitation-clash", "work-where-not-living", "canada-without-status")
def changed_since_submission(family: Family) -> str | None:
    """They moved after submitting, and say that no address changed."""
    last = family.lives["ana"].stays[-1]
    if not family.submitted or last["from"] > family.submitted - 60 * DAY or not family.asks("changes.address"):
        return SKIP
    moved = add_months(family.submitted.replace(day=1), 2)
    if moved > TODAY - DAY:
        return SKIP
    last["to"] = moved - DAY
    family.lives["ana"].stays.append({"from": moved, "to": None, "country": last["country"], "city": "Town Y"})
    family.answers["changes.address"] = False
    return "ana"


@error()
def noc_teer(family: Family) -> str | None:
    """The code says TEER 1, the entry TEER 4."""
    for id, life in adults(family):
        for entry in long_ones(life.activities, 100):
            if entry.get("noc"):
                entry["noc"], entry["teer"] = "31301", 4
                return id
    return SKIP

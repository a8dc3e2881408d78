"""Short ways to make findings, and the cases and rules that the gate is tried with."""

from dataclasses import replace
from typing import Any

from ircc_prep.core.case import Case
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.gate.judging import Judged, Rules, Subject, judge
from ircc_prep.core.gate.waivers import PlacedWaiver, Waiver
from ircc_prep.core.problems import Place
from ircc_prep.core.result import Evaluation, Finding, Severity
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import same
from tests.core.making import book, case, evaluated, person, requirement, rule

WORDS = same("words")
# A paper that each of the family lacks, one that an answer decides, one that isn't needed.
BOOK = book(
    requirement(id="paper", for_each={"person": "applicants"}),
    requirement(rule("a.yes"), id="open-paper"),
    requirement(rule("False"), id="idle-paper"),
)
FAMILY = case(person(), person("ana", "dependent-child"), person("ben", "dependent-child"))


def finding(code: str = "history-gap", severity: Severity = "warning", **more: Any) -> Finding:
    """A finding, about nobody unless somebody is named; `start` and `end` as a case file writes them."""
    days: dict[str, Any] = {key: PartialDate.parse(more.pop(key)) if key in more else None for key in ("start", "end")}
    fields: dict[str, Any] = {
        "person": None, "facts": (), "officer_may_ask": None, "prepare": None, "sources": (), "says": "gap",
        "asks": (), "words": {}, "confidence": "high", **more,
    }  # fmt: skip
    return Finding(code=code, severity=severity, message=WORDS, title=WORDS, matters=WORDS, **days, **fields)


def with_findings(*findings: Finding, family: Case = FAMILY, rules: Rulebook = BOOK) -> Evaluation:
    """What follows from a case, with these findings."""
    return replace(evaluated(rules, family), findings=findings)


def subject(
    evaluation: Evaluation | None = None,
    *,
    file: str = "/cases/maria.yaml",
    family: Case = FAMILY,
    rules: Rulebook = BOOK,
) -> Subject:
    """A case to be judged; a baseline calls it by its file."""
    return Subject(file, file, family, evaluation or evaluated(rules, family), rules)


def waiver(expires: str = "2027-01-31", **more: Any) -> PlacedWaiver:
    """A waiver, and where a file has it."""
    made = Waiver.model_validate({"reason": "known", "owner": "Rosa", "expires": expires, **more})
    return PlacedWaiver(made, Place("waivers.yaml", 3, 5))


def judged(one: Subject | None = None, rules: Rules | None = None) -> Judged:
    """One case, judged alone."""
    return judge([one or subject()], rules or Rules(), whole=True)[0]


def standings(found: Judged) -> dict[str, str]:
    """What became of each concern, by its name."""
    return {concern.name: concern.standing for concern in found.concerns}

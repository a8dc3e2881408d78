"""An evaluation for other eyes: what stays, what goes, and that nothing else depends on what went."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ircc_prep.core.case import Case
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.redaction.key import MASKED
from ircc_prep.core.redaction.masking import leaves
from ircc_prep.core.redaction.redact import redacted
from ircc_prep.core.result import Audience, Evaluation, Item
from ircc_prep.core.text import Text
from ircc_prep.files.case_file import load
from tests.core.review.reading import book
from tests.corpus.families import a_family

TODAY = date(2026, 11, 22)
PERSONAS = sorted((Path(__file__).parents[3] / "checklists" / "personas").glob("*.yaml"))
EXPRESS_ENTRY = next(path for path in PERSONAS if path.name == "express-entry.en.yaml")
AUDIENCES: tuple[Audience, ...] = ("consultant", "log")
TEXTS = {
    "family_name", "given_names", "reason", "city", "address", "title", "organization", "institution", "number",
    "offence", "outcome", "rank",
}  # fmt: skip


def found(data: dict[str, Any], audience: Audience = "self") -> Evaluation:
    """What follows from a case, for an audience."""
    case = Case.model_validate({"schema": 1, **data})
    rules = book(case.program)
    return redacted(evaluate(rules, case, TODAY), audience, rules)


def renamed(data: Any) -> Any:
    """The same family under other ids, names, numbers and places; what was alike is alike again."""
    if isinstance(data, list):
        return [renamed(each) for each in data]
    if isinstance(data, dict):
        return {key: f"{value} Nowhere" if key in TEXTS else renamed(value) for key, value in data.items()}
    return data


def with_other_ids(data: dict[str, Any]) -> dict[str, Any]:
    for index, person in enumerate(data["people"]):
        old, new = person["id"], f"somebody-{index}"
        person["id"] = new
        for document in data.get("documents") or []:
            document["person"] = new if document.get("person") == old else document.get("person")
        data["unsure"] = [re.sub(rf"^people\.{old}\b", f"people.{new}", path) for path in data.get("unsure") or []]
    return data


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_two_cases_that_differ_only_in_what_is_masked_are_the_same_to_others(persona: Path, audience: Audience) -> None:
    data = load(persona).data
    other = with_other_ids(renamed(data))
    assert found(other) != found(data)
    assert found(other, audience) == found(data, audience)


@pytest.mark.parametrize("seed", range(24))
def test_the_outcome_stays_whoever_reads_it(seed: int) -> None:
    data = a_family(seed).case()
    whole = found(data)
    for audience in AUDIENCES:
        shown = found(data, audience)
        assert shown.summary == whole.summary
        assert shown.interview.likelihood == whole.interview.likelihood
        assert [(each.id, each.status, each.holding) for each in shown.items] == [
            (each.id, each.status, each.holding) for each in whole.items
        ]
        assert [(each.code, each.severity) for each in shown.findings] == [
            (each.code, each.severity) for each in whole.findings
        ]


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_the_case_of_a_log_holds_nothing_that_anybody_said(persona: Path) -> None:
    case = found(load(persona).data, "log").case
    for path, label, value in leaves(case):
        if label == "country":
            codes = value if isinstance(value, tuple) else (value,)
            assert all(re.fullmatch(r"country-\d+", code) for code in codes), path
        elif label == "answers":
            assert set(value.values()) <= {MASKED, None}
        elif label == "asked":
            assert set(value) == {MASKED}
        else:
            assert label in {"structure", "person", "paths"}, path


def test_the_person_s_own_outputs_are_as_they_were() -> None:
    data = load(EXPRESS_ENTRY).data
    assert found(data, "self").redaction is None
    assert found(data, "self").case == Case.model_validate(data)


def test_the_day_of_a_paper_is_told_by_its_month_only() -> None:
    def holding(day: str) -> dict[str, Any]:
        passport = {"country": "PH", "issued": f"2019-05-{day}", "expires": f"2029-05-{day}"}
        people = [{"id": "maria", "role": "principal-applicant", "passports": [passport]}]
        return {"program": "express-entry", "submitted": f"2026-03-{day}", "people": people}

    assert found(holding("02"), "consultant") == found(holding("20"), "consultant")


REFUSED = {
    "program": "express-entry",
    "stream": "fsw",
    "submitted": "2026-03-14",
    "answers": {"background.ever_refused": False},
    "people": [
        {
            "id": "maria",
            "role": "principal-applicant",
            "refusals": [{"date": "2017-05-09", "country": "US", "kind": "visitor-visa"}],
        },
    ],
}


def test_a_finding_that_rests_on_a_sensitive_answer_says_its_title_alone() -> None:
    finding = next(each for each in found(REFUSED, "consultant").findings if each.code == "refusal-unlisted")
    whole = next(each for each in found(REFUSED).findings if each.code == "refusal-unlisted")
    assert finding.message.en == f"{whole.title.en}. It rests on an answer that isn’t shown here."
    assert (finding.officer_may_ask, finding.prepare) == (None, None)
    assert finding.facts == ("people.applicant.refusals[0]",)
    assert finding.severity == whole.severity


PRIVATE = "residency.negative_decision_abroad"
UNSAID = {
    "program": "pr-card",
    "stream": "renewal",
    "submitted": "2026-03-14",
    "people": [{"id": "maria", "role": "principal-applicant", "date_of_birth": "1990-05-02"}],
}
SAID = {**UNSAID, "answers": {PRIVATE: True}}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_advice_that_only_a_private_answer_brings_about_is_left_out(audience: Audience) -> None:
    said, unsaid = SAID, UNSAID
    assert found(said).guidance != found(unsaid).guidance
    shown = found(said, audience)
    assert shown.guidance == (() if audience == "log" else found(unsaid, audience).guidance)
    assert shown.case.answers == {}
    for item in shown.items:
        assert PRIVATE not in {read.fact for read in (*item.why, *item.holding_reads)}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_reason_that_would_tell_a_private_answer_isn_t_given(audience: Audience) -> None:
    unsaid = load(EXPRESS_ENTRY).data
    unsaid["answers"].pop("custody.other_parent_not_immigrating", None)
    said = {**unsaid, "answers": {**unsaid["answers"], "custody.other_parent_not_immigrating": True}}
    told = {item.name: item for item in found(unsaid).items}
    whole, shown = found(said).items, found(said, audience).items
    telling = [index for index, item in enumerate(whole) if (item.status, item.reason) != _outcome(told.get(item.name))]
    assert telling
    for index in telling:
        assert shown[index].reason.en == "It rests on an answer that isn’t shown here."
        assert shown[index].status == whole[index].status


def _outcome(item: Item | None) -> tuple[str, Text] | None:
    return (item.status, item.reason) if item else None


def test_a_log_tells_no_value_of_any_figure() -> None:
    data = load(EXPRESS_ENTRY).data
    whole, shown = found(data).figures, found(data, "log").figures
    assert [each.name for each in shown] == [each.name for each in whole]
    assert any(each.low is not None for each in whole)
    for each in shown:
        assert (each.low, each.high, each.threshold, each.least_threshold, each.parts) == (None, None, None, None, ())


def test_a_fact_that_was_answered_and_isn_t_shown_is_known_to_be_masked() -> None:
    data = {
        "program": "express-entry",
        "people": [{"id": "maria", "role": "principal-applicant", "given_names": "Maria", "marital_status": "single"}],
    }
    for audience, masked in (
        ("consultant", {"people.applicant.given_names"}),
        ("log", {"people.applicant.given_names", "people.applicant.marital_status"}),
    ):
        redaction = found(data, audience).redaction  # type: ignore[arg-type]
        assert redaction is not None
        assert redaction.masked == masked


def test_a_log_gives_the_days_on_which_the_same_rules_hold_instead_of_the_person_s_own() -> None:
    data = {"program": "express-entry", "submitted": "2026-03-14"}
    days = found(data, "log").rules_on
    assert days.first < date(2026, 3, 1)
    assert days.last > date(2026, 3, 31)
    assert found({"program": "express-entry"}, "log").rules_on == PartialDate.on(TODAY)
    assert str(found(data, "consultant").rules_on) == "2026-03"


def test_an_open_question_is_put_about_the_role() -> None:
    data = {
        "program": "express-entry",
        "submitted": "2026-03-14",
        "people": [
            {"id": "maria", "role": "principal-applicant", "given_names": "Maria"},
            {"id": "paul", "role": "spouse-or-partner", "given_names": "Paul"},
        ],
    }
    asked = {question.fact: question.ask for question in found(data, "consultant").open_questions}
    assert asked["people.partner.stays"].en == "Where has the partner lived, and from when to when?"
    assert "les lieux de résidence du conjoint" in asked["people.partner.stays"].fr
    whole = {question.fact for question in found(data).open_questions}
    named = {re.sub(r"\bpartner\b", "paul", re.sub(r"\bapplicant\b", "maria", fact)) for fact in asked}
    assert named < whole
    assert "background.ever_refused" in whole - named  # sensitive: see below


def sensitive_questions(program: str) -> list[str]:
    """The sensitive yes-or-no questions of a program."""
    asked = [compiled.question for compiled in book(program).questions]
    return [each.fact for each in asked if each.type == "bool" and (each.sensitive or each.safety)]


SWEPT = [
    pytest.param(program, marks=() if program == "prra-hearing" else pytest.mark.slow)
    for program in ("prra-hearing", "spouse-partner", "citizenship", "refugee-claim-eligibility")
]


@pytest.mark.parametrize("program", SWEPT)
def test_the_open_questions_do_not_tell_whether_or_how_a_sensitive_one_was_answered(program: str) -> None:
    people = [
        {"id": "ana", "role": "principal-applicant", "date_of_birth": "1990-01-01"},
        {"id": "ben", "role": "sponsor", "date_of_birth": "1985-01-01"},
    ]
    for fact in sensitive_questions(program):
        data = {"program": program, "people": people}
        for audience in AUDIENCES:
            none, yes, no = (
                {question.fact for question in found({**data, "answers": answers}, audience).open_questions}
                for answers in ({}, {fact: True}, {fact: False})
            )
            assert none == yes == no, (audience, fact)
            assert fact not in none

"""The result as the contract fixes it."""

import json
from typing import Any

from ircc_prep.core.text import Language
from ircc_prep.files.wording import wording
from ircc_prep.render.result_json import result
from ircc_prep.render.words import Words
from tests.render.samples import QUESTIONS, evaluation

# Key by key what result/1 promises; further keys may be there.
PROMISED: dict[str, set[str]] = {
    "items": {
        "id", "title", "person", "country", "status", "holding", "why", "missing_facts", "rule_from", "disputed",
        "sources",
    },
    "findings": {
        "code", "severity", "person", "from", "to", "message", "facts", "officer_may_ask", "prepare", "sources",
    },
    "computed": {"name", "value", "threshold", "parts", "sources"},
    "officer_questions": {"id", "ask", "verifies", "sources"},
    "guidance": {"id", "section", "text", "sources"},
    "open_questions": {"fact", "ask", "settles"},
}  # fmt: skip


def told(language: Language = "en") -> dict[str, Any]:
    return result(evaluation(), "1.2.3", Words(wording(), language, QUESTIONS))


def test_the_promised_keys_are_there() -> None:
    made = told()
    assert made["schema"] == "ircc-prep/result/1"
    assert made["tool"] == {"version": "1.2.3"}
    assert {"program", "language", "checked_on", "rules_on"} <= set(made["case"])
    for name, keys in PROMISED.items():
        assert all(keys <= set(entry) for entry in made[name]), name
    assert {"title", "url", "checked", "dated"} <= set(made["sources"]["ircc-police"])


def test_values_are_plain_json() -> None:
    assert json.loads(json.dumps(told())) == told()


def test_dates_are_words_and_whole_numbers_have_no_point() -> None:
    made = told()
    assert made["case"]["rules_on"] == "2026-03-14"
    assert made["findings"][1]["from"] == "2016-05"
    assert repr(made["computed"][1]["value"]) == "19500"
    assert made["computed"][0]["value"] is None
    assert made["sources"]["ircc-documents"]["dated"] is None


def test_texts_are_in_the_language_of_the_words() -> None:
    assert told()["items"][0]["title"] == "Passport or travel document"
    french = told("fr")
    assert french["case"]["language"] == "fr"
    assert french["items"][0]["title"] == "Passeport ou titre de voyage"


def test_the_counts_are_the_evaluations() -> None:
    summary = told()["summary"]
    assert (summary["to_get"], summary["ready"], summary["undetermined"], summary["blockers"]) == (8, 2, 3, 1)

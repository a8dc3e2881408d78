"""The result as JSON, with what the gate made of it; a case that couldn't be read is there with its problems."""

import json
from collections import Counter
from typing import Any, get_args

from ircc_prep.core.gate.concern import Concern, Level
from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Language
from ircc_prep.render.facts import Facts
from ircc_prep.render.formats.checked import Cases, Checked, Unread
from ircc_prep.render.result_json import result
from ircc_prep.render.said import filled

UNREAD = "ircc-prep/unread/1"


def json_text(cases: Cases, version: str) -> str:
    """One case as an object, several as a list in the order in which they were named."""
    results = [case_data(case, version) for case in cases]
    return json.dumps(results[0] if len(results) == 1 else results, ensure_ascii=False, indent=2)


def json_lines(cases: Cases, version: str) -> str:
    """A line for each case."""
    return "\n".join(json.dumps(case_data(case, version), ensure_ascii=False) for case in cases)


def case_data(case: Checked | Unread, version: str) -> dict[str, Any]:
    """One case as JSON values."""
    if isinstance(case, Unread):
        problems = [_problem(problem, case.language) for problem in case.problems]
        return {"schema": UNREAD, "tool": {"version": version}, "case": {"file": case.name}, "problems": problems}
    made = result(case.evaluation, version, case.words)
    return {**made, "case": {"file": case.name, **made["case"]}, "gate": _gate(case)}


def _gate(case: Checked) -> dict[str, Any]:
    facts = Facts(case.evaluation.case, case.words, case.evaluation.redaction)
    verdict = case.verdict
    levels = Counter(concern.level for concern in case.concerns if concern.counts)
    standings = Counter(concern.standing for concern in case.concerns)
    return {
        "exit_code": verdict.code,
        "fail_on": verdict.fail_on,
        "strict": verdict.strict,
        "counted": {level: levels[level] for level in get_args(Level)},
        "waived": standings["waived"],
        "expired": standings["expired"],
        "accepted": standings["accepted"],
        "gone": [known.model_dump(mode="json", exclude={"case"}) for known in verdict.gone],
        "concerns": [_concern(concern, facts) for concern in case.concerns],
    }


def _concern(concern: Concern, facts: Facts) -> dict[str, Any]:
    language = facts.words.language
    return {
        "kind": concern.kind,
        "id": concern.id,
        "name": concern.name,
        "level": concern.level,
        "person": concern.person,
        "country": concern.country,
        "message": filled(concern.message, concern.words, facts),
        "facts": list(concern.facts),
        "sources": list(concern.sources),
        "standing": concern.standing,
        "reason": concern.reason.of(language) if concern.reason else None,
        "owner": concern.owner,
        "expires": concern.expires.isoformat() if concern.expires else None,
    }


def _problem(problem: Problem, language: Language) -> dict[str, Any]:
    place = problem.place
    return {
        "id": problem.id,
        "message": problem.what.of(language),
        "hint": problem.hint.of(language),
        "line": place.line if place else None,
        "column": place.column if place else None,
    }

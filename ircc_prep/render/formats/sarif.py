"""SARIF 2.1.0, which code hosts and editors read: what fails a check, at the lines of the case file that say so."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ircc_prep.core.gate.concern import Concern, Level
from ircc_prep.core.problems import Place, Problem
from ircc_prep.core.text import Language
from ircc_prep.render.formats import told
from ircc_prep.render.formats.checked import Cases, Checked, Unread
from ircc_prep.render.formats.located import address, others
from ircc_prep.render.formats.sarif_rules import Rules, plain

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: Mapping[Level, str] = {
    "blocker": "error",
    "missing": "error",
    "undecided": "warning",
    "warning": "warning",
    "note": "note",
}
_LOCALES: Mapping[Language, str] = {"en": "en-CA", "fr": "fr-CA"}


def sarif(cases: Cases, version: str) -> str:
    """One run for all the cases, in the language of the first."""
    rules = Rules()
    results = [result for case in cases for result in _results(case, rules)]
    first = cases[0]
    language = first.words.language if isinstance(first, Checked) else first.language
    unread = [case for case in cases if isinstance(case, Unread)]
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "ircc-prep", "version": version, "rules": rules.descriptors()}},
        "language": _LOCALES[language],
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not unread,
                "toolExecutionNotifications": [
                    _notification(case, problem) for case in unread for problem in case.problems
                ],
            }
        ],
        "results": results,
        "properties": {"cases": [_verdict(case) for case in cases if isinstance(case, Checked)]},
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode()


def _verdict(checked: Checked) -> dict[str, Any]:
    """What the case comes to, and how much somebody answers for: zeros too."""
    standings = Counter(concern.standing for concern in checked.concerns)
    counts = {standing: standings[standing] for standing in ("counted", "waived", "expired", "accepted")}
    return {"name": checked.name, "exit_code": checked.verdict.code, "fail_on": checked.verdict.fail_on, **counts}


def _results(case: Checked | Unread, rules: Rules) -> Iterator[dict[str, Any]]:
    if isinstance(case, Unread):
        yield from (_of_problem(case, problem, rules) for problem in case.problems)
        return
    seen = Counter[str]()
    for concern in case.concerns:
        code = _code(case, concern)
        seen[code] += 1
        yield _of_concern(case, concern, f"{code}/{seen[code]}", rules)


def _of_concern(checked: Checked, concern: Concern, fingerprint: str, rules: Rules) -> dict[str, Any]:
    message = told.paragraphs(
        told.labelled(checked, concern),
        told.advice(checked, concern),
        told.answered_for(checked, concern) if concern.standing == "expired" else None,
    )
    return {
        "ruleId": concern.id,
        "ruleIndex": rules.of_concern(checked, concern, LEVELS[concern.level]),
        "level": LEVELS[concern.level],
        "message": {"text": plain(message)},
        "locations": _located(checked, checked.place(concern), concern.facts[:1]),
        "relatedLocations": [
            {"id": number, **location}
            for number, (fact, place) in enumerate(others(checked, concern), 1)
            for location in _located(checked, place, [fact])
        ],
        "partialFingerprints": {"ircc-prep/v1": fingerprint},
        "suppressions": _suppressions(checked, concern),
        "properties": _properties(checked, concern),
    }


def _of_problem(case: Unread, problem: Problem, rules: Rules) -> dict[str, Any]:
    return {
        "ruleId": problem.id,
        "ruleIndex": rules.of_problem(problem, case.language),
        "level": "error",
        "message": {"text": _what_and_hint(problem, case.language)},
        "locations": _locations(_place(case, problem)),
        "suppressions": [],
    }


def _notification(case: Unread, problem: Problem) -> dict[str, Any]:
    return {
        "descriptor": {"id": problem.id},
        "level": "error",
        "message": {"text": _what_and_hint(problem, case.language)},
        "locations": _locations(_place(case, problem)),
    }


def _place(case: Unread, problem: Problem) -> Place:
    return problem.place or Place(case.name, 1, 1)


def _what_and_hint(problem: Problem, language: Language) -> str:
    return plain(told.paragraphs(problem.what.of(language), problem.hint.of(language)))


def _locations(place: Place) -> list[dict[str, Any]]:
    """A place in a file, as a list of one."""
    uri = address(place.file)
    artifact = {"uri": uri} if ":" in uri else {"uri": uri, "uriBaseId": "%SRCROOT%"}
    region = {"startLine": place.line, "startColumn": place.column}
    return [{"physicalLocation": {"artifactLocation": artifact, "region": region}}]


def _located(checked: Checked, place: Place | None, facts: Sequence[str]) -> list[dict[str, Any]]:
    """A place and the fact that stands there, in words and by its path; for a redacted case the fact alone."""
    placed = _locations(place) if place else []
    if not facts:
        return placed
    fact = facts[0]
    named = {
        "message": {"text": plain(told.fact(checked, fact))},
        "logicalLocations": [{"fullyQualifiedName": fact, "kind": "member"}],
    }
    return [{**(placed[0] if placed else {}), **named}]


def _code(checked: Checked, concern: Concern) -> str:
    """What the concern is by codes alone, as in a baseline: it holds no name, id, date or answer, and no hash of one.

    It stays the same when entries change places or somebody's id changes.
    """
    person = checked.evaluation.case.person(concern.person) if concern.person else None
    months = None if concern.months is None else str(concern.months)
    parts = (concern.id, person.role if person else None, concern.country, concern.state, months)
    return "/".join(part or "-" for part in parts)


def _suppressions(checked: Checked, concern: Concern) -> list[dict[str, Any]]:
    """SARIF wants the list in each result or in none; it is empty where nobody took responsibility.

    A suppression without a status is an accepted one (SARIF 2.1.0, 3.35.3): published schemas differ in its key.
    """
    if concern.counts:
        return []
    justification = plain(told.answered_for(checked, concern) or "")
    return [{"kind": "external", "justification": justification}]


def _properties(checked: Checked, concern: Concern) -> dict[str, Any]:
    words, sources = checked.words, checked.evaluation.sources
    about: dict[str, Any] = {
        "kind": concern.kind,
        "level": concern.level,
        "standing": concern.standing,
        "state": concern.state,
        "person": concern.person,
        "country": concern.country,
    }
    about["sources"] = [
        {"title": words.of(source.title), "url": words.of(source.url), "checked": source.checked.isoformat()}
        for source in _known(concern.sources, sources)
    ]
    return {name: value for name, value in about.items() if value}


def _known(ids: Iterable[str], sources: Mapping[str, Any]) -> Iterator[Any]:
    return (sources[id] for id in ids if id in sources)

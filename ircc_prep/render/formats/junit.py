"""JUnit XML, which every CI shows: a suite for each case, a test for each item that is needed and each concern."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ircc_prep.core.gate.concern import Concern
from ircc_prep.core.gate.verdict import FAILING
from ircc_prep.core.problems import Problem
from ircc_prep.render.formats import told
from ircc_prep.render.formats.checked import Cases, Checked, Unread
from ircc_prep.render.formats.located import said

# XML has no way to write these, not even escaped.
_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("\r\n?")


def junit(cases: Cases, today: date) -> str:
    """The suites, in the layout that the strictest readers ask for. `today` is the day of the check.

    What --fail-on names fails; what can't be told, is waived or was accepted is skipped, with its reason. A test takes
    no time, so that the same file gives the same output.
    """
    suites = Element("testsuites")
    for number, case in enumerate(cases):
        tests = list(_unread(case) if isinstance(case, Unread) else _tests(case))
        suites.append(_suite(number, case, tests, today))
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _suite(number: int, case: Checked | Unread, tests: list[Element], today: date) -> Element:
    outcomes = Counter(outcome.tag for test in tests for outcome in test)
    program = case.evaluation.case.program if isinstance(case, Checked) else "case"
    suite = Element(
        "testsuite",
        name=_clean(case.name),
        package=program,
        id=str(number),
        timestamp=f"{today}T00:00:00",
        hostname="localhost",
        tests=str(len(tests)),
        failures=str(outcomes["failure"]),
        errors=str(outcomes["error"]),
        skipped=str(outcomes["skipped"]),
        time="0",
    )
    properties = SubElement(suite, "properties")
    for name, value in _about(case):
        SubElement(properties, "property", name=name, value=_clean(value))
    suite.extend(tests)
    SubElement(suite, "system-out")
    SubElement(suite, "system-err")
    return suite


def _about(case: Checked | Unread) -> Iterator[tuple[str, str]]:
    if isinstance(case, Checked):
        yield "program", case.evaluation.case.program
        yield "language", case.words.language
        yield "checked_on", case.evaluation.checked_on.isoformat()
        yield "rules_on", str(case.evaluation.rules_on)
        yield "interview", case.evaluation.interview.likelihood
        yield "fail_on", case.verdict.fail_on
        yield "exit_code", str(case.verdict.code)
        standings = Counter(concern.standing for concern in case.concerns)
        yield from ((standing, str(standings[standing])) for standing in ("waived", "expired", "accepted"))


def _tests(checked: Checked) -> Iterator[Element]:
    """The items that are ready pass, and so does a case of which nothing else is to be said."""
    program = checked.evaluation.case.program
    for item in checked.evaluation.items:
        if item.status == "needed" and item.holding == "ready":
            yield _test(f"{program}.item", item.name)
    for concern in checked.concerns:
        test = _test(f"{program}.{concern.kind}", concern.name)
        test.append(_outcome(checked, concern))
        yield test


def _outcome(checked: Checked, concern: Concern) -> Element:
    fails = concern.counts and concern.level in FAILING[checked.verdict.fail_on]
    passed_over = told.answered_for(checked, concern)
    if not fails and passed_over is None and concern.level != "undecided":
        passed_over = checked.words.say("formats.not-counted")
    outcome = Element("failure" if fails else "skipped", message=_clean(told.labelled(checked, concern)))
    if fails:
        outcome.set("type", concern.level)
    outcome.text = _clean(told.paragraphs(_where(checked, concern), passed_over, told.advice(checked, concern)))
    return outcome


def _where(checked: Checked, concern: Concern) -> str:
    place, facts = checked.place(concern), concern.facts[:1]
    return " — ".join([*([said(place)] if place else []), *(told.fact(checked, fact) for fact in facts)])


def _unread(case: Unread) -> Iterator[Element]:
    seen = Counter[str]()
    for problem in case.problems:
        seen[problem.id] += 1
        number = seen[problem.id]  # of tests with one name some readers keep the first alone
        test = _test("case.problem", problem.id if number == 1 else f"{problem.id}/{number}")
        test.append(_error(problem, case))
        yield test


def _error(problem: Problem, case: Unread) -> Element:
    error = Element("error", message=_clean(problem.what.of(case.language)), type=problem.id)
    where = said(problem.place) if problem.place else None
    error.text = _clean(told.paragraphs(where, problem.hint.of(case.language)))
    return error


def _test(group: str, name: str) -> Element:
    return Element("testcase", classname=group, name=_clean(name), time="0")


def _clean(text: str) -> str:
    """The text without what XML can't hold: a mark stands where such a character stood, and lines end in one way."""
    return _IMPOSSIBLE.sub("\N{REPLACEMENT CHARACTER}", _LINE_ENDS.sub("\n", text))

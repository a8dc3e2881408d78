"""The condition language: what conditions give, what is refused and in which words, and that nothing ever raises."""

import sys
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ircc_prep.core.expressions import Compiled, ExpressionError
from ircc_prep.core.expressions.compiler import LONGEST
from ircc_prep.core.expressions.vocabulary import FUNCTIONS
from ircc_prep.core.values import BOOL, COUNTRY, DATE, NUMBER, Type, list_of
from tests.core.generating import cases
from tests.core.making import TODAY, VOCABULARY, case, compiled, facts, person, plain, value

FAMILY = case(
    person(
        date_of_birth="1992-07-03",
        marital_status="married",
        citizenships=["PH"],
        stays=[{"from": "2018-03", "to": "2019-06-30", "country": "PH"}, {"from": "2019-07-01", "country": "AE"}],
        trips=[],
        passports=[{"country": "PH", "expires": 2029}],
    ),
    person("paul", "spouse-or-partner", accompanying=True, date_of_birth="2010"),
    person("ana", "dependent-child"),
    stream="fsw",
    submitted="2026-03-14",
    interview={"kind": "video", "requested": ["passport"]},
    answers={"a.yes": True, "funds.amount": 160, "trp.ground": "health", "invitation.date": "2026-02"},
)
NOBODY = case()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # logic
        ("a.yes", True), ("not a.yes", False), ("a.also", None), ("not a.also", None), ("a.yes and a.also", None),
        ("a.yes or a.also", True), ("a.also or a.yes", True), ("not a.yes and a.also", False),
        ("a.also and not a.yes", False), ("a.also or not a.yes", None), ("True", True), ("False", False),
        # comparison
        ("funds.amount == 160", True), ("funds.amount >= 160 > 10", True), ("1 < funds.amount <= 159", False),
        ("1 < 0 < funds.amount", False), ("funds.amount != 160", False), ("-1 < funds.amount", True),
        ("trp.ground == 'health'", True), ("'health' != trp.ground", False), ("stream == 'fsw'", True),
        ("stream == 'cec'", False), ("program == 'express-entry'", True), ("a.yes == False", False),
        # days: exact, by month, and literals
        ("submitted >= '2026-03-14'", True), ("submitted < '2026-03-14'", False), ("'2026-01-01' < submitted", True),
        ("invitation.date < '2026-03-01'", True), ("invitation.date < '2026-02-14'", None),
        ("invitation.date == '2026-02-14'", None), ("invitation.date == '2026-03-14'", False),
        ("submitted in ['2026-03-14', '2026-03-15']", True), ("today", "2026-11-22"), ("meeting_day", "2026-11-22"),
        ("years_before(submitted, 2)", "2024-03-14"), ("months_after(submitted, 6)", "2026-09-14"),
        ("days_before(submitted, 14)", "2026-02-28"), ("months_after(invitation.date, 1)", "2026-03-01..2026-03-28"),
        ("min(submitted, today)", "2026-03-14"), ("max('2026-06-01', submitted)", "2026-06-01"),
        ("min(invitation.date, '2026-02-14')", "2026-02-01..2026-02-14"),
        # membership
        ("trp.ground in ['health', 'other']", True), ("trp.ground not in ['health']", False),
        ("trp.ground in []", False),
        ("trp.ground in ('health',)", True), ("'PH' in applicant.citizenships", True),
        ("'US' not in applicant.citizenships", True), ("travel.last_country in applicant.citizenships", None),
        ("'passport' in interview.requested", True), ("applicant in people", True), ("applicant in children", False),
        # arithmetic and choice
        ("funds.amount + 2 * 10 - 1", 179), ("funds.amount * -1", -160), ("min(funds.amount, 7)", 7),
        ("5 if a.yes else 7", 5), ("5 if a.also else 7", (5, 7)), ("5 if a.also else 5", 5),
        ("2 < (5 if a.also else 7)", True),
        ("invitation.date if a.also else submitted", "2026-02-01..2026-03-14"),
        ("trp.ground if a.also else 'other'", None), ("0 * (5 if a.also else 7)", 0),
        ("(5 if a.also else 7) - (5 if a.also else 7)", (-2, 2)),
        # people, their fields and derived facts
        ("family_size", 3), ("count(p for p in applicants)", 3), ("count(p for p in people if p.role == 'sponsor')", 0),
        ("applicant.age_on(submitted)", 33), ("applicant.age_on('2026-07-03')", 34),
        ("applicant.marital_status", "married"),
        ("any(p.accompanying for p in partners)", True), ("all(p.accompanying for p in applicants)", None),
        ("all(p.accompanying for p in sponsors)", True), ("any(p.accompanying for p in sponsors)", False),
        ("any(p.age_on(submitted) >= 18 for p in partners)", False),
        ("count(p for p in people if p.age_on(today) < 18)", (1, 2)),
        ("any(s.country == 'AE' and s.end == today for s in applicant.stays)", True),
        ("any(s.start < '2018-03-15' for s in applicant.stays)", None), ("count(t for t in applicant.trips)", 0),
        ("any(any(s.country == 'PH' for s in p.stays) for p in applicants)", True),
        ("all(any(s.country == 'PH' for s in p.stays) for p in applicants)", None),
        ("any([x.country == 'PH' for x in applicant.passports])", True), ("interview.kind == 'video'", True),
        ("applicant.long_stay_countries", ["PH", "AE"]), ("'AE' in applicant.long_stay_countries", True),
        ("any(c == 'SG' for c in applicant.long_stay_countries)", False), ("applicant.lives_in('AE')", True),
        ("applicant.last_long_stay_end('PH')", "2019-06-30"), ("documents", None), ("interview_called", True),
        # tables: steps, each whole unit more, words, and what isn't known
        ("value('funds', family_size)", 175), ("value('funds', 0)", 0), ("value('funds', 2.9)", 150),
        ("value('funds', 5)", 215),
        ("value('degrees', 'bachelor')", 21), ("value('degrees', 'nothing')", 0),
        ("value('degrees', notes.free)", (0, 23)),
        ("funds.amount >= value('funds', 1)", True),
    ],
)  # fmt: skip
def test_what_a_condition_gives(source: str, expected: Any) -> None:
    assert value(source, FAMILY) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a.yes", None), ("applicant.age_on(submitted) >= 18", None), ("any(p.accompanying for p in people)", None),
        ("count(p for p in people) > 0", None), ("family_size", None), ("applicant.stays", None),
        ("submitted == today", True),
        ("applicant.last_long_stay_end('PH') < today", None), ("interview.kind == 'video'", None),
        ("stream == 'fsw'", None),
        ("interview_called", False), ("trp.ground in []", None), ("value('funds', funds.amount) >= 0", True),
        ("value('funds', funds.amount)", (0, float("inf"))), ("applicant in people", None),
        ("meeting_day == today", True),
    ],
)  # fmt: skip
def test_while_nothing_is_answered_hardly_anything_can_be_told(source: str, expected: Any) -> None:
    assert value(source, NOBODY) == expected


MEAN = "Did you mean “{}”?"


@pytest.mark.parametrize(
    ("source", "what", "hint"),
    [
        ("a.yse", "“a.yse” is not a known fact.", "a.yes"),
        ("submited >= '2026-01-01'", "“submited” is not a known fact.", "submitted"),
        ("applicant.mariatl_status == 'married'", "“applicant.mariatl_status” is not a known fact.", "marital_status"),
        ("applicant.age_no(submitted) > 1", "“applicant.age_no(submitted)” is not a known fact.", "age_on"),
        ("any(s.contry == 'PH' for s in applicant.stays)", "“s.contry” is not a known fact.", "country"),
        ("trp.ground == 'helth'", "“'helth'” is not a possible value here.", "health"),
        ("trp.ground in ['health', 'criminalty']", "“'criminalty'” is not a possible value here.", "criminality"),
        ("applicant.clb('speeking') > 4", "“'speeking'” is not a possible value here.", "speaking"),
        ("year_before(submitted, 1) < today", "“year_before(submitted, 1)” isn’t a known function.", "years_before"),
        ("value('fund', 1) > 0", "“value('fund', 1)” names no table.", "funds"),
    ],
)  # fmt: skip
def test_a_misspelt_word_is_met_with_the_nearest(source: str, what: str, hint: str) -> None:
    error = refused(source)
    assert (error.what.en, error.hint.en) == (what, MEAN.format(hint))
    assert hint in error.hint.fr


@pytest.mark.parametrize(
    ("source", "what"),
    [
        # types
        ("funds.amount", "“funds.amount” is a number, where a yes or no is needed."),
        ("a.yes and funds.amount", "“funds.amount” is a number, where a yes or no is needed."),
        ("not applicant", "“applicant” is a person, where a yes or no is needed."),
        ("a.yes == 'yes'", "“a.yes == 'yes'” compares a yes or no with a word."),
        ("a.yes == 1", "“a.yes == 1” compares a yes or no with a number."),
        ("a.yes > False", "“a.yes > False” compares a yes or no with a yes or no."),
        ("trp.ground < 'other'", "“trp.ground < 'other'” compares a word with a word."),
        ("submitted > 2026", "“submitted > 2026” compares a date with a number."),
        ("people == people", "“people == people” compares a list with a list."),
        ("applicant == 'maria'", "“applicant == 'maria'” compares a person with a word."),
        ("people > 2", "“people > 2” compares a list with a number."),
        ("funds.amount + a.yes > 0", "“a.yes” is a yes or no, where a number is needed."),
        ("applicant.age_on(funds.amount) > 1", "“funds.amount” is a number, where a date is needed."),
        ("(5 if a.yes else 'x') == 5", "“'x'” is a word, where a number is needed."),
        ("value('funds', 'one') > 0", "“'one'” is a word, where a number is needed."),
        ("value('degrees', 1) > 0", "“1” is a number, where a word is needed."),
        ("min('a', 'b') == 'a'", "“'a'” is a word, where a number is needed."),
        ("min(applicant, applicant) in people", "“applicant” is a person, where a number is needed."),
        ("applicant.stays.country == 'PH'", "“applicant.stays” is a list and has no “country”."),
        ("any(p for p in people)", "“p” is a person, where a yes or no is needed."),
        ("any(p.accompanying for p in applicant)", "“applicant” isn’t a list."),
        ("trp.ground in people", "“trp.ground” is a word, where a person is needed."),
        ("trp.ground in stream", "“stream” isn’t a list."),
        ("1 in ['a']", "“'a'” is a word, where a number is needed."),
        ("any(d.item == 'x' for d in (people if a.yes else documents))", "“documents” is a list of other things."),
        ("applicant.clb(stream) > 4", "“stream” is not a possible value here."),
        ("applicant.clb(applicant.family_name) > 4", "“applicant.family_name” is not a possible value here."),
        # values that can't be
        ("trp.ground == stream", "“trp.ground == stream” can never be true."),
        ("travel.last_country == 'UK'", "“'UK'” isn’t a country code."),
        ("'England' in applicant.citizenships", "“'England'” isn’t a country code."),
        ("travel.last_country in ['CA', 'Canada']", "“'Canada'” isn’t a country code."),
        ("submitted > '2026-02-30'", "“'2026-02-30'” isn’t a day such as '2025-08-21'."),
        ("submitted > '2026'", "“'2026'” isn’t a day such as '2025-08-21'."),
        # how things are called
        ("years_before(submitted) < today", "“years_before(submitted)” takes 2 argument(s)."),
        ("years_before(submitted, 151) < today", "“151” must be a whole number up to 150."),
        ("years_before(submitted, funds.amount) < today", "“funds.amount” must be a whole number up to 150."),
        ("years_before(submitted, -1) < today", "“-1” must be a whole number up to 150."),
        ("days_after(submitted, 1.5) < today", "“1.5” must be a whole number up to 54900."),
        ("applicant.age_on() > 1", "“applicant.age_on()” takes 1 argument(s)."),
        ("applicant.age_on > 1", "“applicant.age_on” is not a known fact."),
        ("applicant.long_stay_countries() == []", "“applicant.long_stay_countries()” is not a known fact."),
        ("min(a=1, b=2) > 1", "“min(a=1, b=2)” can’t be called with named arguments."),
        ("min(*people) > 1", "“min(*people)” can’t be called with named arguments."),
        ("any(people)", "“any(people)” must be any(… for x in list)."),
        ("any(p.accompanying for p in people for s in p.stays)", None),
        ("count(p.accompanying for p in people) > 0", "“p.accompanying” must be the loop’s own “p”."),
        ("any(p.accompanying for p, q in people)", "“people” isn’t a list."),
        ("any({p.accompanying for p in people})", None),
        ("value(stream, 1) > 0", "“value(stream, 1)” needs a table’s name and a key."),
        ("value('funds') > 0", "“value('funds')” needs a table’s name and a key."),
        ("trp.ground in [stream]", "“stream” must be a value written out."),
        ("a.yes in [not True]", "“not True” must be a value written out."),
        # Python that isn't the language
        ("applicant.__class__ == 'x'", "“applicant.__class__” is not a known fact."),
        ("().__class__.__bases__[0]", None), ("applicant.stays[0].country == 'PH'", None), ("people[0:1]", None),
        ("lambda: True", "“lambda: True” isn’t part of the condition language."), ("(lambda: True)()", None),
        ("(x := True)", "“x := True” isn’t part of the condition language."), ("f'{stream}' == 'fsw'", None),
        ("[p for p in people]", None), ("{p for p in people}", None), ("{p: p for p in people}", None),
        ("(p for p in people)", None), ("any(p.accompanying async for p in people)", None), ("await a.yes", None),
        ("yield a.yes", None), ("*people", None), ("[*people]", None), ("{}", None), ("{'a': 1}", None), ("...", None),
        ("None", "“None” isn’t a value of the language."),
        ("funds.amount < 1e16", "“1e16” is too large a number."), ("stream == None", None),
        ("stream is None", None), ("1j == 1", None),
        ("b'fsw' == stream", None), ("a.yes is True", "“a.yes is True” can’t be compared so."),
        ("a.yes is not True", None),
        ("~1 == 1", None), ("+1 == 1", None), ("-funds.amount < 0", None), ("-True == 1", None), ("2 ** 9 > 1", None),
        ("1 / 2 > 0", None), ("7 // 2 > 1", None), ("7 % 2 == 1", None), ("1 << 9 > 1", None), ("1 | 2 == 3", None),
        ("people @ people", None), ("print(1)", None), ("__import__('os').system('true')", None),
        ("open('x').read()", None),
        ("getattr(applicant, 'x')", None), ("eval('1')", None), ("exec('1')", None), ("stream.format(1)", None),
        ("'x'.join(people)", None), ("sorted(people)", None), ("import os", None), ("a.yes; a.also", None),
        ("x = 1", None),
        ("", None), ("   ", None), ("#", None), ("a.yes and", None), ("(a.yes", None), ("a.yes)", None),
        ("a.yes a.also", None),
        ("a.yes\nand a.also", None), ("\x00", None), ("'\ud800' == stream", None), ("“a.yes”", None),
        ("a.yes && a.also", None),
        ("if a.yes: a.also", None), ("any()", None), ("all(True)", None), ("count(1)", None), ("min()", None),
        ("min(1)", None),
        ("min(1, 2, 3) > 0", None), ("person.age_on(submitted) > 1", None), ("held.issued < today", None),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_in_both_languages(source: str, what: str | None) -> None:
    error = refused(source)
    if what is not None:
        assert error.what.en == what
    for text in (error.what, error.hint):
        assert text.en.strip()
        assert text.fr.strip()
        assert text.en != text.fr


@pytest.mark.parametrize(
    "source",
    [
        "True" + " and True" * LONGEST, "(" * 150 + "True" + ")" * 150 + " " * LONGEST, "a" * (LONGEST + 1),
        "(" * 500 + "True" + ")" * 500, "[" * 500, "not " * 299, "1" + "+1" * 590 + " > 0", "-" * 1100 + "1 > 0",
        ".".join("a" * 590), "any(" * 200, "(" * 190 + "a.yes" + " and a.yes)" * 90,
    ],
)  # fmt: skip
def test_what_is_too_long_or_nested_too_deeply_is_refused_or_runs(source: str) -> None:
    """Deep nesting may be refused; what isn't must also run where the stack is already deep."""
    try:
        found = compiled(source)
    except ExpressionError as error:
        assert error.what.fr  # noqa: PT017 - refusing is one of two good ends
        return
    deep(found, 600)


def deep(found: Compiled, frames: int) -> Any:
    """Runs a condition below so many calls."""
    return deep(found, frames - 1) if frames else found.run(facts(FAMILY), {})


def test_the_stack_left_to_conditions_is_what_this_test_assumes() -> None:
    assert sys.getrecursionlimit() >= 1000


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("people", list_of(COUNTRY)), ("applicant.stays", list_of(COUNTRY)), ("'word'", NUMBER), ("submitted", NUMBER),
        ("a.yes", DATE), ("1", BOOL), ("'2026-02-30'", DATE), ("'UK'", COUNTRY),
    ],
)  # fmt: skip
def test_the_type_that_is_wanted_holds_for_the_members_of_a_list_too(source: str, wanted: Type) -> None:
    with pytest.raises(ExpressionError):
        compiled(source, wanted)


def test_a_literal_takes_the_type_that_is_wanted() -> None:
    assert plain(compiled("'2026-03-14'", DATE).run(facts(NOBODY), {})) == "2026-03-14"
    assert compiled("'CA'", COUNTRY).type == COUNTRY
    assert compiled("True", BOOL).constant
    assert not compiled("True and True", BOOL).constant


def test_every_fact_that_was_read_is_noted_with_what_is_open() -> None:
    view = facts(FAMILY)
    compiled("a.yes and a.also and applicant.age_on(submitted) > 5 and applicant.accompanying").run(view, {})
    assert {path: plain(found) for path, found in view.reads.items()} == {
        "a.yes": True, "a.also": None, "submitted": "2026-03-14",
        "people.maria.date_of_birth": "1992-07-03", "people.maria.accompanying": None,
    }  # fmt: skip
    assert set(view.open) == {"a.also", "people.maria.accompanying"}


def test_a_no_stops_a_conjunction_and_nothing_more_is_read() -> None:
    view = facts(FAMILY)
    compiled("a.also and not a.yes and funds.amount > 1").run(view, {})
    assert set(view.reads) == {"a.also", "a.yes"}


def test_loops_within_loops_within_loops_are_refused_before_they_can_run_for_ever() -> None:
    loops = "any(any(any({} for c in people) for b in people) for a in people)"
    compiled(loops.format("a.accompanying"))
    error = refused(loops.format("any(d.accompanying for d in people)"))
    assert error.what.en == "“any(d.accompanying for d in people)” is a loop too many within loops."


def refused(source: str) -> ExpressionError:
    with pytest.raises(ExpressionError) as raised:
        compiled(source, BOOL)
    return raised.value


# --- nothing ever raises

WORDS = [
    *VOCABULARY.names(), *VOCABULARY.attributes("person"), *VOCABULARY.attributes("stay"), "age_on", "clb", "value",
    "'funds'", "'degrees'", "any", "all", "count", "min", "max", "years_before", "days_after", "and", "or", "not", "in",
    "is", "if", "else", "for", "lambda", "await", "yield", ":=", "==", "!=", "<", ">=", "+", "-", "*", "**", "/", "@",
    "(", ")", "[", "]", "{", "}", ",", ".", ":", "1", "18", "0.5", "1e999", "9" * 400, "'fsw'", "'health'", "'CA'",
    "'2026-03-14'", "'0001-01-01'", "'9999-12-31'", "True", "None", "x", "p", "\\", "'", '"', "f'{x}'", "\n", "#", "é",
]  # fmt: skip


@given(st.text(max_size=80) | st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
@example("'\\d' == stream")
@example("1or 2")
@example("0777 == 1")
def test_any_text_compiles_or_is_refused(source: str) -> None:
    with suppress(ExpressionError):
        compiled(source)


def _binary(left: str, operation: str, right: str) -> str:
    return f"({left} {operation} {right})"


_LITERAL_DAYS = [f"days_after('{day}', 0)" for day in ("2020-02-29", "0001-01-01", "9999-12-31", "2026-03-14")]
_DAYS = st.recursive(
    st.sampled_from(
        ["submitted", "today", "meeting_day", "invitation.date", "applicant.date_of_birth", *_LITERAL_DAYS,
         "applicant.last_long_stay_end('PH')", "applicant.last_long_stay_end(travel.last_country)"]
    ),
    lambda days: (
        st.builds("{}({}, {})".format, st.sampled_from(sorted(FUNCTIONS)), days, st.sampled_from([0, 1, 150]))
        | st.builds("{}({}, {})".format, st.sampled_from(["min", "max"]), days, days)
    ),
    max_leaves=6,
)  # fmt: skip
_NUMBERS = st.recursive(
    st.sampled_from(
        ["0", "1.5", "18", "0.001", "9" * 15, "funds.amount", "family_size", "count(p for p in people)",
         "applicant.skilled_years", "applicant.canadian_skilled_years", "applicant.canadian_study_years",
         "applicant.clb('reading')", "applicant.second_clb('writing')", "value('degrees', applicant.highest_education)",
         "value('degrees', notes.free)"]
    )
    | st.builds("applicant.age_on({})".format, _DAYS),
    lambda numbers: (
        st.builds(_binary, numbers, st.sampled_from("+-*"), numbers)
        | st.builds("{}({}, {})".format, st.sampled_from(["min", "max"]), numbers, numbers)
        | st.builds("value('funds', {})".format, numbers)
        | st.builds("({} if a.yes else {})".format, numbers, numbers)
    ),
    max_leaves=6,
)  # fmt: skip
_COMPARE = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
_LISTS = ("stays", "activities", "trips", "passports", "language_tests", "education", "status_in_canada", "names")
CONDITIONS = st.recursive(
    st.sampled_from(["a.yes", "a.also", "True", "interview_called", "'PH' in applicant.citizenships",
                     "travel.last_country in applicant.long_stay_countries_since_18", "trp.ground in ['health']",
                     "applicant.lives_in('PH')", "applicant.long_stay_disputed(travel.last_country)"])
    | st.builds(_binary, _DAYS, _COMPARE, _DAYS)
    | st.builds(_binary, _NUMBERS, _COMPARE, _NUMBERS)
    | st.builds("any(count(x for x in p.{}) > {} for p in people)".format, st.sampled_from(_LISTS), _NUMBERS)
    | st.builds("any(any(x.start < {} for x in p.stays) for p in people)".format, _DAYS)
    | st.builds("all(s.start <= {0} or s.end > {0} for s in applicant.stays)".format, _DAYS),
    lambda tests: (
        st.builds(_binary, tests, st.sampled_from(["and", "or"]), tests)
        | tests.map("not ({})".format)
        | st.builds("({} if {} else {})".format, tests, tests, tests)
    ),
    max_leaves=5,
)  # fmt: skip


@settings(max_examples=60)
@given(CONDITIONS | _NUMBERS | _DAYS, cases())
@example("9" * 15 + f" * {'9' * 15}" * 40 + " * 1.5 > 1", case())
@example("value('funds', " + "9" * 15 + f" * {'9' * 15}" * 40 + ") > 1", case())
@example("years_before('0001-01-01', 1) < submitted", case())
@example("years_after(" * 60 + "submitted" + ", 150)" * 60 + " > submitted", case(submitted=2199))
@example("0 * (value('funds', funds.amount) - value('funds', funds.amount)) == 0", case())
@example("value('funds', 0 * value('funds', funds.amount)) == 0", case())
@example("applicant.canadian_study_years > 1", case(person(education=[{"to": "2024-02-29", "country": "CA"}])))
def test_what_compiles_runs_on_every_case(source: str, subject: Any) -> None:
    try:
        found = compiled(source)
    except ExpressionError:
        assert len(source) > LONGEST
        return
    result = found.run(facts(subject, TODAY), {})
    if found.type == BOOL:
        assert result in (True, False, None)

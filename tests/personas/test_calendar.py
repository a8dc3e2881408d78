"""The calendars of all personas: read by a calendar library, and nothing in them tells whose they are."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ircc_prep.api.views import words_for
from ircc_prep.core.case import Case
from ircc_prep.core.deadlines.deadline import Deadline
from ircc_prep.core.deadlines.redacted import shown_deadlines
from ircc_prep.core.deadlines.whole import deadlines
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.redaction.people import roles_of
from ircc_prep.core.redaction.redact import redacted
from ircc_prep.core.result import Audience
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import LANGUAGES, Language
from ircc_prep.files.case_file import load
from ircc_prep.files.checklists import Pack
from ircc_prep.files.wording import wording
from ircc_prep.render.calendar import calendar_text
from tests.cli.canaries import planted
from tests.core.deadlines.working_out import dues
from tests.core.making import TODAY
from tests.properties.families import full_cases

ROOT = Path(__file__).parents[2]
PERSONAS = sorted((ROOT / "checklists" / "personas").glob("*.yaml"))
PROGRAMS = Pack().programs()
WRITTEN = datetime(2026, 11, 22, 14, 5, 9, tzinfo=UTC)
OF_PROTECTION = ("refugee", "protected-person", "prra", "humanitarian", "temporary-resident-permit")
# No title may tell what somebody asks Canada for.
TELLING = re.compile(
    r"refug|réfugi|asyl|asile|protec|visa|immigra|IRCC|citizen|citoyen|humanit|sponsor|répond|parrain|restor|rétabl",
    re.IGNORECASE,
)


@cache
def book(program: str) -> Rulebook:
    return Pack(examples=False).load(program)


def both(case: Case, today: date = TODAY, audience: Audience = "self") -> dict[Language, str]:
    """The calendar in both languages."""
    rules = book(case.program)
    true = evaluate(rules, case, today)
    found = redacted(true, audience, rules)
    ahead = shown_deadlines(rules, true, found)
    return {language: calendar_text(found, ahead, words_for(rules, language), WRITTEN) for language in LANGUAGES}


def made(case: Case, language: Language = "en", today: date = TODAY, audience: Audience = "self") -> str:
    return both(case, today, audience)[language]


@cache
def of_persona(persona: Path, today: date = TODAY) -> dict[Language, str]:
    return both(load(persona).case, today)


def events(text: str) -> list[Any]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT")) if text else []


def unfolded(text: str) -> str:
    return text.replace("\r\n ", "")


def days_by_uid(text: str) -> Mapping[str, date]:
    return {str(each["UID"]): each.decoded("DTSTART") for each in events(text)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_a_calendar_library_reads_every_deadline_that_has_a_day(persona: Path, language: Language) -> None:
    case = load(persona).case
    rules = book(case.program)
    ahead = [each for each in deadlines(rules, evaluate(rules, case, TODAY)) if each.placed]
    found = events(of_persona(persona)[language])
    assert [each.decoded("DTSTART") for each in found] == [each.first_possible(TODAY) for each in ahead]
    assert len({str(each["UID"]) for each in found}) == len(found)
    for each in found:
        assert not each.errors
        assert each.decoded("DTSTART") >= TODAY
        rings = [each.decoded("DTSTART") + alarm.decoded("TRIGGER") for alarm in each.walk("VALARM")]
        assert all(ring > TODAY for ring in rings)
        assert (each["CLASS"], each["TRANSP"]) == ("PRIVATE", "TRANSPARENT")


def personal(case: Case) -> Iterator[str]:
    """What tells who somebody is: names, ids, numbers of papers, days of birth."""
    for person in case.people or ():
        names = [person.family_name, person.given_names]
        names += [each for name in person.names or () for each in (name.family_name, name.given_names)]
        for words in filter(None, names):
            yield words
            yield from (part for part in re.split(r"[\s-]", words) if len(part) > 2)
        yield person.id
        yield from (each.number for each in person.passports or () if each.number)
        if person.date_of_birth:
            yield str(person.date_of_birth)
            yield str(person.date_of_birth).replace("-", "")
    yield from (each.number for each in case.documents or () if each.number)


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_no_name_number_or_birth_of_anybody_is_in_the_file(persona: Path) -> None:
    case = load(persona).case
    for text in map(unfolded, of_persona(persona).values()):
        # In capitals as in papers, too; as a word, since a short name may be part of another word.
        assert [each for each in personal(case) if re.search(rf"\b{re.escape(each)}\b", text)] == []


@pytest.mark.slow
@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("yes", [True, False])
def test_nothing_that_a_person_wrote_is_in_the_file(program: str, yes: bool) -> None:
    plant = planted(program, yes=yes)
    case = Case.model_validate(plant.data)
    assert made(case)
    audiences: tuple[Audience, ...] = ("self", "consultant")
    for text in (unfolded(text) for audience in audiences for text in both(case, audience=audience).values()):
        assert [each for each in (*plant.words, *plant.ids, *plant.numbers) if each in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_a_title_tells_a_locked_screen_neither_who_nor_what_is_asked_for(persona: Path, language: Language) -> None:
    for each in events(of_persona(persona)[language]):
        for title in (each["SUMMARY"], *(alarm["DESCRIPTION"] for alarm in each.walk("VALARM"))):
            assert not TELLING.search(title)
            assert not re.search(r"\d{2}", title)


@pytest.mark.parametrize("program", PROGRAMS)
def test_no_title_in_a_checklist_tells_a_locked_screen_what_is_asked_for(program: str) -> None:
    for due in dues(book(program)).values():
        for words in (due.due.title.en, due.due.title.fr):
            assert not TELLING.search(words)
            assert not re.search(r"\d", words)


@pytest.mark.parametrize(
    "persona", [path for path in PERSONAS if path.stem.startswith(OF_PROTECTION)], ids=lambda path: path.stem
)
def test_where_somebody_asks_for_protection_nothing_in_the_file_says_so(persona: Path) -> None:
    for each in of_persona(persona).values():
        text = unfolded(each).replace("ircc-prep", "")
        assert not TELLING.search(text)
        assert "http" not in text


def test_a_day_of_a_redacted_case_is_known_by_its_month() -> None:
    case = load(ROOT / "checklists" / "personas" / "express-entry.en.yaml").case
    found = events(made(case, audience="consultant"))
    assert found
    assert all(each.decoded("DTSTART").day == 1 for each in found)
    assert all("Only the month is known" in each["DESCRIPTION"] for each in found)
    assert made(case, audience="log") == ""


def for_a_consultant(case: Case) -> tuple[Deadline, ...]:
    rules = book(case.program)
    true = evaluate(rules, case, TODAY)
    return shown_deadlines(rules, true, redacted(true, "consultant", rules))


def redaction_only_takes_away(case: Case) -> None:
    rules, ids = book(case.program), roles_of(case)[0]
    whole = deadlines(rules, evaluate(rules, case, TODAY))
    true = {(each.kind, each.subject, ids.get(each.person or ""), each.nth): each for each in whole}
    for each in for_a_consultant(case):
        same = true[each.kind, each.subject, each.person, each.nth]
        assert each.bare or not same.bare


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_a_redacted_calendar_has_no_deadline_more_says_no_more_of_one_and_no_exact_day(persona: Path) -> None:
    case = load(persona).case
    redaction_only_takes_away(case)
    assert not [each for each in for_a_consultant(case) if each.day.exact]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), program=st.sampled_from(PROGRAMS))
def test_of_any_case_a_redacted_calendar_has_no_deadline_more(data: st.DataObject, program: str) -> None:
    redaction_only_takes_away(Case.model_validate(data.draw(full_cases(program))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_protected_person_is_told_to_renew_no_passport_in_a_redacted_calendar_either(language: Language) -> None:
    passport = {"country": "IR", "kind": "ordinary", "issued": "2022-01-10", "expires": "2027-01-09"}
    case = Case.model_validate({
        "schema": 1, "program": "pr-landing", "stream": "portal",
        "people": [{"id": "sara", "role": "principal-applicant", "passports": [passport]}],
        "answers": {"landing.protected_person": True}, "interview": {"date": "2027-02-03"},
    })  # fmt: skip
    for audience in ("self", "consultant"):
        text = unfolded(made(case, language, audience=audience))
        assert events(text)
        assert not re.search("pass", text, re.IGNORECASE)
        assert not TELLING.search(text.replace("ircc-prep", ""))


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_the_same_deadline_has_the_same_id_on_the_next_day_in_either_language(persona: Path) -> None:
    now = days_by_uid(of_persona(persona)["en"])
    assert now == days_by_uid(of_persona(persona)["fr"])
    later = days_by_uid(of_persona(persona, TODAY + timedelta(days=1))["en"])
    assert {uid: day for uid, day in now.items() if day > TODAY} == later


def test_the_id_stays_when_the_day_moves_and_holds_nothing_of_a_person() -> None:
    persona = ROOT / "checklists" / "personas" / "express-entry.fr.yaml"
    text = persona.read_text(encoding="utf-8")
    other = (
        text.replace("clarisse", "zoe").replace("Clarisse", "Zoé").replace("Ngo Bayiha", "Tremblay")
        .replace("1993-06-30", "1991-02-03").replace("X0000013", "Z9999999").replace("2026-12-18", "2026-12-20")
    )  # fmt: skip

    def ids(content: str) -> set[str]:
        path = persona.with_name("other.yaml")
        from ircc_prep.files import yaml_text

        case = Case.model_validate(yaml_text.read(content.encode(), path.name).data)
        return set(days_by_uid(made(case)))

    assert ids(text) == ids(other)


PRINT_IDS = """
import sys
from tests.personas.test_calendar import PERSONAS, days_by_uid, load, made
print(*(uid for persona in PERSONAS[:8] for uid in days_by_uid(made(load(persona).case))), sep="\\n")
"""


@pytest.mark.slow
def test_another_process_gives_the_same_ids() -> None:
    here = [uid for persona in PERSONAS[:8] for uid in days_by_uid(made(load(persona).case))]
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", PRINT_IDS]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=ROOT)
        assert done.stdout.split() == here


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), language=st.sampled_from(LANGUAGES))
def test_any_case_gives_a_calendar_that_can_be_read_or_none(data: st.DataObject, language: Language) -> None:
    program = data.draw(st.sampled_from(PROGRAMS))
    case = Case.model_validate(data.draw(full_cases(program)))
    text = made(case, language)
    found = events(text)
    assert bool(text) == bool(found)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert len({str(each["UID"]) for each in found}) == len(found)
    assert all(each.decoded("DTSTART") >= TODAY and not each.errors for each in found)


def test_a_child_is_told_by_when_the_application_has_to_be_there_and_not_to_be_sent() -> None:
    child = {"id": "leo", "role": "dependent-child", "date_of_birth": "2005-01-15", "marital_status": "single"}
    applicant = {"id": "maria", "role": "principal-applicant"}
    people = {"schema": 1, "program": "express-entry", "stream": "fsw", "people": [applicant, child]}
    told = {
        language: unfolded(text).replace("\\,", ",") for language, text in both(Case.model_validate(people)).items()
    }
    assert "has to have arrived, complete, by this day" in told["en"]
    assert "doit être arrivée, complète, au plus tard ce jour-là" in told["fr"]


def test_every_word_of_a_calendar_is_there_in_both_languages() -> None:
    assert all(text.en and text.fr for key, text in wording().items() if key.startswith("calendar."))

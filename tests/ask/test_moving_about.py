"""Going back, the list of all questions, answers set aside and brought back, and the answers read over at the end."""

import re
from dataclasses import replace
from typing import Any

import pytest
from prompt_toolkit.input import PipeInput

from ircc_prep.core.case import Case
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.text import Language
from tests.ask.sitting import MARIA, TODAY, Sit, book, drawn_talk, shown_lines, sit_plainly, sitting

PERMIT: dict[str, Any] = {
    "schema": 1,
    "program": "temporary-resident-permit",
    "language": "en",
    "people": [{"id": "maria", "role": "principal-applicant", "given_names": "Maria", "family_name": "Santos"}],
}
HOMES = [{"from": "2000-01-01", "country": "CA", "city": "Laval"}]
KNOWN: dict[str, Any] = {
    "date_of_birth": "1992-07-03", "citizenships": ["PH"], "country_of_birth": "PH",
    "marital_status": "single", "passports": [], "names": [], "stays": HOMES, "activities": [], "trips": [],
    "education": [], "status_in_canada": [], "charges": [], "service": [],
}  # fmt: skip
SKIP_ALL = ">" * 150
UP = "\x1b[A"


def permit(**answers: Any) -> dict[str, Any]:
    """Maria's case for a permit, with all that is asked of her person, and these answers."""
    people = [{**PERMIT["people"][0], **KNOWN}]
    return {**PERMIT, "people": people, "submitted": "2026-10-01", "answers": {"interview.invited": False, **answers}}


def test_every_prompt_shows_the_key_of_the_list_once_there_are_questions() -> None:
    shown = sit_plainly(["3", "Maria", "n", "n", "n"]).screen
    prompts = shown.split(". save and stop")
    assert "/ see all" not in prompts[0]  # which program: nothing to list yet
    assert all("/ see all" in prompt for prompt in prompts[1:-1])


def test_a_question_chosen_in_the_list_is_asked_and_then_one_is_where_one_was(sit: Sit) -> None:
    sitting = sit("1\r" + "/born\r" + "philippines\r" + "1992-07-03\r", PERMIT)
    assert sitting.data["people"][0]["country_of_birth"] == "PH"
    assert sitting.data["people"][0]["date_of_birth"] == "1992-07-03"
    assert sitting.screen.count("When was Maria Santos born?") >= 2


def test_the_list_gives_answers_in_words_and_marks_what_was_skipped_or_is_not_known(sit: Sit) -> None:
    screen = sit("1\r" + "1992-07-03\r" + "*" + ">" + "/<", PERMIT).screen
    rows = screen[screen.index("All questions") :]
    assert "When was Maria Santos born? → July 3, 1992" in rows
    assert "(you don’t know)" in rows
    assert "(skipped)" in rows


def test_the_list_shows_no_sensitive_answer(sit: Sit) -> None:
    data = permit(**{"contact.removal_order": True})
    screen = sit("1\r" + "/<", data).screen
    row = screen[screen.index("Is there a removal order") :]
    assert row[: row.index(" / ")].endswith("→ answer not shown Whom to ask")


def test_the_list_is_reached_and_left_in_the_middle_of_a_list_of_places(sit: Sit) -> None:
    data = permit()
    del data["people"][0]["stays"]
    sitting = sit("1\r" + "/lived\r" + "1\r" + "phil\r" + "/born\r=" + "Cebu\r", data)
    assert sitting.data["people"][0]["stays"][0]["country"] == "PH"
    assert sitting.data["people"][0]["stays"][0].get("city", "").startswith("Cebu")


def test_back_from_the_first_question_of_a_sitting_leads_to_those_answered_before(sit: Sit) -> None:
    sitting = sit("1\r" + "<" + "When was\r" + "1993\r", permit())
    assert "This is the first question of today" in sitting.screen
    assert sitting.data["people"][0]["date_of_birth"] == "1993"


def test_back_reaches_every_earlier_answer_and_later_ones_stay(sit: Sit) -> None:
    sitting = sit("1\r" + "1992-07-03\r" + "ph\r" + "<<" + "1993-01-01\r", PERMIT)
    person = sitting.data["people"][0]
    assert (person["date_of_birth"], person["citizenships"]) == ("1993-01-01", ["PH"])


def test_pages_of_numbered_lines_are_the_list_for_screen_readers() -> None:
    sitting = sit_plainly(["1", "/", "", "country born", "1", "Philippines"], PERMIT)
    assert "Questions 1 to 10 of" in sitting.screen
    assert "Questions 11 to 20 of" in sitting.screen
    assert sitting.data["people"][0]["country_of_birth"] == "PH"


WORKER: dict[str, Any] = {
    **MARIA,
    "submitted": "2026-10-01",
    "people": [{**MARIA["people"][0], **KNOWN}],
    "answers": {"interview.invited": False, "job_offer.has_offer": True, "job_offer.lmia": True},
}


@pytest.mark.parametrize(
    ("language", "search", "no", "aside", "again"),
    [
        ("en", "job offer", "n", "This sets aside 1 answer. It is kept", "1 answer that was set aside counts again"),
        ("fr", "offre", "n", "1 réponse est ainsi mise de côté", "1 réponse mise de côté compte de nouveau"),
    ],
)
def test_an_answer_that_sets_others_aside_says_so_and_brings_them_back(
    sit: Sit, language: Language, search: str, no: str, aside: str, again: str
) -> None:
    first = sit(f"1\r/{search}\r{no}\r", WORKER, language)
    assert aside in first.screen
    assert first.data["answers"]["job_offer.lmia"] is True
    yes = {"en": "y", "fr": "o"}[language]
    second = sit(f"1\r/{search}\r{yes}\r", first.data, language)
    assert again in second.screen
    assert second.data["answers"] == WORKER["answers"]


def test_what_is_set_aside_counts_for_nothing() -> None:
    rules = book("express-entry")
    without = {key: value for key, value in WORKER["answers"].items() if key != "job_offer.lmia"}
    one, other = (
        evaluate(rules, Case.model_validate({**WORKER, "answers": {**answers, "job_offer.has_offer": False}}), TODAY)
        for answers in (WORKER["answers"], without)
    )
    assert replace(one, case=other.case) == other


def test_the_answers_are_read_over_before_the_end(sit: Sit) -> None:
    sitting = sit("1\r" + SKIP_ALL + "n\r" + "2\r" + "1\r", permit())
    review = sitting.screen[sitting.screen.index("Your answers") :]
    assert "Date of birth: July 3, 1992" in review
    assert "no answer yet" in review
    assert "Is everything as it should be?" in review
    assert sitting.ending.how == "finished"


def test_something_can_be_changed_at_the_end_and_the_end_comes_again(sit: Sit) -> None:
    sitting = sit(
        "1\r" + SKIP_ALL + "n\r" + "2\r" + "2\r" + "When was\r" + "1993-05-06\r" + SKIP_ALL + "n\r1\r", permit()
    )
    assert sitting.data["people"][0]["date_of_birth"] == "1993-05-06"
    assert sitting.screen.count("Is everything as it should be?") == 2


def test_back_from_the_papers_leads_to_the_last_question(sit: Sit) -> None:
    sitting = sit("1\r" + SKIP_ALL + "n\r" + "<", permit())
    assert sitting.screen.count("Would you like to tick the papers") == 1
    assert sitting.ending.interrupted


def test_a_year_that_is_all_the_person_knows_is_not_asked_about_again_on_another_day(sit: Sit) -> None:
    data = {**MARIA, "people": [{**MARIA["people"][0], **KNOWN, "date_of_birth": "2008"}], "submitted": "2026-10-01"}
    first = sit("1\r" + "=", data)
    assert first.data["unsure"] == ["people.maria.date_of_birth"]
    assert first.data["people"][0]["date_of_birth"] == "2008"
    again = sit("1\r", first.data)
    assert "So far you gave" in first.screen
    assert "So far you gave" not in again.screen


def test_somebody_is_renamed_and_taken_out_of_the_case(sit: Sit) -> None:
    child = {"id": "leo", "role": "dependent-child", "given_names": "Leo"}
    data = {**PERMIT, "people": [*PERMIT["people"], child], "unsure": ["people.leo.date_of_birth"]}
    renamed = sit(f"{UP}{UP}\r" + "2\r" + "\x15Léo\r", data)
    assert renamed.data["people"][1]["given_names"] == "Léo"
    gone = sit(f"{UP}\r" + "y\r", data)
    assert [person["id"] for person in gone.data["people"]] == ["maria"]
    assert "unsure" not in gone.data


@pytest.mark.parametrize(("lines", "waits"), [("24", True), ("500", False)])
def test_what_nobody_has_had_the_time_to_read_is_not_pushed_off_the_screen(
    keys: PipeInput, monkeypatch: pytest.MonkeyPatch, lines: str, waits: bool
) -> None:
    monkeypatch.setenv("LINES", lines)
    talk = drawn_talk("en")
    keys.send_text("\r" * 9)
    for number in range(40):
        talk.turn_page_for(f"Line {number}")
        talk.screen.text(f"Line {number}")
    assert (talk.screen.unread < 40) is waits


def test_forward_after_going_back_is_one_answer_at_a_time(sit: Sit) -> None:
    screen = sit("1\r" + "1992-07-03\r" + "ph\r" + "ph\r" + "<<<" + "==", PERMIT).screen
    born, citizen, country = "When was Maria Santos born?", "Which citizenships", "In which country was"
    forward = screen[screen.rindex(born) :]
    assert forward.count(citizen) == 1
    assert forward.count(country) == 1
    assert forward.index(citizen) < forward.index(country)


def test_what_another_answer_has_set_aside_is_stepped_over_in_both_directions(sit: Sit) -> None:
    data = {**WORKER, "answers": {"interview.invited": False}}
    lmia = "positive labour"
    screen = sit("1\r" + "/job offer\ry\r" + f"/{lmia}\ry\r" + "<<" + "n\r" + "<", data).screen
    afterwards = screen[screen.index("This sets aside 1 answer") :]
    assert "Do you have a written offer" in afterwards
    assert afterwards.casefold().count(lmia) == 1  # where it is said that it is set aside


DAYS = ("On what day did you make", "On what day do you plan to make")


@pytest.mark.parametrize(("reply", "asked"), [("y", {DAYS[0]}), ("n", {DAYS[1]}), (">", set()), ("*", set())])
def test_nobody_is_asked_both_when_they_applied_and_when_they_will(sit: Sit, reply: str, asked: set[str]) -> None:
    data = {key: value for key, value in permit().items() if key != "submitted"}
    typed = reply if reply in ">*" else f"{reply}\r"
    screen = sit("1\r" + typed + SKIP_ALL + "n\r" + "2\r" + "1\r", data).screen
    assert {day for day in DAYS if day in screen} == asked


def test_the_program_can_be_changed_from_the_list_and_every_answer_stays(sit: Sit) -> None:
    data = permit(**{"trp.ground": "health"})
    sitting = sit("1\r" + "<" + "application for\r" + "express entry\r" + "1\r" + "1\r", data)
    assert "the program can be changed there too" in sitting.screen
    assert (sitting.data["program"], sitting.data["stream"]) == ("express-entry", "fsw")
    assert sitting.data["answers"] == data["answers"]
    assert sitting.data["people"] == data["people"]
    assert "the questions are those of this program" in sitting.screen


def test_the_program_stays_where_one_looks_at_the_others_and_goes_back(sit: Sit) -> None:
    assert sit("1\r" + "/application for\r" + "<", permit()).saved == []


def test_another_program_is_not_offered_while_the_parts_of_the_first_are(sit: Sit) -> None:
    data = {key: value for key, value in MARIA.items() if key != "stream"}
    assert "What is this application for?" not in sit("/", data).screen


def test_going_back_after_the_program_changed_meets_only_its_own_questions(sit: Sit) -> None:
    data = permit()
    change = "/application for\r" + "express entry\r" + "1\r" + "1\r"
    sitting = sit("1\r" + ">" * 12 + change + "<" * 15, data)
    assert sitting.ending.interrupted
    assert sitting.data["program"] == "express-entry"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_as_many_questions_wait_on_the_last_page_as_before_it(sit: Sit, language: Language) -> None:
    screen = sit("1\r" + "1992-07-03\r" + "*" + "*" + SKIP_ALL + "n\r2\r1\r", PERMIT, language).screen
    pattern = (
        r"(\d+) questions (?:have no answer yet|sont encore sans réponse)|réponse à (\d+) questions|answers to (\d+)"
    )
    counts = [next(filter(None, found)) for found in re.findall(pattern, screen)]
    assert len(counts) == 4
    assert counts[:2] == counts[2:]


def test_each_answer_read_over_stands_on_a_line_of_its_own_and_says_of_which_entry_it_is(keys: PipeInput) -> None:
    data = permit()
    data["people"][0]["stays"] = [{"from": "2010", "to": "2024", "country": "FR", "city": "Lyon"}]
    data["unsure"] = ["people.maria.stays[0].to"]
    talk = drawn_talk("fr")
    keys.send_text("1\r" + SKIP_ALL + "n\r2\r1\r")
    sitting(talk, data, "fr")
    lines = shown_lines(talk)
    answers = lines[next(at for at, line in enumerate(lines) if "Vos réponses" in line) :]
    assert any(line.startswith("  – Date de naissance : 3 juillet 1992") for line in answers)
    last = next(line for line in answers if "dernier jour" in line)
    assert last.startswith("  – Lieux de résidence : France · Lyon")

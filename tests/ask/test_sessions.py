"""Whole sittings: from the first question to the end, stopping, coming back, going back."""

import sys
from typing import Any

import pytest

from ircc_prep.ask.columns import columns
from ircc_prep.ask.listed import left_open
from ircc_prep.ask.people import has_sponsor
from ircc_prep.ask.session import run
from ircc_prep.core.case import Case
from ircc_prep.core.text import LANGUAGES, Language
from ircc_prep.errors import UsageError
from ircc_prep.files.checklists import Pack
from ircc_prep.files.wording import wording
from tests.ask.sitting import EXPRESS_ENTRY, MARIA, PROGRAMS, Sit, book, number_of, sit_plainly

# A whole sitting takes seconds: those of the programs that came later wait for the slow tests.
EACH = [pytest.param(each, marks=[pytest.mark.slow] if place > 2 else []) for place, each in enumerate(PROGRAMS)]
NOBODY_ELSE = "n\r" * 3
SKIP_ALL = ">" * 150


def _until(field: str) -> dict[str, Any]:
    """Maria's case with everything answered that comes before a field of hers."""
    known: dict[str, Any] = {
        "date_of_birth": "1992-07-03", "citizenships": ["PH"], "country_of_birth": "PH", "marital_status": "single",
        "passports": [], "names": [],
    }  # fmt: skip
    person = MARIA["people"][0] | {key: value for key, value in known.items() if key != field}
    return {**MARIA, "submitted": "2026-10-01", "people": [person], "answers": {"interview.invited": False}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("program", EACH)
def test_a_new_case_is_taken_from_welcome_to_summary(sit: Sit, program: str, language: Language) -> None:
    stream = "*" if book(program).streams else ""
    no = "n\r" * (4 if has_sponsor(book(program)) else 3)
    papers = "" if program == "pr-landing" else "2\r"
    sitting = sit(f"{number_of(program, language)}\r{stream}Maria\r{no}{SKIP_ALL}n\r{papers}1\r", language=language)
    assert sitting.ending.how == "finished"
    assert sitting.ending.language == language
    assert sitting.data["program"] == program
    assert sitting.data["people"] == [{"id": "maria", "role": "principal-applicant", "given_names": "Maria"}]
    assert wording()["ask.closing.title"].of(language) in sitting.screen
    assert " ".join(wording()["ask.one-moment"].of(language).split()) in sitting.screen


@pytest.mark.parametrize("program", EACH)
def test_the_accessible_twin_asks_the_same(program: str) -> None:
    stream = ["I don’t know"] if book(program).streams else []
    lines = [number_of(program), *stream, "Maria", *["no"] * (4 if has_sponsor(book(program)) else 3)]
    lines += ["skip"] * 60
    sitting = sit_plainly(lines)
    assert sitting.data["people"][0]["given_names"] == "Maria"
    assert "You skipped" in sitting.screen


def test_the_language_is_asked_in_both_languages_where_it_is_not_known(sit: Sit) -> None:
    sitting = sit(f"2\r\r{number_of('express-entry', 'fr')}\r*Maria\r", language=None)
    assert sitting.ending.language == "fr"
    assert sitting.data["language"] == "fr"
    assert "Bienvenue" in sitting.screen


def test_ctrl_c_keeps_every_answer_and_says_so(sit: Sit) -> None:
    sitting = sit(f"{EXPRESS_ENTRY}\r1\rMaria\r")
    assert sitting.ending.interrupted
    assert sitting.data["stream"] == next(iter(book("express-entry").streams))
    assert "Every answer is saved" in sitting.screen


def test_ctrl_c_before_anything_is_answered_leaves_no_file(sit: Sit) -> None:
    sitting = sit("")
    assert sitting.saved == []
    assert not sitting.ending.saved


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_programs_fit_on_a_screen_and_what_the_chosen_one_is_for_is_said(language: Language) -> None:
    """One line each, even for those that long; 24 rows with the question, the hint and the signs."""
    titles = [Pack().header(program).title.of(language) for program in Pack().programs()]
    assert len(titles) <= 19
    assert [title for title in titles if columns(title) > 70] == []
    screen = sit_plainly([number_of("pr-landing", language)], None, language).screen
    assert " ".join(book("pr-landing").checklist.program.summary.of(language).split()[:6]) in screen


def test_every_answer_is_saved_before_the_next_question(sit: Sit) -> None:
    sitting = sit(f"{EXPRESS_ENTRY}\r1\rMaria\r" + NOBODY_ELSE + "Santos\r")
    steps = [(save.get("stream"), len(save.get("people", []))) for save in sitting.saved]
    assert steps[0] == (None, 0)
    assert len(sitting.saved) >= 4


def test_a_family_is_named_one_by_one(sit: Sit) -> None:
    sitting = sit(f"{EXPRESS_ENTRY}\r1\rMaria\r" + "y\rPaul\r" + "y\rLi\ry\r>n\r" + "n\r")
    assert [(person["id"], person["role"]) for person in sitting.data["people"]] == [
        ("maria", "principal-applicant"),
        ("paul", "spouse-or-partner"),
        ("li", "dependent-child"),
        ("child-1", "dependent-child"),
    ]


def test_going_back_while_naming_people_replaces_and_never_doubles(sit: Sit) -> None:
    sitting = sit(f"{EXPRESS_ENTRY}\r1\rMaria\r" + "y\rPaul\r" + "<" + "n\r")
    assert [person["id"] for person in sitting.data["people"]] == ["maria"]


def test_i_do_not_know_is_kept_and_not_asked_again(sit: Sit) -> None:
    sitting = sit("1\r*", _until("date_of_birth"))
    assert sitting.data["unsure"] == ["people.maria.date_of_birth"]
    assert "That is fine" in sitting.screen


def test_going_back_shows_the_answer_and_keeps_it_with_one_key(sit: Sit) -> None:
    sitting = sit("1\r1992-07-03\r<" + "=", _until("date_of_birth"))
    assert sitting.screen.count("When was Maria Santos born?") == 2
    assert sitting.data["people"][0]["date_of_birth"] == "1992-07-03"


def test_going_back_can_change_an_answer(sit: Sit) -> None:
    sitting = sit("1\r1992\r<1993\r", _until("date_of_birth"))
    assert sitting.data["people"][0]["date_of_birth"] == "1993"


STAY = "phil\rCebu\r2010-06\r2018-03\r"


def test_a_list_is_filled_in_entry_by_entry_and_joins_where_the_person_says(sit: Sit) -> None:
    sitting = sit("1\r" + "1\r" + STAY + "1\r" + "AE\r*=present\r" + "4\r", _until(""))
    person = sitting.data["people"][0]
    assert person["stays"] == [
        {"country": "PH", "city": "Cebu", "from": "2010-06", "to": "2018-03"},
        {"country": "AE", "from": "2018-03", "to": "present"},
    ]
    assert sitting.data["unsure"] == ["people.maria.stays[1].city"]


def test_a_list_left_in_the_middle_is_open_when_the_person_comes_back(sit: Sit) -> None:
    first = sit("1\r" + "1\r" + STAY, _until(""))
    assert first.data["people"][0]["stays"][-1] == {}
    assert left_open(first.data) == ["people.maria.stays"]
    again = sit_plainly(["1", "4"], first.data)
    assert "1. Philippines · Cebu · June 2010 – March 2018" in again.screen
    assert again.data["people"][0]["stays"] == [{"country": "PH", "city": "Cebu", "from": "2010-06", "to": "2018-03"}]


def test_an_empty_list_is_an_answer(sit: Sit) -> None:
    sitting = sit("1\r" + "2\r", _until("passports"))
    assert sitting.data["people"][0]["passports"] == []


def test_a_list_that_was_begun_and_given_up_is_unanswered_again(sit: Sit) -> None:
    sitting = sit("1\r" + "1\r" + ">" * 5 + ">", _until("passports"))
    assert "passports" not in sitting.data["people"][0]


def test_an_entry_is_removed_and_what_was_unsure_about_the_others_moves_with_them(sit: Sit) -> None:
    keys = "1\r" + "1\r" + STAY + "1\r" + "AE\r*=present\r" + "3\r1\ry\r" + "4\r"
    sitting = sit(keys, _until(""))
    assert sitting.data["people"][0]["stays"] == [{"country": "AE", "from": "2018-03", "to": "present"}]
    assert sitting.data["unsure"] == ["people.maria.stays[0].city"]


def test_an_entry_is_changed_field_by_field(sit: Sit) -> None:
    sitting = sit("1\r" + "1\r" + STAY + "2\r3\r2009\r5\r4\r", _until(""))
    assert sitting.data["people"][0]["stays"][0]["from"] == "2009"


def test_an_end_before_its_beginning_is_refused(sit: Sit) -> None:
    sitting = sit("1\r" + "1\rphil\rCebu\r2018\r2010\r\x15present\r4\r", _until(""))
    assert "would come before the beginning" in sitting.screen
    assert sitting.data["people"][0]["stays"][0]["to"] == "present"


def test_the_papers_in_hand_are_ticked_and_described(sit: Sit) -> None:
    sitting = sit("1\r" + SKIP_ALL + "n\r" + "1\r" + "1 \r" + ">" * 10 + "1\r", _until(""))
    assert len(sitting.data["documents"]) == 1
    assert sitting.ending.how == "finished"


def test_a_sensitive_question_says_that_one_may_leave(sit: Sit) -> None:
    assert "No story is asked for" in sit("1\r" + SKIP_ALL, _until("")).screen


def test_whatever_is_saved_is_a_valid_case(sit: Sit) -> None:
    sitting = sit("1\r" + "1\r" + STAY + "1\r" + "AE\r*=present\r" + "4\r" + SKIP_ALL + "n\r2\r1\r", _until(""))
    for data in sitting.saved:
        Case.model_validate(data)


def test_without_a_terminal_it_says_what_to_use_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    with pytest.raises(UsageError) as caught:
        run(book, [], None, _nothing, _today(), "en", wording(), accessible=False, colour=False, forget=_nothing)
    assert "ircc-prep check" in caught.value.problems[0].hint.en


def _today() -> Any:
    from tests.ask.sitting import TODAY

    return TODAY


def _nothing(_given: Any) -> None:
    """Saves nothing, and has nothing to forget."""

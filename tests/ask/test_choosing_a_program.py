"""Choosing one of many programs, and what else a long list of questions must not do: repeat itself, or hold back."""

import pytest

from ircc_prep.ask.columns import columns
from ircc_prep.ask.countries import folded
from ircc_prep.ask.opening import finding, program_lines
from ircc_prep.ask.prompts.base import Menu, Option
from ircc_prep.ask.prompts.listing import Found, Listing
from ircc_prep.ask.replies import Command
from ircc_prep.core.text import LANGUAGES, Language
from ircc_prep.files.checklists import Pack
from ircc_prep.files.wording import wording
from tests.ask.sitting import EXPRESS_ENTRY, MARIA, PROGRAMS, Sit, drawn_talk, number_of, sit_plainly
from tests.ask.test_moving_about import SKIP_ALL, permit

ROWS, QUESTION_AND_HELP = 24, 2


def _listing(language: Language) -> Found:
    talk = drawn_talk(language)
    headers = [(program, Pack().header(program)) for program in Pack().programs()]
    options = program_lines(talk, [(program, header.title, header.summary) for program, header in headers])
    commands = talk.labels((Command.WHY, Command.STOP))
    return Found.of_finder(finding(talk, options, commands), talk.screen.width)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_programs_stand_on_one_screen_of_24_lines_with_what_is_asked_and_how_to_choose(language: Language) -> None:
    listing = _listing(language)
    lines = "".join(words for _, words in listing.fragments()).splitlines()
    assert len(lines) == len(PROGRAMS)
    assert len(lines) + listing.footer_height() + QUESTION_AND_HELP <= ROWS
    assert max(map(columns, lines)) <= listing.width


def test_a_program_keeps_its_number_when_a_word_leaves_few_of_them() -> None:
    listing = _listing("en")
    listing.write("lending")
    listing.write("")
    assert listing.rows == []
    for _ in "lending":
        listing.erase()
    for letter in "confirm":
        listing.write(letter)
    assert [row.sign for row in listing.rows] == [number_of("pr-landing")]


@pytest.mark.parametrize("typed", [f"{EXPRESS_ENTRY}\r", "express ent\r"])
def test_a_program_is_chosen_by_its_number_or_by_a_word_of_its_name(sit: Sit, typed: str) -> None:
    assert sit(f"{typed}*Maria\r").data["program"] == "express-entry"


@pytest.mark.parametrize("language", LANGUAGES)
def test_programs_stand_in_the_alphabetical_order_of_their_titles(language: Language) -> None:
    titles = [folded(row.label) for row in _listing(language).rows]
    assert titles == sorted(titles)


@pytest.mark.parametrize(
    ("typed", "program"),
    [
        ("mari", "spouse-partner"), ("épouse", "spouse-partner"), ("husband", "spouse-partner"),
        ("mère", "parents-grandparents"), ("étudiant", "study-permit"), ("touriste", "visitor"),
        ("ERAR", "prra-hearing"), ("serment", "citizenship"),
    ],
)  # fmt: skip
def test_a_program_is_found_by_the_word_that_people_have_for_it(typed: str, program: str) -> None:
    listing = _listing("fr")
    listing.write(typed)
    assert [row.reply for row in listing.rows] == [program]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_program_whose_title_has_the_word_is_pointed_at_before_one_that_only_speaks_of_it(language: Language) -> None:
    listing = _listing(language)
    listing.write("express")
    assert len(listing.rows) > 1
    assert listing.pointed is not None
    assert listing.pointed.reply == "express-entry"


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("marié", 0),
        ("mariée", 0),
        ("veuve", 2),
        ("divorcée", 3),
        ("annulé", 1),
        ("mariage", 1),
        ("2", 1),
        ("ariée", None),
    ],
)
def test_a_line_is_chosen_by_the_beginning_of_any_of_its_words(typed: str, row: int | None) -> None:
    lines = ["Marié ou mariée", "Mariage annulé", "Veuf ou veuve", "Divorcé ou divorcée"]
    listing = Listing.of_menu(Menu([Option(line, line) for line in lines], [], "", ""), 78)
    for letter in typed:
        listing.press(letter, "nothing")
    assert listing.at == row


def test_the_sign_that_skips_also_passes_over_the_skipped_questions(sit: Sit) -> None:
    sitting = sit(f"1\r{SKIP_ALL}2\r1\r", MARIA)
    assert sitting.ending.how == "finished"
    assert wording()["ask.closing.title"].en in sitting.screen


def test_it_is_said_in_full_once_that_a_question_can_be_hard_and_in_a_few_words_after_that(sit: Sit) -> None:
    screen = sit(f"1\r{SKIP_ALL}", MARIA).screen
    assert screen.count(wording()["ask.sensitive"].en) == 1
    assert screen.count(wording()["ask.sensitive-again"].en) > 1


def test_the_end_counts_no_nothings() -> None:
    assert " 0 " not in sit_plainly(["1", *["skip"] * 90, "2", "1"], permit()).screen.split("Where you are now")[-1]


def test_a_point_of_a_text_goes_on_under_its_own_words() -> None:
    talk = drawn_talk("en")
    talk.screen.text("First:\n- " + "one more word " * 12)
    lines = talk.screen.out.getvalue().splitlines()  # type: ignore[union-attr]
    assert len(lines) > 2
    assert all(line.startswith("  ") for line in lines[2:])


@pytest.mark.parametrize("typed", ["not sure", "Susan", "any"])
def test_words_that_no_line_begins_with_choose_nothing(sit: Sit, typed: str) -> None:
    sitting = sit("1\r" + "/in canada now\r" + typed + "\r", permit())
    assert "trp.in_canada" not in (sitting.saved[-1] if sitting.saved else permit())["answers"]


@pytest.mark.parametrize(("typed", "answer"), [("n", False), ("yes", True), ("ny", True), ("No", False)])
def test_the_first_letters_of_a_line_choose_it(sit: Sit, typed: str, answer: bool) -> None:
    assert sit("1\r" + "/in canada now\r" + typed + "\r", permit()).data["answers"]["trp.in_canada"] is answer


@pytest.mark.parametrize(("language", "typed"), [("fr", "refugie"), ("en", "asylum"), ("en", "réfugié")])
def test_a_program_is_found_by_a_word_of_what_it_is_for(language: Language, typed: str) -> None:
    screen = sit_plainly([typed], None, language).screen
    assert {"fr": "protégée", "en": "refugee"}[language].casefold() in screen.rsplit(typed, 1)[-1].casefold()

"""The lists of a case: adding, changing, removing and bringing back, putting in order, filling a gap."""

import copy
import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from prompt_toolkit.input import PipeInput

from ircc_prep.ask.replies import Command, Given
from ircc_prep.core.case import Case
from tests.ask.list_sitting import PERSON, ListSitting, case_with, type_keys, type_lines

CEBU = {"country": "PH", "city": "Cebu City", "from": "2010-06", "to": "2018-03-10"}
DUBAI = {"country": "AE", "city": "Dubai", "from": "2018-07-05", "to": "present"}
OSLO = {"country": "NO", "city": "Oslo", "from": "2019-03", "to": "2020-03"}
TRIP = {"country": "GE", "from": "2019-01", "to": "2019-02"}
LATER_TRIP = TRIP | {"from": "2020-01", "to": "2020-02"}
NURSE = {"kind": "employment", "title": "Nurse", "from": "2010-06", "to": "2018-03-10"}
BORN_LI = {"family_name": "Li", "reason": "birth"}
CRUZ = {"family_name": "Cruz", "reason": "marriage"}
REYES = {"family_name": "Reyes", "reason": "alias"}


def _typed(lines: list[str], *entries: dict[str, Any], key: str = "stays", **more: Any) -> ListSitting:
    return type_lines(key, lines, case_with(key, copy.deepcopy([*entries])), **more)


# --- what is seen


def test_the_list_says_in_which_order_it_stands() -> None:
    assert "the oldest first 1. Georgia" in _typed([], TRIP, LATER_TRIP, key="trips").screen
    assert "the newest first 1. Georgia" in _typed([], LATER_TRIP, TRIP, key="trips").screen
    assert "Not in order of their dates" in _typed([], CEBU, DUBAI, OSLO, CEBU).screen
    assert "order of" not in _typed([], CEBU).screen


def test_a_gap_is_told_in_whole_months_as_the_check_tells_it() -> None:
    assert "Nothing is listed from April to June 2018." in _typed([], CEBU, DUBAI).screen
    assert "Rien n’est indiqué d’avril à juin 2018." in _typed([], CEBU, DUBAI, language="fr").screen
    assert "Nothing is listed in April 2018." in _typed([], CEBU, DUBAI | {"from": "2018-05-02"}).screen
    assert "Nothing is listed since April 2018." in _typed([], CEBU).screen


def test_where_the_dates_meet_nothing_is_said() -> None:
    assert "Nothing is listed" not in _typed([], CEBU, DUBAI | {"from": "2018-03"}).screen


def test_trips_and_programs_that_ask_for_no_whole_history_have_no_gaps() -> None:
    assert "Nothing is listed" not in _typed([], TRIP, key="trips").screen
    elsewhere = case_with("stays", [CEBU, DUBAI]) | {"program": "temporary-resident-permit", "stream": None}
    assert "Nothing is listed" not in type_lines("stays", [], elsewhere).screen


@pytest.mark.parametrize("entries", [[], [CEBU, DUBAI]])
def test_a_list_says_since_when_the_forms_ask_for_every_month(entries: list[dict[str, Any]]) -> None:
    assert "The forms ask for every month since October 2016." in _typed([], *entries).screen
    assert "chaque mois depuis octobre 2016." in _typed([], *entries, language="fr").screen
    of_age = case_with("stays", copy.deepcopy(entries), date_of_birth="2003-02-14")
    assert "every month since February 14, 2021" in type_lines("stays", [], of_age).screen
    citizenship = case_with("stays", copy.deepcopy(entries)) | {"program": "citizenship", "stream": None}
    assert "every month since October 2021" in type_lines("stays", [], citizenship).screen
    assert "every month" not in _typed([], TRIP, key="trips").screen


def test_where_nobody_looks_for_empty_months_the_list_says_so() -> None:
    visitor = case_with("stays", [CEBU, DUBAI]) | {"program": "visitor", "stream": None}
    assert "Empty months aren’t pointed out in this program" in type_lines("stays", [], visitor).screen
    assert "Les mois vides ne sont pas signalés" in type_lines("stays", [], visitor, "fr").screen
    trips = case_with("trips", [TRIP]) | {"program": "visitor", "stream": None}
    assert "Empty months" not in type_lines("trips", [], trips).screen


def test_nothing_is_said_of_a_history_that_nobody_is_asked_for() -> None:
    child = case_with("stays", [DUBAI], date_of_birth="2012-01-01")
    assert "every month" not in type_lines("stays", [], child).screen


def test_two_homes_are_told_also_where_empty_months_are_not() -> None:
    visitor = case_with("stays", [CEBU, DUBAI, OSLO]) | {"program": "visitor", "stream": None}
    assert "Numbers 2 and 3 are for the same time" in type_lines("stays", [], visitor).screen


def test_a_gap_between_activities_is_told_as_well() -> None:
    later = NURSE | {"from": "2018-07", "to": "present"}
    assert "Nothing is listed from April to June 2018." in _typed([], NURSE, later, key="activities").screen


def test_an_end_that_is_not_known_is_said_to_be_so() -> None:
    trip = {key: TRIP[key] for key in ("country", "from")}
    assert "1. Georgia · January 2019 – end not known" in _typed([], trip, key="trips").screen
    assert "1. Géorgie · janvier 2019 – fin inconnue" in _typed([], trip, key="trips", language="fr").screen
    late = {key: TRIP[key] for key in ("country", "to")}
    assert "1. Georgia · start not known – February 2019" in _typed([], late, key="trips").screen


def test_the_actions_stand_apart_from_the_entries_also_after_an_error() -> None:
    screen = _typed(["nonsense"], TRIP, LATER_TRIP, key="trips").screen
    assert screen.count("Type one of these numbers: 1. Add another") == 2
    assert screen.count("2. Georgia · January 2020 – February 2020 What you can do with this list.") == 2


def test_two_homes_at_once_are_told_by_their_numbers() -> None:
    screen = _typed([], CEBU, DUBAI, OSLO).screen
    assert "Numbers 2 and 3 are for the same time (from March 2019 to March 2020)." in screen


def test_a_long_list_is_shown_page_by_page() -> None:
    trips = [{"country": "GE", "from": f"20{year:02}-01", "to": f"20{year:02}-02"} for year in range(1, 24)]
    screen = _typed(["5"], *trips, key="trips").screen
    assert "Numbers 21 to 23 of 23" in screen
    assert "Numbers 11 to 20 of 23" in screen


# --- adding


def test_a_new_entry_goes_on_the_day_after_the_last_one_ended() -> None:
    sitting = _typed(["1", "AE", ">", "=", "present"], CEBU)
    assert sitting.entries[-1] == {"country": "AE", "from": "2018-03-11", "to": "present"}
    assert "March 11, 2018, right after the last one" in sitting.screen


def test_a_month_goes_on_in_the_same_month() -> None:
    assert _typed(["1", "AE", ">", "=", "present"], CEBU | {"to": "2018-03"}).entries[-1]["from"] == "2018-03"


def test_an_entry_before_the_others_may_end_where_the_next_one_begins() -> None:
    assert _typed(["1", "SA", ">", "2018-01", "="], DUBAI).entries[-1]["to"] == "2018-07-04"


def test_a_gap_is_filled_with_one_key_and_its_dates_are_offered() -> None:
    sitting = _typed(["=", "PH", "=", "=", "="], CEBU, DUBAI)
    assert "Add what is missing from April to June 2018 In which country" in sitting.screen
    assert "= March 11, 2018, right after the last one" in sitting.screen
    assert "= July 4, 2018, right before the next one" in sitting.screen
    assert sitting.entries[1] == {"country": "PH", "city": "Cebu City", "from": "2018-03-11", "to": "2018-07-04"}
    assert sitting.screen.count("Nothing is listed") == 1


def test_a_gap_in_a_list_of_newest_first_is_filled_in_its_place() -> None:
    filled = _typed(["=", "GE", ">", "=", "="], DUBAI, CEBU)
    assert [entry["country"] for entry in filled.entries] == ["AE", "GE", "PH"]


def test_only_what_the_person_said_stands_in_an_entry_for_a_gap() -> None:
    sitting = _typed(["=", "PH", ">", "2018-05", "2018-06"], CEBU, DUBAI)
    assert sitting.entries[1] == {"country": "PH", "from": "2018-05", "to": "2018-06"}
    for saved in sitting.saved:
        filled = [each for each in saved["people"][0]["stays"] if each and each not in (CEBU, DUBAI)]
        assert all(each.get("from") in (None, "2018-05") and each.get("to") in (None, "2018-06") for each in filled)
    unknown = _typed(["=", "PH", ">", "*", "*"], CEBU, DUBAI)
    assert unknown.entries[1] == {"country": "PH"}
    assert unknown.unsure == [f"{PERSON}.stays[1].from", f"{PERSON}.stays[1].to"]


def test_the_end_of_a_gap_is_not_offered_to_an_entry_that_begins_after_it() -> None:
    assert "right before the next one" not in _typed(["=", "PH", ">", "2019-01"], CEBU, DUBAI).screen


@pytest.mark.parametrize("entries", [[CEBU, DUBAI], [DUBAI, CEBU]])
@pytest.mark.parametrize("begun", ["2009-01", "2018-04", "2019"])
def test_what_fills_a_gap_is_put_where_it_belongs_in_time(entries: list[dict[str, Any]], begun: str) -> None:
    sitting = _typed(["=", "GE", ">", begun, "present"], *entries)
    order = sorted(entry["from"] for entry in sitting.entries)
    assert [entry["from"] for entry in sitting.entries] in (order, order[::-1])
    assert "Not in order" not in sitting.screen


def test_what_fills_the_months_before_the_first_of_a_list_comes_first() -> None:
    later = DUBAI | {"from": "2019-03", "country": "GE"}
    sitting = _typed(["=", "PH", "Cebu", "2012-01", "="], DUBAI | {"to": "2019-03"}, later)
    assert [entry["country"] for entry in sitting.entries] == ["PH", "AE", "GE"]
    assert "Not in order" not in sitting.screen


def test_what_came_before_the_first_entry_has_its_end_offered_and_as_its_beginning_what_the_forms_ask() -> None:
    sitting = _typed(["=", "PH", "Cebu", "2012-01", "="], DUBAI)
    assert sitting.entries == [DUBAI, {"country": "PH", "city": "Cebu", "from": "2012-01", "to": "2018-07-04"}]
    assert "= October 2016, as far back as the forms ask" in sitting.screen
    offered = _typed(["=", "PH", "Cebu", "=", "="], DUBAI)
    assert offered.entries[1] == {"country": "PH", "city": "Cebu", "from": "2016-10", "to": "2018-07-04"}
    assert "Nothing is listed" not in offered.screen[offered.screen.rindex("Places lived in") :]


def test_forms_that_begin_within_a_month_say_the_day_and_the_month_is_offered() -> None:
    data = case_with("stays", [DUBAI]) | {"submitted": "2026-05-20"}
    sitting = type_lines("stays", ["=", "PH", "Cebu", "=", "="], data, "fr")
    assert "chaque mois depuis le 20 mai 2016." in sitting.screen
    assert "= mai 2016, aussi loin que remontent les formulaires" in sitting.screen


def test_an_entry_for_a_gap_that_is_given_up_leaves_nothing_behind() -> None:
    assert _typed(["=", "<"], CEBU, DUBAI).entries == [CEBU, DUBAI]


def test_back_goes_to_the_field_before_and_at_the_first_leaves_the_entry() -> None:
    sitting = _typed(["1", "AE", "<", "=", "Dubai", "2019", "<", "=", "2020"], CEBU)
    assert sitting.entries[-1] == {"country": "AE", "city": "Dubai", "from": "2019", "to": "2020"}
    assert _typed(["1", "<", "4"], CEBU).entries == [CEBU]


@pytest.mark.parametrize(("key", "typed"), [("trips", ["CA", "2"]), ("stays", ["CA", "*"]), ("stays", ["*"])])
@pytest.mark.parametrize("before", [[], [TRIP]])
def test_half_an_entry_that_is_left_is_dropped_and_said_to_be(
    key: str, typed: list[str], before: list[dict[str, Any]]
) -> None:
    back = ["<"] * (len(typed) + 1)
    half = _typed(["1", *typed, *back], *before, key=key)
    assert "This one wasn’t finished, so it isn’t kept." in half.screen
    assert half.entries == before
    assert half.unsure == []
    left = _typed(["1", *typed, *back, "<"], *before, key=key)
    assert left.reply is Command.BACK
    assert [entry for entry in left.saved[-1]["people"][0].get(key) or [] if entry] == before


def test_half_an_entry_for_a_gap_is_dropped_too_and_can_be_brought_back() -> None:
    half = _typed(["=", "GE", "<", "<"], CEBU, DUBAI)
    assert half.entries == [CEBU, DUBAI]
    back = _typed(["=", "GE", "<", "<", "5"], CEBU, DUBAI)
    assert back.entries == [CEBU, {"country": "GE"}, DUBAI]
    assert "5. Bring back: Georgia" in half.screen


def test_nothing_is_said_of_an_entry_of_which_nothing_was_said() -> None:
    assert "wasn’t finished" not in _typed(["1", "<"], CEBU).screen


# --- changing


def test_what_is_changed_is_named() -> None:
    screen = _typed(["2", "2"], CEBU, DUBAI).screen
    assert "What would you like to change? – United Arab Emirates · Dubai · July 5, 2018 – present 1. Country" in screen


def test_what_is_moved_is_named() -> None:
    screen = _typed(["5", "2"], BORN_LI, CRUZ, key="names").screen
    assert "Where should it stand? – Family name: Cruz" in screen


def test_any_field_of_an_entry_can_be_changed_also_those_that_are_not_asked_at_first() -> None:
    job = NURSE | {"noc": "31301"}
    sitting = _typed(["2", "8", "31302", "9", "4"], job, key="activities")
    assert "8. NOC code: 31301" in sitting.screen
    assert sitting.entries == [job | {"noc": "31302"}]


def test_what_the_person_does_not_know_is_shown_as_such() -> None:
    assert "City: you don’t know" in _typed(["1", "GE", "*", "2020", "2021", "2", "2"], CEBU).screen


@pytest.mark.parametrize("keys", [["2", "<"], ["3", "<"], ["2", "1", "<"], ["3", "1", "<"], ["2", "1", "1", "<"]])
def test_back_leaves_every_step_with_nothing_changed(keys: list[str]) -> None:
    sitting = _typed([*keys, *["<"] * 3], CEBU, DUBAI)
    assert sitting.reply is Command.BACK
    assert sitting.entries == [CEBU, DUBAI]


# --- removing and bringing back


def test_removing_asks_first() -> None:
    assert _typed(["3", "1", "no", "4"], CEBU, DUBAI).entries == [CEBU, DUBAI]


def test_what_was_removed_comes_back_with_what_was_unsure_about_it() -> None:
    lines = ["1", "GE", "*", "2020", "2021", "3", "3", "yes"]
    assert _typed(lines, CEBU, DUBAI).unsure == []
    sitting = _typed([*lines, "5"], CEBU, DUBAI)
    assert sitting.entries == [CEBU, DUBAI, {"country": "GE", "from": "2020", "to": "2021"}]
    assert sitting.unsure == [f"{PERSON}.stays[2].city"]


def test_two_that_were_removed_come_back_in_their_places() -> None:
    sitting = _typed(["3", "1", "yes", "3", "1", "yes", "5", "5", "4"], CEBU, OSLO, DUBAI)
    assert sitting.entries == [CEBU, OSLO, DUBAI]


def test_the_only_entry_can_be_brought_back_too() -> None:
    sitting = _typed(["3", "yes", "2", "4"], CEBU)
    assert "Where has Maria lived, and from when to when?" in sitting.screen
    assert sitting.entries == [CEBU]
    assert sitting.reply == Given(1)


# --- order


def test_one_action_puts_a_list_in_order_of_time() -> None:
    sitting = _typed(["5", "4"], CEBU, DUBAI, OSLO | {"from": "2018-04", "to": "2018-05"})
    assert [entry["city"] for entry in sitting.entries] == ["Cebu City", "Oslo", "Dubai"]
    assert "In order now, the oldest first." in sitting.screen


def test_a_list_that_mostly_stands_newest_first_is_put_so() -> None:
    sitting = _typed(["5"], DUBAI, OSLO | {"from": "2018-04"}, CEBU, OSLO | {"from": "2018-05"})
    assert [entry["from"] for entry in sitting.entries] == ["2018-07-05", "2018-05", "2018-04", "2010-06"]


def test_a_list_without_dates_is_put_in_order_by_hand() -> None:
    sitting = _typed(["5", "3", "1", "4"], BORN_LI, CRUZ, REYES, key="names")
    assert sitting.entries == [REYES, BORN_LI, CRUZ]
    assert _typed(["5", "1", "3", "4"], BORN_LI, CRUZ, REYES, key="names").entries == [CRUZ, REYES, BORN_LI]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["2001", "2001-05", "2003-02-14", "2010", None]), min_size=2, max_size=7),
    st.lists(st.sampled_from(["5", "3\n1\nyes", "3\n2\nyes", "6", "<"]), max_size=6),
)
@example(["2001", "2001"], ["3\n1\nyes", "3\n1\nyes", "<"])
def test_whatever_is_put_in_order_removed_and_brought_back_no_entry_is_lost_or_doubled(
    dates: list[str | None], actions: list[str]
) -> None:
    trips = [{"country": "GE", "purpose": "visit"} | ({"from": date} if date else {}) for date in dates]
    sitting = type_lines("trips", "\n".join(actions).split("\n"), case_with("trips", copy.deepcopy(trips)))
    for data in sitting.saved:
        Case.model_validate(data)
        # A list from which everything was taken out isn't answered any more.
        left = [entry for entry in data["people"][0].get("trips") or [] if entry]
        assert all(trips.count(entry) >= left.count(entry) for entry in left)
    removed = sitting.screen.count("Removed.") - sitting.screen.count("It is back.")
    assert len(sitting.entries) == len(trips) - removed


# --- typing


def test_a_date_with_two_readings_is_chosen_from_the_two() -> None:
    sitting = _typed(["2", "3", "03/04/2009", "2", "5", "4"], CEBU)
    assert sitting.entries[0]["from"] == "2009-03-04"
    assert "1. April 3, 2009 2. March 4, 2009" in sitting.screen


def test_a_season_is_asked_for_the_month_and_the_year_alone_is_fine() -> None:
    assert _typed(["2", "3", "spring 2009", "1"], CEBU).entries[0]["from"] == "2009"
    assert _typed(["2", "3", "printemps 2009", "2", "mai 2009"], CEBU).entries[0]["from"] == "2009-05"


def test_a_misspelt_month_is_asked_about() -> None:
    sitting = _typed(["2", "3", "Febuary 2009", "1"], CEBU)
    assert sitting.entries[0]["from"] == "2009-02"
    assert "Is this the date that you mean? 1. February 2009" in sitting.screen


def test_a_country_that_became_several_is_asked_about() -> None:
    sitting = _typed(["2", "1", "l’URSS", "2"], CEBU)
    assert sitting.entries[0]["country"] == "UA"
    assert "“l’URSS” stands for several countries of today." in sitting.screen


def test_a_city_keeps_the_spelling_that_it_has_in_the_case() -> None:
    there = CEBU | {"country": "CA", "city": "Québec"}
    assert _typed(["1", "CA", "QUEBEC"], there).entries[-1]["city"] == "Québec"
    assert _typed(["1", "CA", "="], there).entries[-1]["city"] == "Québec"
    assert _typed(["1", "CA", "queb", "1"], there).entries[-1]["city"] == "Québec"
    assert _typed(["1", "CA", "queb", "2"], there).entries[-1]["city"] == "queb"


def test_a_city_of_another_country_is_not_offered() -> None:
    assert "as before" not in _typed(["1", "GE"], CEBU).screen
    assert "Is it the same place?" not in _typed(["1", "GE", "ceb"], CEBU).screen


def test_a_city_of_another_person_is_offered_too() -> None:
    paul = {"id": "paul", "role": "spouse-or-partner", "activities": [{"country": "GE", "city": "Tbilisi"}]}
    data = case_with("stays", [dict(CEBU)])
    data["people"].append(paul)
    assert type_lines("stays", ["1", "GE", "="], data).entries[-1]["city"] == "Tbilisi"


# --- drawn


def test_with_arrow_keys_the_same_can_be_done(keys: PipeInput) -> None:
    typed = "=" + "phil\r" + "===" + "3\r2\ry\r" + "5\r" + "4\r"
    sitting = type_keys(keys, "stays", typed, case_with("stays", [dict(CEBU), dict(DUBAI)]))
    assert [entry["city"] for entry in sitting.entries] == ["Cebu City", "Cebu City", "Dubai"]
    assert sitting.reply == Given(3)
    assert "1. Jun 2010 – Mar 10, 2018 Philippines · Cebu City" in sitting.screen


@pytest.mark.parametrize("key", sorted({"stays", "activities", "trips", "passports", "refusals", "language_tests"}))
def test_every_list_can_be_begun_left_and_finished_empty(key: str) -> None:
    empty = type_lines(key, ["2"], case_with())
    assert empty.saved[-1]["people"][0].get(key) == (None if key == "stays" else [])
    assert ("there is nothing to list" in empty.screen) is (key != "stays")  # everybody lived somewhere
    assert type_lines(key, ["1", "<", "<"], case_with()).reply is Command.BACK


def test_back_from_the_first_field_shows_what_the_list_is_about() -> None:
    asked = "Which trips abroad has Maria made?"
    assert asked not in type_lines("trips", ["1"], case_with()).screen  # whoever puts the question says it at first
    assert f"{asked} 1. Add the first trip 2. None" in type_lines("trips", ["1", "<"], case_with()).screen
    assert f"{asked} 1. Add the first trip" in _typed(["3", "yes"], TRIP, key="trips").screen


def test_the_numbers_shown_are_the_places_in_the_file() -> None:
    screen = _typed([], DUBAI, CEBU).screen
    assert re.search(r"1\. United Arab Emirates .* 2\. Philippines", screen)

"""Whatever a case says, the tables say it too: written into them and read back, it is the same case."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.core.text import LANGUAGES
from ircc_prep.files import case_file
from ircc_prep.files.clients.reading import case_of
from ircc_prep.files.clients.rows import rows_of
from ircc_prep.files.clients.templates import tables
from tests.core.generating import case_data
from tests.files.clients.sheets import read
from tests.properties.families import PROGRAMS, rulebook

# What spreadsheets and programs that read CSV have been known to change, and what looks like something else.
TRICKY = st.sampled_from(
    [
        "0012345", "1E5", "1.5", "12345678901234567890", "2019-03", "3/4", "TRUE", "oui", "no", "none", "present",
        'O’Neil, "Bob"; Jr', "=1+1", "+1 514 555-0100", "-", "@home", "'quoted", "# 3-120 Main", "## 4", "a;b",
        "שלום", "علی\u200cرضا", "Łódź", "e\u0301cole", "\U0001f98b", "N/A", "&amp;", "_x0041_", "sep=;",
    ]
)  # fmt: skip
WORDS = frozenset(
    {
        "family_name", "given_names", "reason", "number", "city", "address", "title", "organization", "institution",
        "offence", "outcome", "rank",
    }
)  # fmt: skip


def tricky(data: Any, draw: st.DrawFn) -> Any:
    """The data with other words where a person may write any; without entries of which nothing is said."""
    if isinstance(data, list):
        return [tricky(each, draw) for each in data if each != {}]
    if not isinstance(data, dict):
        return data
    return {
        key: draw(TRICKY) if key in WORDS and isinstance(value, str) else tricky(value, draw)
        for key, value in data.items()
        if (key, value) != ("interview", {})
    }


@st.composite
def cases(draw: st.DrawFn) -> Any:
    book = rulebook(draw(st.sampled_from(PROGRAMS)))
    return tricky(draw(case_data(book.checklist.program.program, dict(book.answer_types), tuple(book.streams))), draw)


def check_round_trip(data: Any, form: Literal["csv", "xlsx"], language: Any) -> None:
    expected, problems = case_file.checked(data)
    assert expected is not None
    filled = [rows_of(data, "00123", language)]
    with TemporaryDirectory() as place:
        for name, raw in tables(rulebook(data["program"]), form, language, filled).items():
            (Path(place) / name).write_bytes(raw)
        source = Path(place) / ("clients.xlsx" if form == "xlsx" else "clients.csv")
        (client,) = read(source)
        if not expected.people:
            return  # a table with a sheet of people wants to be told that there are none
        assert client.name == "00123"
        assert client.problems == ()
        if not problems:
            assert case_of(client).case == expected


@given(cases(), st.sampled_from(LANGUAGES))
@settings(max_examples=40, deadline=None)
def test_any_case_written_into_csv_is_read_back_as_the_same_case(data: Any, language: Any) -> None:
    check_round_trip(data, "csv", language)


@given(cases(), st.sampled_from(LANGUAGES))
@settings(max_examples=10, deadline=None)
def test_any_case_written_into_a_workbook_is_read_back_as_the_same_case(data: Any, language: Any) -> None:
    check_round_trip(data, "xlsx", language)


@pytest.mark.slow
@given(cases(), st.sampled_from(LANGUAGES), st.sampled_from(["csv", "xlsx"]))
@settings(max_examples=150, deadline=None)
def test_many_cases_are_read_back_as_they_were_written(data: Any, language: Any, form: Literal["csv", "xlsx"]) -> None:
    check_round_trip(data, form, language)

"""What a spreadsheet would work out is written so that it is text; numbers stay numbers."""

import csv
import io

import pytest

from ircc_prep.files.clients.neutral import csv_of, neutral


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "＝1+1",
        "\ufeff=1",
        "-2+3+cmd|' /C calc'!A0",
        "\tx",
    ],
)
def test_what_begins_as_a_formula_gets_an_apostrophe(text: str) -> None:
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("value", ["Santos", "a=b", "-5", "-5.25", "+3", "12", -5, -5.25, 0, ""])
def test_everything_else_stays_as_it_is(value: str | float) -> None:
    assert neutral(value) == value


def test_no_cell_of_a_report_can_begin_another() -> None:
    raw = csv_of([["name", "count"], ['a","=1+1', -5], ["x\n=1", None], ["x;=1", 2]])
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert rows == [["name", "count"], ['a","=1+1', "-5"], ["x\n=1", ""], ["x;=1", "2"]]
    assert all(cell.startswith('"') for line in (b"name", b"x;=1") for cell in [raw[raw.index(line) - 1 :].decode()])

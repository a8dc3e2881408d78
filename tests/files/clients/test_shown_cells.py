"""A workbook's cell is read as it is shown: what its format leaves out of a date, and the zeros that it puts before."""

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from xlsxwriter import Workbook

from ircc_prep.files.clients.number_formats import MONTH, NO_YEAR, PERCENT, PLAIN, YEAR, ZEROS, mark_of, marks_of
from tests.files.clients.sheets import CLIENTS, PEOPLE, data_of, read, said

DAY = dt.date(2019, 3, 1)


def shown(path: Path, value: Any, number_format: str, sheet: str, column: str) -> Path:
    """A workbook with one cell in a format of its own."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in {"clients": CLIENTS, "people": PEOPLE, sheet: [["client", "person", column]]}.items():
        for row in rows:
            (book[name] if name in book.sheetnames else book.create_sheet(name)).append(list(row))
    book[sheet].append(["Santos", "maria", value])
    book[sheet]["C2"].number_format = number_format
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("value", "number_format", "column", "expected"),
    [
        (DAY, "yyyy-mm-dd", "from", "2019-03-01"),
        (DAY, "d/m/yy", "to", "2019-03-01"),
        (DAY, "mmm-yy", "from", "2019-03"),  # what Excel makes of 2019-03 and of March 2019, typed into a new sheet
        (DAY, "mmm-yy", "to", "2019-03"),
        (DAY, '[$-C0C]mmmm" de l’an "yyyy', "from", "2019-03"),
        (DAY, "yyyy", "from", "2019"),
        (DAY, "d-mmm", "from", None),  # what it makes of 3/19, with this year
        (2019, "0000", "from", "2019"),
    ],
)
def test_a_date_cell_is_as_exact_as_it_is_shown(
    value: Any, number_format: str, column: str, expected: str | None, tmp_path: Path
) -> None:
    (client,) = read(shown(tmp_path / "c.xlsx", value, number_format, "stays", column))
    if expected is None:
        assert said(client) == [("c.xlsx!stays:C2", "bad-date")]
    else:
        assert data_of(client)["people"][0]["stays"] == [{column: expected}]


@pytest.mark.parametrize(
    ("value", "number_format", "sheet", "column", "expected"),
    [
        (123, "0000000", "passports", "number", "0000123"),
        (18, "00000", "activities", "noc", "00018"),
        (1122334455, "00\\-0000\\-0000", "passports", "number", "1122334455"),
        (122334455, "00\\-0000\\-0000", "passports", "number", "0122334455"),
        (40, "00", "activities", "hours_per_week", 40),
        (0.5, "0%", "activities", "hours_per_week", "wrong-type"),
        (0.5, "0.0 %", "activities", "city", "changed-by-spreadsheet"),
    ],
)
def test_a_number_keeps_the_zeros_that_are_shown_before_it_and_a_percentage_is_none(
    value: Any, number_format: str, sheet: str, column: str, expected: Any, tmp_path: Path
) -> None:
    (client,) = read(shown(tmp_path / "c.xlsx", value, number_format, sheet, column))
    if expected in ("wrong-type", "changed-by-spreadsheet"):
        assert said(client) == [(f"c.xlsx!{sheet}:C2", expected)]
    else:
        assert data_of(client)["people"][0][sheet] == [{column: expected}]


def test_a_number_of_a_file_that_is_shown_with_zeros_joins_rows_where_it_is_text(tmp_path: Path) -> None:
    path = tmp_path / "c.xlsx"
    with Workbook(path) as book:
        zeros = book.add_format({"num_format": "00000"})
        for name, rows in {"clients": CLIENTS, "people": PEOPLE}.items():
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, rows[0])
            sheet.write_row(1, 1, rows[1][1:])
        book.worksheets()[0].write_number(1, 0, 123, zeros)
        book.worksheets()[1].write_string(1, 0, "00123")
    (client,) = read(path)
    assert (client.name, data_of(client)["people"][0]["id"]) == ("00123", "maria")


def test_a_result_that_the_workbook_says_is_out_of_date_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "c.xlsx"  # the library writes 0 for a formula that nobody has worked out, and says so
    with Workbook(path) as book:
        for name, rows in {"clients": CLIENTS, "people": PEOPLE}.items():
            sheet = book.add_worksheet(name)
            for index, row in enumerate(rows):
                sheet.write_row(index, 0, row)
        book.worksheets()[0].write_row(0, 2, ["funds.amount"])
        book.worksheets()[0].write_formula(1, 2, "=20000-6243")
    (client,) = read(path)
    assert said(client) == [("c.xlsx!clients:C2", "no-result")]


@pytest.mark.parametrize(
    ("code", "mark"),
    [
        ("General", PLAIN), ("@", PLAIN), ("#,##0.00", PLAIN), ("0.00", PLAIN), ("0", PLAIN), ("0.00E+00", PLAIN),
        ("yyyy\\-mm\\-dd;@", PLAIN), ("[$-409]d\\-mmm\\-yyyy;@", PLAIN), ("dddd, mmmm dd, yyyy", PLAIN),
        ("[$-D07041E]dd/mm/bbbb", PLAIN), ("m/d/yy h:mm", PLAIN), ('"day "0', PLAIN),
        ("mmm-yy", MONTH), ("[$-C0C]mmmm yyyy;@", MONTH), ("YYYY-MM", MONTH), ("yyyy", YEAR), ('"year "yyyy', YEAR),
        ("d-mmm", NO_YEAR), ("mmmm", NO_YEAR), ("0%", PERCENT), ("0.00\\ %", PERCENT),
        ("00000", ZEROS + 5), ("000\\-000\\-000", ZEROS + 9), ("00.00", ZEROS + 2), ("000;[Red]-000", ZEROS + 3),
        ("[" * 300_000, PLAIN), ('"' * 300_001, PLAIN),
    ],
)  # fmt: skip
def test_what_a_format_shows_is_told_by_its_code(code: str, mark: int) -> None:
    assert mark_of(code) == mark


def test_formats_are_known_by_number_too_and_only_those_of_cells_count() -> None:
    elements = [("numFmt", {"numFmtId": "164", "formatCode": "mmmm yyyy"}), ("cellStyleXfs", {}), ("xf", {})]
    elements += [
        ("cellXfs", {}),
        *(("xf", {"numFmtId": number}) for number in ("0", "14", "17", "57", "58", "9", "164")),
    ]
    assert marks_of(elements) == [PLAIN, PLAIN, MONTH, MONTH, NO_YEAR, PERCENT, MONTH]

"""Tables of clients, as people fill them in: what is read, what is refused, and at which cell."""

import datetime as dt
import sys
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from ircc_prep.api.opening import with_book
from ircc_prep.errors import CaseError, InstallationError, UsageError
from ircc_prep.files import age_format
from ircc_prep.files.clients import grid
from ircc_prep.files.clients.client import DateOrder
from ircc_prep.files.clients.grid import letters
from ircc_prep.files.clients.reading import case_of
from ircc_prep.files.clients.templates import template
from tests.files.clients.sheets import CLIENTS, PACK, PEOPLE, Table, csv_folder, data_of, read, said, workbook
from tests.files.locked import Keys, key_file


def one_stay(value: Any, column: str = "from") -> dict[str, Table]:
    """A table with one client, one person and one stay, of which one thing is said."""
    return {"clients": CLIENTS, "people": PEOPLE, "stays": [["client", "person", column], ["Santos", "maria", value]]}


def refused(source: Path, **options: Any) -> list[tuple[str, str]]:
    """The places and ids of what is wrong with a source as a whole."""
    with pytest.raises(UsageError) as error:
        read(source, **options)
    return [(str(each.place).rpartition("/")[2] if each.place else "", each.id) for each in error.value.problems]


def test_rows_of_all_sheets_are_joined_to_families_in_the_order_of_the_first(tmp_path: Path) -> None:
    sheets = {
        "clients": [
            ["client", "name", "program", "lang"],
            ["2", "Lee", "visitor", "both"],
            ["1", "Lee", "pr-card", ""],
        ],
        "people": [
            ["client", "person", "role", "citizenships", "refusals"],
            ["1", "ana", "principal-applicant", "PH, NO;NA", "none"],
            ["2", "bo", "principal-applicant", "", ""],
            ["1", "cy", "dependent-child", "none", ""],
        ],
        "stays": [["client", "person", "country"], ["1", "cy", "CA"], ["1", "ana", "PH"], ["1", "ana", "AE"]],
        "documents": [["client", "item", "person", "translated"], ["1", "photos", "ana", "oui"]],
    }
    second, first = read(csv_folder(tmp_path, sheets))
    assert [(each.name, each.origin.rpartition("/")[2]) for each in (second, first)] == [
        ("Lee", "clients.csv:2"),
        ("Lee", "clients.csv:3"),
    ]
    assert (second.choices.lang, first.choices.lang) == ("both", None)
    assert data_of(second)["people"] == [{"id": "bo", "role": "principal-applicant"}]
    assert data_of(first) == {
        "schema": 1,
        "program": "pr-card",
        "people": [
            {
                "id": "ana",
                "role": "principal-applicant",
                "citizenships": ["PH", "NO", "NA"],
                "refusals": [],
                "stays": [{"country": "PH"}, {"country": "AE"}],
            },
            {"id": "cy", "role": "dependent-child", "citizenships": [], "stays": [{"country": "CA"}]},
        ],
        "documents": [{"item": "photos", "person": "ana", "translated": True}],
    }


@pytest.mark.parametrize("value", ["2019-03-14", "2019-03", "2019", "2019/3/14", "2019.03.14", "2019-03-14 00:00:00"])
def test_a_date_with_the_year_first_is_read_as_exactly_as_it_is_written(value: str, tmp_path: Path) -> None:
    (client,) = read(csv_folder(tmp_path, one_stay(value)))
    (stay,) = data_of(client)["people"][0]["stays"]
    assert stay["from"] == value[:10].replace("/3/", "-03-").replace(".", "-")


@pytest.mark.parametrize(
    ("value", "order", "expected"),
    [
        ("03/04/2025", None, "ambiguous-date"),
        ("14/03/2025", None, "ambiguous-date"),
        ("03/04/2025", "ymd", "ambiguous-date"),
        ("03/04/2025", "dmy", "2025-04-03"),
        ("03/04/2025", "mdy", "2025-03-04"),
        ("14-3-2025", "dmy", "2025-03-14"),
        ("03/14/2025", "dmy", "bad-date"),
        ("3/2025", None, "2025-03"),
        ("03/04/25", "dmy", "two-digit-year"),
        ("14-Mar-25", "dmy", "two-digit-year"),
        ("2019-02-30", None, "bad-date"),
        ("1019-02-03", None, "bad-date"),
        ("2019.1", None, "bad-date"),
        ("spring", None, "bad-date"),
        ("2019-03-14 13:30", None, "bad-date"),
    ],
)
def test_a_date_that_may_be_read_in_two_ways_is_never_guessed(
    value: str, order: DateOrder | None, expected: str, tmp_path: Path
) -> None:
    (client,) = read(csv_folder(tmp_path, one_stay(value)), order)
    if expected[:2] == "20":
        assert data_of(client)["people"][0]["stays"] == [{"from": expected}]
    else:
        assert said(client) == [("stays.csv:2:3", expected)]


@pytest.mark.parametrize("system", [False, True])
def test_a_real_date_cell_is_that_day_in_both_of_excels_calendars(system: bool, tmp_path: Path) -> None:
    source = workbook(tmp_path / "c.xlsx", one_stay(dt.date(2019, 3, 14)), date_1904=system)
    (client,) = read(source)
    assert data_of(client)["people"][0]["stays"] == [{"from": "2019-03-14"}]


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("from", 2019, "2019"),
        ("from", 43538, "bad-date"),
        ("from", dt.datetime(2019, 3, 14, 13, 30), "bad-date"),  # noqa: DTZ001 - a workbook has no time zones
        ("from", dt.time(13, 30), "bad-date"),
        ("from", True, "bad-date"),
        ("to", "present", "present"),
        ("to", "Présent", "present"),
        ("city", 7.0, "7"),
        ("city", 2.5, "changed-by-spreadsheet"),
        ("city", dt.date(2026, 3, 14), "changed-by-spreadsheet"),
        ("city", True, "changed-by-spreadsheet"),
        ("city", 1234567890123456, "changed-by-spreadsheet"),
        ("city", "1.23457E+12", "changed-by-spreadsheet"),
        ("country", "NA", "NA"),
        ("country", "NO", "NO"),
        ("country", False, "changed-by-spreadsheet"),
        ("from", "=TODAY()", "no-result"),
    ],
)
def test_what_excel_made_of_a_value_is_undone_where_it_is_certain_and_else_an_error(
    column: str, value: Any, expected: str, tmp_path: Path
) -> None:
    (client,) = read(workbook(tmp_path / "c.xlsx", one_stay(value, column)))
    if "-" in expected and expected[0].isalpha():
        assert said(client) == [("c.xlsx!stays:C2", expected)]
    else:
        assert data_of(client)["people"][0]["stays"] == [{column: expected}]


def test_errors_and_formulas_without_a_result_are_named_and_never_taken_for_empty_cells(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "clients"
    for row in (["client", "program", "interview.city", "submitted"], ["a", "visitor", "=1+1", "#N/A"]):
        sheet.append(row)
    sheet["D2"].data_type = "e"
    book.save(tmp_path / "c.xlsx")
    (client,) = read(tmp_path / "c.xlsx")
    assert said(client) == [("c.xlsx!clients:C2", "no-result"), ("c.xlsx!clients:D2", "cell-error")]


@pytest.mark.parametrize(
    ("value", "expected"),
    [("40", 40), ("7.0", 7), ("7,5", 7.5), ("37.5", 37.5), ("1 37,5", "wrong-type"),
     ("1,234", "ambiguous-number"), ("1.234", "ambiguous-number"), ("0,125", 0.125), ("50 %", "wrong-type"),
     ("forty", "wrong-type"), ("1e3", "wrong-type"), ("200", "out-of-range"), ("nan", "wrong-type")],
)  # fmt: skip
def test_a_number_is_read_with_a_point_or_a_comma_unless_they_may_divide_thousands(
    value: str, expected: Any, tmp_path: Path
) -> None:
    sheets = {**one_stay("2019"), "activities": [["client", "person", "hours_per_week"], ["Santos", "maria", value]]}
    (client,) = read(csv_folder(tmp_path, sheets))
    if isinstance(expected, str):
        assert said(client) == [("activities.csv:2:3", expected)]
    else:
        assert data_of(client)["people"][0]["activities"] == [{"hours_per_week": expected}]


@pytest.mark.parametrize(("value", "expected"), [("13 757", 13757), ("13 757,50", 13757.5), ("-20", -20)])
def test_an_amount_may_be_written_as_in_french(value: str, expected: float, tmp_path: Path) -> None:
    sheets = {"clients": [["client", "program", "funds.amount"], ["a", "express-entry", value]]}
    (client,) = read(csv_folder(tmp_path, sheets, ";"))
    assert data_of(client)["answers"] == {"funds.amount": expected}


@pytest.mark.parametrize(
    ("value", "expected"),
    [("yes", True), ("Oui", True), ("VRAI", True), ("true", True), ("no", False), ("non", False), ("FAUX", False),
     ("maybe", None), ("1", None)],
)  # fmt: skip
def test_yes_and_no_are_read_in_both_languages(value: str, expected: bool | None, tmp_path: Path) -> None:
    sheets = {"clients": CLIENTS, "people": [[*PEOPLE[0], "accompanying"], [*PEOPLE[1], value]]}
    (client,) = read(csv_folder(tmp_path, sheets))
    if expected is None:
        assert said(client) == [("people.csv:2:4", "wrong-type")]
    else:
        assert data_of(client)["people"][0]["accompanying"] is expected


def test_mistakes_that_only_the_case_shows_are_placed_at_their_cells(tmp_path: Path) -> None:
    sheets: dict[str, Table] = {
        "clients": [["client", "program", "stream"], ["Santos", "visitr", ""], ["Lee", "visitor", "overseas"]],
        "people": [*PEOPLE, ["Lee", "Bo Lee", "principal-applicant"]],
        "stays": [["client", "person", "from", "to", "country"], ["Santos", "maria", "2019", "2018", "UK"]],
    }
    first, second = read(workbook(tmp_path / "c.xlsx", sheets))
    assert said(first) == [("c.xlsx!clients:B2", "not-allowed"), ("c.xlsx!stays:E2", "bad-country")]
    assert said(second) == [("c.xlsx!people:B3", "bad-id")]


def test_all_mistakes_of_a_client_are_told_at_once_those_of_its_cells_and_those_of_its_case(tmp_path: Path) -> None:
    sheets: dict[str, Table] = {
        "clients": [["client", "program", "submitted"], ["Santos", "visitr", "03/04/2025"]],
        "people": [["client", "person", "role"], ["Santos", "Maria", "#REF!"], ["Santos", "", ""]],
        "stays": [["client", "person", "from", "to"], ["Santos", "Maria", "2019", "2018"]],
    }
    (client,) = read(csv_folder(tmp_path, sheets))
    assert sorted(said(client)) == [
        ("clients.csv:2:2", "not-allowed"),
        ("clients.csv:2:3", "ambiguous-date"),
        ("people.csv:2:2", "bad-id"),
        ("people.csv:2:3", "cell-error"),
        ("people.csv:3:1", "missing-key"),
    ]


def test_what_the_checklists_do_not_know_is_placed_at_its_cell_too(tmp_path: Path) -> None:
    sheets = {
        "clients": [["client", "program", "stream"], ["Santos", "visitor", "overseas"]],
        "people": PEOPLE,
        "documents": [["client", "item"], ["Santos", "passprt"]],
    }
    (client,) = read(csv_folder(tmp_path, sheets))
    with pytest.raises(CaseError) as error:
        with_book(case_of(client), PACK)
    places = {(str(each.place).rpartition("/")[2], each.id) for each in error.value.problems}
    assert places == {("clients.csv:2:3", "not-allowed"), ("documents.csv:2:2", "unknown-item")}


def test_two_clients_with_one_name_survive_and_two_with_one_key_are_told_apart_by_nobody(tmp_path: Path) -> None:
    rows = [["client", "name", "program"], ["1", "Lee", "visitor"], ["2", "Lee", "visitor"], ["3", "a", "visitor"]]
    found = read(csv_folder(tmp_path, {"clients": [*rows, ["3", "b", "visitor"]]}))
    assert [client.name for client in found] == ["Lee", "Lee", "a", "b"]
    assert [said(client) for client in found[2:]] == [
        [("clients.csv:4:1", "duplicate-client")],
        [("clients.csv:5:1", "duplicate-client")],
    ]
    assert found[0].digest != found[1].digest


def test_capitals_and_spaces_do_not_part_a_client_from_its_rows(tmp_path: Path) -> None:
    sheets: dict[str, Table] = {
        "clients": [CLIENTS[0], ["De  la Cruz", "visitor"]],
        "people": [PEOPLE[0], ["de la\u00a0cruz", *PEOPLE[1][1:]]],
        "stays": [["client", "person", "city"], ["DE LA CRUZ", "maria", "Cebu"]],
    }
    (client,) = read(csv_folder(tmp_path, sheets))
    assert client.name == "De  la Cruz"
    assert data_of(client)["people"][0]["stays"] == [{"city": "Cebu"}]


def test_a_digest_follows_what_a_client_says_and_not_where_it_stands(tmp_path: Path) -> None:
    more = {**one_stay("2019"), "clients": [CLIENTS[0], ["Lee", "visitor"], CLIENTS[1]]}
    changed = one_stay("2018")
    found = [read(csv_folder(tmp_path / str(i), each)) for i, each in enumerate([one_stay("2019"), more, changed])]
    before, after, other = (each[-1].digest for each in found)
    assert before == after != other


def test_rows_of_nobody_are_failed_clients_and_never_dropped(tmp_path: Path) -> None:
    sheets = {
        "clients": [*CLIENTS, ["", "visitor"]],
        "people": PEOPLE,
        "stays": [
            ["client", "person", "city"],
            ["Santo", "maria", "Cebu"],
            ["", "maria", "Cebu"],
            ["Santos", "mari", "x"],
        ],
    }
    found = read(csv_folder(tmp_path, sheets))
    assert [(client.name, said(client)) for client in found] == [
        ("Santos", [("stays.csv:4:2", "unknown-person")]),
        ("", [("clients.csv:3:1", "no-client")]),
        ("Santo", [("stays.csv:2:1", "unknown-client")]),
        ("", [("stays.csv:3:1", "no-client")]),
    ]


def test_a_row_without_its_client_keeps_the_client_above_from_a_packet_without_it(tmp_path: Path) -> None:
    sheets: dict[str, Table] = {
        "clients": [*CLIENTS, ["Lee", "visitor"]],
        "people": [*PEOPLE, ["Lee", "bo", "principal-applicant"]],
        "stays": [
            ["client", "person", "country"],
            ["", "maria", "SG"],
            ["Santos", "maria", "PH"],
            ["", "maria", "AE"],
            ["Lee", "bo", "CA"],
        ],
    }
    assert [(client.name, said(client)) for client in read(csv_folder(tmp_path, sheets))] == [
        ("Santos", [("stays.csv:4:1", "no-client")]),
        ("Lee", []),
        ("", [("stays.csv:2:1", "no-client")]),
    ]


def test_saying_that_there_are_none_and_listing_some_contradict_each_other(tmp_path: Path) -> None:
    sheets = {**one_stay("2019"), "people": [[*PEOPLE[0], "stays"], [*PEOPLE[1], "none"]]}
    (client,) = read(csv_folder(tmp_path, sheets))
    assert said(client) == [("people.csv:2:4", "none-and-some")]


def test_wrong_headings_are_all_named_before_anything_is_read(tmp_path: Path) -> None:
    sheets = {
        "clients": [["client", "program", "program", "familly"], ["a", "visitor", "visitor", ""]],
        "stays": [["client", "contry"], ["a", "PH"]],
    }
    assert refused(csv_folder(tmp_path, sheets)) == [
        ("clients.csv:1:3", "duplicate-column"),
        ("clients.csv:1:4", "unknown-column"),
        ("stays.csv:1:2", "unknown-column"),
        ("stays.csv:1:1", "missing-column"),
    ]


def test_a_row_of_data_where_headings_should_be_is_not_shown_to_anybody(tmp_path: Path) -> None:
    for sheets in (
        {"clients": [["Maria Santos", "P1234567A"], ["x", "y"]]},
        {"clients": CLIENTS, "stays": [["Maria"]]},
    ):
        with pytest.raises(UsageError) as error:
            read(csv_folder(tmp_path, sheets))
        assert {each.id for each in error.value.problems} == {"missing-column"}
        assert not any(word in str(error.value.problems) for word in ("Maria", "P1234567A"))


def test_a_wrong_heading_is_told_in_a_few_lines_with_the_nearest_right_one(tmp_path: Path) -> None:
    sheets = {"clients": [["client", "programme", "birthday"], ["a", "visitor", ""]]}
    with pytest.raises(UsageError) as error:
        read(csv_folder(tmp_path, sheets))
    near, far = (each.hint for each in error.value.problems)
    assert "“program”" in near.en
    assert len(far.en) < 200
    assert "--template" in far.en


def test_a_heading_that_is_a_date_or_an_error_is_none(tmp_path: Path) -> None:
    rows: Table = [["client", "program", dt.date(2019, 3, 1), "=1/0"], ["a", "visitor", "", ""]]
    assert refused(workbook(tmp_path / "c.xlsx", {"clients": rows})) == [
        ("c.xlsx!clients:C1", "unknown-column"),
        ("c.xlsx!clients:D1", "unknown-column"),
    ]


def test_a_row_that_says_only_whose_it_is_is_no_refusal_of_which_nothing_is_known(tmp_path: Path) -> None:
    rows: Table = [["client", "person", "country"], ["Santos", "maria", "US"], ["Santos", "maria", ""]]
    (client,) = read(csv_folder(tmp_path, {"clients": CLIENTS, "people": PEOPLE, "refusals": rows}))
    assert said(client) == [("refusals.csv:3:1", "missing-key")]


def test_rows_that_a_quotation_mark_swallowed_are_not_lost_in_a_name(tmp_path: Path) -> None:
    (tmp_path / "clients.csv").write_text('client,name,program\n1,"Lee,visitor\n2,Roy",visitor\n3,Ann,visitor\n')
    swallowing, after = read(tmp_path)
    assert said(swallowing) == [("clients.csv:2:2", "control-character")]
    assert (after.name, said(after)) == ("Ann", [])


@pytest.mark.parametrize("value", ["#N/A", "#N/D", "#REF!", "#NOM?", "#VALEUR!", "########", "Err:502"])
def test_an_error_that_was_saved_as_csv_is_no_text(value: str, tmp_path: Path) -> None:
    (client,) = read(csv_folder(tmp_path / "city", one_stay(value, "city")))
    assert said(client) == [("stays.csv:2:3", "cell-error")]
    (client,) = read(csv_folder(tmp_path / "key", {"clients": [CLIENTS[0], [value, "visitor"]]}))
    assert said(client) == [("clients.csv:2:1", "no-client")]


def test_a_number_sign_begins_an_address_as_well(tmp_path: Path) -> None:
    (client,) = read(csv_folder(tmp_path, one_stay("#3-120 Main", "address")))
    assert data_of(client)["people"][0]["stays"] == [{"address": "#3-120 Main"}]


@pytest.mark.parametrize("name", ["people.csv", "People.CSV", "people.CSV"])
def test_the_files_beside_are_found_in_small_letters_and_capitals(name: str, tmp_path: Path) -> None:
    source = csv_folder(tmp_path, {"clients": CLIENTS, "people": PEOPLE})
    (source / "people.csv").rename(source / name)
    (client,) = read(source)
    assert [each["id"] for each in data_of(client)["people"]] == ["maria"]


def test_locked_files_beside_a_table_are_opened_with_it(tmp_path: Path) -> None:
    identity, recipient = key_file(tmp_path / "keys")
    plain = csv_folder(tmp_path / "plain", {"clients": CLIENTS, "people": PEOPLE})
    for file in sorted(plain.iterdir()):
        file.with_name(f"{file.name}.age").write_bytes(age_format.lock_for(file.read_bytes(), [recipient]))
        file.unlink()
    (client,) = read(plain, keys=Keys([identity]))
    assert client.locked
    assert [each["id"] for each in data_of(client)["people"]] == ["maria"]
    with pytest.raises(CaseError):
        read(plain)


def test_two_files_for_one_list_are_refused(tmp_path: Path) -> None:
    source = csv_folder(tmp_path, {"clients": CLIENTS, "people": PEOPLE})
    (source / "people.csv.age").write_bytes(b"age-encryption.org/v1\n")
    assert refused(source) == [("", "two-sources")]
    (source / "people.csv.age").rename(source / "clients.csv.age")
    assert refused(source) == [("", "two-sources")]
    assert len(read(source / "clients.csv")) == 1


@pytest.mark.parametrize("name", ["stay.csv", "stays (1).csv", "Stays 2026.csv", "stay.CSV"])
def test_a_file_that_is_nearly_called_after_a_list_is_refused(name: str, tmp_path: Path) -> None:
    source = csv_folder(tmp_path, {"clients": CLIENTS, "people": PEOPLE})
    (source / "._stays.csv").write_bytes(b"\0")  # what a Mac leaves behind
    (source / "bank.csv").write_bytes(b"")
    assert len(read(source)) == 1
    (source / name).write_bytes(b"")
    assert refused(source) == [("", "unknown-sheet")]


def test_sheets_that_would_go_unread_are_refused(tmp_path: Path) -> None:
    assert refused(workbook(tmp_path / "a.xlsx", {"clients": CLIENTS, "stay": PEOPLE})) == [("", "unknown-sheet")]
    assert refused(workbook(tmp_path / "b.xlsx", {"people": PEOPLE})) == [("", "unknown-sheet")]
    assert refused(csv_folder(tmp_path / "c", {"clients": CLIENTS, "stay": PEOPLE})) == [("", "unknown-sheet")]
    assert len(read(workbook(tmp_path / "d.xlsx", {"clients": CLIENTS, "# notes": PEOPLE, "Feuil2": []}))) == 1


def test_hidden_sheets_and_merged_cells_are_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "clients"
    for row in CLIENTS:
        sheet.append(list(row))
    sheet.merge_cells("A2:A3")
    book.create_sheet("people").sheet_state = "hidden"
    book.create_sheet("lists").sheet_state = "hidden"
    book.save(tmp_path / "c.xlsx")
    assert refused(tmp_path / "c.xlsx") == [("c.xlsx!clients:A2", "merged-cells"), ("c.xlsx!people:A1", "hidden-sheet")]


def test_a_value_without_a_heading_is_an_error_and_empty_rows_and_spaces_are_none(tmp_path: Path) -> None:
    rows = [["client", "program", ""], [], [" Santos ", " visitor "], ["", " ", ""], ["Lee", "visitor", "x", "y"]]
    first, second = read(csv_folder(tmp_path, {"clients": rows}))
    assert (first.name, data_of(first)["program"]) == ("Santos", "visitor")
    assert said(second) == [("clients.csv:5:3", "no-heading"), ("clients.csv:5:4", "no-heading")]


def test_a_table_may_begin_anywhere_on_its_sheet(tmp_path: Path) -> None:
    rows: Table = [[], [], [None, None, "client", "program"], [None, None, "Santos", "visitor"]]
    (client,) = read(workbook(tmp_path / "c.xlsx", {"clients": rows}))
    assert (client.origin.rpartition("/")[2], data_of(client)["program"]) == ("c.xlsx!clients:4", "visitor")


@pytest.mark.parametrize(
    "raw",
    [
        b"client,program\nSantos,visitor\n",
        b"\xef\xbb\xbfclient;program\r\nSantos;visitor\r\n",
        b"client\tprogram\rSantos\tvisitor\r",
        b"sep=;\r\nclient;program\r\nSantos;visitor\r\n",
        b'"client","program"\n"Santos","visitor"',
        b'client,program\n="Santos",visitor\n',
    ],
)
def test_csv_is_read_as_the_usual_programs_write_it(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "clients.csv").write_bytes(raw)
    (client,) = read(tmp_path / "clients.csv")
    assert (client.name, data_of(client)["program"]) == ("Santos", "visitor")


@pytest.mark.parametrize(
    ("raw", "place", "id"),
    [
        ("client,program\nJosé,visitor\n".encode("cp1252"), "clients.csv:2:4", "bad-encoding"),
        ("client,program\na,visitor\n".encode("utf-16"), "clients.csv:1:1", "bad-encoding"),
        (b"client,program\na\0,visitor\n", "clients.csv:2:2", "bad-encoding"),
        (b'client,program\na,"visitor\n', "clients.csv:2:1", "syntax"),
        (b"", "clients.csv:1:1", "missing-column"),
    ],
)
def test_what_is_no_csv_in_utf8_is_refused_as_a_whole(raw: bytes, place: str, id: str, tmp_path: Path) -> None:
    (tmp_path / "clients.csv").write_bytes(raw)
    assert refused(tmp_path / "clients.csv") == [(place, id)]


def test_a_line_break_in_a_cell_keeps_the_line_numbers_right(tmp_path: Path) -> None:
    rows = [["client", "program", "interview.requested"], ["a", "visitor", "one\ntwo; or three"], ["b", "visit", ""]]
    first, second = read(csv_folder(tmp_path, {"clients": rows}))
    assert data_of(first)["interview"] == {"requested": ["one", "two; or three"]}
    assert said(second) == [("clients.csv:4:2", "not-allowed")]


def test_choices_have_columns_and_are_checked_where_they_stand(tmp_path: Path) -> None:
    heads = ["client", "program", "lang", "only", "large_print", "outputs", "brand", "paper"]
    good = ["a", "visitor", "fr", "summary; questions", "oui", "packet", "brand.yaml", "a4"]
    bad = ["b", "visitor", "german", "sumary", "", "paket", "../../etc/passwd", ""]
    first, second = read(csv_folder(tmp_path, {"clients": [heads, good, bad]}))
    assert first.choices.only == ("summary", "questions")
    assert (first.choices.lang, first.choices.large_print, first.choices.outputs) == ("fr", True, ("packet",))
    assert (first.choices.brand, first.choices.paper) == (tmp_path / "brand.yaml", "a4")
    assert said(second) == [("clients.csv:3:3", "not-allowed")]
    bad[2] = ""
    (_, third) = read(csv_folder(tmp_path, {"clients": [heads, good, bad]}))
    assert said(third) == [
        ("clients.csv:3:4", "not-allowed"),
        ("clients.csv:3:6", "not-allowed"),
        ("clients.csv:3:7", "outside-folder"),
    ]


def test_a_locked_table_opens_with_its_keys(tmp_path: Path) -> None:
    identity, recipient = key_file(tmp_path / "keys")
    raw = (csv_folder(tmp_path / "plain", {"clients": CLIENTS}) / "clients.csv").read_bytes()
    (tmp_path / "clients.csv.age").write_bytes(age_format.lock_for(raw, [recipient]))
    (client,) = read(tmp_path / "clients.csv.age", keys=Keys([identity]))
    assert client.locked
    assert data_of(client)["program"] == "visitor"
    with pytest.raises(CaseError):
        read(tmp_path / "clients.csv.age")


def test_a_workbook_that_unpacks_without_end_is_refused_before_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = BytesIO(workbook(tmp_path / "c.xlsx", {"clients": CLIENTS}).read_bytes())
    with ZipFile(raw, "a", ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/worksheets/sheet9.xml", b" " * (grid.UNPACKED + 1))
    (tmp_path / "c.xlsx").write_bytes(raw.getvalue())
    assert len(raw.getvalue()) < 400_000
    assert refused(tmp_path / "c.xlsx") == [("", "too-large")]


@pytest.mark.parametrize("cell", ["A1048576", "XFD2", "ABC200000"])
def test_a_workbook_whose_last_cell_is_far_away_is_refused(cell: str, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "clients"
    sheet[cell] = "x"
    book.save(tmp_path / "c.xlsx")
    assert refused(tmp_path / "c.xlsx") == [("", "too-large")]


def test_a_workbook_with_entities_of_its_own_is_refused(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "c.xlsx", {"clients": CLIENTS}).read_bytes()
    with ZipFile(BytesIO(whole)) as old, ZipFile(tmp_path / "d.xlsx", "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("sheet1.xml"):
                part = part.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "b">]>', 1)
            new.writestr(name, part)
    assert refused(tmp_path / "d.xlsx") == [("", "damaged-workbook")]


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 old", b"client,program\n"])
def test_what_is_no_workbook_is_refused(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "c.xlsx").write_bytes(raw)
    assert refused(tmp_path / "c.xlsx") == [("", "damaged-workbook")]


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_have_the_letters_of_a_spreadsheet(column: int, name: str) -> None:
    assert letters(column) == name


def test_without_the_optional_libraries_a_workbook_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = workbook(tmp_path / "c.xlsx", {"clients": CLIENTS})
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    for act in (lambda: read(source), lambda: template(PACK.load("visitor"), "xlsx", "en")):
        with pytest.raises(InstallationError) as error:
            act()
        assert [each.id for each in error.value.problems] == ["xlsx-missing"]
    assert template(PACK.load("visitor"), "csv", "en")


def test_a_file_of_choices_goes_with_a_folder_alone(tmp_path: Path) -> None:
    assert refused(csv_folder(tmp_path, {"clients": CLIENTS}), choices=tmp_path / "batch.yaml") == [("", "usage")]


def test_a_client_without_a_row_on_the_sheet_of_people_fails_unless_it_says_that_there_are_none(tmp_path: Path) -> None:
    clients = [
        ["client", "program", "people"],
        ["Santos", "visitor", ""],
        ["Lee", "visitor", ""],
        ["Roy", "visitor", "none"],
    ]
    found = read(csv_folder(tmp_path / "all", {"clients": clients, "people": PEOPLE}))
    assert [said(client) for client in found] == [[], [("clients.csv:3:1", "no-people")], []]
    assert [said(client) for client in read(csv_folder(tmp_path / "alone", {"clients": clients}))] == [[], [], []]

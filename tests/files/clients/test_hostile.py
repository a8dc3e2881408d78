"""Whatever comes in: clients with problems or a refusal, in bounded time, and nobody's data in a message."""

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.errors import CaseError, UsageError
from ircc_prep.files import case_file
from ircc_prep.files.clients.cells import UnfitError, value_of
from ircc_prep.files.clients.client import DateOrder
from ircc_prep.files.clients.columns import CASE_COLUMNS, CHOICE_COLUMNS, SHEETS, Column
from ircc_prep.files.clients.grid import Cell, Odd, packed, unpacked
from ircc_prep.files.clients.neutral import neutral
from ircc_prep.files.clients.reading import case_of
from ircc_prep.files.clients.rows import rows_of
from ircc_prep.files.clients.templates import tables
from ircc_prep.files.resources import folder
from tests.files.clients.sheets import PACK, mutated, read

PERSONAL = [
    "Essomba",
    "Serge",
    "Clarisse",
    "Bayiha",
    "X0000012",
    "Yaoundé",
    "Douala",
    "Sanaga",
    "1990-02",
    "1993-06",
    "0000011",
]
FEW, MANY = range(12), range(12, 200)
LONGEST = 20.0  # seconds; a whole reading takes far less than one


@cache
def originals() -> dict[str, bytes]:
    """A family in every form of a source."""
    path = Path(str(folder("checklists"))) / "personas" / "express-entry.fr.yaml"
    file = case_file.load(path)
    book, rows = PACK.load("express-entry"), [rows_of(file.data, "7"), rows_of(file.data, "8")]
    line = json.dumps({"client": "7", "lang": "fr", "case": file.data}, ensure_ascii=False)
    found = {"clients.jsonl": f"{line}\n{line}\n".encode(), "case.yaml": path.read_bytes()}
    found["case.json"] = json.dumps(file.data, ensure_ascii=False, indent=1).encode()
    return found | tables(book, "xlsx", "fr", rows) | tables(book, "csv", "fr", rows)


def inside(raw: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook whose sheets, words and styles are changed, each as a good part of a good archive."""
    anew = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(anew, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part) if name.startswith("xl/") and len(part) < 200_000 else part)
    return anew.getvalue()


def told(source: Path) -> Iterator[str]:
    """Everything that is said of a source, in both languages and with the places."""
    errors: list[UsageError | CaseError] = []
    try:
        for client in read(source):
            try:
                case_of(client)
            except CaseError as error:
                errors.append(error)
    except (UsageError, CaseError) as refusal:
        errors.append(refusal)
    for found in errors:
        assert found.problems
        for each in found.problems:
            assert all((each.id, each.what.en, each.what.fr, each.hint.en, each.hint.fr))
            yield from (each.what.en, each.what.fr, each.hint.en, each.hint.fr, str(each.place))


def survives(source: Path, capfd: pytest.CaptureFixture[str]) -> None:
    begun = time.monotonic()
    words = "\n".join(told(source))
    assert time.monotonic() - begun < LONGEST
    assert not [each for each in PERSONAL if each in words]
    out = capfd.readouterr()
    assert (out.out, out.err) == ("", "")


NUMBERS = [*FEW, *(pytest.param(each, marks=pytest.mark.slow) for each in MANY)]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_mutated_source_is_refused_or_read_and_never_breaks_the_reader(
    number: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("clients.jsonl", "clients.xlsx"):
        (tmp_path / name).write_bytes(mutated(originals()[name], number))
        survives(tmp_path / name, capfd)
    workbook = inside(
        originals()["clients.xlsx"], lambda part: mutated(part, number) if hash_of(part, number) else part
    )
    (tmp_path / "clients.xlsx").write_bytes(workbook)
    survives(tmp_path / "clients.xlsx", capfd)
    for name in ("case.yaml", "case.json"):
        (tmp_path / "cases").mkdir(exist_ok=True)
        (tmp_path / "cases" / name).write_bytes(mutated(originals()[name], number))
    survives(tmp_path / "cases", capfd)
    for index, name in enumerate(each for each in originals() if each.endswith(".csv")):
        raw = originals()[name]
        (tmp_path / name).write_bytes(mutated(raw, number) if (number + index) % 4 == 0 else raw)
    survives(tmp_path / "clients.csv", capfd)


def hash_of(part: bytes, number: int) -> bool:
    """Whether this part is changed this time: one in three, so that others stay whole."""
    return (len(part) + number) % 3 == 0


ODD = st.sampled_from(["day", "no-year", "moment", "time", "percent", "error", "formula"])
ANYTHING = st.one_of(
    st.text(max_size=40), st.floats(), st.booleans(), st.integers(), st.builds(Odd, ODD, st.text(max_size=12))
)
COLUMNS = [*CASE_COLUMNS, *CHOICE_COLUMNS, *(column for sheet in SHEETS.values() for column in sheet.columns)]


@given(ANYTHING, st.sampled_from(COLUMNS), st.sampled_from([None, "dmy", "mdy", "ymd"]))
@settings(max_examples=500)
def test_any_cell_in_any_column_is_a_value_of_the_case_file_or_unfit(
    cell: Cell, column: Column, order: DateOrder | None
) -> None:
    value = None
    with suppress(UnfitError):
        value = value_of(cell, column, order)
    assert value is None or isinstance(value, str | int | float | list)


@given(
    st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)), st.sampled_from(["", "client,program\n"])
)
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_refused_or_read(raw: bytes, before: str) -> None:
    with TemporaryDirectory() as place:
        for name in ("clients.csv", "clients.jsonl", "clients.xlsx", "clients.yaml"):
            source = Path(place) / name.rpartition(".")[2] / name
            source.parent.mkdir()
            source.write_bytes(before.encode() + raw)
            list(told(source.parent if name.endswith(".yaml") else source))


def test_a_sheet_full_of_errors_is_read_in_little_memory_and_refused(tmp_path: Path) -> None:
    cells = b"<row>" + b'<c t="e"/>' * 900 + b"</row>"

    def change(part: bytes) -> bytes:
        return part.replace(b"<sheetData>", b"<sheetData>" + cells * 200, 1)

    (tmp_path / "c.xlsx").write_bytes(inside(originals()["clients.xlsx"], change))
    with pytest.raises(UsageError) as error:
        read(tmp_path / "c.xlsx")
    assert {each.id for each in error.value.problems} == {"missing-column"}


@pytest.mark.parametrize("number", [b"-1", b"10000000", b"4294967295", b"18446744073709551615", b"9" * 400])
def test_a_list_that_says_it_is_endless_is_refused_and_does_not_end_the_program(
    number: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def change(part: bytes) -> bytes:
        return re.sub(rb'(uniqueCount|<cellXfs count)="\d+"', rb'\1="' + number + b'"', part)

    (tmp_path / "c.xlsx").write_bytes(inside(originals()["clients.xlsx"], change))
    with pytest.raises(UsageError) as error:
        read(tmp_path / "c.xlsx")
    assert [each.id for each in error.value.problems] == ["damaged-workbook"]
    assert capfd.readouterr() == ("", "")


def test_a_workbook_of_formats_without_end_is_refused(tmp_path: Path) -> None:
    def change(part: bytes) -> bytes:
        return part.replace(b"</cellXfs>", b'<xf numFmtId="17"/>' * 300_000 + b"</cellXfs>")

    (tmp_path / "c.xlsx").write_bytes(inside(originals()["clients.xlsx"], change))
    with pytest.raises(UsageError) as error:
        read(tmp_path / "c.xlsx")
    assert [each.id for each in error.value.problems] == ["too-large"]


PLAIN = st.one_of(st.text(max_size=20), st.booleans(), st.floats(allow_nan=False), st.just(Odd("day", "2019-01-01")))


@given(st.lists(PLAIN))
def test_rows_are_kept_small_without_losing_anything(cells: list[Cell]) -> None:
    row = packed((7, cells))
    assert row.count(b"\n") == 1
    assert unpacked(row) == (7, {index: cell for index, cell in enumerate(cells) if cell != ""})


@given(st.text(max_size=30))
def test_no_text_is_left_that_begins_as_a_formula(text: str) -> None:
    found = neutral(text)
    assert isinstance(found, str)
    assert found[:1] not in {"=", "@", "\t", "\r"}
    assert not (found[:1] in {"+", "-"} and not found[1:2].isdigit())
    assert found.removeprefix("'") == text.removeprefix("'") or found == text


def test_a_zip_that_lies_about_its_sizes_is_refused(tmp_path: Path) -> None:
    raw = bytearray(originals()["clients.xlsx"])
    at = raw.rindex(b"xl/worksheets/sheet1.xml") - 46  # where the directory's entry for it begins
    raw[at + 24 : at + 28] = (5).to_bytes(4, "little")  # the size that it is said to unpack to
    (tmp_path / "c.xlsx").write_bytes(bytes(raw))
    with pytest.raises(UsageError) as error:
        read(tmp_path / "c.xlsx")
    assert [each.id for each in error.value.problems] == ["damaged-workbook"]

"""Templates: a filled one reads back as the case, an untouched one as no client, and another library reads them too."""

import json
from io import BytesIO
from pathlib import Path
from typing import Literal, get_args

import openpyxl
import pytest

from ircc_prep.core.case import Program
from ircc_prep.core.countries import COUNTRY_CODES
from ircc_prep.core.nouns import NOUN_MODELS
from ircc_prep.core.text import LANGUAGES, Language
from ircc_prep.core.validation.model_keys import keys_of
from ircc_prep.files import case_file
from ircc_prep.files.clients.columns import CASE_COLUMNS, CHOICE_COLUMNS, CLIENT, CLIENTS, NAME, SHEETS
from ircc_prep.files.clients.folder_choices import FILE
from ircc_prep.files.clients.reading import case_of
from ircc_prep.files.clients.rows import rows_of
from ircc_prep.files.clients.templates import Form, tables, template
from ircc_prep.files.resources import folder
from tests.files.clients.sheets import PACK, read

PROGRAMS = get_args(Program)
TABLES: tuple[Literal["csv", "xlsx"], ...] = ("csv", "xlsx")


def persona(program: str, language: str) -> Path:
    return Path(str(folder("checklists"))) / "personas" / f"{program}.{language}.yaml"


def put(files: dict[str, bytes], place: Path) -> Path:
    """Writes the files; the source that they are."""
    place.mkdir(parents=True, exist_ok=True)
    for name, raw in files.items():
        (place / name).write_bytes(raw)
    return place / next(iter(files)) if len(files) == 1 else place


@pytest.mark.parametrize("form", TABLES)
@pytest.mark.parametrize(
    "program", [pytest.param(each, marks=[] if each == "visitor" else pytest.mark.slow) for each in PROGRAMS]
)
def test_a_family_written_into_the_tables_is_read_back_as_the_same_case(
    program: str, form: Literal["csv", "xlsx"], tmp_path: Path
) -> None:
    book = PACK.load(program)
    for language in LANGUAGES:
        files = [case_file.load(persona(program, each)) for each in LANGUAGES]
        filled = [rows_of(file.data, str(number)) for number, file in enumerate(files, start=1)]
        found = read(put(tables(book, form, language, filled), tmp_path / language))
        assert [client.problems for client in found] == [(), ()]
        assert [case_of(client).case for client in found] == [file.case for file in files]


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_family_written_on_a_line_of_json_is_read_back_as_the_same_case(program: str, tmp_path: Path) -> None:
    files = [case_file.load(persona(program, each)) for each in LANGUAGES]
    source = tmp_path / "clients.jsonl"
    lines = [json.dumps(files[0].data), json.dumps({"client": "b", "case": files[1].data}, ensure_ascii=False)]
    source.write_text("\n".join(lines), encoding="utf-8")
    assert [case_of(client).case for client in read(source)] == [file.case for file in files]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", get_args(Form))
@pytest.mark.parametrize(
    "program", [pytest.param(each, marks=[] if each == "visitor" else pytest.mark.slow) for each in PROGRAMS]
)
def test_a_template_as_it_comes_holds_no_client(program: str, form: Form, language: Language, tmp_path: Path) -> None:
    source = put(template(PACK.load(program), form, language), tmp_path)
    if form == "folder":
        (source / "me.yaml").write_text("schema: 1\nprogram: visitor\n", encoding="utf-8")
        assert [client.name for client in read(source)] == ["me"]
    else:
        assert read(source) == []


def test_a_template_of_a_folder_has_an_example_that_is_a_valid_case(tmp_path: Path) -> None:
    files = template(PACK.load("pr-card"), "folder", "fr")
    assert sorted(files) == [FILE, "pr-card.yaml.example"]
    assert case_file.parse(files["pr-card.yaml.example"], tmp_path / "x.yaml").case.program == "pr-card"


def test_the_choices_of_a_template_can_be_used_once_they_are_uncommented(tmp_path: Path) -> None:
    for language in LANGUAGES:
        choices = template(PACK.load("pr-card"), "folder", language)[FILE].decode()
        place = tmp_path / language
        place.mkdir()
        (place / FILE).write_text(
            "\n".join(line.removeprefix("# ") for line in choices.splitlines()[1:]), encoding="utf-8"
        )
        (place / "maria.yaml").write_text("schema: 1\nprogram: visitor\n", encoding="utf-8")
        (client,) = read(place)
        assert client.choices.lang == "both"
        assert client.choices.without == ("questions",)


@pytest.mark.parametrize("form", TABLES)
def test_a_template_is_the_same_file_whenever_it_is_written(form: Literal["csv", "xlsx"]) -> None:
    book = PACK.load("visitor")
    assert template(book, form, "en") == template(book, form, "en")


def test_headings_are_the_same_in_both_languages_and_explanations_are_not() -> None:
    book = PACK.load("spouse-partner")
    english, french = (template(book, "csv", language) for language in LANGUAGES)
    for name in english:
        one, other = english[name].decode("utf-8-sig").splitlines(), french[name].decode("utf-8-sig").splitlines()
        assert one[0].split(",") == other[0].split(";")
        assert one[1] != other[1]


def test_every_field_of_the_case_file_has_a_column_or_a_sheet() -> None:
    columns = {("case", column.path[0]) for column in CASE_COLUMNS}
    columns |= {("interview", column.path[1]) for column in CASE_COLUMNS if column.path[0] == "interview"}
    assert {key for noun, key in columns if noun == "case"} | {"schema", "answers"} == set(keys_of(NOUN_MODELS["case"]))
    assert {key for noun, key in columns if noun == "interview"} == set(keys_of(NOUN_MODELS["interview"]))
    of_sheets = {column.path for sheet in SHEETS.values() for column in sheet.columns}
    nouns = [model for name, model in NOUN_MODELS.items() if name not in ("case", "interview")]
    assert {path[0] for path in of_sheets} == {key for model in nouns for key in keys_of(model)}


def test_no_answer_has_the_name_of_another_column() -> None:
    answers, _ = PACK.declared_anywhere()
    assert not set(answers) & {CLIENT, NAME, *(column.name for column in (*CASE_COLUMNS, *CHOICE_COLUMNS))}


def test_another_library_sees_a_workbook_of_text_with_drop_downs_and_no_formula() -> None:
    book = openpyxl.load_workbook(BytesIO(template(PACK.load("express-entry"), "xlsx", "fr")["clients.xlsx"]))
    assert book.sheetnames[:-1] == [CLIENTS, *SHEETS]
    assert book["#lists"].sheet_state == "hidden"
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type in ("s", "n") for cell in row)
    stays = book["stays"]
    assert [cell.value for cell in stays[1]] == ["client", "person", "from", "to", "country", "city", "address"]
    assert str(stays["A2"].value).startswith("##")
    assert str(stays["A3"].value) == "## exemple"
    assert stays["C3"].number_format == "@"
    assert stays.column_dimensions["C"].width > 10
    assert stays.freeze_panes == "B3"
    for sheet in book.worksheets[:-1]:  # every explanation can be read whole, and leaves room for the rows
        assert 20 < (sheet.row_dimensions[2].height or 0) < 200
    assert {cell.value for cell in book["clients"][3]} & {"yes", "no"} == set()  # the list to choose from says oui
    countries = next(rule for rule in stays.data_validations.dataValidation if "E3" in rule.sqref)
    letter = countries.formula1.partition("$")[2].partition("$")[0]
    assert {cell.value for cell in book["#lists"][letter]} - {None} == COUNTRY_CODES
    roles = next(rule for rule in book["people"].data_validations.dataValidation if "C3" in rule.sqref)
    assert "principal-applicant" in roles.formula1


def test_no_cell_of_a_template_begins_as_a_formula_does() -> None:
    for program in PROGRAMS:
        for raw in template(PACK.load(program), "csv", "en").values():
            assert not any(
                cell[:1] in "=+-@" for line in raw.decode("utf-8-sig").splitlines() for cell in line.split(",") if cell
            )

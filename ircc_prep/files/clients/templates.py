"""Templates to fill in, one for each form of a source, with an example that is read as none."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from ircc_prep.core.countries import COUNTRY_CODES
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Language
from ircc_prep.core.validation.case import DeclaredAnswer
from ircc_prep.files import yaml_text
from ircc_prep.files.clients.columns import (
    CASE_COLUMNS,
    CHOICE_COLUMNS,
    CLIENT,
    CLIENTS,
    NAME,
    PERSON,
    SHEETS,
    Column,
    answer_columns,
)
from ircc_prep.files.clients.folder_choices import FILE
from ircc_prep.files.clients.rows import YES_OR_NO, Rows, Written, rows_of
from ircc_prep.files.clients.workbook_writing import Heading, Page, workbook
from ircc_prep.files.resources import folder
from ircc_prep.files.wording import wording

Form = Literal["csv", "xlsx", "jsonl", "folder"]


def template(book: Rulebook, form: Form, language: Language) -> dict[str, bytes]:
    """The files of a template for one program, by their names. The headings are the same in both languages."""
    program = book.checklist.program.program
    example = _example(program, language)
    if form == "folder":
        choices = wording()["clients.choices-file"].of(language)
        return {FILE: choices.encode(), f"{program}.yaml.example": example}
    data = yaml_text.read(example, program).data
    mark = wording()["clients.example"].of(language)
    if form == "jsonl":
        line = json.dumps({CLIENT: mark, "lang": language, "case": data}, ensure_ascii=False)
        return {f"{CLIENTS}.jsonl": line.encode() + b"\n"}
    return tables(book, form, language, [rows_of(data, mark, language)])


def tables(
    book: Rulebook, form: Literal["csv", "xlsx"], language: Language, filled: Sequence[Rows]
) -> dict[str, bytes]:
    """The sheets of a program's template with rows in them, as a workbook or as CSV files."""
    rows: Rows = {name: [row for each in filled for row in each[name]] for name in (CLIENTS, *SHEETS)}
    pages = [Page(name, _headings(book, name, language), rows[name]) for name in rows]
    if form == "xlsx":
        return {f"{CLIENTS}.xlsx": workbook(pages)}
    delimiter = ";" if language == "fr" else ","  # what Excel expects in each of the two languages
    return {f"{page.name}.csv": _csv(page, delimiter) for page in pages}


def _example(program: str, language: Language) -> bytes:
    """A shipped example case; for a checklist of somebody's own, a few lines."""
    shipped = folder("checklists") / "personas" / f"{program}.{language}.yaml"
    if shipped.is_file():
        return shipped.read_bytes()
    person = {"id": "maria", "role": "principal-applicant", "family_name": "Santos", "given_names": "Maria"}
    return yaml_text.dump({"schema": 1, "program": program, "language": language, "people": [person]}).encode()


def _headings(book: Rulebook, sheet: str, language: Language) -> list[Heading]:
    note = wording()["clients.note"].of(language)
    headings = [Heading(CLIENT, f"{note}. {_say('client', language)}")]
    if sheet == CLIENTS:
        headings.append(Heading(NAME, _say(NAME, language)))
        declared = answer_columns(_answers(book))
        return headings + [_heading(each, book, language) for each in (*CASE_COLUMNS, *declared, *CHOICE_COLUMNS)]
    if SHEETS[sheet].of_person:
        headings.append(Heading(PERSON, _say(PERSON, language)))
    return headings + [_heading(each, book, language) for each in SHEETS[sheet].columns]


def _answers(book: Rulebook) -> Mapping[str, DeclaredAnswer]:
    questions = [compiled.question for compiled in book.questions]
    return {each.fact: DeclaredAnswer(each.type, tuple(each.options or ())) for each in questions if each.type}


def _heading(column: Column, book: Rulebook, language: Language) -> Heading:
    options = column.options
    if column.name == "item":
        options = tuple(sorted(compiled.requirement.id for compiled in book.requirements))
    elif column.name == "stream":
        options = tuple(book.streams)
    elif column.kind == "bool":
        options = YES_OR_NO[language]
    elif column.kind == "country":
        options = tuple(sorted(COUNTRY_CODES))
    explained = _explained(column, book, language)
    return Heading(column.name, explained, () if column.several else options, number=column.kind == "number")


def _explained(column: Column, book: Rulebook, language: Language) -> str:
    label = _label(column, book, language)
    names = {"label": label[:1].upper() + label[1:], "options": ", ".join(column.options), "name": column.name}
    text = wording()[f"clients.kind.{column.kind}"].format(**names).of(language)
    return wording()["clients.kind.several"].format(explained=text).of(language) if column.several else text


def _label(column: Column, book: Rulebook, language: Language) -> str:
    """What a column is for: the question that asks for it, or the field's own name."""
    if not column.label:
        question = book.question_about(column.name)
        whom = {name: wording()[f"ask.missing.{name}"].of(language) for name in ("person", "country")}
        return question.question.ask.format(**whom).of(language).rstrip(".?") if question else column.name
    last = column.label.rpartition(".")[2]
    keys = (column.label, f"list.{last}", f"clients.{last}")
    return next(wording()[key].of(language) for key in keys if key in wording())


def _say(key: str, language: Language) -> str:
    return wording()[f"clients.{key}"].of(language)


def _csv(page: Page, delimiter: str) -> bytes:
    """With a mark at the beginning by which Excel knows UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow([heading.name for heading in page.headings])
    writer.writerow([heading.explained for heading in page.headings])
    for row in page.rows:
        cells: list[Written | Any] = [row.get(heading.name, "") for heading in page.headings]
        writer.writerow(cells)
    return text.getvalue().encode("utf-8-sig")

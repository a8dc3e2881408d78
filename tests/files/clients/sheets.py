"""Sources of clients to test with: small tables, written as people write them."""

import csv
import io
import random
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from ircc_prep.errors import CaseError
from ircc_prep.files.checklists import Pack
from ircc_prep.files.clients.client import Client, DateOrder, Known
from ircc_prep.files.clients.reading import case_of
from ircc_prep.files.clients.sources import clients
from tests.files.locked import Keys

KNOWN = Known(outputs=("packet", "calendar"), sections=("summary", "questions"))
Table = Sequence[Sequence[Any]]

CLIENTS: Table = [["client", "program"], ["Santos", "visitor"]]
PEOPLE: Table = [["client", "person", "role"], ["Santos", "maria", "principal-applicant"]]


class OnePack(Pack):
    """The shipped checklists, whose answers are looked up once for all tests."""

    @cache  # noqa: B019 - it lives as long as the tests
    def declared_anywhere(self) -> Any:
        """As the pack says."""
        return super().declared_anywhere()


PACK = OnePack(examples=False)


def read(source: Path, order: DateOrder | None = None, keys: Keys | None = None, **more: Any) -> list[Client]:
    """Every client of a source."""
    return list(clients(source, keys, PACK, KNOWN, date_order=order, **more))


def csv_folder(folder: Path, sheets: Mapping[str, Table], delimiter: str = ",") -> Path:
    """A folder of CSV files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in sheets.items():
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=delimiter).writerows(rows)
        (folder / f"{name}.csv").write_text(text.getvalue(), encoding="utf-8", newline="")
    return folder


def workbook(path: Path, sheets: Mapping[str, Table], **options: Any) -> Path:
    """A workbook; dates become real date cells, what begins with = a formula."""
    with Workbook(path, {"default_date_format": "yyyy-mm-dd", **options}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for index, row in enumerate(rows):
                sheet.write_row(index, 0, row)
    return path


def said(client: Client) -> list[tuple[str, str]]:
    """What is wrong with a client, in short: each problem's place and id."""
    try:
        case_of(client)
    except CaseError as error:
        return [(str(each.place).rpartition("/")[2], each.id) for each in error.problems]
    return []


def data_of(client: Client) -> Any:
    """What the client's case says."""
    return case_of(client).data


def mutated(raw: bytes, number: int) -> bytes:
    """The bytes with a few things wrong with them, always the same for a number."""
    chance = random.Random(number)
    found = bytearray(raw)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(found))
        kind = chance.randrange(4)
        if kind == 0:
            found[at] = chance.randrange(256)
        elif kind == 1:
            del found[at : at + chance.randint(1, 40)]
        elif kind == 2:
            found[at:at] = found[at : at + chance.randint(1, 40)]
        else:
            found[at:at] = chance.choice(
                [b'"', b"\0", b"\xff\xfe", b"{" * 60, b"[" * 3000, b"9" * 5000, b",;\n", b"&#0;"]
            )
        if not found:
            break
    return bytes(found)


def every_text(client: Client) -> Iterator[str]:
    """Everything that a client's problems say, in both languages."""
    for each in client.problems:
        yield from (each.what.en, each.what.fr, each.hint.en, each.hint.fr)

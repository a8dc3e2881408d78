"""Invented clients of every kind, always the same for a number, in every form of a source.

Families of all programs, from the example cases and from the corpus of contradiction-free ones: of one to six people,
with names in many scripts, dates to the day or by the month, lists that are empty or left out, and choices of their
own. What a consultant calls them is as bad as a name can be.
"""

import copy
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ircc_prep.files import age_format, case_file, yaml_text
from ircc_prep.files.clients.columns import CLIENT, CLIENTS, NAME, SHEETS
from ircc_prep.files.clients.rows import Rows, rows_of
from tests.corpus.families import a_family
from tests.files.clients.sheets import Table, csv_folder, workbook
from tests.files.locked import key_file

Data = dict[str, Any]

PERSONAS = sorted((Path(__file__).parents[2] / "checklists" / "personas").glob("*.yaml"))
MOST_PEOPLE = 6
# Given and family names, invented, in scripts that the packet's own fonts can draw.
NAMES = (
    ("Maria", "Santos"), ("Nguyễn Thị Ánh", "Đặng"), ("محمد", "السيد"), ("Олександра", "Ковальчук"),
    ("Ελένη", "Παπαδοπούλου"), ("Zoë-Anaïs", "d’Østergård"), ("Ọlámidé", "Ọ̀ṣúnlẹ́yẹ"), ("فرزانه", "کریمی"),
    ("Jean=1+1", "O'Brien-Ñuñez"), ("-", "Li"), ("Aa" * 60, "Short"),
)  # fmt: skip
# What a consultant calls them; these can be names of files too.
CALLED = (
    "Maria Santos", "Nguyễn Thị Ánh", "محمد السيد", "王小明", "😀 family 👨\u200d👩\u200d👧", "CON", "con", "aux.txt",
    "x" * 200, "-rf", "a\\..\\b", "=HYPERLINK(1)", "Jose\u0301", "José", "%2e%2e%2fetc", "two  spaces", "trailing.",
    "ﬁrm", "İstanbul", "\u202eevil", "a:b|c?d*e",
)  # fmt: skip
NEVER_A_FILE = ("../../etc/passwd", "/tmp/x", "..", ".", ".hidden", "", "a\nb", "x" * 300, "nul\tbyte")
SECTIONS = ("summary", "documents", "questions")
_LISTS = ("trips", "education", "names", "refusals", "charges", "service", "language_tests", "status_in_canada")
_DATES = ("from", "to", "issued", "expires", "taken", "date")


@dataclass(frozen=True)
class Client:
    """A client: what it is called, its case, what is chosen for it, and whether its file is locked."""

    number: int
    name: str
    data: Data
    choices: dict[str, Any] = field(default_factory=dict)
    locked: bool = False

    @property
    def file(self) -> str:
        """Its file from the folder on: some lie in folders of their own, and there are both forms of text."""
        name = self.name if self.name not in NEVER_A_FILE else f"hostile {self.number}"
        folder = ("", "", "office A/", "office A/bureau B/")[self.number % 4]
        return f"{folder}{self.number:04}/{name}{'.json' if self.number % 5 == 2 else '.yaml'}"


def clients(count: int, seed: int = 0) -> Iterator[Client]:
    """So many clients; the first 19 are of 19 programs."""
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        data = _renamed(_grown(_case(number, chance), chance), chance)
        if chance.random() < 0.4:
            _forgotten(data, chance)
        called = (*CALLED, *NEVER_A_FILE)
        name = called[number % len(called)] if number % 3 else f"Client {number % 7}"  # several of one name
        yield Client(number, name, data, _choices(chance), locked=number % 13 == 4)


def _case(number: int, chance: random.Random) -> Data:
    if number % 6 == 5:
        return a_family(chance.randrange(10_000)).case()
    english, programs = number // (len(PERSONAS) // 2) % 2, len(PERSONAS) // 2
    return copy.deepcopy(_persona(2 * (number % programs) + english))


@cache
def _persona(index: int) -> Data:
    return case_file.load(PERSONAS[index]).data


def _grown(data: Data, chance: random.Random) -> Data:
    """Fewer children, or more of them."""
    wanted = chance.randint(1, MOST_PEOPLE)
    children = [each for each in data["people"] if each["role"] == "dependent-child"]
    gone = {each["id"] for each in children[: max(0, len(data["people"]) - wanted)]}
    data["people"] = [each for each in data["people"] if each["id"] not in gone]
    data["documents"] = [each for each in data.get("documents", ()) if each.get("person") not in gone]
    data["unsure"] = [path for path in data.get("unsure", ()) if not any(f"people.{id}." in path for id in gone)]
    for index in range(wanted - len(data["people"])):
        born = f"{chance.randint(2008, 2024)}-{chance.randint(1, 12):02}"
        child = {"id": f"little-{index}", "role": "dependent-child", "date_of_birth": born, "citizenships": ["PH"]}
        data["people"].append(child)
    return data


def _renamed(data: Data, chance: random.Random) -> Data:
    for person in data["people"]:
        person["given_names"], person["family_name"] = chance.choice(NAMES)
    return data


def _forgotten(data: Data, chance: random.Random) -> None:
    """Dates by the month, and lists that nobody has filled in yet."""
    for person in data["people"]:
        for name in [name for name in _LISTS if name in person and chance.random() < 0.2]:
            del person[name]
        for entries in [each for each in person.values() if isinstance(each, list)]:
            for entry in [each for each in entries if isinstance(each, dict)]:
                for key in [key for key in _DATES if len(str(entry.get(key))) == len("2019-03-14")]:
                    if chance.random() < 0.3:
                        entry[key] = entry[key][: len("2019-03")]


def _choices(chance: random.Random) -> dict[str, Any]:
    possible: dict[str, Any] = {
        "lang": chance.choice(["en", "fr", "both"]),
        "paper": chance.choice(["letter", "a4"]),
        "large_print": chance.random() < 0.5,
        "without": [chance.choice(SECTIONS)],
        "outputs": chance.choice([["packet"], ["packet", "cover-letter", "request-letter"], ["result", "calendar"]]),
    }
    return {name: value for name, value in possible.items() if chance.random() < 0.3}


def folder_of(place: Path, those: Sequence[Client], keys: Path | None = None) -> Path:
    """The clients as a folder of cases with its `batch.yaml`. Without `keys`, where a key is made, none is locked."""
    place.mkdir()
    recipient = key_file(keys)[1] if keys else ""
    for each in those:
        path = place / each.file
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = (json.dumps(each.data) if path.suffix == ".json" else yaml_text.dump(each.data)).encode()
        path.write_bytes(age_format.lock_for(raw, [recipient]) if recipient and each.locked else raw)
    chosen = {each.file: each.choices for each in those if each.choices}
    (place / "batch.yaml").write_text(json.dumps({"clients": chosen}), encoding="utf-8")
    return place


def lines_of(file: Path, those: Sequence[Client]) -> Path:
    """The clients as JSON lines."""
    lines = [json.dumps({"client": each.name, **each.choices, "case": each.data}) for each in those]
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return file


def tables_of(those: Sequence[Client]) -> dict[str, Table]:
    """The clients as the sheets of a table."""
    rows: Rows = {name: [] for name in (CLIENTS, *SHEETS)}
    for each in those:
        found = rows_of(each.data, str(each.number))
        chosen = {name: _cell(value) for name, value in each.choices.items()}
        found[CLIENTS][0] |= {NAME: each.name, **chosen}
        for name, more in found.items():
            rows[name] += more
    headings = {
        name: list(dict.fromkeys([CLIENT, *(key for row in found for key in row)])) for name, found in rows.items()
    }
    return {
        name: [headings[name], *([row.get(key, "") for key in headings[name]] for row in found)]
        for name, found in rows.items()
        if found
    }


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(value) if isinstance(value, list) else value


def csv_of(place: Path, those: Sequence[Client]) -> Path:
    """The clients as a folder of CSV files."""
    return csv_folder(place, tables_of(those))


def workbook_of(file: Path, those: Sequence[Client]) -> Path:
    """The clients as a workbook."""
    return workbook(file, tables_of(those), strings_to_formulas=False, strings_to_urls=False)

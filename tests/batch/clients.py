"""Sources of invented clients, and what is in a folder."""

import json
from hashlib import sha256
from pathlib import Path

CASE = """\
schema: 1
program: visitor
people:
  - {{id: ana, role: principal-applicant, given_names: {given}, family_name: Silva, date_of_birth: 1990-05-02}}
interview: {{date: 2027-01-{day:02}}}
"""
WRONG = "schema: 1\nprogram: visitr\n"


def case(number: int) -> str:
    """A case; each number gives another."""
    return CASE.format(given=f"Ana{chr(97 + number % 26)}", day=1 + number % 28)


def folder_of(place: Path, count: int, wrong: int = 0) -> Path:
    """A folder of cases, some of which can't be read."""
    place.mkdir()
    for number in range(count):
        (place / f"client-{number:03}.yaml").write_text(case(number), encoding="utf-8")
    for number in range(wrong):
        (place / f"wrong-{number:03}.yaml").write_text(WRONG, encoding="utf-8")
    return place


def lines_of(file: Path, names: list[str]) -> Path:
    """Clients with these names, as JSON lines."""
    file.write_text("".join(f"{one_line('Ana', name)}\n" for name in names), encoding="utf-8")
    return file


def one_line(given: str, client: str | None, program: str = "visitor") -> str:
    """Somebody’s case as a line of JSON, in a group that names the client, if there is a name."""
    people = [{"id": "ana", "role": "principal-applicant", "given_names": given, "family_name": "Silva"}]
    case = {"schema": 1, "program": program, "people": people}
    return json.dumps(case if client is None else {"client": client, "case": case})


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder, with the digest of what it holds."""
    files = [path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()]
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in sorted(files)}

"""Runs `ircc-prep batch` on mutated inputs, one after another in one process, and says how each run ended.

Run by test_fuzzed.py with a folder and the numbers of the inputs. A run that takes too long ends the whole process,
even where it hangs in a library: the last line tells which.
"""

import json
import os
import random
import re
import signal
import sys
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from ircc_prep.batch import executors, journal
from ircc_prep.batch.flow import Workforce
from ircc_prep.batch.workers import Workers
from ircc_prep.cli import main
from tests.batch.clients import tree
from tests.files.clients.sheets import mutated
from tests.files.clients.test_hostile import inside, originals

SECONDS = 40  # a run takes less than one; other work may be going on
EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
KINDS = ("csv", "xlsx", "zip", "folder", "jsonl", "brand", "batch.yaml")
PIECES = (
    b"9" * 400, b"-1e999", b"0x7fffffffffffffff", b"1e400", b"2019-02-30", b"9999-12-31", b"0000", b"NaN", b"#N/A",
    b"!!python/object:os.system x", b"&a [*a, *a]", b"<<: *a", b"null", b"~", b"? ", b"[" * 400, b"&lol;", b"']]><",
    b"\xef\xbb\xbf", b"\x00", b"\xe2\x80\xae", b"\xc2\xa0", b"\r", b"=1+1", b"{{7*7}}", b"../../etc/passwd",
)  # fmt: skip
CHOICES = b"""\
defaults: {lang: en, brand: brand.yaml, paper: a4}
clients:
  case.yaml: {lang: both, large_print: true, without: [questions], outputs: [packet, cover-letter]}
  case.json: {only: [summary], fillable: false}
"""


def otherwise(raw: bytes, chance: random.Random) -> bytes:
    """Bytes that are mutated: single ones, or whole lines, cells and numbers, or the end cut off."""
    how = chance.randrange(7)
    if how == 0:
        return mutated(raw, chance.randrange(1 << 30))
    if how == 1:
        return raw[: chance.randrange(len(raw) + 1)]
    lines = raw.splitlines(keepends=True)
    first, last = sorted(chance.choices(range(len(lines)), k=2))
    if how == 2:  # a block twice
        return b"".join(lines[: last + 1] + lines[first:])
    if how == 3:  # two lines in each other's place
        lines[first], lines[last] = lines[last], lines[first]
        return b"".join(lines)
    if how == 4:
        return _swapped(raw, chance)
    at = [match.span() for match in re.finditer(rb"\d+" if how == 5 else rb"[^\s,;:{}\[\]\"<>]+", raw)] or [(0, 0)]
    for start, end in sorted(chance.sample(at, min(len(at), chance.randint(1, 3))), reverse=True):
        raw = raw[:start] + chance.choice(PIECES) + raw[end:]
    return raw


def _swapped(raw: bytes, chance: random.Random) -> bytes:
    """Cells, or the parts of a line, in each other's place."""
    parts = re.split(rb"([,;:\n])", raw)
    for _ in range(chance.randint(1, 5)):
        one, other = chance.choices(range(0, len(parts), 2), k=2)
        parts[one], parts[other] = parts[other], parts[one]
    return b"".join(parts)


def odd_zip(raw: bytes, chance: random.Random) -> bytes:
    """A workbook's parts as no program writes them: twice, elsewhere, encrypted, of another method, too many."""
    with zipfile.ZipFile(BytesIO(raw)) as old:
        parts = [(name, old.read(name)) for name in old.namelist()]
    how = chance.randrange(8)
    name, part = chance.choice(parts)
    more = {
        0: [(name, part)], 1: [("../evil.xml", part), ("/etc/evil", b"x")], 2: [("C:\\evil", b"x"), ("a\x01b/", b"")],
        3: [(f"xl/more{n}.xml", b"<a/>") for n in range(3000)], 4: [("xl/large.xml", b" " * 30_000_000)],
    }.get(how, [])  # fmt: skip
    if how == 5:
        parts = [each for each in parts if each[0] != name]
    method = chance.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    made = BytesIO()
    with zipfile.ZipFile(made, "w", method) as anew:
        for each, content in [*parts, *more]:
            anew.writestr(each, content)
    found = bytearray(made.getvalue())
    if how == 6:  # encrypted, it says; or of a method or a size that isn't so
        at = found.index(b"PK\x01\x02") + chance.choice([8, 10, 16, 20, 24, 28, 42])
        found[at] ^= chance.randrange(1, 256)
    return bytes(found) + (b"PK\x05\x06" + b"\0" * 18) * (how == 7)


def source_of(kind: str, place: Path, number: int) -> tuple[Path, list[str]]:
    """Writes a mutated source into a folder; the source, and the options that go with it."""
    chance = random.Random(number)
    all_of = originals()
    if kind in ("xlsx", "zip"):
        change = {0: otherwise, 1: _changed_parts}.get(number % 4, _changed_cells) if kind == "xlsx" else odd_zip
        (place / "clients.xlsx").write_bytes(change(all_of["clients.xlsx"], chance))
        return place / "clients.xlsx", []
    if kind == "jsonl":
        lines = [otherwise(all_of["clients.jsonl"].splitlines()[0], chance) for _ in range(4)]
        (place / "clients.jsonl").write_bytes(b"\n".join(lines))
        return place / "clients.jsonl", []
    if kind == "csv":
        for name in [name for name in all_of if name.endswith(".csv")]:
            wrong = chance.random() < 0.3 or name == "clients.csv"
            kept = all_of[name].index(b"\n") + 1 if number % 4 else 0  # wrong headings stop everything
            raw = all_of[name][:kept] + otherwise(all_of[name][kept:], chance)
            (place / name).write_bytes(raw if wrong else all_of[name])
        return place / "clients.csv", []
    for name in ("case.yaml", "case.json"):
        (place / name).write_bytes(otherwise(all_of[name], chance) if kind == "folder" else all_of[name])
    if kind == "folder":
        return place, []
    for name in ("brand.yaml", "brand-logo.png"):
        wrong = kind == "brand" and (name.endswith("yaml") or chance.random() < 0.3)
        raw = (EXAMPLES / name).read_bytes()
        (place / name).write_bytes(otherwise(raw, chance) if wrong else raw)
    (place / "batch.yaml").write_bytes(otherwise(CHOICES, chance) if kind == "batch.yaml" else CHOICES)
    return place, ["--brand", str(place / "brand.yaml")]


def _changed_parts(raw: bytes, chance: random.Random) -> bytes:
    return inside(raw, lambda part: otherwise(part, chance) if chance.random() < 0.2 else part)


def _changed_cells(raw: bytes, chance: random.Random) -> bytes:
    """What stands in cells, and what cells are, in XML that stays whole."""
    cells = rb"<t>([^<]+)<|<v>(\d+\.\d+)<" if chance.random() < 0.7 else rb"<v>([^<]+)<| [rst]=\"([^\"]+)\""

    def change(part: bytes) -> bytes:
        at = [match.span(1) for match in re.finditer(cells, part) if match[1]]
        for start, end in sorted(chance.sample(at, min(len(at), chance.randint(0, 3))), reverse=True):
            new = chance.choice(
                (b"", b"9" * 400, b"-1", b"1e999", b"NaN", b"#N/A", b"45000.5", b"2958466", b"=1", b"\xc2\xa0")
            )
            part = part[:start] + new + part[end:]
        return part

    return inside(raw, change)


def ran(source: Path, options: list[str], place: Path) -> dict[str, object]:
    """How a run ended, what it said, and what it left."""
    before = tree(source.parent if source.is_file() else source)
    sys.argv = ["ircc-prep", "batch", str(source), "--out", str(place / "out"), "--jobs", "1", "--resume", *options]
    with _captured(place) as said:
        signal.alarm(SECONDS)
        code = main.run()
        signal.alarm(0)
    known = {"out", "in", *said}
    return {
        "code": code,
        **{name: (place / name).read_text(encoding="utf-8", errors="replace") for name in said},
        "report": _text(place / "out" / "report.json"),
        "journal": _text(place / "out" / journal.FILE),
        "same": tree(source.parent if source.is_file() else source) == before,
        "made": len(list((place / "out").rglob("packet.*"))),
        "elsewhere": sorted(path.name for path in place.iterdir() if path.name not in known),
        "links": [path.name for path in (place / "out").rglob("*") if path.is_symlink()],
    }


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


@contextmanager
def _captured(place: Path) -> Iterator[tuple[str, str]]:
    """Everything that is said meanwhile lies in two files, however it is said."""
    kept = os.dup(1), os.dup(2)
    names = ("stdout", "stderr")
    for number, name in enumerate(names, start=1):
        file = os.open(place / name, os.O_WRONLY | os.O_CREAT, 0o600)
        os.dup2(file, number)
        os.close(file)
    try:
        yield names
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        for number, file in enumerate(kept, start=1):
            os.dup2(file, number)
            os.close(file)


def fuzz(folder: Path, numbers: range, begun: Mapping[str, bytes]) -> None:
    """Runs each number and says how it ended. All begin at one moment, so that the worker stays warm for them."""
    for number in numbers:
        kind = KINDS[number % len(KINDS)]
        place = folder / str(number)
        (place / "in").mkdir(parents=True)
        (place / "out").mkdir()
        form = "html" if kind == "brand" else "txt"
        (place / "out" / journal.FILE).write_bytes(begun[form])
        source, options = source_of(kind, place / "in", number)
        _say({"number": number, "kind": kind})
        _say(ran(source, ["--format", form, *options], place))


def _say(held: object) -> None:
    sys.stdout.write(f"{json.dumps(held)}\n")
    sys.stdout.flush()


def beginnings(folder: Path) -> dict[str, bytes]:
    """How the journals of good runs begin, by the form of what they make."""
    found = {}
    for form in ("txt", "html"):
        (folder / form).mkdir(parents=True)
        (folder / form / "case.yaml").write_bytes(
            b"schema: 1\nprogram: visitor\npeople: [{id: a, role: principal-applicant}]\n"
        )
        out = folder / f"out-{form}"
        sys.argv = [
            "ircc-prep",
            "batch",
            str(folder / form),
            "--out",
            str(out),
            "--format",
            form,
            "--on",
            "2026-11-22",
            "--quiet",
        ]
        with _captured(folder):
            assert main.run() == 0
        found[form] = (out / journal.FILE).read_bytes().splitlines(keepends=True)[0]
    return found


if __name__ == "__main__":
    os.chdir(sys.argv[1])
    with Workers(1) as workers:

        @contextmanager
        def opened(_where: str, _jobs: int) -> Iterator[Workforce]:
            """The same worker for all runs: to start one costs more than a run."""
            yield Workforce(workers, chunk=1, window=2)

        executors.opened = opened  # type: ignore[assignment]
        to_do = range(int(sys.argv[2]), int(sys.argv[3]))
        fuzz(Path("fuzzed"), to_do, beginnings(Path("good").absolute()))

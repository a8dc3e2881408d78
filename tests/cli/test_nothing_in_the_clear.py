"""While a locked case is worked on, nothing that it says lies on the disk: not beside it, nor in temporary files."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pexpect
import pytest

from ircc_prep.files.case_file import checked, load
from ircc_prep.files.companions import backup_of
from ircc_prep.files.locks import RecipientsLock
from tests.cli.conftest import ROOT
from tests.files.locked import Keys, key_file, lock_at

pytestmark = pytest.mark.slow
CANARY = "Zyxwolfram"
# Run inside the tool: notes what every file held that was renamed or removed, and which ones were opened to write in.
WATCH = """
import os, sys
log = open(os.environ["WATCH_LOG"], "ab", buffering=0)
def note(event, arguments):
    if event == "os.remove" or (event == "os.rename" and not os.fspath(arguments[1]).startswith(os.environ["OUTPUTS"])):
        folder = None if arguments[-1] == -1 else arguments[-1]
        with os.fdopen(os.open(arguments[0], os.O_RDONLY, dir_fd=folder), "rb") as file:
            log.write(b"HELD " + file.read() + b"\\n")
    elif event == "open" and isinstance(arguments[0], (str, bytes)) and arguments[2] & (os.O_WRONLY | os.O_RDWR):
        log.write(b"WRITTEN " + os.fsencode(arguments[0]) + b"\\n")
sys.addaudithook(note)
"""
NAMED_ELSEWHERE = ("item", "person", "noc")  # words that have to be known to a checklist or to the case
OUTPUTS = ("packet.pdf", "packet.html", "packet.md", "packet.txt")


@dataclass(frozen=True)
class Place:
    """A locked case in a folder of its own, and the folders where a program may leave things."""

    case: Path
    identity: Path
    home: Path  # with the temporary files
    outputs: Path
    secrets: frozenset[str]

    def environment(self) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("IRCC", "XDG", "TMP", "TEMP"))}
        return kept | {
            "HOME": str(self.home),
            "TMPDIR": str(self.home),
            "WATCH_LOG": str(self.home / "watch.log"),
            "OUTPUTS": str(self.outputs),
            "PYTHONPATH": f"{self.home.parent / 'watch'}{os.pathsep}{ROOT}",
            "TERM": "xterm",
            "NO_COLOR": "1",
            "PROMPT_TOOLKIT_NO_CPR": "1",
        }

    def found(self) -> set[str]:
        """What the case says that lies on the disk, or did for a moment."""
        files = [path for folder in (self.case.parent, self.home) for path in folder.rglob("*") if path.is_file()]
        held = b"\0".join(path.read_bytes() for path in files)
        return {
            secret
            for secret in self.secrets
            for letters in ("utf-8", "utf-16-le", "utf-16-be")
            if secret.encode(letters) in held
        }

    def written_elsewhere(self) -> list[str]:
        log = (self.home / "watch.log").read_bytes()
        paths = [os.fsdecode(path) for path in re.findall(rb"^WRITTEN (.*)$", log, re.MULTILINE)]
        folders = "|".join(re.escape(str(folder)) for folder in (self.case.parent, self.outputs))
        # Temporary files of libraries (the fonts of a PDF, say) are looked into when they are removed.
        usual = re.compile(
            rf"({folders})/\.ircc-prep-[0-9a-f]{{16}}\.tmp|{re.escape(str(self.home))}(/.*)?|/dev/(null|tty)"
        )
        return [path for path in paths if not usual.fullmatch(path) and not path.endswith(".pyc")]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    data = _planted(load(ROOT / "checklists" / "personas" / "express-entry.en.yaml").data)
    identity, recipient = key_file(tmp_path / "keys")
    case = tmp_path / "cases" / "case.yaml"
    home, outputs, watch = (tmp_path / name for name in ("home", "outputs", "watch"))
    lock_at(case, RecipientsLock((recipient,)), data)
    for folder in (home, outputs, watch):
        folder.mkdir()
    (watch / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    secrets = {value for _, value in _leaves(data) if CANARY in value or re.fullmatch(r"\d{4}-\d\d-\d\d|\d{6,}", value)}
    return Place(case, identity, home, outputs, frozenset(secrets))


def test_the_canaries_are_in_every_kind_of_entry(place: Place) -> None:
    data = load(place.case, Keys([place.identity])).data
    planted = {path[2] for path, value in _leaves(data) if CANARY in value and path[0] == "people"}
    assert {"family_name", "given_names", "names", "passports", "stays", "activities"} <= planted
    assert len([secret for secret in place.secrets if CANARY in secret]) > 10


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "--format", "json"],
        ["check", "--format", "markdown", "-o", os.devnull],
        *(["packet", "--lang", "both", "-o", name] for name in OUTPUTS),
        ["lock", "--recipient", "RECIPIENT"],
    ],
    ids=" ".join,
)
def test_no_command_leaves_anything_that_the_case_says(place: Place, arguments: list[str]) -> None:
    recipient = key_file(place.home.parent / "other")[1]
    command, *others = [recipient if each == "RECIPIENT" else each for each in arguments]
    done = subprocess.run(
        [sys.executable, "-m", "ircc_prep", command, str(place.case), "--identity", str(place.identity), *others],
        env=place.environment(),
        cwd=place.outputs,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1, 3), done.stderr
    assert place.found() == set()
    assert place.written_elsewhere() == []
    assert {path.name for path in place.outputs.iterdir()} <= set(OUTPUTS)


def test_the_questionnaire_leaves_nothing_either(place: Place) -> None:
    terminal = pexpect.spawn(
        sys.executable,
        ["-m", "ircc_prep", "ask", str(place.case), "--identity", str(place.identity)],
        env=place.environment(),
        cwd=str(place.home),
        encoding="utf-8",
        dimensions=(24, 80),
        timeout=60,
    )
    terminal.expect_exact("Is that everybody?")
    terminal.expect_exact(". ")
    terminal.send("1\r")
    terminal.expect_exact("left that matter")
    terminal.expect_exact("save and stop")
    terminal.send("*" if "I don’t know" in (terminal.before or "") else "=")  # whichever answer it offers
    terminal.expect_exact("Noted")
    terminal.expect_exact("save and stop")
    terminal.send("\x03")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert backup_of(place.case).exists()
    assert place.found() == set()
    assert place.written_elsewhere() == []


def _planted(data: dict[str, Any]) -> dict[str, Any]:
    """The case with a canary of its own in each text that its fields take."""
    for number, (path, before) in enumerate(list(_leaves({**data, "answers": {}, "unsure": []}))):
        *above, last = path
        holder: Any = data
        for step in above:
            holder = holder[step]
        if isinstance(holder[last], str) and last not in NAMED_ELSEWHERE and above:
            holder[last] = f"{CANARY}{number}"
            case, problems = checked(data)
            if case is None or problems:
                holder[last] = before
    return data


def _leaves(part: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(part, dict | list):
        for key, value in part.items() if isinstance(part, dict) else enumerate(part):
            yield from _leaves(value, (*path, key))
    elif part is not None:
        yield path, str(part)

"""Clients that can't be made, each for another reason, and what has to be said of each."""

import os
from dataclasses import dataclass
from pathlib import Path

from ircc_prep.files import age_format

GOOD = """\
schema: 1
program: visitor
people:
  - {id: ana, role: principal-applicant, given_names: Kanarienvogel, family_name: Silva, date_of_birth: 1990-05-02}
"""
CANARY = "Kanarienvogel"
_STAY = "    stays: [{from: 2020-05-01, to: 2019-05-01, country: PH}]\n"
_ONE_LINE = GOOD.replace("- {", "- ").replace(", ", "\n    ").replace("}", "")
# A script that the packet has no letters of, and no computer a font that is looked for.
WITHOUT_A_FONT = "\N{TOTO LETTER PA}"


@dataclass(frozen=True)
class Planted:
    """A file that can't be made a packet of: its bytes, the problem's id, and its line and column, if it has any."""

    file: str
    id: str
    place: str = ""
    raw: bytes = b""


FAILURES = (
    Planted("syntax.yaml", "syntax", "4:5", GOOD.replace("}", "").encode()),
    Planted("unknown-program.yaml", "not-allowed", "2:10", GOOD.replace("visitor", "visitr").encode()),
    Planted("unknown-key.yaml", "unknown-key", "2:1", GOOD.replace("program:", "famly: []\nprogram:").encode()),
    Planted("backwards.yaml", "to-before-from", "9:36", f"{_ONE_LINE}{_STAY}".encode()),
    Planted("too-large.yaml", "too-large", "1:1", f"{GOOD}# {'x' * 1_100_000}\n".encode()),
    Planted("latin-1.yaml", "bad-encoding", "4:83", GOOD.replace("Silva", "Ñ").encode("latin-1")),
    Planted("control.yaml", "control-character", "4:86", GOOD.replace("Silva", "Sil\x1bva").encode()),
    Planted("empty.yaml", "empty-file", "1:1"),
    Planted("twice.yaml", "duplicate-key", "3:1", GOOD.replace("people:", "program: visitor\npeople:").encode()),
)
LOCKED, PIPE, LINK = (
    Planted("locked.yaml", "no-key"),
    Planted("pipe.yaml", "unreadable"),
    Planted("link.yaml", "outside-folder"),
)
NO_FONT = Planted("no-font.yaml", "font-missing", "", GOOD.replace("Silva", WITHOUT_A_FONT).encode())


def plant(folder: Path, *, pdf: bool = False) -> list[Planted]:
    """Puts twelve failures of twelve kinds among the cases of a folder; in PDF, one of them is a name."""
    those = [*FAILURES[: len(FAILURES) - pdf], *([NO_FONT] if pdf else [])]
    for each in those:
        (folder / each.file).write_bytes(each.raw)
    stranger = age_format.recipient_of(age_format.new_key())
    (folder / LOCKED.file).write_bytes(age_format.lock_for(GOOD.encode(), [stranger]))
    os.mkfifo(folder / PIPE.file)
    outside = folder.parent / "outside.yaml"
    outside.write_text(GOOD, encoding="utf-8")
    (folder / LINK.file).symlink_to(outside)
    return [*those, LOCKED, PIPE, LINK]


def mend(folder: Path, *those: Planted) -> None:
    """Puts a good case in their places."""
    for each in those:
        (folder / each.file).unlink()
        (folder / each.file).write_text(GOOD, encoding="utf-8")


_CASE = (
    '{"schema": 1, "program": "visitor", "people": [{"id": "ana", "role": "principal-applicant", '
    '"given_names": "Kanarienvogel", "family_name": "Silva"}]}'
)


def _line(old: str, new: str, beside: str = '"client": "Maria", ') -> bytes:
    return f'{{{beside}"case": {_CASE.replace(old, new)}}}'.encode()


# The place is the column; all of the clients are called the same, and like others.
LINES = (
    Planted("not JSON", "syntax", "30", b'{"client": "Maria", "case": {]'),
    Planted("unknown program", "not-allowed", "54", _line("visitor", "visitr")),
    Planted("unknown key", "unknown-key", "43", _line('"program"', '"famly": [], "program"')),
    Planted("unknown key beside", "unknown-key", "21", _line("", "", '"client": "Maria", "langue": "fr", ')),
    Planted("unknown choice", "not-allowed", "29", _line("", "", '"client": "Maria", "lang": "de", ')),
    Planted("too large", "too-large", "1", _line("Silva", "x" * 1_100_000)),
    Planted("not UTF-8", "bad-encoding", "169", _line("Silva", "Ñ").decode().encode("latin-1")),
    Planted("control character", "control-character", "168", _line("Silva", "\\u001b")),
    Planted("twice", "duplicate-key", "21", _line("", "", '"client": "Maria", "client": "Maria", ')),
    Planted("no case", "missing-key", "1", b'{"client": "Maria"}'),
    Planted("no name", "wrong-type", "12", _line("", "", '"client": [], ')),
    Planted("no group", "syntax", "1", b'["Maria"]'),
)

"""The files that we leave beside a case: what they are called, and which of them are there."""

import shlex
import time
from pathlib import Path

from ircc_prep.core.text import Text

BEFORE, BACKUP, KEY = ".before-ircc-prep", ".ircc-prep-backup", ".ircc-prep-key"
LEFTOVERS = ".ircc-prep-*.tmp"
LETTERS = ("cover", "request", "handover")
PACKET_SUFFIXES = (".pdf", ".html", ".md", ".txt")
CALENDAR_SUFFIX = ".ics"
_A_SAVE_IS_OVER = 10.0  # seconds: a temporary file that is younger may be a save under way in another window


def before_of(case: Path) -> Path:
    """Where a file that held comments is kept as it was before the first save. It is never overwritten."""
    return case.with_name(case.name + BEFORE)


def backup_of(case: Path) -> Path:
    """Where the file is kept as it was before the last sitting that changed it."""
    return case.with_name(case.name + BACKUP)


def key_of(case: Path) -> Path:
    """Where the key of a sitting lies while a case that a passphrase locks is being answered."""
    return case.with_name(case.name + KEY)


def packet_of(case: Path, suffix: str = ".pdf") -> Path:
    """What the packet is called where nobody says otherwise."""
    return case.with_name(f"{case.stem}-packet{suffix}")


def calendar_of(case: Path) -> Path:
    """What the calendar is called where nobody says otherwise."""
    return case.with_name(f"{case.stem}-calendar{CALENDAR_SUFFIX}")


def letter_of(case: Path, kind: str, suffix: str = ".pdf") -> Path:
    """What a letter (one of LETTERS) is called where nobody says otherwise."""
    return case.with_name(f"{case.stem}-letter-{kind}{suffix}")


def backups_there(case: Path) -> list[Path]:
    """The backups that are there."""
    return [path for path in (backup_of(case), before_of(case)) if path.is_file()]


def packets_there(case: Path) -> list[Path]:
    """The packets, the letters and the calendar beside the case that bear its name."""
    letters = (letter_of(case, kind, suffix) for kind in LETTERS for suffix in PACKET_SUFFIXES)
    named = (*(packet_of(case, suffix) for suffix in PACKET_SUFFIXES), *letters, calendar_of(case))
    return [path for path in named if path.is_file()]


def nameless_packets(case: Path) -> list[Path]:
    """Redacted packets, notes and calendars in the case's folder. They bear no name: nothing tells whose they are."""
    made = (nameless_packet(case, "*"), nameless_letter(case, "*", "*"), nameless_calendar(case, "*"))
    patterns = [path.name for path in made]
    return sorted(path for pattern in patterns for path in case.parent.glob(pattern) if path.is_file())


def nameless_packet(case: Path, reader: str) -> Path:
    """What a packet for a reader is called where nobody says otherwise: a case is often called after somebody."""
    return case.with_name(f"packet-for-{reader}.pdf")


def nameless_letter(case: Path, kind: str, reader: str) -> Path:
    """The same for a letter."""
    return case.with_name(f"letter-{kind}-for-{reader}.pdf")


def nameless_calendar(case: Path, reader: str) -> Path:
    """The same for a calendar."""
    return case.with_name(f"calendar-for-{reader}{CALENDAR_SUFFIX}")


def leftovers_in(folder: Path) -> list[Path]:
    """What saves that were killed have left behind. They hold whole cases, and nothing tells whose."""
    found = []
    for path in sorted(folder.glob(LEFTOVERS)):
        try:
            if time.time() - path.lstat().st_mtime > _A_SAVE_IS_OVER:
                found.append(path)
        except FileNotFoundError:  # a save in another window was over just now
            continue
    return found


def way_back(case: Path) -> Text | None:
    """The command that brings the last good version back, where there is one."""
    there = backups_there(case)
    if not there:
        return None
    command = f"cp -p {shlex.quote(str(there[0]))} {shlex.quote(str(case))}"
    return Text(
        f"To go back to the file as it was before your last session: {command}",
        f"Pour revenir au fichier tel qu’il était avant votre dernière séance\u00a0: {command}",
    )

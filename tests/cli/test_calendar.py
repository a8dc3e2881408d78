"""`ircc-prep calendar` as people and scripts use it."""

import re
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import icalendar
import pytest

from tests.cli.conftest import PERSONAS, Run
from tests.files.locked import PASSPHRASE, QUICK, QUICK_TEXT

ON = ("--on", "2026-11-22")
CASE = """\
schema: 1
program: express-entry
stream: fsw
planned_submission: 2026-12-18
people: [{id: maria, role: principal-applicant, given_names: Maria}]
"""


@pytest.fixture
def persona(tmp_path: Path) -> Path:
    """A family's case."""
    return Path(
        shutil.copy(next(path for path in PERSONAS if path.stem == "express-entry.fr"), tmp_path / "mbarga.yaml")
    )


def summaries(text: str) -> list[str]:
    return [str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(text).walk("VEVENT")]


def test_it_lies_beside_the_case_and_only_its_owner_reads_it(run: Run, persona: Path) -> None:
    ran = run("calendar", persona, *ON)
    written = persona.with_name("mbarga-calendar.ics")
    assert (ran.code, ran.out) == (0, "")
    assert str(written) in ran.err
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert "Expiration du passeport (conjoint)" in summaries(written.read_text(encoding="utf-8"))


def test_the_language_is_the_one_asked_for(run: Run, persona: Path) -> None:
    ran = run("calendar", persona, *ON, "--lang", "en", "-o", "-")
    assert "Passport expires (partner)" in summaries(ran.out)


def but_for_the_time(text: str) -> str:
    """The calendar without what tells when it was written."""
    return re.sub(r"(DTSTAMP|SEQUENCE):\w+", r"\1", text)


def test_it_is_written_where_it_is_asked_to_be_and_twice_the_same_but_for_the_time(run: Run, persona: Path) -> None:
    for name in ("one.ics", "two.ics"):
        assert run("calendar", persona, *ON, "-o", name).code == 0
    one, two = (Path(name).read_bytes().decode() for name in ("one.ics", "two.ics"))
    assert but_for_the_time(one) == but_for_the_time(two)
    assert b"\r\n" in Path("one.ics").read_bytes()
    assert run("calendar", persona, *ON, "-o", "-", "--quiet").err == ""


def test_where_no_day_lies_ahead_nothing_is_written_and_an_older_file_stays(
    run: Run, case: Callable[[str], Path], tmp_path: Path
) -> None:
    path = case(CASE)
    ran = run("calendar", path, "--on", "2026-12-19")
    assert (ran.code, ran.out) == (0, "")
    assert "nothing was written" in ran.err
    assert list(tmp_path.glob("*.ics")) == []
    assert run("calendar", path, *ON).code == 0
    assert "is as it was" in run("calendar", path, "--on", "2026-12-19").err
    assert len(list(tmp_path.glob("*.ics"))) == 1


def test_a_date_known_by_its_year_is_left_out_and_named(run: Run, case: Callable[[str], Path]) -> None:
    path = case(CASE.replace("given_names: Maria", "passports: [{country: PH, expires: 2027}]"))
    ran = run("calendar", path, *ON, "-o", "-")
    assert "Passport expires" not in ran.out
    assert "Look these dates up:\n  Passport expires" in ran.err


def test_a_locked_case_is_opened_and_the_calendar_is_said_not_to_be_locked(run: Run, tmp_path: Path) -> None:
    locked, secret = tmp_path / "ana.yaml", tmp_path / "secret"
    for path, text in ((locked, QUICK), (secret, PASSPHRASE)):
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
    assert "[no-terminal]" in run("calendar", locked).err
    plain = tmp_path / "plain.yaml"
    plain.write_text(QUICK_TEXT, encoding="utf-8")
    opened = run("calendar", locked, "--passphrase-file", secret, *ON, "-o", "-")
    same = run("calendar", plain, *ON, "-o", "-")
    assert (opened.code, but_for_the_time(opened.out)) == (0, but_for_the_time(same.out))
    assert locked.read_text(encoding="utf-8") == QUICK


def test_for_somebody_who_helps_neither_the_file_nor_its_name_tells_whose_it_is(run: Run, persona: Path) -> None:
    ran = run("calendar", persona, *ON, "--redact", "consultant")
    written = persona.with_name("calendar-for-consultant.ics")
    assert ran.code == 0
    assert written.is_file()
    assert "mbarga" not in written.read_text(encoding="utf-8").lower()


@pytest.mark.parametrize(
    "arguments",
    [("-o", "days.pdf"), ("--redact", "log"), ("--on", "soon")],
    ids=["another kind of file", "a log", "no day"],
)
def test_what_can_not_be_done_is_said_and_nothing_is_written(
    run: Run, case: Callable[[str], Path], tmp_path: Path, arguments: tuple[str, str]
) -> None:
    path = case(CASE)
    ran = run("calendar", path, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert [each.name for each in tmp_path.iterdir()] == ["case.yaml"]


def test_the_case_itself_is_never_replaced(run: Run, case: Callable[[str], Path], tmp_path: Path) -> None:
    path = case(CASE)
    link = tmp_path / "link.ics"
    link.symlink_to(path)
    ran = run("calendar", path, *ON, "-o", link)
    assert (ran.code, "[would-replace-the-case]" in ran.err) == (2, True)
    assert path.read_text(encoding="utf-8") == CASE


def test_forgetting_a_case_finds_its_calendars(run: Run, persona: Path) -> None:
    run("calendar", persona, *ON)
    run("calendar", persona, *ON, "--redact", "consultant")
    ran = run("forget", persona, "--yes", "--packets")
    assert "mbarga-calendar.ics" in ran.err.split("bear no name")[0]
    assert "calendar-for-consultant.ics" in ran.err.split("bear no name")[1]
    assert [path.name for path in persona.parent.iterdir()] == ["calendar-for-consultant.ics"]


def test_forgetting_without_packets_says_that_the_calendar_is_still_there(run: Run, persona: Path) -> None:
    run("calendar", persona, *ON)
    assert "mbarga-calendar.ics" in run("forget", persona, "--yes").err.split("Still there:")[1]

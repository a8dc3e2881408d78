"""What a consultant gets from a batch."""

import csv
import json
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from ircc_prep.batch import executors, journal
from ircc_prep.batch.flow import Workforce
from ircc_prep.batch.out import Out
from ircc_prep.batch.workers import Workers
from tests.batch.clients import WRONG, case, folder_of, lines_of, one_line, tree
from tests.batch.conftest import as_begun
from tests.cli.conftest import Ran, Run

TEXT = ("--format", "txt", "--jobs", "1", "--on", "2026-11-22")


@pytest.fixture(scope="module")
def worker() -> Iterator[Workforce]:
    """A worker that stays warm from one batch to the next."""
    with Workers(1) as workers:
        yield Workforce(workers, chunk=1, window=2)


@pytest.fixture(autouse=True)
def _warm(worker: Workforce, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the batches with one worker use that one: to begin a process takes longer than a client."""
    real = executors.opened
    monkeypatch.setattr(
        executors,
        "opened",
        lambda where, jobs: nullcontext(worker) if (where, jobs) == ("local", 1) else real(where, jobs),
    )


def batch(run: Run, source: Path | str, *more: str | Path) -> Ran:
    return run("batch", source, "--out", "out", *TEXT, *more)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the batches of these tests go."""
    return tmp_path / "out"


def test_every_client_gets_a_folder_and_is_in_the_report(run: Run, tmp_path: Path, out: Path) -> None:
    ran = batch(run, folder_of(tmp_path / "cases", 3))
    assert ran.code == 0, ran.err
    folders = [path for path in sorted(out.iterdir()) if path.is_dir()]
    assert [folder.name.rpartition("--")[0] for folder in folders] == ["client-000", "client-001", "client-002"]
    assert {file.name for file in folders[0].iterdir()} == {"packet.txt", "result.json", "calendar.ics"}
    with (out / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["Client"], row["Status"]) for row in rows] == [(f"client-00{n}", "made") for n in range(3)]
    assert rows[0]["Folder"] == folders[0].name
    assert "client-002" in ran.out


def test_a_client_that_can_t_be_read_costs_no_other_and_exits_with_5(run: Run, tmp_path: Path, out: Path) -> None:
    ran = batch(run, folder_of(tmp_path / "cases", 1, wrong=1))
    assert ran.code == 5
    assert "cases/wrong-000.yaml:2:10:" in ran.out
    assert "Did you mean “visitor”?" in ran.out
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert report["summary"] == {"clients": 2, "made": 1, "failed": 1}
    failed = report["clients"][1]
    assert (failed["status"], failed["folder"], failed["problem"]["id"]) == ("failed", None, "not-allowed")
    assert not list(out.glob("wrong*"))


def test_of_several_problems_the_first_is_told_and_the_report_and_a_dry_run_tell_all(
    run: Run, tmp_path: Path, out: Path
) -> None:
    source = folder_of(tmp_path / "cases", 0, wrong=1)
    (source / "wrong-000.yaml").write_text(f"{WRONG}famly: 1\nstrem: 2\n", encoding="utf-8")
    ran = batch(run, source)
    assert "[not-allowed]" in ran.out
    assert "[unknown-key]" not in ran.out
    assert "and 2 more problems; report.json lists them all" in ran.out
    (client,) = json.loads((out / "report.json").read_text(encoding="utf-8"))["clients"]
    assert [each["id"] for each in client["problems"]] == ["not-allowed", "unknown-key", "unknown-key"]
    assert client["problem"] == client["problems"][0]
    ran = run("batch", source, "--dry-run", "--jobs", "1")
    assert ran.out.count("[unknown-key]") == 2
    assert "report.json" not in ran.out


def test_what_is_made_is_what_the_commands_for_one_case_make(run: Run, tmp_path: Path, out: Path) -> None:
    source = folder_of(tmp_path / "cases", 1)
    batch(run, source, "--lang", "fr")
    folder = next(out.glob("client-000--*"))
    alone = source / "client-000.yaml"
    run("packet", alone, "-o", "alone.txt", "--on", "2026-11-22", "--lang", "fr")
    run("check", alone, "-o", "alone.json", "--format", "json", "--on", "2026-11-22", "--lang", "fr")
    assert (folder / "packet.txt").read_bytes() == (tmp_path / "alone.txt").read_bytes()
    made = json.loads((folder / "result.json").read_text(encoding="utf-8"))
    checked = json.loads((tmp_path / "alone.json").read_text(encoding="utf-8"))
    checked["case"].pop("file", None)  # `check` says where the case lies, and what its options count
    assert made == {key: checked[key] for key in checked if key != "gate"}


def test_the_letters_and_the_firms_calendar_are_made_where_they_are_wanted(run: Run, tmp_path: Path, out: Path) -> None:
    more = [word for name in ("request-letter", "handover-note", "firm-calendar") for word in ("--with", name)]
    assert batch(run, folder_of(tmp_path / "cases", 2), *more).code == 0
    folder = next(out.glob("client-001--*"))
    assert {file.name for file in folder.iterdir()} >= {"request-letter.txt", "handover-note.txt"}
    firm = (out / "firm-calendar.ics").read_text(encoding="utf-8")
    assert "client-000: Interview" in firm
    assert "client-001: Interview" in firm
    assert firm.count("BEGIN:VEVENT") == len({line for line in firm.splitlines() if line.startswith("UID:")})


def test_two_clients_with_one_name_both_survive(run: Run, tmp_path: Path, out: Path) -> None:
    names = ["Maria Santos", "Maria Santos", "MARIA SANTOS"]
    assert batch(run, lines_of(tmp_path / "all.jsonl", names)).code == 0
    assert len(list(out.glob("maria-santos--*/packet.txt"))) == 3


def test_hostile_names_never_lead_out_of_the_folder(run: Run, tmp_path: Path, out: Path) -> None:
    names = ["../../etc/passwd", "CON", "/tmp/x", "a\\..\\b", "😀", "x" * 300, "..", "=HYPERLINK(1)"]
    before = set(tmp_path.rglob("*")) | {tmp_path / "out", tmp_path / "all.jsonl"}
    ran = batch(run, lines_of(tmp_path / "all.jsonl", names))
    assert ran.code == 0, ran.out
    assert all(path in before or out in path.parents for path in tmp_path.rglob("*"))
    assert len(list(out.glob("*--*/packet.txt"))) == len(names)
    assert "'=HYPERLINK(1)" in (out / "report.csv").read_text(encoding="utf-8-sig")


def test_a_folder_that_holds_something_is_never_written_into_by_mistake(run: Run, tmp_path: Path, out: Path) -> None:
    source = folder_of(tmp_path / "cases", 1)
    out.mkdir()
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    assert "[out-not-empty]" in batch(run, source).err
    assert "[out-not-empty]" in batch(run, source, "--resume").err
    assert "[no-batch]" in batch(run, source, "--retry-failed").err
    assert tree(out).keys() == {"notes.txt"}
    (out / "notes.txt").unlink()
    assert batch(run, source).code == 0
    again = batch(run, source)
    assert again.code == 2
    assert "--resume" in again.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows can’t lock a folder")
def test_two_runs_at_once_in_one_folder_are_refused(run: Run, tmp_path: Path, out: Path) -> None:
    source = folder_of(tmp_path / "cases", 1)
    batch(run, source)
    with Out(out).held():
        ran = batch(run, source, "--resume")
    assert (ran.code, "[out-in-use]" in ran.err) == (2, True)


def test_the_source_may_not_lie_in_the_folder_that_is_written_into(run: Run, tmp_path: Path, out: Path) -> None:
    out.mkdir()
    source = folder_of(out / "cases", 1)
    assert "[source-in-out]" in batch(run, source, "--resume").err


def test_the_folder_may_lie_among_the_cases(run: Run, tmp_path: Path) -> None:
    source = folder_of(tmp_path / "cases", 1)
    made = ("--out", source / "out", *TEXT)
    assert run("batch", source, *made).code == 0
    assert run("batch", source, *made, "--resume").code == 0


def test_going_on_makes_only_what_changed(run: Run, tmp_path: Path, out: Path) -> None:
    source = folder_of(tmp_path / "cases", 3, wrong=1)
    batch(run, source)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("packet.txt")}
    (source / "client-001.yaml").write_text(case(17), encoding="utf-8")
    (source / "wrong-000.yaml").write_text(case(5), encoding="utf-8")
    (source / "client-002.yaml").unlink()
    assert batch(run, source, "--resume").code == 0
    after = {path: path.stat().st_mtime_ns for path in out.rglob("packet.txt")}
    assert [path.parent.name.rpartition("--")[0] for path in after if before.get(path) == after[path]] == ["client-000"]
    assert sorted(path.parent.name.rpartition("--")[0] for path in after) == ["client-000", "client-001", "wrong-000"]
    assert run("batch", "verify", out).code == 0


@pytest.mark.parametrize("how", ["changed", "cut", "removed", "linked"])
def test_going_on_mends_what_was_damaged(run: Run, tmp_path: Path, out: Path, how: str) -> None:
    source = folder_of(tmp_path / "cases", 2)
    batch(run, source)
    whole = tree(out)
    file = next(out.glob("client-001--*/packet.txt"))
    if how == "changed":
        file.write_bytes(file.read_bytes().replace(b"a", b"e", 1))
    elif how == "cut":
        file.write_bytes(b"")
    else:
        file.rename(tmp_path / "moved") if how == "linked" else file.unlink()
    if how == "linked":
        file.symlink_to(tmp_path / "moved")
    assert batch(run, source, "--resume").code == 0
    assert tree(out) == whole
    assert not file.is_symlink()


def test_a_batch_keeps_its_day_when_it_goes_on(run: Run, tmp_path: Path, out: Path) -> None:
    source = folder_of(tmp_path / "cases", 1)
    run("batch", source, "--out", out, "--format", "txt", "--jobs", "1", "--on", "2026-03-01")
    whole = tree(out)
    ran = run("batch", source, "--out", out, "--format", "txt", "--jobs", "1", "--resume")
    assert "Going on with the batch of 2026-03-01." in ran.err
    assert f"To make them all as of today: --on {date.today()}" in ran.err  # noqa: DTZ011 - the computer's own day
    assert "1 of them was made before, and is as it was." in ran.err
    assert tree(out) == whole


def test_another_day_makes_all_clients_anew(run: Run, tmp_path: Path, out: Path) -> None:
    source = folder_of(tmp_path / "cases", 1)
    batch(run, source)
    ran = run("batch", source, "--out", out, "--format", "txt", "--jobs", "1", "--resume", "--on", "2026-12-01")
    assert "made anew, since something is not as it was: the day (--on)." in ran.err
    assert '"checked_on": "2026-12-01"' in next(out.glob("*/result.json")).read_text(encoding="utf-8")


def test_trying_failed_clients_again_leaves_the_others_alone(run: Run, tmp_path: Path, out: Path) -> None:
    source = folder_of(tmp_path / "cases", 3, wrong=1)
    batch(run, source)
    (source / "wrong-000.yaml").write_text(case(5), encoding="utf-8")
    (source / "client-001.yaml").write_text(case(9), encoding="utf-8")
    written_into = next(out.glob("client-000--*/packet.txt"))
    written_into.write_text("with my notes", encoding="utf-8")
    ran = batch(run, source, "--retry-failed")
    assert ran.code == 0
    assert "2 of them were made before, and are as they were." in ran.err
    assert written_into.read_text(encoding="utf-8") == "with my notes"
    assert next(out.glob("wrong-000--*/packet.txt")).is_file()


@pytest.mark.parametrize(
    ("other", "what"),
    [
        (("--format", "md"), "the form (--format)"),
        (("--only", "summary"), "what is chosen for all clients (--lang, --brand, --with …)"),
        (("--with", "firm-calendar"), "what is chosen for all clients (--lang, --brand, --with …)"),
    ],
)
def test_failed_clients_are_not_tried_again_with_other_options_than_the_others(
    run: Run, tmp_path: Path, out: Path, other: tuple[str, str], what: str
) -> None:
    source = folder_of(tmp_path / "cases", 1, wrong=1)
    batch(run, source)
    before = tree(out)
    ran = batch(run, source, *other, "--retry-failed")
    assert (ran.code, f"not as it was when this batch was made: {what}. [other-plan]" in ran.err) == (2, True)
    assert tree(out) == before


def test_going_on_with_other_choices_says_so(run: Run, tmp_path: Path, out: Path) -> None:
    source = folder_of(tmp_path / "cases", 1)
    batch(run, source, "--with", "request-letter")
    assert "Not as it was" not in batch(run, source, "--with", "request-letter", "--resume").err
    ran = batch(run, source, "--resume")
    assert "Not as it was: what is chosen for all clients (--lang, --brand, --with …)." in ran.err
    assert not list(out.glob("*/request-letter.txt"))


@pytest.mark.parametrize("how", ["--resume", "--retry-failed"])
@pytest.mark.parametrize("name", ["Maria Santos", None])
def test_whoever_stands_where_another_client_stood_never_gets_the_others_packet(
    run: Run, tmp_path: Path, out: Path, how: str, name: str | None
) -> None:
    source = tmp_path / "all.jsonl"
    berta, alice, wrong = (one_line("Berta", name), one_line("Alice", name), one_line("Wrong", name, "visitr"))
    source.write_text(f"{alice}\n{wrong}\n", encoding="utf-8")
    assert batch(run, source).code == 5
    source.write_text(f"{berta}\n{alice}\n", encoding="utf-8")
    assert batch(run, source, how).code == 0
    clients = json.loads((out / "report.json").read_text(encoding="utf-8"))["clients"]
    packets = [(out / client["folder"] / "packet.txt").read_text(encoding="utf-8") for client in clients]
    assert ["Berta" in packets[0], "Alice" in packets[0]] == [True, False]
    assert ["Berta" in packets[1], "Alice" in packets[1]] == [False, True]


def test_a_wrong_source_never_removes_what_was_made_of_a_right_one(run: Run, tmp_path: Path, out: Path) -> None:
    batch(run, folder_of(tmp_path / "cases", 3, wrong=1))
    before = tree(out)
    for name, text in (("other.jsonl", one_line("Ana", "Somebody else")), ("empty.jsonl", "")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        ran = batch(run, tmp_path / name, "--resume")
        assert (ran.code, f"none of them is in {tmp_path / name}. [batch-there]" in ran.err) == (2, True)
    (tmp_path / "failed-ones").mkdir()
    (tmp_path / "failed-ones" / "wrong-000.yaml").write_text(case(5), encoding="utf-8")
    ran = batch(run, tmp_path / "failed-ones", "--retry-failed")
    assert (ran.code, "failed-ones: 3. [other-plan]" in ran.err) == (2, True)
    assert tree(out) == before


def test_going_on_says_whose_files_it_removes(run: Run, tmp_path: Path, out: Path) -> None:
    source = folder_of(tmp_path / "cases", 3, wrong=1)
    batch(run, source)
    (source / "client-001.yaml").unlink()
    (source / "wrong-000.yaml").unlink()
    ran = batch(run, source, "--resume")
    assert "1 client is gone from the source: what was made of that client is removed." in ran.err
    assert not list(out.glob("client-001*"))


@pytest.mark.parametrize("how", ["--resume", "--retry-failed"])
def test_a_batch_whose_journal_is_damaged_says_so_and_stays_as_it_is(
    run: Run, tmp_path: Path, out: Path, how: str
) -> None:
    source = folder_of(tmp_path / "cases", 1)
    batch(run, source)
    (out / journal.FILE).write_text("{}\n", encoding="utf-8")
    before = tree(out)
    ran = batch(run, source, how)
    assert (ran.code, "[bad-journal]" in ran.err) == (2, True)
    assert tree(out) == before


def test_a_client_that_fails_now_leaves_nothing_of_before(run: Run, tmp_path: Path, out: Path) -> None:
    source = folder_of(tmp_path / "cases", 1)
    batch(run, source)
    (source / "client-000.yaml").write_text(WRONG, encoding="utf-8")
    assert batch(run, source, "--resume").code == 5
    assert not list(out.glob("client-000*"))


def test_the_folder_follows_from_the_source_the_options_and_the_day(run: Run, tmp_path: Path, out: Path) -> None:
    source = folder_of(tmp_path / "cases", 4, wrong=1)
    batch(run, source, "--with", "firm-calendar")
    as_begun(out, tmp_path / "again")
    made = ("--format", "txt", "--jobs", "2", "--on", "2026-11-22", "--with", "firm-calendar", "--resume")
    run("batch", source, "--out", "again", *made)
    assert tree(tmp_path / "again") == tree(out)


def test_a_finished_batch_can_be_checked_years_later(run: Run, tmp_path: Path, out: Path) -> None:
    batch(run, folder_of(tmp_path / "cases", 2))
    shutil.move(out, tmp_path / "archive")
    out = tmp_path / "archive"
    assert run("batch", "verify", out).code == 0
    first, second = sorted(out.glob("*/packet.txt"))
    first.write_text("other", encoding="utf-8")
    second.unlink()
    (first.parent / "notes.txt").write_text("mine", encoding="utf-8")
    ran = run("batch", "verify", out)
    assert ran.code == 1
    assert ran.out.splitlines() == [
        f"changed: {first.parent.name}/packet.txt",
        f"missing: {second.parent.name}/packet.txt",
        f"extra: {first.parent.name}/notes.txt",
    ]


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="sha256sum isn’t installed")
def test_the_digests_can_be_checked_without_this_tool(run: Run, tmp_path: Path, out: Path) -> None:
    batch(run, lines_of(tmp_path / "all.jsonl", ["Maria", "王小明", "محمد"]))
    done = subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=out, capture_output=True, check=False)
    assert done.returncode == 0
    listed = {line.split("  ", 1)[1] for line in (out / "SHA256SUMS").read_text(encoding="utf-8").splitlines()}
    assert listed == tree(out).keys() - {"SHA256SUMS"}


@pytest.mark.parametrize("name", ["manifest.json", "SHA256SUMS", "journal.jsonl", "report.csv"])
def test_what_tells_of_the_batch_is_checked_too(run: Run, tmp_path: Path, out: Path, name: str) -> None:
    batch(run, folder_of(tmp_path / "cases", 1))
    raw = (out / name).read_bytes()
    (out / name).write_bytes(raw.replace(b"a", b"e", 1))
    ran = run("batch", "verify", out)
    assert ran.code in (1, 2)
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    "files",
    ["[]", "null", "[1]", '[{"name": 1, "size": 1, "sha256": 1}]', '[{"name": "\\ud800", "size": 1, "sha256": "a"}]'],
)
def test_what_isn_t_a_batch_is_not_checked(run: Run, tmp_path: Path, files: str) -> None:
    assert "[no-batch]" in run("batch", "verify", tmp_path).err
    whole = f'{{"schema": "ircc-prep/batch-manifest/1", "files": {files}}}'
    (tmp_path / "manifest.json").write_text(whole if files != "[]" else files, encoding="utf-8")
    assert "[bad-manifest]" in run("batch", "verify", tmp_path).err


def test_a_manifest_that_names_other_places_reads_nothing_there(run: Run, tmp_path: Path, out: Path) -> None:
    batch(run, folder_of(tmp_path / "cases", 1))
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    kept = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    said = {"size": 6, "sha256": sha256(b"secret").hexdigest()}
    kept["files"] += [{"name": name, **said} for name in ("../secret", str(secret), "\n", "\0")]
    (out / "manifest.json").write_text(json.dumps(kept), encoding="utf-8")
    ran = run("batch", "verify", out)
    assert ran.code == 1
    assert f"missing: ../secret\nmissing: {secret}\n" in ran.out


def test_a_dry_run_checks_every_client_and_writes_nothing(run: Run, tmp_path: Path, out: Path) -> None:
    source = folder_of(tmp_path / "cases", 2, wrong=1)
    ran = batch(run, source, "--dry-run")
    assert ran.code == 5
    assert "client-001" in ran.out
    assert not out.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX’s")
def test_everything_is_the_owners_alone(run: Run, tmp_path: Path, out: Path) -> None:
    batch(run, folder_of(tmp_path / "cases", 1, wrong=1))
    for path in (out, *out.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_neither_the_journal_nor_the_report_says_what_a_case_says(run: Run, tmp_path: Path, out: Path) -> None:
    batch(run, folder_of(tmp_path / "cases", 2, wrong=1))
    for name in (journal.FILE, "report.csv", "report.json", "manifest.json"):
        said = (out / name).read_text(encoding="utf-8-sig")
        assert not any(fact in said for fact in ("Silva", "Anaa", "1990", "2027-01")), name
    assert "client-00" not in (out / journal.FILE).read_text(encoding="utf-8")


def test_a_template_is_never_written_over_one_that_may_be_filled_in(run: Run, tmp_path: Path) -> None:
    ran = run("batch", "--template", "visitor", "-o", "all.xlsx")
    assert (ran.code, "Once it is filled in: ircc-prep batch all.xlsx --out DIR" in ran.err) == (0, True)
    assert (tmp_path / "all.xlsx").stat().st_size
    assert "[template-there]" in run("batch", "--template", "visitor", "-o", "all.xlsx").err
    assert run("batch", "--template", "visitor", "-o", "folder").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("cases",),
        ("cases", "other", "--out", "out"),
        ("nowhere", "--out", "out"),
        ("cases", "--out", "out", "--resume", "--retry-failed"),
        ("cases", "--out", "out", "--only", "nothing"),
        ("cases", "--out", "out", "--executor", "cloud"),
        ("cases", "--out", "out", "--jobs", "0"),
        ("cases", "--out", "cases/client-000.yaml"),
        ("--template", "visitr"),
        ("--template", "visitor", "-o", "a.doc"),
    ],
    ids=str,
)
def test_a_call_that_can_t_be_carried_out_exits_with_2_and_leaves_nothing(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    folder_of(tmp_path / "cases", 1)
    ran = run("batch", *arguments)
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert not list((tmp_path).glob("out/*"))


def test_an_invalid_checklist_stops_the_batch_with_4_and_it_can_go_on(run: Run, tmp_path: Path, out: Path) -> None:
    source = folder_of(tmp_path / "cases", 2)
    own = tmp_path / "own" / "visitor"
    own.mkdir(parents=True)
    (own / "program.yaml").write_text("program: visitor\n", encoding="utf-8")
    assert batch(run, source, "--checklists", tmp_path / "own").code == 4
    assert batch(run, source, "--resume").code == 0
    assert run("batch", "verify", out).code == 0


def test_it_speaks_french(run: Run, tmp_path: Path, out: Path) -> None:
    ran = batch(run, folder_of(tmp_path / "cases", 1, wrong=1), "--lang", "fr")
    assert "2 clients, 1 échec." in ran.err
    assert "2 sur 2 clients, 1 échec" in ran.err
    assert "Que faire" in (out / "report.csv").read_text(encoding="utf-8-sig")
    (next(out.glob("client*/packet.txt"))).unlink()
    assert "manquant" in run("batch", "verify", out, "--lang", "fr").out


def test_quiet_says_nothing_but_the_table(run: Run, tmp_path: Path) -> None:
    ran = batch(run, folder_of(tmp_path / "cases", 1), "--quiet")
    assert ran.err == ""
    assert "client-000" in ran.out


def test_for_screen_readers_every_client_is_a_sentence(run: Run, tmp_path: Path) -> None:
    ran = batch(run, folder_of(tmp_path / "cases", 1), "--accessible")
    assert ran.out.startswith("client-000: made, Ready: ")


def test_a_window_too_narrow_for_a_table_gets_sentences(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    ran = batch(run, folder_of(tmp_path / "cases", 1), "--dry-run")
    assert ran.out.startswith("client-000: made, Ready: ")


def test_a_locked_case_is_opened_by_the_process_that_reads_and_said_to_be_in_the_clear_now(
    run: Run, tmp_path: Path, out: Path
) -> None:
    source = folder_of(tmp_path / "cases", 2)
    secret = tmp_path / "passphrase"
    secret.write_text("four words that fit\n", encoding="utf-8")
    secret.chmod(0o600)
    assert run("lock", source / "client-000.yaml", "--passphrase-file", secret).code == 0
    without = batch(run, source)
    assert without.code == 5
    assert "[no-terminal]" in without.out
    ran = batch(run, source, "--resume", "--passphrase-file", secret)
    assert ran.code == 0
    assert "isn’t locked, unlike the cases" in ran.err


def test_the_firms_calendar_never_lacks_the_dates_of_a_client_without_a_word(
    run: Run, tmp_path: Path, out: Path
) -> None:
    source = folder_of(tmp_path / "cases", 2)
    secret = tmp_path / "passphrase"
    secret.write_text("four words that fit\n", encoding="utf-8")
    secret.chmod(0o600)
    assert run("lock", source / "client-000.yaml", "--passphrase-file", secret).code == 0
    opening = ("--passphrase-file", secret, "--with", "firm-calendar")
    assert batch(run, source, *opening).code == 0
    whole = tree(out)
    ran = batch(run, source, "--resume", "--with", "firm-calendar")
    assert (ran.code, "[no-terminal]" in ran.out) == (5, True)
    assert batch(run, source, "--resume", *opening).code == 0
    assert tree(out) == whole
    assert next(out.glob("client-000--*/packet.txt")).is_file()

"""The press: one warm child process that prints, whose crash is a message and which never outlives its parent."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Timer

import pytest

from ircc_prep.core.text import Text
from ircc_prep.errors import EngineError, InstallationError, RenderError
from ircc_prep.render.packet import packet_pdf
from ircc_prep.render.pdf import pdf
from ircc_prep.render.press import Press
from ircc_prep.render.view import build
from ircc_prep.render.words import Words
from tests.render.samples import QUESTIONS, evaluation

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
PERSONA = ROOT / "checklists" / "personas" / "express-entry.en.yaml"
SECRET = "Maricel"
PAGE = f'<html lang="en"><head><title>-</title></head><body><p>{SECRET}</p></body></html>'
EMOJI = PAGE.replace(SECRET, "\N{GIRL}")


@pytest.fixture
def press(templates: Path) -> Iterator[Press]:
    with Press(templates) as made:
        yield made


def child_of(press: Press) -> int:
    assert press._child is not None
    return press._child._process.pid


def folder_of(press: Press) -> Path:
    assert press._child is not None
    return Path(press._child._folder.name)


def gone(process: int, seconds: float = 10) -> bool:
    """Whether the process ends within this time; a zombie has ended."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state in "ZX":
            return True
        time.sleep(0.05)
    return False


def die_at_work(press: Press, kill: signal.Signals) -> None:
    """Lets the child stand still, and die of that signal once it has been given something to do."""
    child = child_of(press)
    os.kill(child, signal.SIGSTOP)

    def strike() -> None:
        os.kill(child, kill)
        os.kill(child, signal.SIGCONT)

    Timer(0.3, strike).start()


def test_one_child_prints_document_after_document_as_this_process_would(
    press: Press, wording: Mapping[str, Text], templates: Path
) -> None:
    child = child_of(press)
    for language in ("en", "fr"):
        views = [build(evaluation("gurmukhi"), Words(wording, language, QUESTIONS))]
        assert packet_pdf(views, templates, press=press) == packet_pdf(views, templates)
    assert child_of(press) == child


@pytest.mark.parametrize("kill", [signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL])
def test_a_crash_is_a_message_and_the_next_document_gets_a_new_child(
    kill: signal.Signals, press: Press, templates: Path
) -> None:
    child, folder = child_of(press), folder_of(press)
    die_at_work(press, kill)
    with pytest.raises(EngineError) as raised:
        press.pdf(PAGE)
    problem = raised.value.problems[0]
    assert problem.id == "engine-broke-down"
    assert kill.name in problem.what.en
    assert kill.name in problem.what.fr
    assert SECRET not in str(raised.value)
    assert gone(child)
    assert not folder.exists()
    assert press.pdf(PAGE) == pdf(PAGE, templates)


def test_a_child_that_died_of_idleness_is_replaced_without_a_word(press: Press) -> None:
    press.pdf(PAGE)
    os.kill(child_of(press), signal.SIGKILL)
    gone(child_of(press))
    assert press.pdf(PAGE).startswith(b"%PDF-")


def test_a_document_that_never_comes_to_an_end_is_given_up(templates: Path) -> None:
    with Press(templates, seconds=0.5) as press:
        child = child_of(press)
        os.kill(child, signal.SIGSTOP)
        with pytest.raises(EngineError) as raised:
            press.pdf(PAGE)
        assert raised.value.problems[0].id == "engine-too-slow"
        assert gone(child)


def test_memory_is_bounded(press: Press) -> None:
    resource = pytest.importorskip("resource")
    press.pdf(PAGE)
    child = child_of(press)
    pages = int(Path(f"/proc/{child}/statm").read_text(encoding="utf-8").split()[0])
    resource.prlimit(child, resource.RLIMIT_AS, (pages * resource.getpagesize() + (8 << 20), resource.RLIM_INFINITY))
    with pytest.raises(EngineError):
        press.pdf(PAGE.replace(SECRET, "</p><p>".join([SECRET] * 20_000)))
    assert gone(child)


def test_nothing_is_left_behind_when_it_is_closed(templates: Path) -> None:
    with Press(templates) as press:
        press.pdf(PAGE)
        child, folder = child_of(press), folder_of(press)
        command = Path(f"/proc/{child}/cmdline").read_bytes()
        kept = [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
    assert gone(child)
    assert not folder.exists()
    assert not any(SECRET.encode() in held for held in [command, *kept])


def test_the_errors_of_the_child_arrive_as_themselves(press: Press) -> None:
    with pytest.raises(RenderError) as refused:
        press.pdf(EMOJI)
    assert refused.value.problems[0].id == "font-missing"
    assert "emoji" in refused.value.problems[0].what.en
    with pytest.raises(SyntaxError) as bug:
        press.pdf("<html>")
    assert "press_child" in bug.value.__notes__[0]
    assert press.pdf(PAGE).startswith(b"%PDF-")


def test_missing_libraries_are_told_as_ever(templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0'\")\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    with Press(templates) as press, pytest.raises(InstallationError) as raised:
        press.pdf(PAGE)
    assert raised.value.problems[0].id == "libraries-missing"


def test_a_computer_without_fonts_of_its_own_gets_its_packet(tmp_path: Path) -> None:
    running = packet(tmp_path, FONTCONFIG_FILE=str(_no_fonts(tmp_path)))
    running.communicate(timeout=120)
    assert running.returncode == 0


def test_a_real_crash_is_told_by_a_script_that_guards_nothing(tmp_path: Path) -> None:
    """Without any font, not even a bundled one, Pango crashes. The script must not be run again by the child."""
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "coverage.json").write_text('{"None": {"files": {}, "ranges": [[32, 126]]}}')
    (tmp_path / "print.css").write_text("")
    script = tmp_path / "script.py"
    script.write_text(
        "import pathlib\n"
        "from ircc_prep.errors import EngineError\n"
        "from ircc_prep.render.press import Press\n"
        f"press = Press(pathlib.Path({str(tmp_path)!r}))\n"
        "try:\n"
        f"    press.pdf({PAGE!r})\n"
        "except EngineError as error:\n"
        "    print(error.problems[0].id)\n"
        "press.close()\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "FONTCONFIG_FILE": str(_no_fonts(tmp_path)), "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, check=False, env=environment, timeout=120
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout in {"engine-broke-down\n", ""}  # nothing: a Pango that does without


def _no_fonts(folder: Path) -> Path:
    file = folder / "fonts.conf"
    file.write_text('<?xml version="1.0"?><fontconfig></fontconfig>', encoding="utf-8")
    return file


def test_a_parent_that_is_killed_takes_its_child_with_it(templates: Path, tmp_path: Path) -> None:
    script = (
        "import pathlib, time; from ircc_prep.render.press import Press; "
        f"press = Press(pathlib.Path({str(templates)!r})); print(press._child._process.pid, flush=True); time.sleep(99)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)},
    ) as parent:  # fmt: skip
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()
    assert gone(child, 30)


def test_an_interruption_ends_the_child_too(tmp_path: Path) -> None:
    running = packet(tmp_path)
    child = _first_child(running)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to everybody in the foreground
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Traceback" not in said
    assert gone(child)
    assert list(tmp_path.glob("ircc-prep-*")) == []
    assert not (tmp_path / "packet.pdf").exists()


def packet(folder: Path, **environment: str) -> "subprocess.Popen[str]":
    """The command, started in a process group of its own."""
    command = [sys.executable, "-m", "ircc_prep", "packet", str(PERSONA), "-o", str(folder / "packet.pdf")]
    return subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True, cwd=ROOT,
        env={**os.environ, "TMPDIR": str(folder), **environment},
    )  # fmt: skip


def _first_child(running: "subprocess.Popen[str]") -> int:
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    found: Callable[[], list[str]] = lambda: children.read_text(encoding="utf-8").split()  # noqa: E731
    while not found():
        time.sleep(0.05)
    return int(found()[0])


def test_no_module_is_loaded_from_the_folder_that_somebody_is_in(
    templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pickle.py").write_text("open('ran', 'w').close()", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Press(templates) as press:
        assert press.pdf(PAGE).startswith(b"%PDF")
    assert not (tmp_path / "ran").exists()

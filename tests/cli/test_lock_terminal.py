"""Passphrases and removals in a real terminal, 80 columns by 24: what is typed is never seen."""

import io
import os
import sys
from pathlib import Path
from time import monotonic, sleep

import pexpect
import pytest

from ircc_prep.files import age_format
from ircc_prep.files.companions import backup_of, key_of
from tests.cli.conftest import ROOT
from tests.files.locked import PASSPHRASE, QUICK, QUICK_TEXT

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")]
CTRL_C, INTERRUPTED = "\x03", 130


class Terminal:
    """One run of the tool in a terminal."""

    def __init__(self, folder: Path, *arguments: str, language: str = "en") -> None:
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("IRCC", "ACCESSIBLE"))}
        environment |= {"TERM": "xterm", "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "PROMPT_TOOLKIT_NO_CPR": "1"}
        environment |= {"LC_ALL": "C.UTF-8", "IRCC_PREP_LANG": language}
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "ircc_prep", *arguments],
            cwd=str(folder),
            env=environment,
            encoding="utf-8",
            dimensions=(24, 80),
            timeout=120,
        )
        self.child.logfile_read = self._screen = io.StringIO()

    @property
    def shown(self) -> str:
        """Everything that was on the screen so far."""
        return self._screen.getvalue()

    def type(self, after: str, keys: str) -> None:
        """Waits for words on the screen, then types."""
        self.child.expect_exact(after)
        self.child.send(keys)

    def secretly(self, after: str, passphrase: str) -> None:
        """Waits for a question that hides what is typed, then types a line."""
        self.child.expect_exact(after)
        self.silence()
        self.child.sendline(passphrase)

    def silence(self) -> None:
        """Waits until what is typed is hidden."""
        give_up = monotonic() + 20
        while self.child.getecho():
            assert monotonic() < give_up
            sleep(0.01)

    def exit_code(self) -> int | None:
        """The exit code, once all has been shown."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        code: int | None = self.child.exitstatus
        return code


def test_a_case_is_locked_with_a_passphrase_typed_twice_and_opened_with_it(tmp_path: Path) -> None:
    case = tmp_path / "ana.yaml"
    case.write_text(QUICK_TEXT, encoding="utf-8")
    terminal = Terminal(tmp_path, "lock", "ana.yaml", language="fr")
    for first, second in (("quatre mots sans rapport", "quatre mots sans raport"), ("été", "été")):
        terminal.secretly("Nouvelle phrase de passe pour ana.yaml\u00a0: ", first)
        terminal.secretly("La même encore une fois\u00a0: ", second)
    terminal.child.expect_exact("Cette phrase de passe est courte")
    assert terminal.exit_code() == 0
    assert age_format.open_with_passphrase(case.read_bytes(), "été") == QUICK_TEXT.encode()
    assert "rapport\r" not in terminal.shown
    assert "été" not in terminal.shown


def test_a_wrong_passphrase_may_be_typed_again_and_the_third_ends_it(tmp_path: Path) -> None:
    (tmp_path / "ana.yaml").write_text(QUICK, encoding="utf-8")
    terminal = Terminal(tmp_path, "check", "ana.yaml")
    terminal.secretly("Passphrase for ana.yaml: ", "not this one")
    terminal.child.expect_exact("Try again.")
    terminal.secretly("Passphrase for ana.yaml: ", PASSPHRASE)
    terminal.child.expect_exact("Temporary resident permit")
    assert terminal.exit_code() == 1
    assert PASSPHRASE not in terminal.shown

    terminal = Terminal(tmp_path, "check", "ana.yaml")
    for wrong in ("", "not this one", "nor this"):
        terminal.secretly("Passphrase for ana.yaml: ", wrong)
    terminal.child.expect_exact("[wrong-passphrase]")
    assert terminal.exit_code() == 2


def test_one_passphrase_is_asked_for_once_for_all_the_cases_that_it_opens(tmp_path: Path) -> None:
    for name in ("ana.yaml", "bob.yaml"):
        (tmp_path / name).write_text(QUICK, encoding="utf-8")
    terminal = Terminal(tmp_path, "check", "ana.yaml", "bob.yaml", "--format", "jsonl")
    terminal.secretly("Passphrase for ana.yaml: ", PASSPHRASE)
    assert terminal.exit_code() == 1
    assert "Passphrase for bob.yaml" not in terminal.shown


@pytest.mark.parametrize("key", [CTRL_C, "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_leaving_at_the_passphrase_changes_nothing(tmp_path: Path, key: str) -> None:
    case = tmp_path / "ana.yaml"
    case.write_text(QUICK, encoding="utf-8")
    terminal = Terminal(tmp_path, "ask", "ana.yaml")
    terminal.child.expect_exact("Passphrase for ana.yaml: ")
    terminal.silence()
    terminal.child.send(key)
    assert terminal.exit_code() == INTERRUPTED
    assert [path.name for path in tmp_path.iterdir()] == ["ana.yaml"]


def test_the_questionnaire_saves_a_locked_case_locked_and_keeps_it_as_it_was(tmp_path: Path) -> None:
    case = tmp_path / "ana.yaml"
    case.write_text(QUICK, encoding="utf-8")
    terminal = Terminal(tmp_path, "ask", "ana.yaml")
    terminal.secretly("Passphrase for ana.yaml: ", PASSPHRASE)
    terminal.child.expect_exact("Is that everybody?")
    terminal.type(". ", "1\r")
    terminal.child.expect_exact("left that matter")
    terminal.type("I don’t know", "*")
    terminal.child.expect_exact("Noted")
    terminal.child.expect_exact("save and stop")  # the next question: the answer to the last is saved
    assert key_of(case).exists()
    assert not age_format.takes_passphrase(case.read_bytes())
    terminal.child.send(CTRL_C)
    assert terminal.exit_code() == INTERRUPTED
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ana.yaml", "ana.yaml.ircc-prep-backup"]
    assert backup_of(case).read_text(encoding="utf-8") == QUICK
    assert b"unsure:" in age_format.open_with_passphrase(case.read_bytes(), PASSPHRASE)


def test_forgetting_asks_for_the_case_and_then_for_its_packets(tmp_path: Path) -> None:
    (tmp_path / "ana.yaml").write_text(QUICK, encoding="utf-8")
    (tmp_path / "ana-packet.pdf").touch()
    terminal = Terminal(tmp_path, "forget", "ana.yaml", language="fr")
    terminal.child.expect_exact("Ceci sera supprimé")
    terminal.type(". ", "2\r")
    terminal.child.expect_exact("Rien n’a été supprimé")
    assert terminal.exit_code() == 0
    assert len(list(tmp_path.iterdir())) == 2

    terminal = Terminal(tmp_path, "forget", "ana.yaml")
    terminal.child.expect_exact("This will be removed:")
    terminal.type(". ", "1\r")
    terminal.child.expect_exact("What was made from it lies beside it:")
    terminal.type(". ", "1\r")
    assert terminal.exit_code() == 0
    assert list(tmp_path.iterdir()) == []


def test_the_menu_offers_a_locked_case_too(tmp_path: Path) -> None:
    (tmp_path / "ana.yaml").write_text(QUICK, encoding="utf-8")
    terminal = Terminal(tmp_path)
    terminal.child.expect_exact("See what is ready")
    terminal.type(". ", "2\r")
    terminal.secretly("Passphrase for ana.yaml: ", PASSPHRASE)
    terminal.child.expect_exact("Temporary resident permit")
    terminal.type("Enter shows the next one.", ".")  # what is long comes page by page
    assert terminal.exit_code() == 1

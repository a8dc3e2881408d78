"""`./dev` sets up what is missing and says what to do where it can't. Runs against stand-ins: nothing is installed."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDED = ("sh", "cat", "cksum", "cp", "dirname", "mkdir", "mv", "rm")

# Answers the questions that ./dev asks a Python, and writes down what it is told to do.
PYTHON = """#!/bin/sh
case "$*" in
    *version_info*3,\\ 11*) exit "${OLD:-0}" ;;
    "-c import ensurepip, venv") exit "${NO_VENV:-0}" ;;
    *harfbuzz_subset*) exit "${NO_LIBRARIES:-0}" ;;
    *"print("*) echo 3.11 ;;
    --version) echo Python 3.11.9 ;;
    "-m pip --version") ;;
    "-m venv --clear "*) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" ;;
    "-m pip install "*) echo "$@" >>"$CALLS"; exit "${NO_NETWORK:-0}" ;;
    *) echo "$@" >>"$CALLS" ;;
esac
"""


@dataclass
class Machine:
    """A checkout with a space in its path, and a PATH with only what we put there."""

    checkout: Path
    bin: Path
    elsewhere: Path

    def add(self, name: str, script: str) -> None:
        (self.bin / name).write_text(script, encoding="utf-8")
        (self.bin / name).chmod(0o755)

    def dev(self, *arguments: str, **situation: str) -> tuple[int, str, list[str]]:
        """Exit code, messages, and what Python was told to do in this run."""
        calls = self.elsewhere / "calls"
        calls.unlink(missing_ok=True)
        result = subprocess.run(
            [self.checkout / "dev", *arguments],
            cwd=self.elsewhere,
            env={"PATH": str(self.bin), "CALLS": str(calls), **situation},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        done = calls.read_text(encoding="utf-8").splitlines() if calls.exists() else []
        return result.returncode, result.stderr, done


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path / "the checkout", tmp_path / "bin", tmp_path / "elsewhere")
    for folder in (made.checkout, made.bin, made.elsewhere):
        folder.mkdir()
    for name in ("dev", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, made.checkout)
    for name in NEEDED:
        made.bin.joinpath(name).symlink_to(shutil.which(name) or f"/bin/{name}")
    made.add("python3", PYTHON)
    made.add("id", "#!/bin/sh\necho 1000\n")
    return made


def test_the_first_run_installs_the_lock_by_hash_and_the_second_only_runs_the_tool(machine: Machine) -> None:
    code, _, first = machine.dev("ircc-prep", "check", "my case.yaml")
    assert code == 0
    assert "--require-hashes" in first[0]
    assert "--editable" in first[1]
    assert machine.dev("ircc-prep", "check", "my case.yaml") == (0, "", ["-P -m ircc_prep check my case.yaml"])


def test_a_changed_lock_is_installed_by_the_next_run(machine: Machine) -> None:
    machine.dev("ircc-prep")
    with (machine.checkout / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("\n")
    _, _, calls = machine.dev("ircc-prep")
    assert "--require-hashes" in calls[0]


def test_an_install_that_failed_is_taken_up_again(machine: Machine) -> None:
    code, _, _ = machine.dev("ircc-prep", NO_NETWORK="1")
    assert code != 0
    code, _, calls = machine.dev("ircc-prep")
    assert code == 0
    assert "--require-hashes" in calls[0]


@pytest.mark.parametrize("situation", ["absent", "too old"])
def test_a_machine_without_a_new_enough_python_is_told_which_one_it_needs(machine: Machine, situation: str) -> None:
    if situation == "absent":
        (machine.bin / "python3").unlink()
    code, said, _ = machine.dev("demo", OLD="1")
    assert code == 1
    assert "needs Python 3.11 or later" in said


def test_a_python_without_venv_is_told_the_command_for_its_package_manager(machine: Machine) -> None:
    code, said, _ = machine.dev("demo", NO_VENV="1")
    assert code == 1
    assert "apt-get install python3.11-venv" in said
    assert "dnf install" in said
    assert "brew install" in said


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        (
            "apt-get",
            "sudo apt-get update && sudo apt-get install --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0",
        ),
        ("dnf", "sudo dnf install pango harfbuzz"),
        ("brew", "brew install pango"),
    ],
)
def test_missing_system_libraries_that_may_not_be_installed_stop_with_the_exact_command(
    machine: Machine, manager: str, command: str
) -> None:
    machine.add(manager, "#!/bin/sh\nexit 1\n")
    code, said, calls = machine.dev("demo", NO_LIBRARIES="1")
    assert code == 1
    assert said.rstrip().endswith(command)
    assert not [call for call in calls if "ircc_prep" in call]


def test_a_script_called_without_a_command_says_what_it_can_do_and_sets_nothing_up(machine: Machine) -> None:
    code, said, calls = machine.dev()
    assert (code, calls) == (2, [])
    assert said.startswith("usage: ./dev demo | test")


def test_continuous_integration_runs_the_developers_own_command(machine: Machine) -> None:
    shutil.copytree(ROOT / ".ci", machine.checkout / ".ci")
    (machine.checkout / "dev").write_text('#!/bin/sh\necho "$@" >&2\n', encoding="utf-8")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    result = subprocess.run([machine.checkout / ".ci" / "run"], capture_output=True, encoding="utf-8", check=True)
    assert result.stderr == "test\n"


def test_only_the_tests_get_readers_of_the_packet_and_a_machine_that_may_not_install_them_is_told_how(
    machine: Machine,
) -> None:
    machine.add("apt-get", "#!/bin/sh\nexit 1\n")
    assert "sudo apt-get install chromium" in machine.dev("test")[1]
    assert "hromium" not in machine.dev("demo")[1]
    machine.add("chromium", "#!/bin/sh\n")
    assert "sudo apt-get install poppler-utils mupdf-tools" in machine.dev("test")[1]
    machine.add("pdftotext", "#!/bin/sh\n")
    machine.add("mutool", "#!/bin/sh\n")
    assert "apt-get" not in machine.dev("test")[1]

"""Options from the environment and a file of settings: which goes before which, what a file may do, and who is told."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from ircc_prep.cli.app import COMMANDS, app
from ircc_prep.cli.settable import FROM_ENVIRONMENT, FROM_FILE, key_of, options_of
from tests.cli.conftest import ROOT, Run

MARIA = ROOT / "checklists" / "personas" / "express-entry.en.yaml"
NOT_READY, UNDECIDED = 1, 3
# What is given with the command alone. An option that is new belongs here, or on the lists of cli/settable.py.
WITH_THE_COMMAND = {
    "also", "assume", "choices", "dates", "dry_run", "executor", "exit_zero", "fail_on_change", "help", "on",
    "out", "output", "packets", "program", "recipient", "recipients_file", "resume", "retry_failed", "stream",
    "template", "to_follow", "version", "write_baseline", "yes",
}  # fmt: skip
Write = Callable[[str], Path]


@pytest.fixture
def settings(tmp_path: Path) -> Write:
    """Writes ircc-prep.toml in the working directory."""

    def write(text: str) -> Path:
        path = tmp_path / "ircc-prep.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def stands(run: Run) -> Callable[..., dict[str, Any]]:
    """What `ircc-prep config COMMAND` says of an option."""

    def stands(option: str, *command: str) -> dict[str, Any]:
        ran = run("config", *command, "--format", "json")
        assert ran.code == 0, ran.err
        return next(each for each in json.loads(ran.out)["options"] if each["option"] == option)

    return stands


def leaves(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    inner = getattr(command, "commands", None) or {"": None}
    for each, below in inner.items():
        yield from leaves(below, f"{name} {each}") if below is not None else [(name, command)]


@pytest.mark.parametrize("name", COMMANDS)
def test_of_every_option_it_is_decided_where_it_may_come_from(name: str) -> None:
    group: Any = get_command(app)
    for full_name, command in leaves(group.get_command(None, name), name):
        for option in options_of(command):
            listed = {option.name} & (FROM_FILE | FROM_ENVIRONMENT)
            assert bool(listed) != (option.name in WITH_THE_COMMAND), f"{full_name}: {option.name}"


def test_a_flag_goes_before_the_environment_which_goes_before_the_file(
    run: Run, settings: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("check", MARIA).code == NOT_READY
    settings('[check]\nfail-on = "never"\n')
    assert run("check", MARIA).code == UNDECIDED
    monkeypatch.setenv("IRCC_PREP_FAIL_ON", "missing")
    assert run("check", MARIA).code == NOT_READY
    assert run("check", MARIA, "--fail-on", "never").code == UNDECIDED


def test_a_value_is_shown_with_where_it_is_from(
    stands: Callable[..., dict[str, Any]], settings: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert stands("fail-on", "check")["from"] == "default"
    settings('lang = "fr"\n\n[check]\n  fail-on = "warning"\n')
    found = stands("fail-on", "check")
    assert (found["value"], found["from"], found["line"], found["column"]) == ("warning", "file", 4, 3)
    assert (stands("lang", "check")["value"], stands("lang", "check")["line"]) == ("fr", 1)
    monkeypatch.setenv("IRCC_PREP_FAIL_ON", "blocker")
    found = stands("fail-on", "check")
    assert (found["value"], found["from"], found["variable"]) == ("blocker", "environment", "IRCC_PREP_FAIL_ON")
    assert stands("on", "check")["settable_in"] == []


@pytest.mark.parametrize("command", [(), ("check",), ("packet",), ("pack", "lint"), ("doctor",)])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_list_fits_80_columns_and_has_every_option(
    run: Run, settings: Write, command: list[str], lang: str
) -> None:
    settings('[check]\nwaivers = "' + "long/" * 12 + 'waivers.yaml"\n')
    shown = run("config", *command, "--lang", lang)
    assert shown.code == 0
    assert all(len(line) <= 80 for line in shown.out.splitlines() if "long/" not in line)
    whole = json.loads(run("config", *command, "--format", "json").out)
    assert whole["schema"] == "ircc-prep/config/1"
    assert [each["option"] for each in whole["options"]] == [
        line.split()[0].removeprefix("--") for line in shown.out.splitlines() if line.startswith("--")
    ]


@pytest.mark.parametrize(
    ("variable", "value", "option", "means"),
    [
        ("IRCC_PREP_LANG", "fr_CA.UTF-8", "lang", "fr"),
        ("ACCESSIBLE", "1", "accessible", True),
        ("ACCESSIBLE", "0", "accessible", False),
        ("IRCC_PREP_ACCESSIBLE", "1", "accessible", True),
        ("NO_COLOR", "1", "no-color", True),
        ("IRCC_PREP_QUIET", "1", "quiet", True),
    ],
)
def test_the_older_variables_mean_what_they_meant_and_go_before_the_file(
    stands: Callable[..., dict[str, Any]],
    settings: Write,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    value: str,
    option: str,
    means: object,
) -> None:
    settings('lang = "en"\naccessible = true\n')
    monkeypatch.setenv(variable, value)
    found = stands(option, "check")
    assert (found["value"], found["from"], found["variable"]) == (means, "environment", variable)


def test_what_is_said_before_the_name_of_a_command_goes_before_file_and_environment(
    run: Run, settings: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings('lang = "fr"\n[packet]\nlang = "both"\n')
    packet = ("packet", MARIA, "-o", "p.txt", "--only", "rights")
    assert run(*packet).code == 0
    both = Path("p.txt").read_text(encoding="utf-8")
    run("--lang", "en", *packet)
    english = Path("p.txt").read_text(encoding="utf-8")
    monkeypatch.setenv("IRCC_PREP_LANG", "en")
    run(*packet)
    assert "Ne donnez jamais" in both
    assert "Ne donnez jamais" not in english
    assert Path("p.txt").read_text(encoding="utf-8") == english
    run("--lang", "fr", *packet)
    assert "Ne donnez jamais" in Path("p.txt").read_text(encoding="utf-8")


def test_lists_come_from_both_and_a_flag_takes_their_place(
    stands: Callable[..., dict[str, Any]], settings: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings('[packet]\nonly = ["rights", "after"]\n')
    assert stands("only", "packet")["value"] == ["rights", "after"]
    monkeypatch.setenv("IRCC_PREP_ONLY", "sources summary")
    assert stands("only", "packet")["value"] == ["sources", "summary"]


MISTAKES = """\
lng = "fr"
quiet = true
checklists = "../.."
packet = 3

[chek]
x = 1

[check]
fail_on = "never"
format = "json"
fail-on = "nver"
strict = "true"
stale-after = 0
exit-zero = true
waivers = "/etc/passwd"

[calendar]
nothing = 1

[pack.lnt]
x = 1
"""


def test_every_mistake_is_told_of_in_one_run_with_its_place(run: Run, settings: Write) -> None:
    settings(MISTAKES)
    told = run("check", MARIA)
    lines = [line for line in told.err.splitlines() if line.startswith("ircc-prep.toml:")]
    assert told.code == 2
    assert told.out == ""
    assert [(line.split(":")[1], line.rsplit("[")[-1].rstrip("]")) for line in lines] == [
        ("1", "unknown-key"),
        ("2", "not-from-file"),
        ("3", "outside-folder"),
        ("4", "wrong-type"),
        ("6", "unknown-key"),
        ("10", "unknown-key"),
        ("11", "wrong-type"),
        ("12", "not-allowed"),
        ("13", "wrong-type"),
        ("14", "out-of-range"),
        ("15", "not-from-file"),
        ("16", "outside-folder"),
        ("19", "unknown-key"),
    ]
    for hint in ("lang", "check", "fail-on", "never"):
        assert f"Did you mean “{hint}”?" in told.err
    assert "21" in {line.split(":")[1] for line in run("config").err.splitlines() if line.startswith("ircc-prep.toml:")}


def test_an_option_of_one_command_at_the_top_is_told_where_it_belongs(run: Run, settings: Write) -> None:
    settings('fail-on = "never"\n')
    told = run("check", MARIA)
    assert told.code == 2
    assert "ircc-prep.toml:1:1: fail-on isn’t an option of all commands. [unknown-key]\n" in told.err
    assert "[check]" in told.err


def test_a_mistake_in_the_environment_names_the_variable(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IRCC_PREP_FAIL_ON", "nver")
    monkeypatch.setenv("IRCC_PREP_ACCESSIBLE", "maybe")
    told = run("check", MARIA)
    assert told.code == 2
    assert "IRCC_PREP_FAIL_ON can’t be “nver”. [not-allowed]\n    Did you mean “never”?" in told.err
    assert "IRCC_PREP_ACCESSIBLE" in told.err


def test_help_and_version_need_no_settings(run: Run, settings: Write) -> None:
    settings("broken = [")
    assert run("check", "--help").code == 0
    assert run("--help").code == 0
    assert run("--version").code == 0
    assert run("programs").code == 2


def test_a_file_in_use_is_told_of_once_and_not_with_quiet(run: Run, settings: Write) -> None:
    settings('[check]\nfail-on = "warning"\n')
    assert run("check", MARIA).err.count("ircc-prep.toml") == 1
    assert run("check", MARIA, "--quiet").err == ""
    assert "ircc-prep.toml" not in run("check", MARIA, "--fail-on", "warning").err
    assert "ircc-prep.toml" not in run("doctor").err  # nothing of it is for this command


@pytest.mark.parametrize(
    "setting",
    [
        'fail-on = "never"',
        'fail-on = "blocker"',
        "stale-after = 9999",
        'checklists = "own"',
        'waivers = "w"',
        'baseline = "b"',
    ],
)
def test_no_file_makes_a_check_milder_without_being_told_of(run: Run, settings: Write, setting: str) -> None:
    own = settings(f"[check]\n{setting}\n").parent / "own"
    own.mkdir()
    for quiet in ((), ("--quiet",)):
        told = run("check", MARIA, *quiet).err
        assert "ircc-prep.toml changes what is checked or shown" in told
        assert setting.split(" = ", maxsplit=1)[0] in told


@pytest.mark.parametrize(
    "setting",
    ['output = "x"', 'on = "2020-01-01"', "yes = true", 'identity = ["k"]', 'passphrase-file = "p"', 'executor = "e"'],
)
def test_a_cloned_folder_cannot_write_nor_choose_the_day_or_the_keys(run: Run, settings: Write, setting: str) -> None:
    settings(f"[check]\n{setting}\n")
    told = run("check", MARIA)
    assert told.code == 2
    assert "ircc-prep.toml:2:1" in told.err


def test_a_path_starts_from_the_file_and_may_not_leave_its_folder_by_a_link(
    run: Run, stands: Callable[..., dict[str, Any]], settings: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "cases").mkdir()
    settings('[check]\nwaivers = "team/waivers.yaml"\n')
    monkeypatch.chdir(tmp_path / "cases")
    assert stands("waivers", "check")["value"] == "../team/waivers.yaml"
    (tmp_path / "team").symlink_to("/etc")
    assert "[outside-folder]" in run("config", "check").err


def test_a_variable_that_is_not_read_is_told_of(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IRCC_PREP_ON", "2020-01-01")
    assert "IRCC_PREP_ON is set and isn’t read" in run("config", "check").err


def test_a_misspelt_variable_is_told_of(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("IRCC_PREP_STRCIT", "IRCC_PREP_STRICT", "IRCC_PREP_LANG", "IRCC_PREP_LOG"):
        monkeypatch.setenv(name, "1")
    for command in ((), ("check",), ("doctor",)):
        told = run("config", *command).err
        assert told.count("IRCC_PREP_") == 2
        assert "IRCC_PREP_STRCIT is set and isn’t read. Did you mean “IRCC_PREP_STRICT”?" in told


def test_no_value_is_shown_from_a_variable_that_is_not_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IRCC_PREP_ON", "2020-01-01")
    monkeypatch.setenv("IRCC_PREP_EXIT_ZERO", "1")
    monkeypatch.setenv("IRCC_PREP_STRICT", "1")
    options = {each["option"]: each for each in json.loads(run("config", "check", "--format", "json").out)["options"]}
    shown = {name: (options[name]["value"], options[name]["from"]) for name in ("on", "exit-zero", "strict")}
    assert shown == {"on": (None, "default"), "exit-zero": (False, "default"), "strict": (True, "environment")}


def test_a_command_that_does_not_exist_has_no_options(run: Run) -> None:
    assert "Did you mean “check”?" in run("config", "chek").err
    assert "pack lint" in run("config", "pack").err
    assert run("config", "pack", "lint").code == 0


def test_keys_are_written_as_flags_are() -> None:
    group: Any = get_command(app)
    keys = {key_of(option) for option in options_of(group.get_command(None, "check"))}
    assert {"fail-on", "output", "quiet"} <= keys

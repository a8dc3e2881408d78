"""The exit codes of the contract, from real runs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

EMPTY = "schema: 1\nprogram: temporary-resident-permit\n"
LANDING_IN_CANADA = """\
schema: 1
program: pr-landing
stream: portal
people:
  - {id: ana, role: principal-applicant, date_of_birth: 1990-05-02}
"""


def test_a_case_with_things_to_get_exits_with_1(run: Run, case: Callable[[str], Path]) -> None:
    ran = run("check", case(EMPTY + "people:\n  - {id: ana, role: principal-applicant}\n"))
    assert ran.code == 1
    assert "TO GET" in ran.out


def test_exit_zero_turns_1_into_0(run: Run, case: Callable[[str], Path]) -> None:
    assert run("check", case(LANDING_IN_CANADA), "--exit-zero").code == 0


def test_a_case_that_nothing_blocks_but_answers_leave_open_exits_with_3(run: Run, case: Callable[[str], Path]) -> None:
    assert run("check", case(LANDING_IN_CANADA), "--fail-on", "never").code == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("schema: 1\nprogram: express-entri\n", "express-entry"),
        ("schema: 1\nprogram: express-entry\npeeple: []\n", "people"),
        ("schema: 1\nprogram: express-entry\nanswers: {funds.amont: 3}\n", "funds.amount"),
        ("schema: 1\nprogram: express-entry\nstream: fws\n", "fsw"),
        ("schema: 1\nprogram: [\n", ":"),
    ],
    ids=["program", "key", "answer", "stream", "syntax"],
)
def test_an_invalid_case_exits_with_2_and_says_what_was_meant(
    run: Run, case: Callable[[str], Path], text: str, words: str
) -> None:
    ran = run("check", case(text))
    assert ran.code == 2
    assert words in ran.err
    assert ran.out == ""
    assert "Traceback" not in ran.err


def test_every_mistake_is_listed_with_its_place(run: Run, case: Callable[[str], Path]) -> None:
    path = case("schema: 1\nprogram: express-entry\npeeple: []\nstreem: fsw\n")
    ran = run("check", path)
    assert f"{path}:3:1:" in ran.err
    assert f"{path}:4:1:" in ran.err
    assert "2 problems in all." in ran.err


def test_one_invalid_case_among_many_does_not_hide_the_others(
    run: Run, case: Callable[[str], Path], tmp_path: Path
) -> None:
    good = tmp_path / "good.yaml"
    good.write_text(EMPTY, encoding="utf-8")
    ran = run("check", case("schema: 2\n"), good)
    assert ran.code == 2
    assert "Temporary resident permit" in ran.out


def test_an_unknown_option_or_command_is_a_usage_error(run: Run) -> None:
    assert run("check", "--nonsense").code == 2
    assert run("nonsense").code == 2
    assert run("packet", "missing.yaml", "-o", "packet.docx").code == 2


def test_an_invalid_pack_exits_with_4(run: Run, tmp_path: Path, case: Callable[[str], Path]) -> None:
    own = tmp_path / "own" / "common"
    own.mkdir(parents=True)
    (own / "people.yaml").write_text("topic: people\ntitle: {en: People}\n", encoding="utf-8")
    ran = run("check", case(EMPTY), "--checklists", tmp_path / "own")
    assert ran.code == 4
    assert "people.yaml:2:8" in ran.err
    assert run("pack", "lint", tmp_path / "own").code == 4


def test_asking_without_a_terminal_is_refused_and_names_what_to_use_instead(run: Run) -> None:
    ran = run("ask", "new.yaml")
    assert ran.code == 2
    assert "ircc-prep" in ran.err
    assert not Path("new.yaml").exists()


def test_alone_and_without_a_terminal_the_help_is_shown(run: Run) -> None:
    ran = run()
    assert ran.code == 0
    assert "Usage: ircc-prep" in ran.out

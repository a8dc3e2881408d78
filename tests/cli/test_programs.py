"""`ircc-prep programs`: what is covered, and what takes no new applications."""

import json
from typing import get_args

from ircc_prep.core.case import Program
from tests.cli.conftest import Run


def test_every_program_of_the_contract_has_a_checklist(run: Run) -> None:
    found = json.loads(run("programs", "--format", "json").out)
    assert {each["program"] for each in found} == set(get_args(Program))
    assert all(each["sources"] and each["requirements"] for each in found)


def test_a_program_that_takes_no_new_applications_says_so_with_the_day(run: Run) -> None:
    said = run("programs").out
    assert "Paused since 2026-01-01: no new applications for now; those already made go on" in said
    assert "En pause depuis le 2026-01-01" in run("programs", "--lang", "fr").out

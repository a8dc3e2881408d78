"""The shipped checklists: every example is a test, and a copy elsewhere loads as well. `pack lint` does the rest."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from ircc_prep.core.examples import Ran, run_examples
from ircc_prep.core.problems import Problem
from ircc_prep.core.rulebook import compile_checklist
from ircc_prep.errors import ChecklistError
from ircc_prep.files.checklists import Pack

ROOT = Path(__file__).parents[2]
PACK = Pack()
PROGRAMS = PACK.programs()


@cache
def ran(program: str) -> tuple[Ran, ...]:
    """Every example of a program, run once."""
    return tuple(run_examples(PACK.load(program)))


def examples() -> Iterator[ParameterSet]:
    """One test for each example: where it stands in the program's files, and its name."""
    for program in PROGRAMS:
        checklist, _ = PACK.read(program)
        if checklist is None:
            continue  # told by the tests below
        files = [(checklist.file, checklist.program.examples)]
        files += [(file, topic.examples) for file, topic in checklist.topics.items()]
        number = 0
        for file, placed in files:
            topic = file.removesuffix(".yaml").split("/")[1]
            for example in placed:
                if example.given.get("program", program) == program:
                    yield pytest.param(program, number, id=f"{program}/{topic}: {example.name}")
                number += 1


@pytest.mark.parametrize(("program", "number"), tuple(examples()))
def test_an_example_holds(program: str, number: int) -> None:
    wrong = [words(PACK.placed(problem)) for problem in ran(program)[number].problems]
    if wrong:
        pytest.fail("; ".join(wrong), pytrace=False)


def words(problem: Problem) -> str:
    return f"{problem.place}: {problem.what.en}"


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_loads_from_a_copy_of_the_checklists(program: str, tmp_path: Path) -> None:
    copy = tmp_path / "own"
    shutil.copytree(ROOT / "checklists", copy)
    pack = Pack(own=copy)
    assert pack.programs() == PROGRAMS
    book, shipped = pack.load(program), PACK.load(program)
    assert (book.checklist, book.answer_types) == (shipped.checklist, shipped.answer_types)


def test_a_file_of_ones_own_stands_in_for_the_shipped_one(tmp_path: Path) -> None:
    program = PROGRAMS[0]
    own = tmp_path / program / "program.yaml"
    own.parent.mkdir()
    text = (ROOT / "checklists" / program / "program.yaml").read_text(encoding="utf-8")
    own.write_text(text.replace("likelihood: rare", "likelihood: likely"), encoding="utf-8")
    with pytest.raises(ChecklistError) as raised:
        Pack(own=tmp_path).load(program)
    assert {problem.place.file for problem in raised.value.problems if problem.place} == {str(own)}


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_condition_of_a_program_compiles(program: str) -> None:
    checklist, problems = PACK.read(program)
    assert checklist is not None
    assert problems == []
    assert compile_checklist(checklist)[1] == []

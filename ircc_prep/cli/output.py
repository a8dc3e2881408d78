"""Where results go: standard output, or a file that is opened only once there is something to write."""

import sys
from pathlib import Path

from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Language
from ircc_prep.files import owner_file


def put(text: str, to: Path | None) -> None:
    """Writes a result to a file that its owner alone can read, or to standard output."""
    if to is None or str(to) == "-":
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
    else:
        owner_file.write(to, text.encode())


def problem_lines(problem: Problem, language: Language) -> str:
    """One problem as two lines: where and what; what to do."""
    where = f"{problem.place}: " if problem.place else ""
    return f"{where}{problem.what.of(language)} [{problem.id}]\n    {problem.hint.of(language)}"

"""Where results go: standard output, or a file that is opened only once there is something to write."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Language, Text
from ircc_prep.core.wording import unsteering
from ircc_prep.errors import UsageError
from ircc_prep.files import owner_file


def put(text: str, to: Path | None = None) -> None:
    """Writes a result to a file that its owner alone can read, or to standard output.

    A reader that goes away (`| head`) has had enough: that is no fault, and changes no exit code.
    """
    if to is not None and str(to) != "-":
        owner_file.write(to, text.encode(errors="replace"))  # a file's name may be no UTF-8
        return
    try:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        sys.stdout.flush()
    except OSError as fault:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left in the buffer goes nowhere
        if not isinstance(fault, BrokenPipeError):
            raise _no_room() from None


@contextmanager
def unread() -> Iterator[None]:
    """Lets work go on whose messages have no reader any more: a pipe or a terminal that is gone says nothing of it."""
    try:
        yield
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())  # what is said from here goes nowhere


def never_replacing(cases: Iterable[Path], output: Path | None) -> None:
    """Raises UsageError where the output would take the place of a case that it is made from."""
    for case in cases:
        if output is not None and output.exists() and case.exists() and output.samefile(case):
            raise UsageError.saying(
                Text(f"{output} is the case itself.", f"{output} est le dossier lui-même."),
                Text("Give -o the name of another file.", "Donnez à -o le nom d’un autre fichier."),
                id="would-replace-the-case",
            )


def _no_room() -> Exception:
    return UsageError.saying(
        Text("The result can’t be written.", "Impossible d’écrire le résultat."),
        Text(
            "The disk may be full: free some space, or write to another disk.",
            "Le disque est peut-être plein\u00a0: libérez de l’espace, ou écrivez sur un autre disque.",
        ),
        id="disk-full",
    )


def problem_lines(problem: Problem, language: Language) -> str:
    """One problem as two lines: where and what; what to do."""
    where = f"{problem.place}: " if problem.place else ""
    return unsteering(f"{where}{problem.what.of(language)} [{problem.id}]\n    {problem.hint.of(language)}")

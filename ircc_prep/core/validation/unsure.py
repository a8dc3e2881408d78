"""The `unsure` list of a case: what was asked and the person doesn't know. What is answered can't stand there.

A date of which only the year or month is given isn't answered yet: `unsure` then says that the person knows no more.
"""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ircc_prep.core.case import Case
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.problems import Problem, did_you_mean
from ircc_prep.core.text import Text
from ircc_prep.core.validation.model_keys import alternatives, below, field_name, is_model, keys_of

_FIELDS = frozenset({"people", "interview", "submitted", "planned_submission", "stream", "documents"})
_PART = re.compile(r"([A-Za-z0-9_-]+)((?:\[\d{1,6}\])*)")


class _NothingThereError(Exception):
    """The path leads nowhere; `hint` says what may have been meant."""

    def __init__(self, hint: Text | None = None) -> None:
        super().__init__()
        self.hint = hint


def names_a_field(entry: str) -> bool:
    """Whether an entry is a path of the case's own keys, and not an answer's id."""
    first, _, rest = entry.partition(".")
    group = alternatives(below(Case, first))[0]
    if rest and is_model(group):
        # Answers may share a group's name: `interview.invited` is one, `interview.date` isn't.
        return rest.split("[")[0] in keys_of(group)
    return first.split("[")[0] in _FIELDS


def unsure_problems(case: Case) -> Iterator[Problem]:
    """Entries that lead nowhere, and entries for what is answered. Answer ids are known to the checklists alone."""
    for index, entry in enumerate(case.unsure):
        try:
            value = _at(case, entry) if names_a_field(entry) else case.answers.get(entry)
        except _NothingThereError as nothing:
            yield _leads_nowhere(index, nothing.hint)
            continue
        if value is not None and not known_in_part(value):
            yield answered(index)


def known_in_part(value: object) -> bool:
    """Whether only the year or month of a date is given, or may be: the answer 2018 may be a year."""
    if isinstance(value, str | int) and not isinstance(value, bool):
        try:
            value = PartialDate.parse(str(value))
        except ValueError:
            return False
    return isinstance(value, PartialDate) and not value.exact


def answered(index: int) -> Problem:
    """The problem of an entry for what is answered."""
    what = Text(
        "This entry of “unsure” is answered in the file.",
        "Le dossier contient une réponse à cet élément de «\u00a0unsure\u00a0».",
    )
    hint = Text("Remove the entry, or the answer.", "Enlevez l’élément, ou la réponse.")
    return Problem("unsure-answered", ("unsure", index), what, hint)


def _leads_nowhere(index: int, hint: Text | None) -> Problem:
    what = Text(
        "This entry of “unsure” leads to nothing in the file.",
        "Cet élément de «\u00a0unsure\u00a0» ne mène à rien dans le dossier.",
    )
    usual = Text(
        "Write it as people.ID.stays[0].from, with the person’s id; the first entry of a list is 0.",
        "Écrivez-le ainsi\u00a0: people.ID.stays[0].from, avec l’identifiant de la personne; "
        "le premier élément d’une liste est 0.",
    )
    return Problem("unknown-unsure", ("unsure", index), what, hint or usual)


def _at(case: Case, entry: str) -> Any:
    """What the case says at the path; None where it could say something and doesn't."""
    steps = _steps(entry)
    here: Any = case
    expected: Any = Case
    if steps[0] == "people" and len(steps) > 1:
        person = case.person(steps[1]) if isinstance(steps[1], str) else None
        if person is None or len(steps) == len(("people", "id")):
            raise _NothingThereError
        here, expected, steps = person, type(person), steps[2:]
    for step in steps:
        here, expected = _one_step(here, expected, step)
    return here


def _one_step(here: Any, expected: Any, step: str | int) -> tuple[Any, Any]:
    if isinstance(step, int):
        if not isinstance(here, tuple) or step >= len(here):
            raise _NothingThereError
        return here[step], alternatives(below(expected, step))[0]
    if not is_model(expected):
        raise _NothingThereError
    name = field_name(expected, step)
    if name is None:
        raise _NothingThereError(did_you_mean(step, keys_of(expected)))
    value = getattr(here, name) if isinstance(here, BaseModel) else None
    return value, alternatives(below(expected, step))[0]


def _steps(entry: str) -> list[str | int]:
    steps: list[str | int] = []
    for part in entry.split("."):
        match = _PART.fullmatch(part)
        if not match:
            raise _NothingThereError
        steps.append(match[1])
        steps.extend(int(number) for number in re.findall(r"\d+", match[2]))
    return steps

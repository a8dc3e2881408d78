"""Sides of conditions that no example shows: for each a case that would show it, or that there is none."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from ircc_prep.core.problems import Path, Problem
from ircc_prep.core.proofs.search import Aim, Shown, Witness, shown
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text


@dataclass(frozen=True, slots=True)
class Gap(Problem):
    """A condition that no example shows being true (`side`), or being false, and what to look for."""

    book: Rulebook = field(compare=False, repr=False, kw_only=True)
    aim: Aim = field(compare=False, repr=False, kw_only=True)
    side: bool = field(kw_only=True)


def gap(book: Rulebook, path: Path, aim: Aim, *, side: bool) -> Gap:
    """A side of a condition that no example shows."""
    return Gap("example-missing", path, _NO_EXAMPLE[side], _ADD, book=book, aim=aim, side=side)


def example_missing(path: Path, what: Text) -> Problem:
    """Something else that no example shows."""
    return Problem("example-missing", path, what, _ADD)


def explained(gaps: Sequence[Gap]) -> Problem:
    """The gap with what a search came to; the same gap in each program that shares the file, where several do."""
    first = gaps[0]
    found: list[Shown] = []
    for each in gaps:
        found.append(shown(each.book, each.aim))
        if isinstance(found[-1], Witness):
            return _missing(first, _shown_by(found[-1]))
    if all(each == "never" for each in found):
        return Problem("never-fires" if first.side else "always-fires", first.path, _NEVER[first.side], _CORRECT)
    return _missing(first, Text("", "") if "given-up" in found else _NONE_TRIED[first.side])


def as_example(found: Witness) -> str:
    """A case on one line, as YAML reads it too: the beginning of an example."""
    given = {key: value for key, value in found.given.items() if key not in ("schema", "program")}
    return f"on: {found.day}, given: {json.dumps(given, ensure_ascii=False)}"


def _missing(first: Gap, more: Text) -> Problem:
    hint = Text(f"{_ADD.en} {more.en}".rstrip(), f"{_ADD.fr} {more.fr}".rstrip())
    return Problem(first.id, first.path, first.what, hint)


def _shown_by(found: Witness) -> Text:
    case = as_example(found)
    return Text(f"This case shows it: {case}", f"Ce cas le montre : {case}")


_ADD = Text(
    "Add an example, or expect it in one that is there.",
    "Ajoutez un exemple, ou complétez les attentes d’un exemple existant.",
)
_CORRECT = Text(
    "Correct the condition, or remove what can’t happen.",
    "Corrigez la condition, ou enlevez ce qui ne peut pas arriver.",
)
_NO_EXAMPLE = {
    True: Text("No example shows this being true.", "Aucun exemple ne montre que c’est vrai."),
    False: Text("No example shows this being false.", "Aucun exemple ne montre que c’est faux."),
}
_NEVER = {
    True: Text("No case makes this true.", "Aucun cas ne rend cette condition vraie."),
    False: Text("No case makes this false.", "Aucun cas ne rend cette condition fausse."),
}
_NONE_TRIED = {
    True: Text(
        "None of the cases tried makes it true: see whether it contradicts itself.",
        "Aucun des cas essayés ne la rend vraie : voyez si elle se contredit.",
    ),
    False: Text(
        "None of the cases tried makes it false: see whether it is always true.",
        "Aucun des cas essayés ne la rend fausse : voyez si elle est toujours vraie.",
    ),
}

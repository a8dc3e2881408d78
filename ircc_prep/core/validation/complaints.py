"""Turns what pydantic complains about into problems that a person can act on, in both languages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel, ValidationError

from ircc_prep.core.problems import Path, Problem
from ircc_prep.core.text import Text
from ircc_prep.core.validation.kinds import KIND_BY_ERROR, wrong_type
from ircc_prep.core.validation.messages import message
from ircc_prep.core.validation.model_keys import alternative, alternatives, below, is_model, key_type, keys_of, words_of


@dataclass(frozen=True)
class _Complaint:
    """One of pydantic's errors, in the file's own terms."""

    error: Mapping[str, Any]
    path: Path
    expected: Any  # the type at the path; for an unknown key, the model that doesn't know it
    at_key: bool  # it is about the key, not about what stands under it
    tried: tuple[tuple[Path, str], ...]  # the alternatives that pydantic tried on the way: where, and which

    @property
    def id(self) -> str:
        return str(self.error["type"])

    @property
    def of_kind(self) -> bool:
        """Whether something of another kind was expected: a list, a number, text."""
        return self.id in KIND_BY_ERROR


def problems_of(error: ValidationError, model: type[BaseModel]) -> list[Problem]:
    """Every mistake that the error holds, with the file's own keys in the paths.

    Alternatives that pydantic tried (`int | float`) are told as one problem, or as that of the alternative that came
    nearest. What only follows from another mistake is left out: a list isn't too short because its entries were wrong.
    A validator's own error is told in its words when its context holds the texts `what` and `hint`.
    """
    complaints = _settled(_complaint(each, model) for each in error.errors(include_url=False))
    groups = _by_place(complaints)
    return [_problem(alike) for alike in groups if not _only_follows(alike[0], complaints)]


def _complaint(error: Mapping[str, Any], model: type[BaseModel]) -> _Complaint:
    path: list[str | int] = []
    tried: list[tuple[Path, str]] = []
    here: Any = model
    above: Any = None
    at_key = False
    for part in error["loc"]:
        options = alternatives(here)
        if part == "[key]":
            at_key, here = True, key_type(above)
        elif len(options) > 1:
            tried.append((tuple(path), str(part)))
            here = alternative(here, str(part))
        elif not at_key:
            above, here = here, below(options[0], part) or options[0]
            path.append(part)
    return _Complaint(error, tuple(path), here, at_key, tuple(tried))


def _settled(complaints: Iterable[_Complaint]) -> list[_Complaint]:
    """Of the alternatives tried at one place, only the one that came nearest; all of them where none came near."""
    kept: list[_Complaint] = []
    by_place: dict[Path, dict[str, list[_Complaint]]] = {}
    for complaint in complaints:
        if complaint.tried:
            (place, label), *inner = complaint.tried
            by_place.setdefault(place, {}).setdefault(label, []).append(replace(complaint, tried=tuple(inner)))
        else:
            kept.append(complaint)
    for place, by_label in by_place.items():
        tried = [_settled(each) for each in by_label.values()]
        near = [each for each in tried if not all(c.of_kind and c.path == place for c in each)]
        nearest = min(near, key=_distance, default=None)
        kept.extend(nearest or [complaint for each in tried for complaint in each])
    return kept


def _distance(complaints: Sequence[_Complaint]) -> tuple[int, bool]:
    # Of two that are equally near, a choice says least about what was meant: `dated: undated` or a day.
    return len(complaints), any(complaint.id == "literal_error" for complaint in complaints)


def _by_place(complaints: list[_Complaint]) -> list[list[_Complaint]]:
    """Wrong kinds at one place together, since they are one problem with several ways out; the rest by themselves."""
    groups: list[list[_Complaint]] = []
    of_kind: dict[Path, list[_Complaint]] = {}
    for complaint in complaints:
        if complaint.of_kind and complaint.path in of_kind:
            of_kind[complaint.path].append(complaint)
            continue
        groups.append([complaint])
        if complaint.of_kind:
            of_kind[complaint.path] = groups[-1]
    return groups


def _only_follows(complaint: _Complaint, complaints: list[_Complaint]) -> bool:
    length = len(complaint.path)
    return complaint.id == "too_short" and any(
        len(other.path) > length and other.path[:length] == complaint.path for other in complaints
    )


def _problem(alike: list[_Complaint]) -> Problem:
    first = alike[0]
    context = first.error.get("ctx") or {}
    what, hint = context.get("what"), context.get("hint")
    if isinstance(what, Text) and isinstance(hint, Text):
        return Problem(first.id.replace("_", "-"), first.path, what, hint)
    if first.of_kind:
        kinds = [KIND_BY_ERROR[each.id] for each in alike]
        id, what, hint = wrong_type(first.path, kinds, at_key=first.at_key)
    else:
        expected = alternatives(first.expected)[0]
        at_unknown_key = first.id in {"extra_forbidden", "invalid_key"} and is_model(expected)
        known = keys_of(expected) if at_unknown_key else words_of(first.expected)
        id, what, hint = message(first.error, first.path, known)
    return Problem(id, first.path, what, hint)

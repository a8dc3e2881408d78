"""`--if fact=value`: an answer that is assumed, read as the type of its fact. The case file is never changed."""

import re
from typing import Any

from ircc_prep.core.case import Case
from ircc_prep.core.countries import COUNTRY_CODES
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.discretion import kept_back
from ircc_prep.core.edit import Data, with_fact
from ircc_prep.core.nouns import NOUN_FIELDS, field_path
from ircc_prep.core.problems import Problem, did_you_mean, one_of
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text
from ircc_prep.core.values import COUNTRY, Type
from ircc_prep.core.why.alternatives import type_of
from ircc_prep.core.why.answers import at

_YES, _NO = ("true", "yes", "oui"), ("false", "no", "non")
_ENTRY = re.compile(r"(.+\[\d+\])\.\w+")
_ALONE = ("stream", "submitted", "planned_submission")
_HOW = Text(
    "Write --if answer.id=value or --if 'people.ID.stays[0].to=2025-08-13'; nothing after = means not answered.",
    "Écrivez --if identifiant.de.reponse=valeur ou --if 'people.ID.stays[0].to=2025-08-13'; rien après = veut dire "
    "sans réponse.",
)


class AssumptionError(Exception):
    """An assumption that can't be made, with what is wrong and what to write."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.what.en)
        self.problem = problem


def assumed(book: Rulebook, case: Case, data: Data, written: str, *, naming_people: bool = True) -> tuple[str, Data]:
    """The fact's path, and the data with it answered so; raises AssumptionError, which may suggest a person's facts."""
    path, sign, word = written.partition("=")
    path = path.strip().removeprefix("answers.")
    if not sign or not path:
        raise _error(Text("--if needs a fact and a value.", "--if a besoin d’un fait et d’une valeur."), _HOW)
    known = assumable(book, case)
    type = type_of(book, path) if path in known or _end_of_entry(case, path) else None
    if type is None:
        what = Text("--if names a fact that this case doesn’t have.", "--if nomme un fait que ce dossier n’a pas.")
        near = [each for each in known if naming_people or not each.startswith("people.")]
        raise _error(what, did_you_mean(path, near) or _HOW, "unknown-fact")
    return path, with_fact(data, path, _value(type, word.strip(), path))


def assumable(book: Rulebook, case: Case) -> tuple[str, ...]:
    """The facts that may be assumed: all that this case may say, but for what no output shows."""
    untold = {each.question.fact for each in book.questions if kept_back(each.question)}
    found = [*_ALONE, *(f"interview.{field}" for field in NOUN_FIELDS["interview"]), *book.answer_types]
    for person in case.people or ():
        for field, type in NOUN_FIELDS["person"].items():
            path = f"people.{person.id}.{field_path(field)}"
            if field not in ("id", "role"):
                found.append(path)
            if type.of and type.of.kind == "noun":
                count = len(getattr(person, field) or ())
                fields = [field_path(each) for each in NOUN_FIELDS[type.of.noun]]
                found += [f"{path}[{place}].{each}" for place in range(count) for each in fields]
    return tuple(path for path in found if path not in untold)


def _end_of_entry(case: Case, path: str) -> bool:
    match = _ENTRY.fullmatch(path)
    return match is not None and path.startswith("documents[") and at(case, match[1]) is not None


def _value(type: Type, word: str, path: str) -> Any:
    if not word:
        return None
    if type.kind == "bool":
        return _truth(word)
    if type.kind == "number":
        return _number(word)
    if type.kind == "date":
        return word if word == "present" and path.endswith(".to") else _day(word)
    if type.kind == "list":
        return _words(type, word)
    _one_of(type, word)
    return word


def _truth(word: str) -> bool:
    if word.lower() not in (*_YES, *_NO):
        raise _error(_UNFIT, Text("Write yes or no.", "Écrivez oui ou non."))
    return word.lower() in _YES


def _number(word: str) -> float:
    try:
        number = float(word)
        return int(number) if number.is_integer() else number
    except (ValueError, OverflowError):
        hint = Text("Write a number, such as 15000 or 37.5.", "Écrivez un nombre, comme 15000 ou 37.5.")
        raise _error(_UNFIT, hint) from None


def _day(word: str) -> str:
    try:
        PartialDate.parse(word)
    except ValueError:
        hint = Text("Write a date as 2025-08-13, 2025-08 or 2025.", "Écrivez-la ainsi : 2025-08-13, 2025-08 ou 2025.")
        raise _error(_UNFIT, hint) from None
    return word


def _words(type: Type, word: str) -> list[str]:
    """`[]` for a list with nothing on it; words with commas where the list holds words."""
    inner = word.removeprefix("[").removesuffix("]").strip()
    if not inner:
        return []
    if type.of is None or type.of.kind == "noun":
        hint = Text(
            "Of a list of entries only [] can be assumed, or a field of one of its entries.",
            "D’une liste d’éléments, on ne peut supposer que [], ou un champ d’un de ses éléments.",
        )
        raise _error(_UNFIT, hint)
    words = [each.strip() for each in inner.split(",")]
    for each in words:
        _one_of(type.of, each)
    return words


def _one_of(type: Type, word: str) -> None:
    options = sorted(COUNTRY_CODES) if type == COUNTRY else list(type.options)
    if options and word not in options:
        few = Text("Use a code of two letters, such as CA.", "Utilisez un code de deux lettres, comme CA.")
        raise _error(_UNFIT, did_you_mean(word, options) or (few if type == COUNTRY else one_of(options)))


_UNFIT = Text("This isn’t a value that the fact can have.", "Ce fait ne peut pas avoir cette valeur.")


def _error(what: Text, hint: Text, id: str = "assumption") -> AssumptionError:
    return AssumptionError(Problem(id, (), what, hint))

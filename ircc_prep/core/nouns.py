"""The types of the case file's fields, read off the model so that they are written once."""

import types
import typing
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from ircc_prep.core import case
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.fields import country_code
from ircc_prep.core.values import BOOL, COUNTRY, DATE, NUMBER, WORD, Type, choice, list_of, noun

NOUN_MODELS: dict[str, type[BaseModel]] = {
    "case": case.Case,
    "interview": case.Interview,
    "person": case.Person,
    "stay": case.Stay,
    "activity": case.Activity,
    "trip": case.Trip,
    "passport": case.Passport,
    "refusal": case.Refusal,
    "language_test": case.LanguageTest,
    "education": case.Education,
    "status": case.StatusInCanada,
    "charge": case.Charge,
    "service": case.Service,
    "name": case.OtherName,
    "document": case.Document,
}
_NAMES = {model: name for name, model in NOUN_MODELS.items()}
_FILE_NAMES = {"start": "from", "end": "to"}
_PYTHON_NAMES = {file: python for python, file in _FILE_NAMES.items()}


def field_path(field: str) -> str:
    """The case file's own name of a field: `from` for `start`."""
    return _FILE_NAMES.get(field, field)


def field_name(path: str) -> str:
    """The name that conditions use for a field of the case file: `start` for `from`."""
    return _PYTHON_NAMES.get(path, path)


def _type_of(annotation: Any) -> Type | None:
    """The condition language's type for a model's annotation; None for what conditions can't read."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is typing.Annotated:
        if any(getattr(extra, "func", None) is country_code for extra in arguments[1:]):
            return COUNTRY
        return _type_of(arguments[0])
    if origin in (Union, types.UnionType):
        inner = [argument for argument in arguments if argument is not type(None)]
        return NUMBER if set(inner) > {float} else _type_of(inner[0])
    if origin is Literal:
        return choice(*arguments) if all(isinstance(argument, str) for argument in arguments) else None
    if origin is tuple:
        member = _type_of(arguments[0])
        return list_of(member) if member else None
    if annotation in _NAMES:
        return noun(_NAMES[annotation])
    return {bool: BOOL, int: NUMBER, float: NUMBER, str: WORD, PartialDate: DATE}.get(annotation)


def _fields_of(model: type[BaseModel]) -> dict[str, Type]:
    hints = typing.get_type_hints(model, include_extras=True)
    typed = {name: _type_of(hint) for name, hint in hints.items() if name in model.model_fields}
    return {name: type for name, type in typed.items() if type is not None}


NOUN_FIELDS: dict[str, dict[str, Type]] = {name: _fields_of(model) for name, model in NOUN_MODELS.items()}
# A test's validity runs from the day it was taken, which conditions call `issued` as for any paper in hand.
FIELD_ALIASES = {("language_test", "issued"): "taken"}
for (_noun, _alias), _field in FIELD_ALIASES.items():
    NOUN_FIELDS[_noun][_alias] = NOUN_FIELDS[_noun][_field]

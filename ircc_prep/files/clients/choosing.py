"""What may be chosen for a client's outputs, checked: the same keys in every form of a source."""

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, StrictBool, ValidationError

from ircc_prep.core.fields import Name
from ircc_prep.core.problems import Path as KeyPath
from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.core.validation.complaints import problems_of
from ircc_prep.core.validation.saying import nearest
from ircc_prep.core.validation.values import not_allowed
from ircc_prep.files.clients.client import Choices, Known, OutputLanguage, Paper


class Chosen(BaseModel):
    """The choices as a file writes them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lang: OutputLanguage | None = Field(None, description="one language, or both side by side")
    brand: Name | None = Field(None, description="a brand file in the source's folder")
    only: tuple[Name, ...] | None = Field(None, description="the sections of the packet that are wanted")
    without: tuple[Name, ...] | None = Field(None, description="the sections that aren't")
    paper: Paper | None = None
    large_print: StrictBool | None = None
    fillable: StrictBool | None = None
    outputs: tuple[Name, ...] | None = Field(None, description="what is made for the client")


CHOICES = tuple(Chosen.model_fields)


def choices_of(data: Any, folder: Path, known: Known) -> tuple[Choices, list[Problem]]:
    """The choices that the data hold, and what is wrong with them; the paths begin at the data."""
    try:
        chosen = Chosen.model_validate({} if data is None else data)
    except ValidationError as error:
        return Choices(), problems_of(error, Chosen)
    problems = [*_unknown_words("only", chosen.only, known.sections)]
    problems += _unknown_words("without", chosen.without, known.sections)
    problems += _unknown_words("outputs", chosen.outputs, known.outputs)
    brand, outside = _brand(chosen.brand, folder)
    problems += outside
    said: Mapping[str, Any] = {each.name: getattr(chosen, each.name) for each in fields(Choices)}
    return replace(Choices(**{**said, "brand": None}), brand=brand), problems


def _unknown_words(key: str, words: tuple[str, ...] | None, known: tuple[str, ...]) -> list[Problem]:
    found = []
    for index, word in enumerate(words or ()):
        if word not in known:
            path: KeyPath = (key, index)
            id, what, _ = not_allowed(path, word, known)
            found.append(Problem(id, path, what, nearest(word, known)))
    return found


def _brand(name: str | None, folder: Path) -> tuple[Path | None, list[Problem]]:
    """The brand's file. What comes from others must not make us read whatever lies on this computer."""
    if name is None:
        return None, []
    path = folder / name
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # links in a circle, a zero byte
        inside = False
    if inside:
        return path, []
    what = Text(
        "This brand isn’t in the folder of the clients.", "Cette marque n’est pas dans le répertoire des clients."
    )
    hint = Text(
        "Put the brand’s file beside the clients and write its name alone, or give it for all of them with --brand.",
        "Placez le fichier à côté des clients et n’écrivez que son nom, ou donnez la marque pour tous avec --brand.",
    )
    return None, [Problem("outside-folder", ("brand",), what, hint)]

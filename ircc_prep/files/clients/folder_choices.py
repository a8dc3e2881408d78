"""The choices for a folder of cases: `batch.yaml`, with defaults and what a single client's file is to have instead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ircc_prep.core.problems import Path as KeyPath
from ircc_prep.core.problems import Problem, did_you_mean
from ircc_prep.core.text import Text
from ircc_prep.core.validation.complaints import problems_of
from ircc_prep.core.validation.saying import quoted
from ircc_prep.core.wording import shown
from ircc_prep.errors import UsageError
from ircc_prep.files.case_file import problems_placed
from ircc_prep.files.clients.choosing import Chosen, choices_of
from ircc_prep.files.clients.client import Choices, Known
from ircc_prep.files.yaml_text import LARGEST, read

FILE = "batch.yaml"


@dataclass(frozen=True, slots=True)
class FolderChoices:
    """What a folder's choices say for every client, and for single ones by the name of their file."""

    defaults: Choices = field(default_factory=Choices)
    by_file: Mapping[str, Choices] = field(default_factory=dict)

    def of(self, file: str) -> Choices:
        """The choices for one file."""
        return self.by_file.get(file, Choices()).over(self.defaults)

    @property
    def brands(self) -> frozenset[Path]:
        """The brands' files that are chosen: they may lie among the cases, and are none."""
        return frozenset(each.brand for each in (self.defaults, *self.by_file.values()) if each.brand)


class _ChoicesFile(BaseModel):
    """The file as a whole. What stands in it is checked by `choices_of`, the same for every form of a source."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    defaults: Chosen | None = None
    clients: dict[str, Chosen | None] | None = Field(None, description="by the name of a client's file in the folder")


def load(path: Path, files: Sequence[str], known: Known) -> FolderChoices:
    """Reads the choices for these files; raises UsageError with everything that is wrong with them, placed."""
    source = read(_contents(path), str(path), UsageError)
    data = {} if source.data is None else source.data
    try:
        _ChoicesFile.model_validate(data)
    except ValidationError as error:
        raise UsageError(*problems_placed(problems_of(error, _ChoicesFile), source)) from None
    problems: list[Problem] = []

    def chosen(keys: KeyPath, said: Any) -> Choices:
        choices, found = choices_of(said, path.parent, known)
        problems.extend(replace(each, path=(*keys, *each.path)) for each in found)
        return choices

    defaults = chosen(("defaults",), data.get("defaults"))
    by_file = {name: chosen(("clients", name), said) for name, said in (data.get("clients") or {}).items()}
    problems += [_no_such_client(name, files) for name in by_file if name not in files]
    if problems:
        raise UsageError(*problems_placed(problems, source))
    return FolderChoices(defaults, by_file)


def _no_such_client(name: str, files: Sequence[str]) -> Problem:
    word = quoted(shown(name))
    what = Text(f"No case file is called {word.en}.", f"Aucun fichier de dossier ne s’appelle {word.fr}.")
    hint = did_you_mean(name, list(files)) or Text(
        "Write the file’s name as it is in the folder, with its ending: maria.yaml.",
        "Écrivez le nom du fichier comme dans le répertoire, avec sa terminaison\u00a0: maria.yaml.",
    )
    return Problem("no-such-client", ("clients", name), what, hint)


def _contents(path: Path) -> bytes:
    try:
        if path.is_file():
            with path.open("rb") as file:
                return file.read(LARGEST + 1)  # one more than is allowed: the reader refuses it
    except (OSError, ValueError):
        pass
    raise UsageError.saying(
        Text(f"The choices in {path} can’t be read.", f"Impossible de lire les choix de {path}."),
        Text(
            "Check that the name is right and that the file belongs to you.",
            "Vérifiez que le nom est exact et que le fichier vous appartient.",
        ),
        id="unreadable",
    )

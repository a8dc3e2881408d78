"""Finds and reads the file of settings: ircc-prep.toml, or a table of pyproject.toml (docs/adr/0014)."""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ircc_prep.core.problems import Place, Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import UsageError

OWN, SHARED = "ircc-prep.toml", "pyproject.toml"
_TABLE = ("tool", "ircc-prep")
_LARGEST = 1024 * 1024
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")


@dataclass(frozen=True)
class Config:
    """What a file of settings says. `file` is its path as shown, seen from the working directory."""

    file: Path
    table: Mapping[str, Any]
    text: str
    above: tuple[str, ...] = ()  # the keys that lead to our table

    @property
    def folder(self) -> Path:
        """The folder that its paths start from."""
        return self.file.parent

    def place(self, path: tuple[str, ...]) -> Place:
        """Where the setting at a path of keys stands."""
        whole = (*self.above, *path)
        nearest = next((whole[:end] for end in range(len(whole), 0, -1) if whole[:end] in self._places), None)
        return self._places[nearest] if nearest else Place(str(self.file), 1, 1)

    @cached_property
    def _places(self) -> Mapping[tuple[str, ...], Place]:
        from ircc_prep.files.toml_places import places_in

        return places_in(self.text, str(self.file))


def config_for(folder: Path, home: Path | None) -> Config | None:
    """The settings that hold in a folder: the nearest file, up to the repository's root or the home folder.

    Where neither lies above, the folder alone is looked at. Raises UsageError for a file that can't be used.
    """
    for place in _upwards(folder, home):
        for name in (OWN, SHARED):
            file = place / name
            if file.is_file():
                config = _read(file, Path(os.path.relpath(file, folder)))
                if config is not None:
                    return config
    return None


def _upwards(folder: Path, home: Path | None) -> Iterator[Path]:
    folders = [folder, *folder.parents]
    last = next((at for at, each in enumerate(folders) if each == home or (each / ".git").exists()), 0)
    yield from folders[: last + 1]


def _read(file: Path, shown: Path) -> Config | None:
    try:
        with file.open("rb") as opened:
            contents = opened.read(_LARGEST + 1)
        planted = _planted(file)
    except OSError:
        what = Text(f"{shown} can’t be read.", f"Impossible de lire {shown}.")
        hint = Text("Check that the file belongs to you.", "Vérifiez que le fichier vous appartient.")
        raise UsageError.saying(what, hint, id="unreadable") from None
    shared = file.name == SHARED
    if shared and b"ircc-prep" not in contents:  # another project's file, whatever it holds
        return None
    if planted:
        raise _not_yours(shown)
    text, whole = _parsed(contents, shown)
    if not shared:
        return Config(shown, whole, text)
    tool = whole.get(_TABLE[0])
    if not isinstance(tool, dict) or _TABLE[1] not in tool:
        return None
    table = tool[_TABLE[1]]
    config = Config(shown, table if isinstance(table, dict) else {}, text, _TABLE)
    if not isinstance(table, dict):
        what = Text("tool.ircc-prep isn’t a table.", "tool.ircc-prep n’est pas une table.")
        hint = Text("Write [tool.ircc-prep] on a line of its own.", "Écrivez [tool.ircc-prep] seul sur une ligne.")
        raise UsageError(Problem("wrong-type", _TABLE, what, hint, config.place(())))
    return config


def _planted(file: Path) -> bool:
    """Whether anybody on this computer may have put it there: in /tmp, say."""
    if os.name != "posix":
        return False
    return bool(file.parent.stat().st_mode & stat.S_IWOTH) and file.lstat().st_uid != os.geteuid()


def _not_yours(shown: Path) -> UsageError:
    what = Text(
        f"{shown} belongs to somebody else, in a folder where anybody can write.",
        f"{shown} appartient à quelqu’un d’autre, dans un répertoire où tout le monde peut écrire.",
    )
    hint = Text(
        "Its settings could have been put there for you: work in a folder of your own.",
        "Une autre personne a pu choisir ces réglages : travaillez dans un répertoire à vous.",
    )
    return UsageError(Problem("not-yours", (), what, hint))


def _parsed(contents: bytes, shown: Path) -> tuple[str, dict[str, Any]]:
    import tomllib  # most people have no file of settings

    try:
        if len(contents) > _LARGEST:
            raise _bad(shown, "too-large", _TOO_LARGE, 1, 1)
        text = contents.decode("utf-8-sig").replace("\r\n", "\n")
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        line, column = (int(at[1]), int(at[2])) if at else (text.count("\n") + 1, 1)
        raise _bad(shown, "syntax", _SYNTAX, line, column) from None
    except UnicodeDecodeError as error:
        raise _bad(shown, "bad-encoding", _ENCODING, contents.count(b"\n", 0, error.start) + 1, 1) from None
    except RecursionError:
        raise _bad(shown, "too-deep", _TOO_DEEP, 1, 1) from None


def _bad(shown: Path, id: str, words: tuple[Text, Text], line: int, column: int) -> UsageError:
    return UsageError(Problem(id, (), *words, Place(str(shown), line, column)))


_SYNTAX = (
    Text("This isn’t valid TOML.", "Ceci n’est pas du TOML valide."),
    Text(
        'Write key = "value", with text in quotes, and each key and table once (toml.io).',
        'Écrivez clé = "valeur", le texte entre guillemets droits, et chaque clé et table une seule fois (toml.io).',
    ),
)
_ENCODING = (
    Text("This file isn’t UTF-8 text.", "Ce fichier n’est pas du texte en UTF-8."),
    Text("Save it as UTF-8.", "Enregistrez-le en UTF-8."),
)
_TOO_LARGE = (
    Text("A file of settings has 1 MiB at most.", "Un fichier de réglages fait au plus 1 Mio."),
    Text("Take out what isn’t a setting.", "Retirez ce qui n’est pas un réglage."),
)
_TOO_DEEP = (
    Text("This file is nested too deeply.", "Ce fichier a trop de niveaux."),
    Text("Take out what isn’t a setting.", "Retirez ce qui n’est pas un réglage."),
)

"""The bytes of a file that an option names; a file that can't be read is told of with what it should have been."""

from pathlib import Path

from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import IrccPrepError, UsageError
from ircc_prep.files.yaml_text import LARGEST


def contents(path: Path, hint: Text, error: type[IrccPrepError] = UsageError, largest: int = LARGEST) -> bytes:
    """What the file holds, `largest` bytes at most; raises the error with the hint."""
    try:
        with path.open("rb") as file:
            held = file.read(largest + 1)
        if len(held) <= largest:
            return held
        size = largest // 2**20
        id, what = "too-large", Text(f"{path} is larger than {size} MiB.", f"{path} dépasse {size} Mio.")
    except FileNotFoundError:
        id, what = "no-such-file", Text(f"There is no file {path}.", f"Il n’y a pas de fichier {path}.")
    except IsADirectoryError:
        id, what = "folder", Text(f"{path} is a folder.", f"{path} est un répertoire, et non un fichier.")
    except (OSError, ValueError):  # ValueError: a name with a zero byte
        id, what = "unreadable", Text(f"{path} can’t be read.", f"Impossible de lire {path}.")
    raise error(Problem(id, (), what, hint))

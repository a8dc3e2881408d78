"""Finds the data folders, wherever the tool was installed: wheel, editable, checkout or zip."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from ircc_prep.core.text import Text
from ircc_prep.errors import InstallationError


def folder(name: Literal["checklists", "templates"]) -> Traversable:
    """The shipped folder of that name: inside the package once built, beside it in a checkout."""
    shipped = files("ircc_prep") / "_data" / name
    if shipped.is_dir():
        return shipped
    beside = Path(__file__).parents[2] / name
    if beside.is_dir():
        return beside
    raise InstallationError.saying(
        Text(
            en=f"The installation is incomplete: its folder “{name}” is missing.",
            fr=f"L’installation est incomplète : il y manque le répertoire « {name} ».",
        ),
        Text(
            en="Install it again: pipx reinstall ircc-prep",
            fr="Réinstallez l’outil : pipx reinstall ircc-prep",
        ),
        id="incomplete-installation",
    )

"""Where things stand, as other programs read it: files from the folder of the run, facts in the case file."""

import os
from pathlib import Path
from urllib.parse import quote

from ircc_prep.core.gate.concern import Concern
from ircc_prep.core.gate.places import keys_to
from ircc_prep.core.problems import Place
from ircc_prep.render.formats.checked import Checked


def from_here(file: str) -> str:
    """The file as seen from the folder of the run, with forward slashes; one that lies outside it by its whole path."""
    path = Path(os.path.abspath(file))  # noqa: PTH100  # resolve() would follow links: the case is called as it was named
    return (path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path).as_posix()


def address(file: str) -> str:
    """The same as a URI; relative inside the folder of the run."""
    path = from_here(file)
    return Path(path).as_uri() if Path(path).is_absolute() else quote(os.fsencode(path))


def said(place: Place) -> str:
    """The place as compilers write it: file, line and column."""
    return f"{from_here(place.file)}:{place.line}:{place.column}"


def others(checked: Checked, concern: Concern) -> list[tuple[str, Place]]:
    """The other facts that the concern rests on, with their places, each place once; none where none may be told."""
    if checked.source is None:
        return []
    taken = {checked.place(concern)}
    found: list[tuple[str, Place]] = []
    for fact in concern.facts[1:]:
        place = checked.source.place(keys_to(fact, checked.evaluation.case))
        if place not in taken:
            taken.add(place)
            found.append((fact, place))
    return found

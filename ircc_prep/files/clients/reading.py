"""The case of a client, read and checked, with its mistakes placed in the source that it came from."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ircc_prep.core.problems import Path as KeyPath
from ircc_prep.core.problems import Place, Problem
from ircc_prep.errors import CaseError
from ircc_prep.files import case_file
from ircc_prep.files.case_file import CaseFile
from ircc_prep.files.clients.client import Client
from ircc_prep.files.locks import Opened
from ircc_prep.files.yaml_text import Source


def case_of(client: Client) -> CaseFile:
    """The client's case, as `case_file.load` reads one; raises CaseError with everything that is wrong with it.

    Answers, items and streams are checked later, against the checklists: its source places those problems too.
    """
    if client.plain is None or client.problems:
        raise CaseError(*client.problems)
    path = Path(client.origin)
    if client.places is not None:
        return _of_cells(client.plain, path, client.places)
    if client.start is not None:
        return _of_part(client.plain, path, client.start)
    return case_file.parse(client.plain, path)


def _of_cells(plain: bytes, path: Path, places: Mapping[KeyPath, Place]) -> CaseFile:
    data = json.loads(plain)
    source = _Cells(path, data, places)
    case, problems = case_file.checked(data)
    if case is None or problems:
        raise CaseError(*case_file.problems_placed(problems, source))
    return CaseFile(path, case, data, source, Opened(plain, None))


def wrong_in_cells(data: Any, path: Path, places: Mapping[KeyPath, Place]) -> list[Problem]:
    """What is wrong with a case that was put together from cells, each at its cell."""
    _, problems = case_file.checked(data)
    return case_file.problems_placed(problems, _Cells(path, data, places))


def _of_part(plain: bytes, path: Path, start: Place) -> CaseFile:
    try:
        file = case_file.parse(plain, path)
    except CaseError as error:
        raise CaseError(
            *(replace(each, place=_moved(each.place, start) if each.place else start) for each in error.problems)
        ) from None
    return replace(file, source=_Part(file.source, start))


def _moved(place: Place, start: Place) -> Place:
    column = place.column + (start.column - 1 if place.line == 1 else 0)
    return Place(start.file, start.line + place.line - 1, column)


class _Cells(Source):
    """A case put together from cells: the place of every part is a cell."""

    def __init__(self, path: Path, data: Any, places: Mapping[KeyPath, Place]) -> None:
        super().__init__(str(path), data, None)
        self._places = places

    def place(self, path: KeyPath) -> Place:
        """The cell that says it, or the row that it belongs to."""
        for length in range(len(path), -1, -1):
            if path[:length] in self._places:
                return self._places[path[:length]]
        return super().place(path)

    def key_place(self, path: KeyPath) -> Place:
        """A key is a column, whose cell tells as well."""
        return self.place(path)


class _Part(Source):
    """A case that is a part of a larger file."""

    def __init__(self, whole: Source, start: Place) -> None:
        super().__init__(start.file, whole.data, None)
        self._whole, self._start = whole, start

    def place(self, path: KeyPath) -> Place:
        """As of the case alone, moved to where the case begins."""
        return _moved(self._whole.place(path), self._start)

    def key_place(self, path: KeyPath) -> Place:
        """The same for a key."""
        return _moved(self._whole.key_place(path), self._start)

"""Reads and writes a baseline: JSON, sorted, one entry a line, so that a change of it reads well."""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import groupby
from pathlib import Path

from pydantic import ValidationError

from ircc_prep.core.gate.baseline import SCHEMA, BaselineFile, Known
from ircc_prep.core.problems import Place, Problem
from ircc_prep.core.text import Text
from ircc_prep.core.validation.complaints import problems_of
from ircc_prep.errors import UsageError
from ircc_prep.files import owner_file
from ircc_prep.files.case_file import problems_placed
from ircc_prep.files.named_file import contents
from ircc_prep.files.yaml_text import LARGEST, Source, read

_WRITE_ONE = Text(
    "`--write-baseline FILE` writes one from what is the matter today.",
    "Pour en écrire un avec ce qui ne va pas aujourd’hui : `--write-baseline FICHIER`.",
)
_CASE_LETTERS = 16
_LARGEST = 64 * 2**20  # bytes: thousands of cases, each with all that can be the matter


def load(path: Path) -> Mapping[str, Sequence[Known]]:
    """What is accepted of each case; raises UsageError with everything that is wrong with the file."""
    raw = contents(path, _WRITE_ONE, largest=_LARGEST)
    source = read(raw, str(path), UsageError) if len(raw) <= LARGEST else _unplaced(raw, path)
    try:
        file = BaselineFile.model_validate({} if source.data is None else source.data)
    except ValidationError as error:
        raise UsageError(*problems_placed(problems_of(error, BaselineFile), source)) from None
    in_order = sorted(file.accepted, key=lambda known: known.case)
    return {case: tuple(accepted) for case, accepted in groupby(in_order, lambda known: known.case)}


def _unplaced(raw: bytes, path: Path) -> Source:
    """One that is too large for the reader that knows where things stand: nobody writes that by hand."""
    try:
        return Source(str(path), json.loads(raw), None)
    except (ValueError, RecursionError):
        what = Text("This isn’t a baseline.", "Ceci n’est pas une base de comparaison.")
        raise UsageError(Problem("syntax", (), what, _WRITE_ONE, Place(str(path), 1, 1))) from None


def save(path: Path, accepted: Iterable[Known], today: date) -> None:
    """Writes a baseline of that day; raises CaseError where the system refuses."""
    entries = (each.model_dump(mode="json", exclude_none=True) for each in accepted)
    lines = ",\n".join(f"    {line}" for line in sorted(json.dumps(entry, ensure_ascii=False) for entry in entries))
    written = f"[\n{lines}\n  ]" if lines else "[]"
    text = f'{{\n  "schema": "{SCHEMA}",\n  "written": "{today}",\n  "accepted": {written}\n}}\n'
    owner_file.write(path, text.encode())


def known_as(case: Path, baseline: Path) -> str:
    """What a baseline calls a case: a hash of the way from its folder to the case's file, which may be somebody's name.

    So it stays the same wherever both lie, and whoever reads the baseline alone learns no name from it.
    """
    way = os.path.realpath(case)
    with suppress(ValueError):  # another drive: there is no way from one to the other
        way = os.path.relpath(way, os.path.realpath(baseline.parent))
    return hashlib.sha256(Path(way).as_posix().encode(errors="surrogateescape")).hexdigest()[:_CASE_LETTERS]

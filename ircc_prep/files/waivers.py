"""Reads one file of waivers, with every mistake placed."""

from datetime import date
from pathlib import Path

from ircc_prep.core.gate.waivers import PlacedWaiver, read_waivers
from ircc_prep.core.text import Text
from ircc_prep.errors import UsageError
from ircc_prep.files.case_file import problems_placed
from ircc_prep.files.named_file import contents
from ircc_prep.files.yaml_text import read

_WHAT_IT_IS = Text(
    "Give --waivers a YAML file of yours (docs/scripts.md#gate says what stands in it).",
    "Donnez à --waivers un de vos fichiers YAML (docs/scripts.md#gate dit ce qu’il contient).",
)


def load(path: Path, today: date) -> tuple[PlacedWaiver, ...]:
    """The waivers in their order; raises UsageError with everything that is wrong with the file."""
    source = read(contents(path, _WHAT_IT_IS), str(path), UsageError)
    file, problems = read_waivers({} if source.data is None else source.data, today)
    if file is None or problems:
        raise UsageError(*problems_placed(problems, source))
    return tuple(PlacedWaiver(waiver, source.place(("waivers", n))) for n, waiver in enumerate(file.waivers))

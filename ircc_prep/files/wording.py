"""The words of the interface, in both languages, from `templates/wording`."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ircc_prep.core.problems import Problem
from ircc_prep.core.text import LANGUAGES, Text
from ircc_prep.errors import InstallationError
from ircc_prep.files import yaml_text
from ircc_prep.files.resources import folder


@cache
def wording() -> dict[str, Text]:
    """Every phrase by its dotted key; raises InstallationError where a file is damaged or a language is missing."""
    found: dict[str, Text] = {}
    for entry in sorted(folder("templates").joinpath("wording").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".yaml"):
            source = yaml_text.read(entry.read_bytes(), f"templates/wording/{entry.name}", InstallationError)
            found.update(_phrases(source.data or {}, (), source))
    return found


def _phrases(tree: Mapping[str, Any], above: tuple[str, ...], source: yaml_text.Source) -> Iterator[tuple[str, Text]]:
    for key, value in tree.items():
        path = (*above, key)
        if isinstance(value, dict) and set(value) == set(LANGUAGES):
            yield ".".join(path), Text(str(value["en"]), str(value["fr"]))
        elif isinstance(value, dict):
            yield from _phrases(value, path, source)
        else:
            what = Text("This phrase needs `en` and `fr`.", "Cette expression a besoin de `en` et de `fr`.")
            hint = Text("Write the missing one.", "Ajoutez la langue qui manque.")
            raise InstallationError(Problem("translation-missing", path, what, hint, source.place(path)))

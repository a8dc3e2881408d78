"""The door to jinja2: templates from the shipped folder, every text escaped, right-to-left words isolated."""

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape
from importlib.resources.abc import Traversable
from typing import Any

from ircc_prep.core.bidi import runs
from ircc_prep.render.rows import running
from ircc_prep.render.sheet_layout import sheet_layout

# What XML can't hold at all; a name that has one is printed without it.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(templates: Traversable, name: str, **values: Any) -> str:
    """The template of that name, filled."""
    template = _environment(_Folder(templates)).get_template(name)
    return str(template.render(**values))


def read(templates: Traversable, name: str) -> str:
    """A text file of the templates folder."""
    return (templates / name).read_text(encoding="utf-8")


class _Folder:
    """A templates folder that can be a cache's key, wherever it lies."""

    def __init__(self, folder: Traversable) -> None:
        self.folder = folder

    def __hash__(self) -> int:
        return hash(str(self.folder))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Folder) and str(other.folder) == str(self.folder)


@lru_cache(maxsize=4)
def _environment(templates: _Folder) -> Any:
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FunctionLoader(lambda name: read(templates.folder, name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["say"] = _marked(Markup)
    environment.filters["literal"] = lambda text: Markup(literal(text))  # noqa: S704  # it is escaped
    environment.filters["address"] = _address
    environment.filters["running"] = running
    environment.globals |= {"zip": zip, "sheet_layout": sheet_layout}
    return environment


def literal(text: str) -> str:
    """A text as it may stand in a document: escaped, and without what XML can't hold."""
    return escape(_NOT_XML.sub("", text))


def _address(url: str) -> str:
    """An address as it is printed: nobody types what every browser adds."""
    return url.removeprefix("https://").removeprefix("http://")


def _marked(markup: Callable[[str], Any]) -> Callable[[str], Any]:
    """Text as markup: escaped, and each run that reads from right to left in a <bdi> of its own."""

    def say(text: str) -> Any:
        plain = str(text)
        if plain.isascii():
            return markup(literal(plain))
        pieces = ((turned, literal(piece)) for turned, piece in runs(plain))
        return markup("".join(f'<bdi dir="rtl">{piece}</bdi>' if turned else piece for turned, piece in pieces))

    return say

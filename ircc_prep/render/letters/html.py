"""Letters as one HTML file, and as PDF: the packet's styles and pieces, one language after the other."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from importlib.resources.abc import Traversable
from typing import Any

from ircc_prep.render import templates as files
from ircc_prep.render.html import page_rules, policy, title
from ircc_prep.render.kept import field_key
from ircc_prep.render.letters.letter import Letter
from ircc_prep.render.look import Look
from ircc_prep.render.parts import View
from ircc_prep.render.pdf import pdf
from ircc_prep.render.press import Press
from ircc_prep.render.prose import COLONS


def letters_html(letters: Sequence[Letter], templates: Traversable, look: Look) -> str:
    """One self-contained file that runs and fetches nothing."""
    sheets = [files.read(templates, "print.css"), _rules(letters, templates, look), files.read(templates, "screen.css")]
    inside = {"styles": "\n".join(sheets), "script": None}
    return _document(letters, templates, look, "aria-label", policy=policy(inside), **inside)


def letters_pdf(letters: Sequence[Letter], templates: Traversable, look: Look, press: Press | None = None) -> bytes:
    """PDF/UA-1, the same bytes on every run; raises as `packet_pdf` does."""
    document = _document(letters, templates, look, "title" if look.fillable else None, policy=None, styles=None)
    options: Any = {
        "page_rules": _rules(letters, templates, look),
        "font_check": "".join(foot for letter in letters for foot in letter.view.footers),
        "fillable": look.fillable,
    }
    return press.pdf(document, **options) if press else pdf(document, templates, **options)


def _document(
    letters: Sequence[Letter], templates: Traversable, look: Look, fields: str | None, **more: str | None
) -> str:
    """The template filled; `fields` is the attribute that tells what a field is for, None where lines are drawn."""
    # A box of one language isn't ticked with its twin in the other.
    names = {letter.view.language: partial(field_key, letter.view.language) for letter in letters}
    named = {"letters": letters, "title": title(_views(letters)), "colons": COLONS, "names": names, "drawn": ()}
    return files.render(
        templates, "letters/letters.html.j2", **named, **more, fields=fields, large_print=look.large_print
    )


def _rules(letters: Sequence[Letter], templates: Traversable, look: Look) -> str:
    return files.read(templates, "letters/letters.css") + page_rules(_views(letters), look)


def _views(letters: Sequence[Letter]) -> list[View]:
    """The views with one foot for all pages: what kind of letter it is, in every language of the file."""
    views = [letter.view for letter in letters]
    foot = " / ".join(dict.fromkeys(view.heading.footer for view in views))
    return [replace(view, heading=replace(view.heading, footer=foot)) for view in views]

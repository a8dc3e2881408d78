"""One self-contained HTML file: styles and a small script inside, nothing fetched. Without them it becomes the PDF."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import sha256
from importlib.resources.abc import Traversable
from typing import Any

from ircc_prep.render import templates as files
from ircc_prep.render.branding import brand_rules
from ircc_prep.render.kept import field_key
from ircc_prep.render.look import Look, Paper
from ircc_prep.render.parts import View
from ircc_prep.render.prose import COLONS
from ircc_prep.render.timeline_layout import EM
from ircc_prep.render.timeline_svg import figures

NORMAL_SIZE, LARGE_SIZE = 9.5, 14.0  # points
# How wide a page's text is, in points: the paper less the margins of print.css.
_TEXT_WIDTH: dict[Paper, float] = {"letter": 515.5, "a4": 498.9}
_SCREEN_WIDTH = 50.0  # of the text in a browser, in the size of its letters (screen.css)
_PLAIN = Look()
_IN_FIGURES = 0.8  # the size of letters in a figure, beside the text's


def html(views: Sequence[View], templates: Traversable, look: Look = _PLAIN) -> str:
    """One or two views as an HTML file that looks right on a phone, on a desk and on paper.

    Its boxes can be ticked. The script keeps ticks and notes in the browser; without it all can be read and ticked.
    """
    sheets = [
        files.read(templates, "print.css"),
        page_rules(views, look),
        files.read(templates, "screen.css"),
    ]
    kept = views[0].kept
    inside = {"styles": "\n".join(sheets), "script": files.read(templates, "packet.js") if kept else None, "kept": kept}
    more = {"fields": "aria-label", "policy": policy(inside)}
    return _document(views, templates, look, _SCREEN_WIDTH, **inside, **more)


def xhtml(views: Sequence[View], templates: Traversable, look: Look = _PLAIN) -> str:
    """The document for one paper, without styles, as well-formed XHTML."""
    across = _TEXT_WIDTH[look.paper] / (LARGE_SIZE if look.large_print else NORMAL_SIZE)
    return _document(views, templates, look, across, fields="title" if look.fillable else None)


def _document(views: Sequence[View], templates: Traversable, look: Look, across: float, **more: Any) -> str:
    """The template filled; `across` is how many letters' sizes the text is wide.

    `fields` is the attribute that tells what a field is for; None: boxes and lines are only drawn. A field's name is
    the same in a browser and in a PDF. A document without styles is for paper: it has no `policy`, `script` or key.
    """
    sections = [section for view in views if (section := view.section("timeline"))]
    drawn = figures([section.timelines for section in sections], across / _IN_FIGURES * EM)
    name_of = partial(field_key, views[0].kept)
    named = {"views": views, "title": title(views), "drawn": drawn, "colons": COLONS, "name_of": name_of}
    paper = {"styles": None, "script": None, "kept": None, "policy": None}
    return files.render(templates, "packet.html.j2", **{**paper, **named, "large_print": look.large_print, **more})


def policy(inside: Mapping[str, str | None]) -> str:
    """What a browser may do with the file: draw it with its styles and run its script, and nothing else."""
    styles, script = (_hash(text) if (text := inside[name]) else "'none'" for name in ("styles", "script"))
    own = f"style-src {styles}; script-src {script}; img-src data:"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def title(views: Sequence[View]) -> str:
    """What a window or a reader calls the document."""
    return " / ".join(f"{view.heading.kind} – {view.heading.program}" for view in views)


def page_rules(views: Sequence[View], look: Look) -> str:
    """What differs from one document to the next: the paper, the size of the letters, the words at the foot."""
    size, small = (LARGE_SIZE, 11) if look.large_print else (NORMAL_SIZE, 8)
    words = [view.phrases for view in views]
    page = " / ".join(dict.fromkeys(phrases["packet.page"] for phrases in words))
    of = words[0]["packet.page-of"] if len(words) == 1 else "/"
    count = f'"{_css(page)} " counter(page) " {_css(of)} " counter(pages)'
    brands = dict.fromkeys(view.brand.footer for view in views if view.brand and view.brand.footer)
    foot = _css("\n".join((views[0].heading.footer, *([" / ".join(brands)] if brands else ()))))
    return (
        f"html {{ font-size: {size}pt }}\n"
        f"@page {{ size: {look.paper};\n"
        f'  @bottom-left {{ font-size: {small}pt; content: "{foot}" }}\n'
        f"  @bottom-right {{ font-size: {small}pt; content: {count} }} }}\n"
        f"{brand_rules(views[0].brand, look)}"
    )


def _css(text: str) -> str:
    """A text inside CSS quotes. Everything but letters, digits and spaces is written by its code point."""
    return "".join(letter if letter.isalnum() or letter == " " else f"\\{ord(letter):x} " for letter in text)

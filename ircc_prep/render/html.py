"""One self-contained HTML file: styles inside, no script, nothing fetched. Without styles it becomes the PDF."""

from collections.abc import Sequence
from importlib.resources.abc import Traversable
from typing import Literal

from ircc_prep.render import templates as files
from ircc_prep.render.parts import View
from ircc_prep.render.prose import COLONS
from ircc_prep.render.timeline_layout import EM
from ircc_prep.render.timeline_svg import figures

Paper = Literal["letter", "a4"]
NORMAL_SIZE, LARGE_SIZE = 9.5, 14.0  # points
# How wide a page's text is, in points: the paper less the margins of print.css.
_TEXT_WIDTH: dict[Paper, float] = {"letter": 515.5, "a4": 498.9}
_SCREEN_WIDTH = 50.0  # of the text in a browser, in the size of its letters (screen.css)
_IN_FIGURES = 0.8  # the size of letters in a figure, beside the text's


def html(views: Sequence[View], templates: Traversable, *, paper: Paper = "letter", large_print: bool = False) -> str:
    """One or two views as an HTML file that looks right on a phone, on a desk and on paper."""
    sheets = [
        files.read(templates, "print.css"),
        page_rules(views, paper=paper, large_print=large_print),
        files.read(templates, "screen.css"),
    ]
    return _document(views, templates, _SCREEN_WIDTH, styles="\n".join(sheets), large_print=large_print)


def xhtml(views: Sequence[View], templates: Traversable, *, paper: Paper = "letter", large_print: bool = False) -> str:
    """The document for one paper, without styles, as well-formed XHTML."""
    across = _TEXT_WIDTH[paper] / (LARGE_SIZE if large_print else NORMAL_SIZE)
    return _document(views, templates, across, styles=None, large_print=large_print)


def _document(
    views: Sequence[View], templates: Traversable, across: float, *, styles: str | None, large_print: bool
) -> str:
    """The template filled; `across` is how many letters' sizes the text is wide."""
    sections = [section for view in views if (section := view.section("timeline"))]
    drawn = figures([section.timelines for section in sections], across / _IN_FIGURES * EM)
    named = {"views": views, "title": title(views), "drawn": drawn, "colons": COLONS}
    values = {**named, "styles": styles, "large_print": large_print}
    return files.render(templates, "packet.html.j2", **values)


def title(views: Sequence[View]) -> str:
    """What a window or a reader calls the document."""
    return " / ".join(f"{view.heading.kind} – {view.heading.program}" for view in views)


def page_rules(views: Sequence[View], *, paper: Paper, large_print: bool) -> str:
    """What differs from one document to the next: the paper, the size of the letters, the words at the foot."""
    size, small = (LARGE_SIZE, 11) if large_print else (NORMAL_SIZE, 8)
    words = [view.phrases for view in views]
    page = " / ".join(dict.fromkeys(phrases["packet.page"] for phrases in words))
    of = words[0]["packet.page-of"] if len(words) == 1 else "/"
    count = f'"{_css(page)} " counter(page) " {_css(of)} " counter(pages)'
    foot = _css(views[0].heading.footer)
    return (
        f"html {{ font-size: {size}pt }}\n"
        f"@page {{ size: {paper};\n"
        f'  @bottom-left {{ font-size: {small}pt; content: "{foot}" }}\n'
        f"  @bottom-right {{ font-size: {small}pt; content: {count} }} }}\n"
    )


def _css(text: str) -> str:
    """A text inside CSS quotes. Everything but letters, digits and spaces is written by its code point."""
    return "".join(letter if letter.isalnum() or letter == " " else f"\\{ord(letter):x} " for letter in text)

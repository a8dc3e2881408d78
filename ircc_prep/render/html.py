"""One self-contained HTML file: styles inside, no script, nothing fetched. Without styles it becomes the PDF."""

from collections.abc import Sequence
from importlib.resources.abc import Traversable
from typing import Literal

from ircc_prep.render import templates as files
from ircc_prep.render.parts import View

Paper = Literal["letter", "a4"]
NORMAL_SIZE, LARGE_SIZE = "9.5pt", "14pt"


def html(views: Sequence[View], templates: Traversable, *, paper: Paper = "letter", large_print: bool = False) -> str:
    """One or two views as an HTML file that looks right on a phone, on a desk and on paper."""
    sheets = [
        files.read(templates, "print.css"),
        page_rules(views, paper=paper, large_print=large_print),
        files.read(templates, "screen.css"),
    ]
    return xhtml(views, templates, styles="\n".join(sheets), large_print=large_print)


def xhtml(
    views: Sequence[View], templates: Traversable, *, styles: str | None = None, large_print: bool = False
) -> str:
    """The document as well-formed XHTML, which is HTML too."""
    values = {"views": views, "styles": styles, "title": title(views), "large_print": large_print}
    return files.render(templates, "packet.html.j2", **values)


def title(views: Sequence[View]) -> str:
    """What a window or a reader calls the document."""
    return " / ".join(f"{view.heading.kind} – {view.heading.program}" for view in views)


def page_rules(views: Sequence[View], *, paper: Paper, large_print: bool) -> str:
    """What differs from one document to the next: the paper, the size of the letters, the words at the foot."""
    size, small = (LARGE_SIZE, "11pt") if large_print else (NORMAL_SIZE, "8pt")
    words = [view.phrases for view in views]
    page = " / ".join(dict.fromkeys(phrases["packet.page"] for phrases in words))
    of = words[0]["packet.page-of"] if len(words) == 1 else "/"
    count = f'"{_css(page)} " counter(page) " {_css(of)} " counter(pages)'
    foot = _css(views[0].heading.footer)
    return (
        f"html {{ font-size: {size} }}\n"
        f"@page {{ size: {paper};\n"
        f'  @bottom-left {{ font-size: {small}; content: "{foot}" }}\n'
        f"  @bottom-right {{ font-size: {small}; content: {count} }} }}\n"
    )


def _css(text: str) -> str:
    """A text inside CSS quotes. Everything but letters, digits and spaces is written by its code point."""
    return "".join(letter if letter.isalnum() or letter == " " else f"\\{ord(letter):x} " for letter in text)

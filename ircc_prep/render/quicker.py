"""What WeasyPrint works out again and again, remembered: the same bytes in nine tenths of the time.

It puts shorter ways in front of six functions of WeasyPrint and its writer, which go on doing everything else. They are
private, so the version is pinned (pyproject.toml), and another version is left as it is. A test compares the bytes.
What a part took before, of the time of a packet of 28 pages, stands with each.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

_VERSION = "70."
_SPECIAL = frozenset({"display", "float", "page", "position"})  # computed in ways of their own


def quicken(weasyprint: Any) -> None:
    """Puts the shorter ways in place, once a process; does nothing with a version that they weren't made for."""
    css, inline, line_break = weasyprint.css, weasyprint.layout.inline, weasyprint.text.line_break
    if not str(weasyprint.__version__).startswith(_VERSION) or hasattr(line_break.strut, "__wrapped__"):
        return
    _styles(css)
    # A line's height and its letters' font are asked for with every piece of text; styles are few. 6 in 100.
    strut = _once_a_style(line_break.strut)
    line_break.strut = inline.strut = strut
    line_break.get_font_description = _once_a_style(line_break.get_font_description)
    _kept_layouts(line_break.Layout)
    _listed_pages(weasyprint.pdf.pydyf.PDF)


def _once_a_style(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The function's answer kept with the style that it was asked about; a copied style starts anew."""
    name = f"_{function.__name__}"

    @wraps(function)
    def remembering(style: Any) -> Any:
        held = vars(style)
        if name not in held:
            held[name] = function(style)
        return held[name]

    return remembering


def _styles(css: Any) -> None:
    """A property that no rule sets is inherited or has its initial value: not looked up further. Of 14 in 100."""
    initial = {
        name: value
        for name, value in css.INITIAL_VALUES.items()
        if name not in css.INHERITED | css.INITIAL_NOT_COMPUTED | _SPECIAL and not name.startswith("text_decoration_")
    }
    inherited = {
        name
        for name in css.INITIAL_VALUES
        if name in css.INHERITED and name not in _SPECIAL and not name.startswith("text_decoration_")
    }
    # margin-inline-start and the like may stand for these.
    physical = frozenset(css.PHYSICAL_FUNCTIONS)
    logical = {
        function(block="ttb", inline=direction)
        for function in css.PHYSICAL_FUNCTIONS.values()
        for direction in ("ltr", "rtl")
    }
    slowly = css.ComputedStyle.__missing__

    def missing(style: Any, name: str) -> Any:
        parent = style.parent_style
        if name in style.cascaded or parent is None or (name in physical and not logical.isdisjoint(style.cascaded)):
            return slowly(style, name)
        if name in initial:
            value = style[name] = initial[name]
        elif name in inherited:
            value = style[name] = parent[name]
        else:
            return slowly(style, name)
        return value

    css.ComputedStyle.__missing__ = missing


def _kept_layouts(layout: Any) -> None:
    """Text that was shaped to find its lines isn't shaped again to be drawn, where it stays as it is. 5 in 100."""
    again = layout.reactivate

    def reactivate(held: Any, style: Any) -> None:
        if held.justification_spacing or held.style is not style:
            again(held, style)

    layout.deactivate = lambda _: None
    layout.reactivate = reactivate


def _listed_pages(pdf: Any) -> None:
    """Every tag asks for the list of all pages, which was made anew each time: the only cost that grew with its square.

    Of 200 pages it took 8 in 100.
    """
    listing = pdf.page_references.fget

    def page_references(written: Any) -> Any:
        count = len(written.pages["Kids"])
        if getattr(written, "_listed", (None, None))[0] != count:
            written._listed = (count, listing(written))  # noqa: SLF001  # ours, kept on its object
        return written._listed[1]  # noqa: SLF001

    pdf.page_references = property(page_references)

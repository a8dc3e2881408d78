"""The packet as PDF: one view, or English and French side by side."""

from collections.abc import Sequence
from importlib.resources.abc import Traversable

from ircc_prep.render.html import page_rules, xhtml
from ircc_prep.render.look import Look
from ircc_prep.render.parts import View
from ircc_prep.render.pdf import pdf
from ircc_prep.render.press import Press

_PLAIN = Look()


def packet_pdf(
    views: Sequence[View], templates: Traversable, look: Look = _PLAIN, *, press: Press | None = None
) -> bytes:
    """The packet's bytes; the same for the same views, on every run, from a press or from this process itself.

    Raises RenderError where no font has a letter of a name, InstallationError where the system libraries are missing,
    EngineError where the press's engine broke down.
    """
    foot = "".join(line for view in views for line in view.footers)
    rules = page_rules(views, look)
    document = xhtml(views, templates, look)
    if press:
        return press.pdf(document, page_rules=rules, font_check=foot, fillable=look.fillable)
    return pdf(document, templates, page_rules=rules, font_check=foot, fillable=look.fillable)

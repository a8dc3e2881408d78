"""The packet as PDF: one view, or English and French side by side."""

from collections.abc import Sequence
from importlib.resources.abc import Traversable

from ircc_prep.render.html import Paper, page_rules, xhtml
from ircc_prep.render.parts import View
from ircc_prep.render.pdf import pdf


def packet_pdf(
    views: Sequence[View], templates: Traversable, *, paper: Paper = "letter", large_print: bool = False
) -> bytes:
    """The packet's bytes; the same for the same views, on every run.

    Raises RenderError where no font has a letter of a name, InstallationError where the system libraries are missing.
    """
    foot = "".join(view.heading.footer for view in views)
    rules = page_rules(views, paper=paper, large_print=large_print)
    document = xhtml(views, templates, paper=paper, large_print=large_print)
    return pdf(document, templates, page_rules=rules, font_check=foot)

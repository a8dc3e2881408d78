"""A packet as the bytes of a file: which sections it has, and in which form."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

from ircc_prep.core.brand import BrandWithLogo
from ircc_prep.core.problems import did_you_mean, one_of
from ircc_prep.core.text import Text
from ircc_prep.errors import UsageError
from ircc_prep.files.resources import folder
from ircc_prep.render.look import Look
from ircc_prep.render.parts import View
from ircc_prep.render.press import Press
from ircc_prep.render.view import SECTIONS

SUFFIXES = (".pdf", ".html", ".md", ".txt")
LETTER = "letter"  # a section too, where a brand has one
_NEEDS_A_LETTER = Text("Give --brand a file with a letter.", "Donnez à --brand un fichier qui contient une lettre.")


def sections(only: Sequence[str], without: Sequence[str], brand: BrandWithLogo | None) -> frozenset[str] | None:
    """The sections that are wanted; None where nobody chose. Raises UsageError for a section that there isn't."""
    known = [LETTER, *SECTIONS] if brand and brand.brand.letter else [*SECTIONS]
    for name in (*only, *without):
        if name not in known:
            raise UsageError.saying(
                Text(
                    f"The packet has no section “{name}”.", f"Le document de préparation n’a pas de section « {name} »."
                ),
                _NEEDS_A_LETTER if name == LETTER else did_you_mean(name, known) or one_of(known),
            )
    return frozenset(only or known) - frozenset(without) if only or without else None


def press_for(suffix: str) -> AbstractContextManager[Press | None]:
    """What draws a PDF, getting ready while the case is read; nothing for the other forms."""
    return Press(folder("templates")) if suffix == ".pdf" else nullcontext()


def packet_bytes(views: Sequence[View], suffix: str, look: Look, press: Press | None = None) -> bytes:
    """The packet in the form that a suffix (one of SUFFIXES) stands for; a press draws its PDF, where there is one.

    Raises UsageError where the chosen sections have nothing in them, and as `packet_pdf` does.
    """
    _something_to_print(views[0])
    if suffix == ".md":
        from ircc_prep.render.markdown import markdown

        return markdown(views).encode()
    if suffix == ".txt":
        from ircc_prep.render.text import packet_text

        return packet_text(views).encode()
    if suffix == ".html":
        from ircc_prep.render.html import html

        return html(views, folder("templates"), look).encode()
    from ircc_prep.render.packet import packet_pdf

    return packet_pdf(views, folder("templates"), look, press=press)


def _something_to_print(view: View) -> None:
    if not (view.sections or view.glance or (view.brand and view.brand.letter)):
        raise UsageError.saying(
            Text("These sections have nothing in them for this case.", "Ces sections sont vides pour ce dossier."),
            Text(
                "Without --only and --without you get the whole packet. With no interview there is no day sheet.",
                "Sans --only ni --without, vous obtenez tout le document. Sans entrevue, il n’y a pas de page du jour.",
            ),
        )

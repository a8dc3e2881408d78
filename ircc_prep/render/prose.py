"""A checklist's text as paragraphs and points. Packs write plain text: blank lines, and points that begin with `- `."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ircc_prep.core.text import Language

# What stands between a name and what is said of it.
COLONS: Mapping[Language, str] = {"en": ": ", "fr": "\N{NO-BREAK SPACE}: "}


@dataclass(slots=True)
class Paragraph:
    """A paragraph, and the points that hang on it."""

    text: str = ""
    points: list[str] = field(default_factory=list)


def paragraphs(text: str) -> list[Paragraph]:
    """Splits a text. Lines of a paragraph are joined; points belong to what stands above, also across a blank line."""
    made: list[Paragraph] = []
    fresh = True  # the next plain line begins a paragraph
    for line in (raw.strip() for raw in text.splitlines()):
        if not line:
            fresh = True
        elif line.startswith("- "):
            if not made:
                made.append(Paragraph())
            made[-1].points.append(line[2:])
            fresh = False
        elif not fresh and made and made[-1].points:
            made[-1].points[-1] += f" {line}"
        elif not fresh and made:
            made[-1].text += f" {line}"
        else:
            made.append(Paragraph(line))
            fresh = False
    return made


def ended(text: str) -> str:
    """A text that ends as a sentence does, so that another may follow it on the line."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."

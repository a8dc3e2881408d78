"""Where the documentation explains a rule: a page of docs/ and its anchor."""

import re
from collections.abc import Mapping

from ircc_prep.core.gate.concern import Concern
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.render.reference.program_page import SHARED

PROBLEMS = "docs/problems.md"
_GATE = "docs/scripts.md#gate"
_INTERVIEW = "how-likely-an-interview-is"


def documented(book: Rulebook) -> Mapping[str, str]:
    """The page and anchor of each requirement, by its id."""
    return {
        compiled.requirement.id: _page(book, compiled.file)
        + anchor(f"{compiled.requirement.title.en} ({compiled.requirement.id})")
        for compiled in book.requirements
    }


def page_of(concern: Concern, program: str, requirements: Mapping[str, str]) -> str:
    """The page and anchor that explain what raised the concern."""
    match concern.kind:
        case "finding":
            return f"docs/reference/findings.md#{concern.id}"
        case "interview":
            return f"docs/reference/programs/{program}.md#{_INTERVIEW}"
        case "item" | "undecided":
            return requirements.get(concern.id, f"docs/reference/programs/{program}.md")
    return _GATE


def anchor(heading: str) -> str:
    """The anchor that readers of Markdown give a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _page(book: Rulebook, file: str) -> str:
    page = "shared" if file.startswith(SHARED) else f"programs/{book.checklist.program.program}"
    return f"docs/reference/{page}.md#"

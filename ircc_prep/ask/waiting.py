"""The questions that wait: those without an answer, and those to which the person doesn't know it."""

from collections.abc import Iterable

from ircc_prep.ask.overview import PAPERS, Line
from ircc_prep.ask.talk import Talk

MOST_LISTED = 8


def tell_waiting(talk: Talk, lines: Iterable[Line], *, in_pages: bool) -> None:
    """Says how many there are, and names the first of them; `in_pages` where more comes that is to be read."""
    for key, questions in waiting(lines).items():
        if not questions:
            continue
        shown = questions[:MOST_LISTED]
        if in_pages:
            talk.turn_page_for("", *shown)
        talk.screen.blank()
        talk.screen.text(talk.phrases.quantity(f"ask.waiting.{key}", len(questions)))
        for question in shown:
            talk.screen.item("–", question)
        if len(questions) > MOST_LISTED:
            talk.screen.item("–", talk.phrases.quantity("ask.closing.more", len(questions) - MOST_LISTED))


def waiting(lines: Iterable[Line]) -> dict[str, list[str]]:
    """The questions by how they wait, each once: those of two children in the same words are one.

    Papers that aren't ticked are no question, and what is known of a date in part is an answer.
    """
    asked = [line for line in lines if line.path != PAPERS]
    states = {"open": ("open", "skipped"), "unsure": ("unsure",)}
    return {
        key: list(dict.fromkeys(line.question for line in asked if line.state in those))
        for key, those in states.items()
    }

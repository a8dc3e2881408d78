"""A letter of one case as the bytes of a file."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import get_args

from ircc_prep.api.opening import Opened
from ircc_prep.api.views import words_for
from ircc_prep.core.brand import BrandWithLogo
from ircc_prep.core.deadlines.deadline import Deadline
from ircc_prep.core.deadlines.redacted import shown_deadlines
from ircc_prep.core.derive.people import INVITED
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.result import Audience, Evaluation
from ircc_prep.core.text import Language, Text
from ircc_prep.errors import UsageError
from ircc_prep.files.resources import folder
from ircc_prep.render.context import Context
from ircc_prep.render.letters.cover import cover
from ircc_prep.render.letters.handover import handover
from ircc_prep.render.letters.letter import Letter, LetterKind
from ircc_prep.render.letters.papers import papers_to_send
from ircc_prep.render.letters.request import request
from ircc_prep.render.look import Look
from ircc_prep.render.press import Press

LETTERS: tuple[LetterKind, ...] = get_args(LetterKind)


def letter_bytes(
    kind: LetterKind,
    opened: Opened,
    evaluation: Evaluation,
    languages: Sequence[Language],
    look: Look,
    brand: BrandWithLogo | None = None,
    suffix: str = ".pdf",
    press: Press | None = None,
    *,
    to_follow: bool = False,
) -> bytes:
    """The letter in each language, one after the other, as a file with this suffix (.pdf, .html, .md, .txt).

    `evaluation` is of the opened case, redacted or not. Empty where there is nothing to write: nothing in hand for a
    cover letter, nothing to get or to answer for a request. `to_follow` lists in a cover letter what comes later.

    Raises UsageError for a redacted letter that has to name people, and as `packet_pdf` does.
    """
    refuse_redacted(kind, evaluation.redaction.audience if evaluation.redaction else "self")
    deadlines = () if kind == "cover" else _deadlines(opened, evaluation)
    letters = [_letter(kind, opened, evaluation, each, brand, deadlines, to_follow=to_follow) for each in languages]
    written = [letter for letter in letters if letter]
    return _bytes(written, suffix, look, press) if written else b""


def refuse_redacted(kind: LetterKind, audience: Audience) -> None:
    """Raises UsageError for a letter that is no use to such a reader: one to somebody names them, a log gets none."""
    if audience == "self" or (kind == "handover" and audience == "consultant"):
        return
    raise UsageError.saying(
        Text(
            "A letter that names nobody can only be a handover note for a consultant.",
            "Une lettre qui ne nomme personne ne peut être qu’une note de transfert destinée à un consultant.",
        ),
        Text(
            "Leave --redact out, or write a handover note with --redact consultant.",
            "Omettez --redact, ou produisez une note de transfert (handover) avec --redact consultant.",
        ),
    )


def _letter(
    kind: LetterKind,
    opened: Opened,
    evaluation: Evaluation,
    language: Language,
    brand: BrandWithLogo | None,
    deadlines: Sequence[Deadline],
    *,
    to_follow: bool,
) -> Letter | None:
    words = words_for(opened.book, language)
    if kind == "handover":
        return handover(lambda numbers=None: Context(evaluation, words, numbers), brand, deadlines)
    if kind == "request":
        return request(Context(_in_the_open(opened, evaluation), words, citing=False), brand, deadlines)
    papers = papers_to_send(evaluation, _without(opened, evaluation, {INVITED}, interview=None))
    return cover(Context(evaluation, words, citing=False), brand, papers, to_follow=to_follow)


def _in_the_open(opened: Opened, evaluation: Evaluation) -> Evaluation:
    """The evaluation without what is to get only because of an answer on safety: others may read a client's letters."""
    safety = opened.book.facts_on_safety
    if safety.isdisjoint(opened.case.answers):
        return evaluation
    wanted = {item.name for item in _without(opened, evaluation, safety).items if item.to_get}
    return replace(evaluation, items=tuple(item for item in evaluation.items if item.name in wanted or not item.to_get))


def _without(opened: Opened, evaluation: Evaluation, facts: Collection[str], **more: None) -> Evaluation:
    """What would follow on the same day if these answers, and these parts of the case, weren't there."""
    case = opened.case
    answers = {fact: value for fact, value in case.answers.items() if fact not in facts}
    unsure = tuple(mark for mark in case.unsure if mark not in facts and mark.partition(".")[0] not in more)
    left = case.model_copy(update={"answers": answers, "unsure": unsure, **more})
    return evaluate(opened.book, left, evaluation.checked_on)


def _deadlines(opened: Opened, shown: Evaluation) -> Sequence[Deadline]:
    """Those that the evaluation may show; which there are is for the whole case to say."""
    true = evaluate(opened.book, opened.case, shown.checked_on) if shown.redaction else shown
    return shown_deadlines(opened.book, true, shown)


def _bytes(letters: Sequence[Letter], suffix: str, look: Look, press: Press | None) -> bytes:
    if suffix == ".md":
        from ircc_prep.render.letters.markdown import letters_markdown

        return letters_markdown(letters).encode()
    if suffix == ".txt":
        from ircc_prep.render.letters.text import letters_text

        return letters_text(letters).encode()
    from ircc_prep.render.letters.html import letters_html, letters_pdf

    if suffix == ".html":
        return letters_html(letters, folder("templates"), look).encode()
    return letters_pdf(letters, folder("templates"), look, press)

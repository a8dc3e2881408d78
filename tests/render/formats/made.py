"""Cases for the formats: a shipped family as `check` finds it, and the sample family with concerns of any wording."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ircc_prep.api.opening import Opened, with_book
from ircc_prep.api.views import words_for
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.gate.audience import for_audience
from ircc_prep.core.gate.concern import Concern
from ircc_prep.core.gate.judging import Rules, Subject, judge
from ircc_prep.core.gate.verdict import FailOn, Verdict, exit_code
from ircc_prep.core.gate.waivers import PlacedWaiver, Waiver
from ircc_prep.core.problems import Place, Problem
from ircc_prep.core.redaction.redact import redacted
from ircc_prep.core.result import Audience
from ircc_prep.core.text import Language, Text, same
from ircc_prep.files.case_file import parse
from ircc_prep.files.checklists import Pack
from ircc_prep.files.wording import wording
from ircc_prep.files.yaml_text import read
from ircc_prep.render.formats.checked import Checked, Unread
from ircc_prep.render.formats.documented import documented
from ircc_prep.render.words import Words
from tests.render.samples import QUESTIONS, evaluation

ROOT = Path(__file__).parents[3]
DAY = date(2026, 11, 22)
VERSION = "1.2.3"
PERSONA = ROOT / "checklists" / "personas" / "express-entry.en.yaml"
# One thing that somebody answers for, one that nobody answers for any more, and one that covers nothing.
_WAIVERS = (
    {"item": "originals-of-copies", "person": "maricel", "reason": "They arrive on Friday", "expires": "2026-12-01"},
    {"finding": "figure-below-threshold", "reason": "The table changes", "expires": "2026-11-01"},
    {"item": "photo", "person": "maricel", "reason": "It was too old", "expires": "2026-12-01"},
)
# A file with the keys that the sample family's facts lead to.
_FILE = "people:\n  - id: maria\n    stays:\n      - country: PH\n      - country: AE\nanswers: {funds.amount: 1}\n"


@cache
def _opened(name: str, raw: bytes) -> Opened:
    return with_book(parse(raw, Path(name)), Pack(examples=False))


def waivers(file: str) -> tuple[PlacedWaiver, ...]:
    return tuple(
        PlacedWaiver(Waiver.model_validate({"owner": "Ana Lim", **waiver}), Place(file, 3 + 5 * number, 5))
        for number, waiver in enumerate(_WAIVERS)
    )


def found(
    name: str = "cases/maricel.yaml",
    language: Language = "en",
    audience: Audience = "self",
    *,
    raw: bytes | None = None,
    rules: Rules | None = None,
) -> Checked:
    """A family as a run of `check` finds it, with some of what is the matter waived."""
    opened = _opened(name, PERSONA.read_bytes() if raw is None else raw)
    case, book = opened.case, opened.book
    whole = evaluate(book, case, DAY)
    judged = judge(
        [Subject(name, name, case, whole, book)], rules or Rules(waivers=waivers("waivers.yaml")), whole=True
    )[0]
    shown = redacted(whole, audience, book)
    return Checked(
        name if audience == "self" else "CASE",
        shown,
        for_audience(judged.concerns, shown),
        judged.verdict,
        words_for(book, language),
        opened.file.source if audience == "self" else None,
        documented(book),
    )


def checked(
    concerns: Sequence[Concern], name: str = "maria.yaml", fail_on: FailOn = "missing", *, places: bool = True
) -> Checked:
    """The sample family with these concerns."""
    titles = {each.id: same(each.id.capitalize()) for each in concerns}
    verdict = Verdict(exit_code(concerns, fail_on), fail_on, False, False, False, ())
    words = Words(wording(), "en", QUESTIONS, titles)
    return Checked(name, evaluation(), tuple(concerns), verdict, words, read(_FILE, name) if places else None, {})


def concern(message: str = "It is missing.", **more: Any) -> Concern:
    """An item that is to get, unless told otherwise."""
    given: dict[str, Any] = {
        "kind": "item", "id": "police-certificate", "name": "police-certificate", "level": "missing",
        "state": "missing", "message": same(message),
    }  # fmt: skip
    return Concern(**{**given, **more})


def unread(name: str = "bad.yaml", what: str = "The key “role” is missing.", place: Place | None = None) -> Unread:
    """A case that can't be read."""
    problem = Problem("missing-key", ("people", 0), Text(what, what), Text("Add it.", "Ajoutez-la."), place)
    return Unread(name, (problem,), "en")

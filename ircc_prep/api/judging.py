"""One case made ready to be judged, and once it is, ready for the formats of `check`."""

from datetime import date

from ircc_prep.api.opening import Opened
from ircc_prep.api.views import words_for
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.gate.audience import for_audience, verdict_for
from ircc_prep.core.gate.judging import Judged, Subject
from ircc_prep.core.redaction.redact import redacted
from ircc_prep.core.result import Audience
from ircc_prep.core.text import Language
from ircc_prep.render.formats.checked import Checked
from ircc_prep.render.formats.documented import documented


def subject_of(opened: Opened, known_as: str, today: date) -> Subject:
    """The case with what follows from it on that day; `known_as` is what a baseline calls it."""
    evaluation = evaluate(opened.book, opened.case, today)
    return Subject(opened.file.path.absolute().as_posix(), known_as, opened.case, evaluation, opened.book)


def checked_of(
    name: str, opened: Opened, subject: Subject, judged: Judged, language: Language, audience: Audience
) -> Checked:
    """What the formats may tell of a case to that audience; `name` is what they call it."""
    shown = redacted(subject.evaluation, audience, opened.book)
    return Checked(
        name,
        shown,
        for_audience(judged.concerns, shown),
        verdict_for(audience, judged.verdict),
        words_for(opened.book, language),
        opened.file.source if audience == "self" else None,
        documented(opened.book),
    )

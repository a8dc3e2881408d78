"""The packet, a letter and the calendar of an open case, as the bytes of files."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Literal

from ircc_prep.api.choices import (
    Form,
    OutputLanguage,
    StrPath,
    audience_of,
    chosen,
    day_of,
    language_of,
    languages_of,
    look_of,
    names,
)
from ircc_prep.api.given import OpenCase
from ircc_prep.api.letters import letter_bytes, refuse_redacted
from ircc_prep.api.printing import packet_bytes, press_for, sections
from ircc_prep.api.views import view, words_for
from ircc_prep.core.brand import BrandWithLogo
from ircc_prep.core.deadlines.redacted import shown_deadlines
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.redaction.redact import redacted
from ircc_prep.core.result import Audience, Evaluation
from ircc_prep.core.text import Language
from ircc_prep.files import brands
from ircc_prep.render.calendar import calendar_text
from ircc_prep.render.letters.letter import LetterKind
from ircc_prep.render.look import Paper

CalendarAudience = Literal["self", "consultant"]


def packet(
    case: OpenCase,
    *,
    form: Form = "pdf",
    lang: OutputLanguage | None = None,
    paper: Paper = "letter",
    large_print: bool = False,
    fillable: bool = False,
    only: Sequence[str] = (),
    without: Sequence[str] = (),
    brand: StrPath | None = None,
    on: date | None = None,
    redact: Audience = "self",
) -> bytes:
    """The preparation packet, as `ircc-prep packet` writes it: the bytes of a PDF, HTML, Markdown or text file.

    `lang` is one language, or `both` side by side (None: the case's, else English). `only` and `without` name sections;
    `brand` is a firm's file. `fillable` puts boxes to tick and room to write into a PDF. `on` is the day of the check
    (None: today). The same case, day and version give the same bytes. A PDF is drawn in a process of its own, so that a
    crash of the engine is an error.

    Raises UsageError for a section or word that there isn't, or sections that are empty; BrandError; RenderError where
    no font has a letter of a name; InstallationError and EngineError where the engine is missing or breaks down.
    """
    chosen("form", form, Form)
    look = look_of(paper, large_print=large_print, fillable=fillable)
    firm = _brand(brand)
    wanted = sections(names(only), names(without), firm)
    languages = languages_of(lang, case.behind.opened.case)
    with press_for(f".{form}") as press:
        book = case.behind.opened.book
        shown = _shown(case, day_of(on), audience_of(redact))
        views = [view(shown, book, language, wanted, firm) for language in languages]
        return packet_bytes(views, f".{form}", look, press)


def letter(
    kind: LetterKind,
    case: OpenCase,
    *,
    form: Form = "pdf",
    lang: OutputLanguage | None = None,
    paper: Paper = "letter",
    large_print: bool = False,
    fillable: bool = False,
    to_follow: bool = False,
    brand: StrPath | None = None,
    on: date | None = None,
    redact: Audience = "self",
) -> bytes:
    """A letter, as `ircc-prep letter` writes it; empty where there is nothing to write.

    `kind` is `cover` (what is enclosed, for IRCC), `request` (what is missing, for a client) or `handover` (the state
    of the file, for a colleague). `to_follow` lists in a cover letter what comes later too. With `lang="both"` the two
    languages follow one another. The other options are those of `packet`. Raises UsageError for a redacted letter that
    has to name people, and what `packet` raises.
    """
    chosen("kind", kind, LetterKind)
    chosen("form", form, Form)
    audience = audience_of(redact)
    refuse_redacted(kind, audience)
    look = look_of(paper, large_print=large_print, fillable=fillable)
    firm = _brand(brand)
    opened = case.behind.opened
    languages = languages_of(lang, opened.case)
    with press_for(f".{form}") as press:
        shown = _shown(case, day_of(on), audience)
        return letter_bytes(kind, opened, shown, languages, look, firm, f".{form}", press, to_follow=to_follow)


def calendar(
    case: OpenCase,
    *,
    lang: Language | None = None,
    on: date | None = None,
    written: datetime | None = None,
    redact: CalendarAudience = "self",
) -> bytes:
    """The deadlines as an iCalendar file, as `ircc-prep calendar` writes it; empty where no day lies ahead.

    `written` is the time of writing, with its time zone: a calendar that was written later takes the place of an
    earlier one where it is imported. None is now where `on` is None too, else the beginning of that day (UTC), so that
    a given day gives the same bytes. Deadlines known by their year alone are left out. Raises UsageError for a word
    that there isn't.
    """
    audience = chosen("redact", redact, CalendarAudience)
    opened, today = case.behind.opened, day_of(on)
    true = evaluate(opened.book, opened.case, today)
    shown = redacted(true, audience, opened.book)
    words = words_for(opened.book, language_of(lang, opened.case))
    ahead = shown_deadlines(opened.book, true, shown)
    return calendar_text(shown, ahead, words, written or _written(on, today)).encode()


def _written(on: date | None, today: date) -> datetime:
    return datetime.now(UTC).replace(microsecond=0) if on is None else datetime.combine(today, time(), UTC)


def _shown(case: OpenCase, today: date, audience: Audience) -> Evaluation:
    opened = case.behind.opened
    return redacted(evaluate(opened.book, opened.case, today), audience, opened.book)


def _brand(brand: StrPath | None) -> BrandWithLogo | None:
    return None if brand is None else brands.load(Path(brand))

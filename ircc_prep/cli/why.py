"""`ircc-prep why`: why a result is as it is, and what it hangs on."""

import json
import shutil
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ircc_prep.api.explaining import Answered, answered, explained
from ircc_prep.cli.language import say
from ircc_prep.cli.opening import open_case
from ircc_prep.cli.options import CaseArgument, OnOption, Redact, RedactOption, Settings, day, opens_cases
from ircc_prep.cli.output import put
from ircc_prep.core.redaction.redact import redacted
from ircc_prep.files.checklists import Pack

if TYPE_CHECKING:  # what is printed is loaded when it is
    from ircc_prep.render.why import Page

WIDTH, WIDEST, NARROWEST = 80, 100, 40


class WhyFormat(StrEnum):
    """How an explanation is written."""

    text = "text"
    json = "json"


@opens_cases
def why(
    case: CaseArgument,
    item: Annotated[
        str | None,
        typer.Argument(
            metavar="[ITEM]",
            help=say(
                "A requirement (police-certificate/maria/AE, or its id alone), a finding, computed/NAME or interview.",
                "Un élément (police-certificate/maria/AE, ou police-certificate seul), un constat, "
                "computed/NOM ou interview.",
            ),
        ),
    ] = None,
    assume: Annotated[
        list[str] | None,
        typer.Option(
            "--if",
            metavar="FACT=VALUE",
            help=say(
                "Assume this answer; nothing is written to the file (may be repeated).",
                "Supposer cette réponse, sans rien écrire dans le dossier (peut être répété).",
            ),
        ),
    ] = None,
    on: OnOption = None,
    format: Annotated[
        WhyFormat, typer.Option("--format", help=say("How it is written.", "Format de l’explication."))
    ] = WhyFormat.text,
    redact: RedactOption = Redact.everything,
    *,
    settings: Settings,
) -> int:
    """Explains one result, or tells what an assumption would change."""
    opened, today = open_case(case, settings), day(on)
    pack = Pack(settings.checklists, examples=False)
    found = answered(opened, pack, item, assume or (), redact.value, today)
    put(_text(found, settings) if format is WhyFormat.text else _json(found, settings))
    return 0


def _text(answered: Answered, settings: Settings) -> str:
    from ircc_prep.api.views import words_for
    from ircc_prep.render.rows import Row, as_rows
    from ircc_prep.render.why import Page, effect_rows, why_rows, why_text
    from ircc_prep.render.wrapping import wrap

    asked = answered.asked
    evaluation = redacted(asked.found, answered.audience, asked.book)
    width = min(max(shutil.get_terminal_size((WIDTH, 24)).columns, NARROWEST), WIDEST)
    words = words_for(asked.book, settings.language(asked.case))
    page = Page(asked.book, evaluation, words, width)
    rows: list[Row] = []
    if evaluation.redaction:
        notice = page.words.colon(page.words.of(evaluation.redaction.label))
        rows += as_rows("quiet", wrap(f"{notice} {page.words.of(evaluation.redaction.note)}", width))
        rows.append(Row("body", ""))
    if answered.effects is not None:
        rows += effect_rows(_assumed_words(answered, page), answered.effects, page)
    rows += [Row("body", "")] * (2 if rows and rows[-1].text and answered.whys else 0)
    rows += why_rows(answered.whys, page)
    return why_text(rows, color=settings.color, marks=not settings.accessible)


def _assumed_words(answered: Answered, page: "Page") -> list[str]:
    """What was assumed; for other eyes the facts without their values."""
    if answered.audience == "self":
        return [page.phrases().change(each) for each in answered.assumed]
    return [page.context.facts.path(each.fact) for each in answered.assumed]


def _json(answered: Answered, settings: Settings) -> str:
    data = explained(answered, settings.language(answered.asked.case))
    return json.dumps(data, ensure_ascii=False, indent=2)

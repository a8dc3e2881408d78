"""`ircc-prep why`: why a result is as it is, and what it hangs on."""

import json
import shutil
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ircc_prep import __version__
from ircc_prep.api.opening import Opened, problems_against
from ircc_prep.cli.language import say
from ircc_prep.cli.opening import open_case
from ircc_prep.cli.options import CaseArgument, OnOption, Redact, RedactOption, Settings, day, opens_cases
from ircc_prep.cli.output import put
from ircc_prep.core.case import Case
from ircc_prep.core.edit import Data
from ircc_prep.core.problems import Problem, did_you_mean
from ircc_prep.core.redaction.redact import redacted
from ircc_prep.core.result import Audience
from ircc_prep.core.text import Text
from ircc_prep.core.why.answers import at
from ircc_prep.core.why.assuming import AssumptionError, assumed
from ircc_prep.core.why.effects import effects
from ircc_prep.core.why.explain import Asked, explain
from ircc_prep.core.why.matching import matching, names
from ircc_prep.core.why.parts import Change, Effect, Why
from ircc_prep.core.why.redacted import shown, shown_effects, shown_path
from ircc_prep.core.wording import shown as shown_word
from ircc_prep.errors import UsageError
from ircc_prep.files import case_file
from ircc_prep.files.checklists import Pack

if TYPE_CHECKING:  # what is printed is loaded when it is
    from ircc_prep.render.why import Page

WIDTH, WIDEST, NARROWEST = 80, 100, 40


class WhyFormat(StrEnum):
    """How an explanation is written."""

    text = "text"
    json = "json"


@dataclass(frozen=True, slots=True)
class Answered:
    """What was asked for: explanations, and what the assumptions change (None without any)."""

    asked: Asked
    audience: Redact
    whys: tuple[Why, ...]
    assumed: tuple[Change, ...]
    effects: tuple[Effect, ...] | None


@opens_cases
def why(
    case: CaseArgument,
    item: Annotated[
        str | None,
        typer.Argument(
            metavar="[ITEM]",
            help=say(
                "A requirement (police-certificate/maria/AE, or its id alone), a finding, computed/NAME or interview.",
                "Une exigence (police-certificate/maria/AE, ou son id seul), un constat, computed/NOM ou interview.",
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
        WhyFormat, typer.Option("--format", help=say("How it is written.", "Forme de l’explication."))
    ] = WhyFormat.text,
    redact: RedactOption = Redact.everything,
    *,
    settings: Settings,
) -> int:
    """Explains one result, or tells what an assumption would change."""
    opened, today = open_case(case, settings), day(on)
    before = Asked.of(opened.book, opened.case, today)
    if item is None and not assume:
        raise _which(None, before)
    answered = _answered(opened, before, item, tuple(assume or ()), redact, settings)
    put(_text(answered, settings) if format is WhyFormat.text else _json(answered, settings))
    return 0


def _answered(
    opened: Opened, before: Asked, item: str | None, assume: tuple[str, ...], redact: Redact, settings: Settings
) -> Answered:
    paths, data = _assumptions(opened, assume)
    asked = Asked.of(opened.book, _valid(data, opened, settings), before.today) if assume else before
    subjects = matching(asked.book, asked.case, asked.today, asked.found, item) if item else ()
    if item and not subjects:
        raise _which(item, asked)
    found = effects(before.found, asked.found) if assume else None
    if item and found is not None:
        found = tuple(each for each in found if each.name in {subject.name for subject in subjects})
    audience: Audience = redact.value
    other = redacted(asked.found, audience, asked.book)
    whys = tuple(shown(explain(asked, subject), asked, other, audience) for subject in subjects)
    changes = tuple(_change(path, asked, audience) for path in paths)
    told = None if found is None else shown_effects(found, asked, audience)
    return Answered(asked, redact, whys, changes, told)


def _change(path: str, asked: Asked, audience: Audience) -> Change:
    """What was assumed of a fact, by the path that the audience knows it by."""
    value = at(asked.case, path)
    if isinstance(value, tuple):
        value = len(value)
    return Change(shown_path(path, asked, audience), value)


def _assumptions(opened: Opened, assume: tuple[str, ...]) -> tuple[tuple[str, ...], Data]:
    """The facts that are assumed, and the file's data with them; raises UsageError."""
    data, paths = opened.file.data, []
    for written in assume:
        try:
            path, data = assumed(opened.book, opened.case, data, written)
        except AssumptionError as error:
            raise UsageError(error.problem) from None
        paths.append(path)
    return tuple(paths), data


def _valid(data: Data, opened: Opened, settings: Settings) -> Case:
    """The case that the data describe; raises UsageError where no file could say so."""
    case, problems = case_file.checked(data)
    if case is not None and not problems:
        problems = problems_against(case, opened.book, Pack(settings.checklists, examples=False))
    if case is None or problems:
        raise UsageError(*problems)
    return case


def _which(item: str | None, asked: Asked) -> UsageError:
    """There is no such result in this case: the nearest, and all that there are."""
    known = names(asked.book, asked.case, asked.today, asked.found)
    bare = list(dict.fromkeys(name if name.startswith("computed/") else name.split("/")[0] for name in known))
    listed = ", ".join(bare)
    everything = Text(f"This case has: {listed}.", f"Ce dossier a : {listed}.")
    if item is None:
        what = Text("Name an item, or assume something with --if.", "Nommez un élément, ou supposez un fait avec --if.")
        return UsageError(Problem("no-such-item", (), what, everything))
    word = shown_word(item)
    what = Text(f"This case has no item “{word}”.", f"Ce dossier n’a pas d’élément « {word} ».")
    near = did_you_mean(item, [*bare, *known])
    hint = Text(f"{near.en}\n    {everything.en}", f"{near.fr}\n    {everything.fr}") if near else everything
    return UsageError(Problem("no-such-item", (), what, hint))


def _text(answered: Answered, settings: Settings) -> str:
    from ircc_prep.api.views import words_for
    from ircc_prep.render.rows import Row, as_rows
    from ircc_prep.render.why import Page, effect_rows, why_rows, why_text
    from ircc_prep.render.wrapping import wrap

    asked = answered.asked
    evaluation = redacted(asked.found, answered.audience.value, asked.book)
    width = min(max(shutil.get_terminal_size((WIDTH, 24)).columns, NARROWEST), WIDEST)
    words = words_for(asked.book, settings.language(asked.case))
    page = Page(asked.book, evaluation, words, width, _programs(settings))
    rows: list[Row] = []
    if evaluation.redaction:
        notice = page.words.colon(page.words.of(evaluation.redaction.label))
        rows += as_rows("quiet", wrap(f"{notice} {page.words.of(evaluation.redaction.note)}", width))
        rows.append(Row("body", ""))
    if answered.effects is not None:
        rows += effect_rows(_assumed_words(answered, page), answered.effects, page)
    for each in answered.whys:
        rows += [Row("body", "")] * (2 if rows and rows[-1].text else 0)
        rows += why_rows(each, page)
    return why_text(rows, color=settings.color, marks=not settings.accessible)


def _programs(settings: Settings) -> dict[str, Text]:
    """The titles of all programs: conditions of shared topics name them."""
    pack = Pack(settings.checklists, examples=False)
    return {program: pack.header(program).title for program in pack.programs()}


def _assumed_words(answered: Answered, page: "Page") -> list[str]:
    """What was assumed; for other eyes the facts without their values."""
    if answered.audience is Redact.everything:
        return [page.phrases().change(each) for each in answered.assumed]
    return [page.context.facts.path(each.fact) for each in answered.assumed]


def _json(answered: Answered, settings: Settings) -> str:
    from ircc_prep.api.views import words_for
    from ircc_prep.render.why_json import why_data

    asked = answered.asked
    words = words_for(asked.book, settings.language(asked.case))
    facts = [each.fact for each in answered.assumed]
    data = why_data(answered.whys, facts, answered.effects, asked.case, words, __version__)
    return json.dumps(data, ensure_ascii=False, indent=2)

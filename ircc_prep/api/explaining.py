"""Why a result of a case is as it is, and what an assumption would change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ircc_prep import __version__
from ircc_prep.api.opening import Opened, problems_against
from ircc_prep.api.views import words_for
from ircc_prep.core.case import Case
from ircc_prep.core.edit import Data
from ircc_prep.core.problems import Problem, did_you_mean
from ircc_prep.core.redaction.redact import redacted
from ircc_prep.core.result import Audience
from ircc_prep.core.text import Language, Text
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
from ircc_prep.render.why_json import why_data


@dataclass(frozen=True, slots=True)
class Answered:
    """What was asked for: explanations, and what the assumptions change (None without any)."""

    asked: Asked
    audience: Audience
    whys: tuple[Why, ...]
    assumed: tuple[Change, ...]
    effects: tuple[Effect, ...] | None


def answered(
    opened: Opened, pack: Pack, item: str | None, assume: Sequence[str], audience: Audience, today: date
) -> Answered:
    """The explanation of every result that `item` names, under assumptions written as `fact=value`.

    Raises UsageError where the case has no such result or fact, where the value can't be one, or without both.
    """
    before = Asked.of(opened.book, opened.case, today)
    if item is None and not assume:
        raise _which(None, before)
    paths, data = _assumptions(opened, assume)
    asked = Asked.of(opened.book, _valid(data, opened, pack), today) if assume else before
    subjects = matching(asked.book, asked.case, asked.today, asked.found, item) if item else ()
    if item and not subjects:
        raise _which(item, asked)
    found = effects(before.found, asked.found) if assume else None
    if item and found is not None:
        found = tuple(each for each in found if each.name in {subject.name for subject in subjects})
    other = redacted(asked.found, audience, asked.book)
    whys = tuple(shown(explain(asked, subject), asked, other, audience) for subject in subjects)
    changes = tuple(_change(path, asked, audience) for path in paths)
    told = None if found is None else shown_effects(found, asked, audience)
    return Answered(asked, audience, whys, changes, told)


def explained(answered: Answered, language: Language) -> dict[str, Any]:
    """The same for scripts: `ircc-prep/why/1`."""
    asked = answered.asked
    facts = [each.fact for each in answered.assumed]
    return why_data(answered.whys, facts, answered.effects, asked.case, words_for(asked.book, language), __version__)


def _change(path: str, asked: Asked, audience: Audience) -> Change:
    """What was assumed of a fact, by the path that the audience knows it by."""
    value = at(asked.case, path)
    if isinstance(value, tuple):
        value = len(value)
    return Change(shown_path(path, asked, audience), value)


def _assumptions(opened: Opened, assume: Sequence[str]) -> tuple[tuple[str, ...], Data]:
    """The facts that are assumed, and the file's data with them; raises UsageError."""
    data, paths = opened.file.data, []
    for written in assume:
        try:
            path, data = assumed(opened.book, opened.case, data, written)
        except AssumptionError as error:
            raise UsageError(error.problem) from None
        paths.append(path)
    return tuple(paths), data


def _valid(data: Data, opened: Opened, pack: Pack) -> Case:
    """The case that the data describe; raises UsageError where no file could say so."""
    case, problems = case_file.checked(data)
    if case is not None and not problems:
        problems = problems_against(case, opened.book, pack)
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

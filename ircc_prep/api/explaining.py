"""Why a result of a case is as it is, and what an assumption would change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ircc_prep import __version__
from ircc_prep.api.opening import Opened, problems_against
from ircc_prep.api.views import words_for
from ircc_prep.core.aside import without
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
from ircc_prep.core.why.matching import matching, subjects
from ircc_prep.core.why.parts import Change, Effect, Why
from ircc_prep.core.why.private import on_safety
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
    if item is None and not assume:
        raise _which(None, Asked.of(opened.book, opened.case, today), audience)
    paths, data = _assumptions(opened, assume, audience)
    asked = _tried(opened, _valid(data, opened, pack), today) if assume else Asked.of(opened.book, opened.case, today)
    meant = matching(asked.book, asked.case, asked.today, asked.found, item) if item else ()
    if item and not meant:
        raise _which(item, asked, audience)
    found = effects(_tried(opened, opened.case, today).found, asked.found) if assume else None
    if item and found is not None:
        found = tuple(each for each in found if each.name in {subject.name for subject in meant})
    other = redacted(asked.found, audience, asked.book)
    whys = tuple(shown(explain(asked, subject), asked, other, audience) for subject in meant)
    changes = tuple(_change(path, asked, audience) for path in paths)
    told = None if found is None else shown_effects(found, asked, audience)
    return Answered(asked, audience, whys, changes, told)


def _tried(opened: Opened, case: Case, today: date) -> Asked:
    """A case before or after what is assumed, as if nothing had been answered on safety.

    Such an answer may be set aside, or make no difference, until something is assumed: what that changes would tell it.
    """
    return Asked.of(opened.book, without(case, on_safety(opened.book)), today)


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


def _assumptions(opened: Opened, assume: Sequence[str], audience: Audience) -> tuple[tuple[str, ...], Data]:
    """The facts that are assumed, and the file's data with them; raises UsageError."""
    data, paths = opened.file.data, []
    for written in assume:
        try:
            path, data = assumed(opened.book, opened.case, data, written, naming_people=audience == "self")
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


def _which(item: str | None, asked: Asked, audience: Audience) -> UsageError:
    """There is no such result in this case: the nearest, or all that there are. Full names name people."""
    known = list(subjects(asked.book, asked.case, asked.today, asked.found))
    titles = {each.name if each.kind == "computed" else each.name.split("/")[0]: each.title for each in known}
    everything = Text(
        "\n    ".join(("This case has:", *(f"{name}: {title.en}" for name, title in titles.items()))),
        "\n    ".join(("Ce dossier a\u00a0:", *(f"{name}\u00a0: {title.fr}" for name, title in titles.items()))),
    )
    if item is None:
        what = Text("Name an item, or assume something with --if.", "Nommez un élément, ou supposez un fait avec --if.")
        return UsageError(Problem("no-such-item", (), what, everything))
    word = shown_word(item)
    what = Text(f"This case has no item “{word}”.", f"Ce dossier n’a pas d’élément «\u00a0{word}\u00a0».")
    names = [each.name for each in known] if audience == "self" else []
    near = did_you_mean(item, [*titles, *names, *(each for title in titles.values() for each in (title.en, title.fr))])
    return UsageError(Problem("no-such-item", (), what, _or_all(near) if near else everything))


def _or_all(near: Text) -> Text:
    return Text(f"{near.en} Without an item, all are listed.", f"{near.fr} Sans élément, ils sont tous énumérés.")

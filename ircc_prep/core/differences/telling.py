"""What of the differences may be told, and to whom.

Values of sensitive answers are told to nobody: the same as in every other output (core/discretion.py). For an audience
both versions are redacted by one key, so that a person or country has one name in them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from ircc_prep.core.case import Case
from ircc_prep.core.differences.case_differences import CaseDifferences, Change, value_at
from ircc_prep.core.differences.compared import Compared, Version
from ircc_prep.core.differences.outcome_differences import Difference, Outcomes
from ircc_prep.core.discretion import kept_back
from ircc_prep.core.redaction.key import MASKED, NUMBERED, Key
from ircc_prep.core.redaction.masking import masked
from ircc_prep.core.redaction.people import roles_of
from ircc_prep.core.redaction.redact import key_of, redacted
from ircc_prep.core.result import Audience, Evaluation
from ircc_prep.core.validation.unsure import names_a_field

Kind = TypeVar("Kind")


def telling(found: Compared, audience: Audience) -> Compared:
    """The differences as an audience may see them. Outcomes stay what they are."""
    open = _discreet(found)
    return open if audience == "self" else _redacted(open, audience)


def _discreet(found: Compared) -> Compared:
    questions = {
        each.question.fact: each.question
        for version in (found.old, found.new)
        for each in version.book.questions
        if each.question.type is not None
    }
    kept = {id for id, question in questions.items() if kept_back(question)}
    told: dict[Change, Change] = {}
    unasked = 0
    for change in found.answers.changes:
        if change.path not in questions and _is_answer(change.path):
            unasked += 1  # another program's: nothing here says how delicate it is
        else:
            told[change] = _hidden(change) if change.path in kept else change
    return replace(_with(found, told, found.outcomes), unasked=unasked)


def _is_answer(path: str) -> bool:
    return not (names_a_field(path) or path in ("program", "language"))


def _hidden(change: Change) -> Change:
    """A change without what was answered; that there was an answer isn't hidden."""
    old, new = (None if value is None else MASKED for value in (change.old, change.new))
    return replace(change, old=old, new=new, shown=False)


def _redacted(found: Compared, audience: Audience) -> Compared:
    old, new = found.outcomes.old, found.outcomes.new
    keys = _keys(found, audience)
    versions = (
        replace(found.old, case=masked(found.old.case, keys[0])[0]),
        replace(found.new, case=masked(found.new.case, keys[1])[0]),
    )
    shown = tuple(
        redacted(each, audience, version.book, key)
        for each, version, key in zip((old, new), (found.old, found.new), keys, strict=True)
    )
    told = {
        change: _as_seen(change, versions, keys)
        for change in found.answers.changes
        if change.path not in keys[0].withheld | keys[1].withheld
    }
    seen = {**_seen(old, shown[0], keys[0]), **_seen(new, shown[1], keys[1])}
    outcomes = _outcomes(found.outcomes, shown[0], shown[1], seen)
    made = replace(_with(found, told, outcomes), old=versions[0], new=versions[1])
    reasons = [each.redaction for each in shown if each.redaction]
    return replace(made, redaction=(reasons[0], reasons[1]))


def _keys(found: Compared, audience: Audience) -> tuple[Key, Key]:
    """One key in two forms: ids are those of each version, and whatever they become is the same."""
    outcomes, people = found.outcomes, found.answers.together.people
    one = key_of(outcomes.old, audience, found.old.book)
    other = key_of(outcomes.new, audience, found.new.book)
    gone = [person for person in found.old.case.people or () if person.id not in people]
    everybody = found.new.case.model_copy(update={"people": (*(found.new.case.people or ()), *gone)})
    ids, names = roles_of(everybody)
    before = {person.id: ids[people.get(person.id, person.id)] for person in found.old.case.people or ()}
    merged = replace(
        other,
        ids=ids,
        names=names,
        countries=_countries(other.countries, one.countries),
        births=(*one.births, *other.births),
        answers={**one.answers, **other.answers},
        withheld=(one.withheld | other.withheld),
        items={*one.items, *other.items},
    )
    return replace(merged, ids=before), merged


def _countries(known: Mapping[str, str], more: Mapping[str, str]) -> dict[str, str]:
    """The numbers of the newer version's countries, and further ones for those of the older."""
    found = dict(known)
    for code in more:
        found.setdefault(code, f"{NUMBERED}{len(found) + 1}")
    return found


def _as_seen(change: Change, versions: tuple[Version, Version], keys: tuple[Key, Key]) -> Change:
    paths = [
        key.path(path) if path else None for path, key in zip((change.old_path, change.new_path), keys, strict=True)
    ]
    values = (
        _value(true, version.case, path)
        for true, version, path in zip((change.old, change.new), versions, paths, strict=True)
    )
    old, new = values
    hidden = MASKED in (old, new) or (old == new and change.kind == "changed")
    return replace(change, old_path=paths[0], new_path=paths[1], old=old, new=new, shown=change.shown and not hidden)


def _value(true: Any, case: Case, path: str | None) -> Any:
    if true is None or path is None or true == ():
        return true
    seen = value_at(case, path)
    return MASKED if seen is None else seen


def _seen(true: Evaluation, shown: Evaluation, key: Key) -> dict[int, Any]:
    """Each result of an evaluation, by its identity, as the redacted one has it. What is left out there is absent."""
    whole = [*zip(true.items, shown.items, strict=True), *zip(true.findings, shown.findings, strict=True)]
    whole += [*zip(true.figures, shown.figures, strict=True), (true.interview, shown.interview)]
    some = [
        *_left(
            true.officer_questions,
            shown.officer_questions,
            lambda one, other: one.id == other.id and key.ids.get(one.person or "", one.person) == other.person,
        ),
        *_left(true.guidance, shown.guidance, lambda one, other: one.id == other.id),
        *_left(true.open_questions, shown.open_questions, lambda one, other: key.path(one.fact) == other.fact),
    ]
    return {id(one): other for one, other in (*whole, *some)}


def _left(true: Sequence[Any], shown: Sequence[Any], same: Any) -> Iterator[tuple[Any, Any]]:
    """What is left of a list, in its order, beside what it was."""
    rest = list(shown)
    for each in true:
        if rest and same(each, rest[0]):
            yield each, rest.pop(0)


def _outcomes(outcomes: Outcomes, old: Evaluation, new: Evaluation, seen: Mapping[int, Any]) -> Outcomes:
    left = outcomes.each(lambda each: _difference(each, seen) if _is_seen(each, seen) else None)
    return replace(left, old=old, new=new)


def _is_seen(difference: Difference[Any], seen: Mapping[int, Any]) -> bool:
    """Whether every side that there is may be told: one alone would tell of the other."""
    return all(each is None or id(each) in seen for each in (difference.old, difference.new))


def _difference(difference: Difference[Kind], seen: Mapping[int, Any]) -> Difference[Kind]:
    old, new = (None if each is None else seen[id(each)] for each in (difference.old, difference.new))
    return replace(difference, old=old, new=new)


def _with(found: Compared, told: Mapping[Change, Change], outcomes: Outcomes) -> Compared:
    """The differences with the changes as they are told, and without those that aren't."""

    def behind(difference: Difference[Kind]) -> Difference[Kind]:
        return replace(difference, rests_on=tuple(told[change] for change in difference.rests_on if change in told))

    answers = CaseDifferences(tuple(told.values()), found.answers.together)
    return replace(found, answers=answers, outcomes=outcomes.each(behind))

"""An explanation as an audience may see it. A log gets no value, and no change: what would flip a result tells it.

Nor does it get the outcome of a figure that has no threshold: that is the figure itself.
"""

from collections.abc import Mapping
from dataclasses import replace

from ircc_prep.core.redaction.key import MASKED, Key
from ircc_prep.core.redaction.redact import key_of
from ircc_prep.core.result import Audience, Evaluation, FactValue, Read
from ircc_prep.core.why.explain import Asked
from ircc_prep.core.why.parts import Change, Effect, Kind, Result, Why
from ircc_prep.core.why.reached import IN_WORDS


def shown(why: Why, asked: Asked, redacted: Evaluation, audience: Audience) -> Why:
    """The explanation for that audience; `redacted` is the evaluation as it may see it."""
    if audience == "self":
        return why
    key = key_of(asked.found, audience, asked.book)
    kept = audience != "log"
    return replace(
        why,
        name=_name(key, why.name, why.person, why.country),
        person=key.ids.get(why.person or "", why.person),
        country=key.countries.get(why.country or "", why.country),
        outcome=_outcome(why.kind, why.outcome, audience),
        result=_results(asked.found, redacted).get(id(why.result)),
        deciding=tuple(
            replace(each, fact=key.path(each.fact), value=_value(key, each.fact, each.value)) for each in why.deciding
        ),
        flips=tuple(replace(flip, changes=_changes(key, flip.changes)) for flip in why.flips) if kept else (),
        settling=tuple(
            replace(
                each,
                fact=key.path(each.fact),
                outcomes=tuple((_change(key, change), outcome) for change, outcome in each.outcomes) if kept else (),
            )
            for each in why.settling
        ),
        rule=why.rule and replace(why.rule, day=redacted.rules_on if why.rule.chosen_by != "today" else why.rule.day),
    )


def shown_effects(effects: tuple[Effect, ...], asked: Asked, audience: Audience) -> tuple[Effect, ...]:
    """The effects under the roles' ids."""
    if audience == "self":
        return effects
    key = key_of(asked.found, audience, asked.book)
    return tuple(
        replace(
            each,
            name=_name(key, each.name, each.person, each.country),
            person=key.ids.get(each.person or "", each.person),
            country=key.countries.get(each.country or "", each.country),
            before=_outcome(each.kind, each.before, audience),
            after=_outcome(each.kind, each.after, audience),
        )
        for each in effects
    )


def shown_path(path: str, asked: Asked, audience: Audience) -> str:
    """A fact's path under the roles' ids."""
    return path if audience == "self" else key_of(asked.found, audience, asked.book).path(path)


def _name(key: Key, name: str, person: str | None, country: str | None) -> str:
    new = {person: key.ids.get(person or "", person), country: key.countries.get(country or "", country)}
    id, *rest = name.split("/")
    return "/".join([id, *(new.get(part) or part for part in rest)])


def _outcome(kind: Kind, outcome: str, audience: Audience) -> str:
    return MASKED if audience == "log" and kind == "computed" and outcome not in IN_WORDS else outcome


def _value(key: Key, fact: str, value: FactValue) -> FactValue:
    return key.read(Read(fact, value)).value


def _changes(key: Key, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return tuple(_change(key, change) for change in changes)


def _change(key: Key, change: Change) -> Change:
    return replace(change, fact=key.path(change.fact), value=_value(key, change.fact, change.value))


def _results(found: Evaluation, redacted: Evaluation) -> Mapping[int, Result]:
    """What each result has become, by the identity of the true one: redaction keeps their order."""
    pairs: list[tuple[Result, Result]] = [*zip(found.items, redacted.items, strict=True)]
    pairs += zip(found.findings, redacted.findings, strict=True)
    pairs += [*zip(found.figures, redacted.figures, strict=True), (found.interview, redacted.interview)]
    return {id(true): other for true, other in pairs}

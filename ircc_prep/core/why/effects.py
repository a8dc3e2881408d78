"""What an assumption changes: every result with another outcome than before."""

from collections.abc import Iterator

from ircc_prep.core.result import Evaluation, Figure, Finding, Item
from ircc_prep.core.text import Text
from ircc_prep.core.why.parts import Effect, Kind
from ircc_prep.core.why.reached import NOT_SHOWN, figure_outcome
from ircc_prep.core.why.subjects import FIGURES, INTERVIEW, NOT_RAISED


def effects(before: Evaluation, after: Evaluation) -> tuple[Effect, ...]:
    """Items, findings, figures and the interview that change, in the order in which a result lists them."""
    return tuple(_changed(before, after))


def _changed(before: Evaluation, after: Evaluation) -> Iterator[Effect]:
    old, new = ({each.name: each for each in found.items} for found in (before, after))
    for name in dict.fromkeys((*old, *new)):
        item = new.get(name) or old[name]
        yield from _effect("item", name, item.title, _standing(old.get(name)), _standing(new.get(name)), item)
    raised, then = _findings(before), _findings(after)
    for name in dict.fromkeys((*raised, *then)):
        finding = then.get(name) or raised[name]
        before_it, after_it = (found[name].severity if name in found else NOT_RAISED for found in (raised, then))
        yield from _effect("finding", name, finding.title, before_it, after_it, finding)
    figures, later = ({each.name: each for each in found.figures} for found in (before, after))
    for name in dict.fromkeys((*figures, *later)):
        title = (later.get(name) or figures[name]).title
        yield from _effect("computed", f"{FIGURES}/{name}", title, _figure(figures.get(name)), _figure(later.get(name)))
    yield from _effect("interview", "interview", INTERVIEW, before.interview.likelihood, after.interview.likelihood)


def _effect(
    kind: Kind, name: str, title: Text, before: str, after: str, of: Item | Finding | None = None
) -> Iterator[Effect]:
    if before != after:
        yield Effect(kind, name, title, of.person if of else None, getattr(of, "country", None), before, after)


def _standing(item: Item | None) -> str:
    """An item that isn't there needs nothing; one that has to be held stands as what is in hand."""
    if item is None:
        return "not-needed"
    return f"{item.status}/{item.holding}" if item.holding and item.status == "needed" else item.status


def _figure(figure: Figure | None) -> str:
    return figure_outcome(figure) if figure else NOT_SHOWN


def _findings(found: Evaluation) -> dict[str, Finding]:
    """By name; of several, the gravest, which comes first."""
    return {each.name: each for each in reversed(found.findings)}

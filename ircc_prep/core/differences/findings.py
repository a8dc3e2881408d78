"""Which finding of one evaluation is which of another: there may be several of one kind about one person."""

from collections.abc import Iterator

from ircc_prep.core.differences.sides import Side
from ircc_prep.core.result import Finding


def pairs_of_findings(old: Side, new: Side) -> Iterator[tuple[Finding | None, Finding | None]]:
    """Findings that are the same point: of one check, about one person, resting on the same entries or the same days.

    A gap that became shorter is the same gap; one that closed while another opened elsewhere is not.
    """
    left = list(old.evaluation.findings)
    found: dict[int, Finding] = {}
    for near in (_same_facts_and_days, _same_facts, _some_facts, _same_days):
        for place, after in enumerate(new.evaluation.findings):
            alike = [each for each in left if place not in found and _same_kind(each, after, old)]
            before = next((each for each in alike if near(each, after, old)), None)
            if before is not None:
                found[place] = before
                left = [each for each in left if each is not before]
    yield from ((found.get(place), after) for place, after in enumerate(new.evaluation.findings))
    yield from ((before, None) for before in left)


def _same_kind(old: Finding, new: Finding, side: Side) -> bool:
    return (old.code, side.person(old.person)) == (new.code, new.person)


def _same_facts_and_days(old: Finding, new: Finding, side: Side) -> bool:
    return _same_facts(old, new, side) and (old.start, old.end) == (new.start, new.end)


def _same_facts(old: Finding, new: Finding, side: Side) -> bool:
    return old.says == new.says and set(map(side.path, old.facts)) == set(new.facts)


def _some_facts(old: Finding, new: Finding, side: Side) -> bool:
    return not set(map(side.path, old.facts)).isdisjoint(new.facts)


def _same_days(old: Finding, new: Finding, side: Side) -> bool:
    del side
    return old.start is not None and (old.start == new.start or old.end == new.end)

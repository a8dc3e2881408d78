"""One fact is told once: months without an address in which nothing says what the person did either.

The two checks look at one list each, so that the questionnaire can ask about a list by itself. In the whole file the
same months are one hole, and one answer fills it: `history-gap` then names both.
"""

from collections.abc import Iterable
from dataclasses import replace

from ircc_prep.core.review.register import Raised

ADDRESSES, ACTIVITIES = "address-gap", "history-gap"
_BOTH = {"gap": "both", "perhaps": "perhaps-both"}

Told = tuple[str, Raised]  # the check's id and what it raised


def told_once(raised: Iterable[Told]) -> list[Told]:
    """What the checks raised, a gap in the activities over the same months as one in the addresses made one of both."""
    raised = list(raised)
    addresses = {_months(each): each for code, each in raised if code == ADDRESSES}
    activities = {_months(each) for code, each in raised if code == ACTIVITIES}
    found = []
    for code, each in raised:
        if code == ADDRESSES and _months(each) in activities:
            continue
        same = addresses.get(_months(each)) if code == ACTIVITIES else None
        found.append((code, _of_both(each, same) if same else each))
    return found


def _months(gap: Raised) -> tuple[object, ...]:
    return gap.says, gap.person, gap.start, gap.end


def _of_both(activities: Raised, addresses: Raised) -> Raised:
    return replace(
        activities,
        says=_BOTH[activities.says],
        facts=(*activities.facts, *addresses.facts),
        asks=(*activities.asks, *addresses.asks),
    )

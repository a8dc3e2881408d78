"""Places as stays name them, by country, city and address: whether one is certainly another than those known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ircc_prep.core.case import Stay
from ircc_prep.core.review.whereabouts import folded

Part = str | None


class Places:
    """Several places. Whatever part of one isn't given may be anything."""

    def __init__(self, stays: Iterable[Stay]) -> None:
        self._known: dict[tuple[Part, ...], set[Part]] = defaultdict(set)
        for stay in stays:
            parts = place_of(stay)
            for depth, part in enumerate(parts):
                self._known[parts[:depth]].add(part)

    def certainly_lack(self, stay: Stay) -> bool:
        """Whether the stay is in a place that is none of them, as far as country, city and address can tell."""
        parts = place_of(stay)
        for depth, part in enumerate(parts):
            known = self._known[parts[:depth]]
            if part is None or None in known:
                return False
            if part not in known:
                return True
        return False


def place_of(stay: Stay) -> tuple[Part, ...]:
    """Country, city and address in letters that can be compared; None for what isn't given."""
    return tuple(_parts(stay))


def _parts(stay: Stay) -> Iterator[Part]:
    yield stay.country
    for words in (stay.city, stay.address):
        yield folded(words or "") or None

"""The day on which each dated entry of a person began or happened."""

from collections.abc import Iterator
from dataclasses import dataclass

from ircc_prep.core.case import LanguageTest, Noun, Period
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.review.file import PersonFile

# The lists of a person, with the field that says when an entry began or happened.
_DATED = {
    "stays": "start",
    "activities": "start",
    "education": "start",
    "trips": "start",
    "status_in_canada": "start",
    "service": "start",
    "passports": "issued",
    "language_tests": "taken",
    "refusals": "date",
    "charges": "date",
}
_SCORES = ("listening", "reading", "writing", "speaking")


@dataclass(frozen=True, slots=True)
class Beginning:
    """An entry by its path, and the day on which it began or happened."""

    path: str
    entry: Noun
    day: PartialDate

    @property
    def may_be_planned(self) -> bool:
        """Whether it can stand in the file before it begins: a move, a job, a test that is booked and has no scores."""
        if isinstance(self.entry, LanguageTest):
            return all(getattr(self.entry, score) is None for score in _SCORES)
        return isinstance(self.entry, Period)


def beginnings(person: PersonFile) -> Iterator[Beginning]:
    """Every entry of the person's lists whose day is known at all."""
    for name, field in _DATED.items():
        for index, entry in enumerate(getattr(person.person, name) or ()):
            day = getattr(entry, field)
            if day is not None:
                yield Beginning(f"{person.path}.{name}[{index}]", entry, day)

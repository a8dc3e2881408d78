"""Refusals, removals and charges as the family lists them, and what the answers about them leave unlisted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ircc_prep.core.case import Charge, Refusal
from ircc_prep.core.review.file import File, PersonFile

EVER_REFUSED = "background.ever_refused"
ASKED_OF_CHARGES = 12  # the age from which the questionnaire asks: nobody younger can be charged in Canada


@dataclass(frozen=True, slots=True)
class Refused:
    """A refusal, refused entry or removal with its path and whose it is."""

    path: str
    entry: Refusal
    person: PersonFile


@dataclass(frozen=True, slots=True)
class Charged:
    """An arrest, charge or conviction with its path and whose it is."""

    path: str
    entry: Charge
    person: PersonFile


def refusals(people: Sequence[PersonFile]) -> Iterator[Refused]:
    """Every refusal that these people list."""
    for person in people:
        for index, entry in enumerate(person.person.refusals or ()):
            yield Refused(f"{person.path}.refusals[{index}]", entry, person)


def refusals_told(file: File, people: Sequence[PersonFile]) -> bool:
    """Whether these people have said which refusals they had; who says that there were none is asked for no list."""
    if file.answers.get(EVER_REFUSED) is False:
        return True
    return bool(people) and all(person.person.refusals is not None for person in people)


def refusal_lists(people: Sequence[PersonFile]) -> tuple[str, ...]:
    """The paths of the lists of refusals that are answered."""
    return tuple(f"{person.path}.refusals" for person in people if person.person.refusals is not None)


def charges(people: Sequence[PersonFile]) -> Iterator[Charged]:
    """Every arrest, charge or conviction that these people list."""
    for person in people:
        for index, entry in enumerate(person.person.charges or ()):
            yield Charged(f"{person.path}.charges[{index}]", entry, person)


def charges_told(file: File, people: Sequence[PersonFile]) -> bool:
    """Whether everybody who is asked has said which charges they had."""
    asked = [person for person in people if person.person.charges is not None or not _too_young(file, person)]
    return bool(asked) and all(person.person.charges is not None for person in asked)


def _too_young(file: File, person: PersonFile) -> bool:
    ages = person.age_on(file.submitted)
    return ages is not None and ages[1] < ASKED_OF_CHARGES


def charge_lists(people: Sequence[PersonFile]) -> tuple[str, ...]:
    """The paths of the lists of charges that are answered."""
    return tuple(f"{person.path}.charges" for person in people if person.person.charges is not None)

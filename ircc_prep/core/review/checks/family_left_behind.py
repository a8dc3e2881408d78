"""Family members who don't come along, and of whom nothing shows that they were examined.

For permanent residence everyone in the family is examined, coming along or not (IRPR 30(1)(a)(i), 70(1)(e)); who
wasn't is shut out of a later sponsorship (IRPR 117(9)(d)). Where a checklist asks for the medical examination of that
person, it says so itself and nothing is raised. Citizens and permanent residents aren't examined, and protected
persons have rules of their own (IRPR 30(1)(e)). It is one note for the whole family.
"""

from collections.abc import Iterator

from ircc_prep.core.review.family import foreign
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import Someone

EXAMINATIONS = ("upfront-medical", "medical-exam")


@check("family-left-behind")
def family_left_behind(file: File) -> Iterator[Raised]:
    """Partners and dependent children who stay, beside the medical items and what is in hand."""
    if file.answers.get("landing.protected_person") is True:
        return
    staying = [each for each in (*file.partners, *file.children) if each.person.accompanying is False and foreign(each)]
    unseen = [person for person in staying if not _asked_for(file, person) and not _in_hand(file, person)]
    if unseen:
        facts = tuple(f"{person.path}.accompanying" for person in unseen)
        yield Raised("not-shown", facts=facts, words={"people": tuple(Someone(person.id) for person in unseen)})


def _asked_for(file: File, person: PersonFile) -> bool:
    return any(
        item.id in EXAMINATIONS and item.person == person.id and item.status != "not-needed" for item in file.items
    )


def _in_hand(file: File, person: PersonFile) -> bool:
    return any(document.person == person.id for _, document in file.documents(*EXAMINATIONS))

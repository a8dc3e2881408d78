"""A child beside the ages of the adults who may be the parents: the applicant and the listed spouse or partner.

Below 13 nobody is taken to have become a parent: younger mothers and fathers are a medical rarity, and a date typed
wrong is far likelier. Nothing is assumed of anybody's sex, and somebody without a birth date may always be the parent.
Only where no adult listed can be the parent, and no child is said to be adopted, is it raised as certain; where the
applicant alone is too young, a partner's child or an adoption explains it.
"""

from collections.abc import Iterator

from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import Someone, Value, When

YOUNGEST_PARENT = 13


@check("child-parent-age")
def child_parent_age(file: File) -> Iterator[Raised]:
    """Each dependent child beside the applicant and the partners."""
    adults = tuple(each for each in (file.applicant, *file.partners) if each)
    for child in file.children:
        too_young = [adult for adult in adults if _surely_too_young(adult, child)]
        if too_young and len(too_young) == len(adults):
            says = "applicant-too-young" if file.answers.get("family.adopted_child") else "nobody-old-enough"
            yield _raised(says, child, too_young)
        elif alone := [adult for adult in too_young if adult.person.role == "principal-applicant"]:
            yield _raised("applicant-too-young", child, alone)


def _surely_too_young(adult: PersonFile, child: PersonFile) -> bool:
    ages = adult.age_on(child.born) if child.born else None
    return ages is not None and ages[1] < YOUNGEST_PARENT


def _raised(says: str, child: PersonFile, adults: list[PersonFile]) -> Raised:
    words: dict[str, Value] = {
        "adults": tuple(Someone(adult.id) for adult in adults),
        "adults_born": tuple(adult.born for adult in adults if adult.born),
    }
    if child.born:
        words["born"] = When(child.born)
    facts = tuple(f"{each.path}.date_of_birth" for each in (child, *adults))
    return Raised(says, child.id, facts=facts, words=words)

"""Another name, and no paper in hand that links it with the present one.

Where a checklist asks for such a paper, as for Express Entry, it says so itself and nothing is raised. A certificate
of a marriage or of its end in the family may show both names, so with one in hand nothing is raised either. A name in
another script is the same name written differently: a translation shows that. Why somebody has another name is free
text, and isn't read.
"""

from collections.abc import Iterator
from unicodedata import name

from ircc_prep.core.case import OtherName
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check

NAME_CHANGE = "name-change-document"
PAPERS = (NAME_CHANGE, "marriage-certificate", "divorce-certificate", "adoption-certificate")


@check("name-without-paper")
def name_without_paper(file: File) -> Iterator[Raised]:
    """Each family member's other names beside the papers of the family."""
    for person in file.family:
        if _asked_for(file, person) or _in_hand(file, person):
            continue
        others = [index for index, other in enumerate(person.person.names or ()) if _in_latin_letters(other)]
        if others:
            yield Raised("no-paper", person.id, facts=tuple(f"{person.path}.names[{index}]" for index in others))


def _asked_for(file: File, person: PersonFile) -> bool:
    return any(
        item.id == NAME_CHANGE and item.person == person.id and item.status != "not-needed" for item in file.items
    )


def _in_hand(file: File, person: PersonFile) -> bool:
    """A change of name is the person's own; a marriage may have changed the name of either, whoever holds the paper."""
    held = file.documents(*PAPERS)
    return any(document.item != NAME_CHANGE or document.person in (person.id, None) for _, document in held)


def _in_latin_letters(other: OtherName) -> bool:
    letters = [letter for letter in f"{other.family_name or ''}{other.given_names or ''}" if letter.isalpha()]
    return bool(letters) and all(name(letter, "").startswith("LATIN") for letter in letters)

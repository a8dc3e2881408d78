"""Children whose listed births don't go together: one who stands in the list twice, and births a few months apart.

Twins don't share their given names, so the same names with the same day of birth are perhaps one child. No mother gives
birth twice within less than about eight months, but births of twins can lie days or weeks apart; children of different
parents, as in every blended family, can be of any age. So only more than one month and less than eight count, only
where the answer knows of no adopted child, and it is a note.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.whereabouts import folded
from ircc_prep.core.said import Someone, Value

ADOPTED = "family.adopted_child"
TWINS, NEXT_BIRTH = 1, 8  # months: the longest between twins, and the shortest between two births of one mother


@check("children-listed")
def children_listed(file: File) -> Iterator[Raised]:
    """The dependent children beside each other."""
    yield from _twice(file)
    if file.answers.get(ADOPTED) is not False:
        return
    known = [(child.born, child) for child in file.children if child.born]
    by_birth = sorted(known, key=lambda each: (each[0].first, each[0].last, each[1].id))
    for (first, elder), (second, younger) in pairwise(by_birth):
        if _apart(first, second):
            words: dict[str, Value] = {
                "elder": Someone(elder.id),
                "younger": Someone(younger.id),
                "first": first,
                "second": second,
            }
            facts = (_birth(elder), _birth(younger), ADOPTED)
            yield Raised("births-close", facts=facts, start=first, end=second, words=words)


def _twice(file: File) -> Iterator[Raised]:
    same: dict[tuple[PartialDate, str], list[PersonFile]] = defaultdict(list)
    for child in file.children:
        names = folded(child.person.given_names or "")
        if child.born and child.born.exact and names:
            same[child.born, names].append(child)
    for (born, _), children in same.items():
        if len(children) > 1:
            facts = tuple(path for child in children for path in (f"{child.path}.given_names", _birth(child)))
            yield Raised("twice", facts=facts, start=born, words={"child": Someone(children[0].id), "born": born})


def _apart(first: PartialDate, second: PartialDate) -> bool:
    """Whether the births certainly lie more than a month and less than eight apart."""
    return second.first > first.plus_months(TWINS).last and second.last < first.plus_months(NEXT_BIRTH).first


def _birth(child: PersonFile) -> str:
    return f"{child.path}.date_of_birth"

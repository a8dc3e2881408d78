"""What people are called while nobody has given their name: an id of ours is no name."""

from collections.abc import Mapping

from ircc_prep.core.case import Case
from ircc_prep.core.redaction.people import roles_of
from ircc_prep.core.text import Text


def by_role(case: Case) -> Mapping[str, Text]:
    """The role, with its article, of each person of the case who has no name yet, by the person's id."""
    ids, names = roles_of(case)
    return {each.id: names[ids[each.id]] for each in case.people or () if not (each.given_names or each.family_name)}

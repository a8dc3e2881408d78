"""Entries that begin before the person was born: a wrong year in one of the two."""

from collections.abc import Iterator

from ircc_prep.core.review.beginnings import beginnings
from ircc_prep.core.review.file import File
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import entries


@check("before-birth")
def before_birth(file: File) -> Iterator[Raised]:
    """Everybody's entries of which the day certainly lies before the day of birth, in one finding."""
    for person in file.people:
        born = person.born
        if born is None:
            continue
        paths = tuple(each.path for each in beginnings(person) if each.day.before(born) is True)
        if paths:
            facts = (f"{person.path}.date_of_birth", *paths)
            yield Raised("early", person.id, facts, words={"entries": entries(paths), "born": born})

"""The category of an occupation beside its code: the second digit of a code of the NOC 2021 is its TEER category.

One finding for each code and category that don't agree, however many jobs share the slip. A code or a category that
isn't given is silence.
"""

from collections import defaultdict
from collections.abc import Iterator

from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.work import activity
from ircc_prep.core.said import Value, entries

HIGHEST_TEER = 5


@check("noc-teer")
def noc_teer(file: File) -> Iterator[Raised]:
    """For each person in the family, codes whose second digit isn't the category that is given."""
    for person in file.family:
        yield from _slips(person)


def _slips(person: PersonFile) -> Iterator[Raised]:
    together: dict[tuple[str, int], list[str]] = defaultdict(list)
    for span in person.did or ():
        job = activity(span)
        if job.noc is not None and job.teer is not None and int(job.noc[1]) != job.teer:
            together[job.noc, job.teer].append(span.path)
    for (noc, teer), paths in together.items():
        digit = int(noc[1])
        words: dict[str, Value] = {"jobs": entries(paths), "code": noc, "digit": digit, "category": teer}
        yield Raised("no-such-code" if digit > HIGHEST_TEER else "differs", person.id, tuple(paths), words=words)

"""Arrests, charges or convictions that an answer speaks of and no list has, and the other way round.

A list counts as answered by everybody who is asked for it. The ground of security is left out: it rests on acts or
membership (IRPA 34) and needs no charge.
"""

from collections import defaultdict
from collections.abc import Iterator

from ircc_prep.core.review.declared import Charged, charge_lists, charges, charges_told
from ircc_prep.core.review.file import File
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import When, entries


@check("charge-unlisted")
def charge_unlisted(file: File) -> Iterator[Raised]:
    """The answers about charges against the lists of the family, and charges since submission against the answer."""
    listed = tuple(charges(file.family))
    changed = file.answers.get("changes.criminal")
    if not listed and charges_told(file, file.family):
        if changed is True:
            yield Raised("none-listed", facts=charge_lists(file.family))
        elif file.answers.get("trp.ground") == "criminality":
            yield Raised("ground", facts=("trp.ground", *charge_lists(file.family)))
    if changed is False:
        yield from _denied(file, listed)


def _denied(file: File, listed: tuple[Charged, ...]) -> Iterator[Raised]:
    """Charges that certainly came after submission, while nothing of the kind has changed: one finding per person."""
    sent = file.case.submitted
    if sent is None or not file.already_submitted:
        return
    later: dict[str, list[str]] = defaultdict(list)
    for each in listed:
        if each.entry.date and sent.before(each.entry.date) is True:
            later[each.person.id].append(each.path)
    for person, paths in later.items():
        yield Raised("denied", person, tuple(paths), words={"sent": When(sent), "entries": entries(paths)})

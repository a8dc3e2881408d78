"""Refusals that an answer or the rest of the file speaks of, and the lists don't have; and the other way round.

A refugee claim that came to an end says nothing of a refusal by itself: it may have been accepted, withdrawn or
abandoned. It is a note where the person certainly lived in Canada for a whole month right after it (the forms ask for
months) and no reading of the dates gives them another status then.
"""

from collections.abc import Iterator

from ircc_prep.core.case import StatusInCanada
from ircc_prep.core.dates import add_days
from ircc_prep.core.review.declared import EVER_REFUSED, Refused, refusal_lists, refusals, refusals_told
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Days, Span, common, covered, uncovered, whole_months
from ircc_prep.core.review.work import place
from ircc_prep.core.said import EntryAt, entries

RECENT_CLAIM = "trp.claim_refused_within_12_months"


@check("refusal-unlisted")
def refusal_unlisted(file: File) -> Iterator[Raised]:
    """The general answer against the lists of the whole family, then what else implies a refusal that isn't listed."""
    listed = tuple(refusals(file.family))
    told, ever = refusals_told(file, file.family), file.answers.get(EVER_REFUSED)
    lists = refusal_lists(file.family)
    if ever is False and listed:
        paths = tuple(each.path for each in listed)
        yield Raised("denied", facts=paths, words={"entries": entries(paths)})
    elif ever is True and told and not listed:
        yield Raised("none-listed", facts=lists)
    elif file.answers.get("contact.refusal_received") is True and told and not listed:
        yield Raised("received", facts=lists)
    yield from _claims(file, listed)


def _claims(file: File, listed: tuple[Refused, ...]) -> Iterator[Raised]:
    """Refugee claims in Canada that ended, or whose end an answer speaks of, while no refused claim is listed."""
    refused = {each.person.id for each in listed if each.entry.kind == "refugee-claim"}
    for person in file.family:
        if person.id in refused or not refusals_told(file, (person,)):
            continue
        if person is file.applicant and file.answers.get(RECENT_CLAIM) is True:
            yield Raised("recent-claim", person.id, facts=(RECENT_CLAIM, *refusal_lists((person,))))
            continue
        for claim in _left_open(person):
            facts = (claim.path, *refusal_lists((person,)))
            yield Raised("claim", person.id, facts, claim.end, words={"claim": EntryAt(claim.path)})


def _left_open(person: PersonFile) -> Iterator[Span]:
    """The last claim of the person, where it ended and whole months in Canada with no other status follow."""
    statuses = person.status or ()
    claims = [span for span in statuses if _kind(span) == "refugee-claimant"]
    last = max(claims, key=lambda span: span.end.last, default=None)
    if last is None or last.ongoing or person.lived is None:
        return
    in_canada = covered((span for span in person.lived if place(span) == "CA"), surely=True)
    after: Days = (add_days(last.end.last, 1), person.today)
    held = covered(span for span in statuses if _kind(span) not in ("refugee-claimant", "none"))
    without = next(iter(uncovered(held, after)), None)
    if without and without[0] == after[0] and any(map(whole_months, common([without], in_canada))):
        yield last


def _kind(span: Span) -> str | None:
    return span.entry.kind if isinstance(span.entry, StatusInCanada) else None

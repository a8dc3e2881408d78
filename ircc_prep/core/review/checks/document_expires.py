"""Documents that are good today and run out before a day on which they have to be good.

The days are the planned submission, the interview or arrival and, at a port of entry without a day of arrival, the
last day on which the family may arrive. An item says *expired* of a paper that runs out before the interview; that it
is still valid today, and until when, only a finding says. What has run out today is left to the items. Of several
papers for one item the one that lasts longest counts; a paper that shows no expiry date lasts. Only an expiry known by
year alone is asked for: papers bear the day.
"""

from collections.abc import Iterator, Sequence

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.result import Item
from ircc_prep.core.review.family import day_of
from ircc_prep.core.review.file import File
from ircc_prep.core.review.papers import ARRIVAL_STREAM, Paper, Papers, meeting, meeting_ahead, submission_ahead
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import in_one_month
from ircc_prep.core.said import Value, When
from ircc_prep.core.text import Text

_PASSPORT = "passport"  # passports have a check of their own
_SUBMISSION = Text("the planned submission", "la présentation prévue de la demande")
_LAST_ARRIVAL = "landing.copr_expires"


@check("document-expires")
def document_expires(file: File) -> Iterator[Raised]:
    """Every needed item whose papers are valid today, and run out before a day that is still to come."""
    papers = Papers(file)
    for item in file.items:
        if item.id == _PASSPORT or _says_it_itself(file, item):
            continue
        if item.status != "needed" or item.holding not in ("ready", "expired"):
            continue
        lasting = _lasting(papers.of(item.id, item.person, item.country))
        if lasting and lasting[1].first >= file.today:
            yield from _running_out(file, item, *lasting)


def _says_it_itself(file: File, item: Item) -> bool:
    """Whether the item has a condition of its own for *expired*: that it doesn't matter, or on which day it does."""
    requirement = file.requirements.get(item.id)
    return requirement is not None and any(rule.holding.expired is not None for rule in requirement.rules)


def _lasting(held: Sequence[Paper]) -> tuple[Paper, PartialDate] | None:
    """The paper that lasts longest, with its last day; None where one shows no expiry date."""
    dated = [(paper, paper.document.expires) for paper in held if paper.document.expires is not None]
    return max(dated, key=lambda pair: pair[1].last) if dated and len(dated) == len(held) else None


def _running_out(file: File, item: Item, paper: Paper, expires: PartialDate) -> Iterator[Raised]:
    planned, met = submission_ahead(file), meeting_ahead(file)
    if planned is not None and expires.before(planned) is True:
        yield _raised("before-submission", item, paper, expires, planned, "planned_submission")
        return
    if met is not None and expires.before(met) is True:
        yield _raised("before-interview", item, paper, expires, met, "interview.date", event=meeting(file))
        return
    if planned is not None and expires.before(planned) is None and not in_one_month(expires):
        yield _raised("perhaps", item, paper, expires, planned, "planned_submission")
        return
    days = ((planned, _SUBMISSION, "planned_submission"), (met, meeting(file), "interview.date"))
    for day, event, path in days:
        if day is not None and day == expires and day.exact:
            yield _raised("on-that-day", item, paper, expires, day, path, event=event)
            return
    yield from _before_the_last_arrival(file, item, paper, expires)


def _before_the_last_arrival(file: File, item: Item, paper: Paper, expires: PartialDate) -> Iterator[Raised]:
    """The confirmation can be used longer than the paper: without a day of arrival, the earlier day is the last."""
    last = day_of(file, _LAST_ARRIVAL)
    undecided = file.case.stream == ARRIVAL_STREAM and file.interview.date is None
    if undecided and last is not None and expires.before(last) is True:
        yield _raised("before-last-arrival", item, paper, expires, last, _LAST_ARRIVAL)


def _raised(
    says: str, item: Item, paper: Paper, expires: PartialDate, day: PartialDate, path: str, **more: Value
) -> Raised:
    ends = f"{paper.path}.expires"
    return Raised(
        says,
        item.person,
        facts=(ends, path),
        start=expires,
        asks=(ends,) if says == "perhaps" else (),
        words={"document": item.title, "expires": When(expires), "day": day, **more},
    )

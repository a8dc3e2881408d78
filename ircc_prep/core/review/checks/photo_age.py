"""Photos that are too old on the day on which they are used.

For permanent residence IRCC's photo page and IRPR 56(2)(e)(i) allow twelve months; older lists say six, so a photo
between the two is a note. For permits we found no rule of age, so there it is never more than a note. A photo is held
against the submission; in the landing programs against the day of the interview, since their items hold it against
today.
"""

from collections.abc import Iterator

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.result import Item
from ircc_prep.core.review.file import File
from ircc_prep.core.review.papers import Paper, Papers, meeting, meeting_ahead, newest
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import When
from ircc_prep.core.text import Text

PHOTOS = ("photo", "photos", "two-printed-photos")
ALLOWED_MONTHS = 12  # IRCC's page on permanent resident photos; IRPR 56(2)(e)(i) for the card
SAFE_MONTHS = 6  # what older lists ask for
_SUBMISSION = Text("the submission of the application", "la présentation de la demande")
_TODAY = Text("today", "aujourd’hui")
Use = tuple[PartialDate, Text, str]  # the day on which a photo is used, what it is, and its path in the file


@check("photo-age")
def photo_age(file: File) -> Iterator[Raised]:
    """Every photo that an item counts as ready and that is older than a rule or an older list allows."""
    used = _day_of_use(file)
    if used is None:
        return
    for item, held in Papers(file).ready(*PHOTOS):
        if latest := newest(held):
            yield from _age(file, item, latest, used)


def _day_of_use(file: File) -> Use | None:
    if file.leads_to == "landing":
        day = meeting_ahead(file)
        return None if day is None else (day, meeting(file), "interview.date")
    for path in ("submitted", "planned_submission"):
        if getattr(file.case, path) is not None:
            return file.submitted, _SUBMISSION, path
    return file.now, _TODAY, ""


def _age(file: File, item: Item, latest: tuple[Paper, PartialDate], used: Use) -> Iterator[Raised]:
    (photo, taken), (day, event, path) = latest, used
    ruled = file.leads_to != "temporary-residence"
    if ruled and taken.plus_months(ALLOWED_MONTHS).before(day) is True:
        says = "too-old"
    elif event in (_SUBMISSION, _TODAY) and not file.already_submitted and taken.plus_months(SAFE_MONTHS).before(day):
        says = "older-than-six-months"
    else:
        return
    yield Raised(
        says,
        item.person,
        facts=(f"{photo.path}.issued", *([path] if path else [])),
        start=taken,
        words={"taken": When(taken), "event": event, "day": day},
    )

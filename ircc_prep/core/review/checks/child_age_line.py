"""A dependent child at the line of 22, or married.

A dependent child is under 22 and no spouse or common-law partner, or is 22 or over and has depended on a parent since
before 22 because of a physical or mental condition (IRPR 2). In most programs the day that decides the age is the day
of the application (IRPR 25.1(1); the program's `child_age_on` says so): a child who was under 22 then stays a child for
the whole file. Before submission it is the planned day; while none is given, six months from now are watched, our
choice of how long papers and forms may take.

For nominees of a province or an Atlantic employer, people selected by Quebec, refugees and protected persons another
day decides, which the file doesn't have (IRPR 25.1(2) to (9)), and for landing one of the earlier application. There
only the marriage is looked at. A request for a temporary permit has no such day, and doesn't use the check. Somebody
separated is still married in law until a divorce: a note, for the word is also used of a common-law union that has
ended.
"""

from collections.abc import Iterator

from ircc_prep.core.dates import MONTHS_A_YEAR, PartialDate, add_months
from ircc_prep.core.review.family import COUPLED
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import in_one_month
from ircc_prep.core.said import Choice, When
from ircc_prep.core.text import Text

LIMIT = 22
WATCHED_MONTHS = 6
NOT_SENT = Text("not sent yet", "pas encore présentée")


@check("child-age-line")
def child_age_line(file: File) -> Iterator[Raised]:
    """Every dependent child: the age where the day that decides it is known, then the marital status."""
    for child in file.children:
        says = _at_the_line(file, child) if file.review.child_age_on else None
        if says:
            yield _raised(says, file, child)
        status = child.person.marital_status
        if status in COUPLED and says != "over":
            words = {"status": Choice("marital_status", status)}
            yield Raised("not-single", child.id, facts=(f"{child.path}.marital_status",), words=words)
        if status == "separated" and says != "over":
            yield Raised("separated", child.id, facts=(f"{child.path}.marital_status",))


def _at_the_line(file: File, child: PersonFile) -> str | None:
    turns = _birthday(child)
    if turns is None:
        return None
    under_now = (file.case.submitted or file.now).before(turns)
    if under_now is False:
        return "over"
    if file.case.submitted:
        return None if under_now else "perhaps"
    planned, watched = _planned(file), PartialDate.on(add_months(file.today, WATCHED_MONTHS))
    under_then = (planned or watched).before(turns)
    if under_then is False and not _by_year(child):
        return "turning"
    if under_now is None or under_then is not True:
        return "perhaps"
    return "soon" if planned and watched.before(turns) is False else None


def _birthday(child: PersonFile) -> PartialDate | None:
    return child.born.plus_months(LIMIT * MONTHS_A_YEAR) if child.born else None


def _planned(file: File) -> PartialDate | None:
    """The planned day of submission, unless it has passed without one."""
    planned = file.case.planned_submission
    return planned if planned and planned.last >= file.today else None


def _by_year(child: PersonFile) -> bool:
    return child.born is not None and not in_one_month(child.born)


def _raised(says: str, file: File, child: PersonFile) -> Raised:
    turns, applied = _birthday(child), file.case.submitted or _planned(file) or NOT_SENT
    days = {name: getattr(file.case, name) for name in ("submitted", "planned_submission")}
    birth = f"{child.path}.date_of_birth"
    asks = (birth,) if child.born and not child.born.exact else ()
    decides = "submitted" if file.case.submitted else "planned_submission"
    if isinstance(applied, PartialDate) and not applied.exact:
        asks = (*asks, decides)
    return Raised(
        says,
        child.id,
        facts=(birth, *(name for name, day in days.items() if day)),
        start=turns,
        end=turns,
        asks=asks if says == "perhaps" else (),
        words={"applied": applied, **({"turns": When(turns)} if turns else {})},
    )

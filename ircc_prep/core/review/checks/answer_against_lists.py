"""Answers of yes or no that the lists contradict in every reading of their dates.

Somebody may be away from home, so a home alone doesn't say where a person is today: the trips have to be answered too,
and none of them, nor a status in Canada beside a home abroad, may explain the answer. The partner's work in Canada
counts as the question puts it: full-time, for a year, allowed to work (IRPR 83(1)(c.1)). A year of it can stand outside
a list that covers ten years; so the list contradicts a yes only where no whole year since the 18th birthday is free of
both an activity and a home abroad. Whether Canada accepted somebody as a refugee is a sensitive answer: it is never
among the facts. Resettled refugees and holders of a permit may have no such status on the list (IRPA 95(1)(a)).
"""

from collections.abc import Iterator, Sequence
from datetime import date

from ircc_prep.core.dates import add_years, covers_months
from ircc_prep.core.derive.experience import PAID
from ircc_prep.core.review.canada import CANADA, NONE, kind_of
from ircc_prep.core.review.family import couple
from ircc_prep.core.review.file import ADULT, File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Days, Span, common, covered, merged, uncovered
from ircc_prep.core.review.whereabouts import folded
from ircc_prep.core.review.work import activity, full_time, place
from ircc_prep.core.said import Someone, entries

IN_CANADA = ("landing.in_canada", "trp.in_canada")
PROTECTED = "landing.protected_person"
PARTNER_WORKED = "spouse.worked_in_canada"
IN_QUEBEC = "quebec.lived_or_worked"
A_YEAR = 12  # months of full-time work that the question, and IRPR 83(1)(c.1), speak of
# Cities in Canada that nobody takes for a place in another province. A list without end would one day be wrong.
# They stand here as `folded` writes them.
QUEBEC_CITIES = frozenset(
    ["montreal", "quebec", "quebeccity", "villedequebec", "laval", "gatineau", "sherbrooke", "longueuil"]
)
# With one of these on the list, or an entry that doesn't say, an acceptance as a refugee needs no status of its own.
_MAY_BE_ACCEPTED = frozenset(
    {"refugee-claimant", "protected-person", "temporary-resident-permit", "permanent-resident", "citizen", None}
)


@check("answer-against-lists")
def answer_against_lists(file: File) -> Iterator[Raised]:
    """Each such answer that the program asks for, beside the lists of the people whom it is about."""
    if file.applicant is not None:
        yield from _today(file, file.applicant)
        yield from _protection(file, file.applicant)
        yield from _quebec(file, file.applicant)
    if pair := couple(file):
        yield from _partner(file, pair[1])


def _today(file: File, person: PersonFile) -> Iterator[Raised]:
    """“Are you in Canada now?” beside the present homes and trips."""
    homes = _homes_now(person)
    for answer in IN_CANADA:
        given = file.answers.get(answer)
        if given is None or not homes or person.travelled is None:
            continue
        says = _against_home(person, homes, person.travelled) if given else _against_canada(person, homes)
        if says:
            paths = tuple(home.path for home in homes)
            yield Raised(says, person.id, (answer, *paths), words={"homes": entries(paths)})


def _against_home(person: PersonFile, homes: Sequence[Span], trips: Sequence[Span]) -> str | None:
    abroad = all(place(home) != CANADA for home in homes)
    visiting = any(place(trip) in (CANADA, None) for trip in _perhaps_now(trips, person.today))
    allowed = any(kind_of(status) != NONE for status in _perhaps_now(person.status or (), person.today))
    return "in-canada" if abroad and not visiting and not allowed else None


def _against_canada(person: PersonFile, homes: Sequence[Span]) -> str | None:
    away = _perhaps_now(person.travelled or (), person.today)
    return "outside-canada" if all(place(home) == CANADA for home in homes) and not away else None


def _homes_now(person: PersonFile) -> list[Span]:
    """The homes of today; none where one of them is doubtful or has no country."""
    homes = _perhaps_now(person.lived or (), person.today)
    sure = all(_surely_now(home, person.today) and place(home) for home in homes)
    return homes if sure else []


def _perhaps_now(spans: Sequence[Span], today: date) -> list[Span]:
    return [span for span in spans if span.longest[0] <= today <= span.longest[1]]


def _surely_now(span: Span, today: date) -> bool:
    return span.ongoing and (span.start is None or span.start.last <= today)


def _protection(file: File, person: PersonFile) -> Iterator[Raised]:
    """“Has Canada accepted you as a refugee or a protected person?” beside the statuses."""
    given = file.answers.get(PROTECTED)
    if given is None or person.status is None:
        return
    held = [each for each in person.status if kind_of(each) == "protected-person" and _surely_now(each, person.today)]
    if given is False and held:
        paths = tuple(status.path for status in held)
        yield Raised("protected-denied", person.id, paths, held[0].start, words={"statuses": entries(paths)})
    homes = _homes_now(person)
    in_canada = bool(homes) and all(place(home) == CANADA for home in homes)
    if given is True and in_canada and _MAY_BE_ACCEPTED.isdisjoint(map(kind_of, person.status)):
        yield Raised("protected-unlisted", person.id, (f"{person.path}.status_in_canada",))


def _partner(file: File, person: PersonFile) -> Iterator[Raised]:
    """“Has your spouse or partner worked full-time in Canada for a year, allowed to work?” beside the activities."""
    given = file.answers.get(PARTNER_WORKED)
    if given is True and _surely_never_worked(person):
        yield Raised("partner-work", person.id, (PARTNER_WORKED, f"{person.path}.activities"))
    elif given is False and (jobs := _jobs_of_a_year(person)):
        paths = tuple(job.path for job in jobs)
        words = {"work": entries(paths)}
        yield Raised("partner-no-work", person.id, (PARTNER_WORKED, *paths), jobs[0].start, words=words)


def _surely_never_worked(person: PersonFile) -> bool:
    """Whether no activity may be work in Canada, and no year of adult life is left for one that isn't listed."""
    if not person.did or person.born is None or any(map(_perhaps_in_canada, person.did)):
        return False
    abroad = covered((home for home in person.lived or () if place(home) not in (CANADA, None)), surely=True)
    told = merged([*covered(person.did, surely=True), *abroad])
    return not any(map(_a_year, uncovered(told, (add_years(person.born.first, ADULT), person.today))))


def _perhaps_in_canada(span: Span) -> bool:
    did = activity(span)
    return did.kind in (*PAID, "other", None) and (did.country in (CANADA, None) or bool(did.remote))


def _jobs_of_a_year(person: PersonFile) -> list[Span]:
    """Full-time jobs at a place in Canada, if a year of them certainly was under the status of a worker."""
    jobs = [job for job in person.did or () if _paid_in_canada(job) and full_time(job)]
    permitted = covered((each for each in person.status or () if kind_of(each) == "worker"), surely=True)
    return jobs if any(map(_a_year, common(covered(jobs, surely=True), permitted))) else []


def _paid_in_canada(span: Span) -> bool:
    """Paid work that was certainly done at a place in Canada."""
    did = activity(span)
    return did.kind in PAID and did.country == CANADA and did.remote is False


def _a_year(days: Days) -> bool:
    return covers_months(*days, A_YEAR)


def _quebec(file: File, applicant: PersonFile) -> Iterator[Raised]:
    """“Have you, or the partner who comes along, lived or worked in Quebec?” beside the cities of both."""
    if file.answers.get(IN_QUEBEC) is not False:
        return
    asked = (applicant, *(each for each in file.partners if each.person.accompanying))
    found = [(person, span) for person in asked for span in _in_quebec(person)]
    if found:
        paths = tuple(span.path for _, span in found)
        people = tuple(Someone(id) for id in dict.fromkeys(person.id for person, _ in found))
        yield Raised("quebec", facts=(IN_QUEBEC, *paths), words={"people": people, "entries": entries(paths)})


def _in_quebec(person: PersonFile) -> Iterator[Span]:
    for span in (*(person.lived or ()), *filter(_paid_in_canada, person.did or ())):
        begun = span.start is None or span.start.first <= person.today
        city = (getattr(span.entry, "city", None) or "").split(",")[0]
        if begun and place(span) == CANADA and folded(city) in QUEBEC_CITIES:
            yield span

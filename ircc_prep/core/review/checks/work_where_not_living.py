"""Work, study or anything else that is listed in one country while the addresses are in another.

Only days count on which the person certainly lived elsewhere and no stay, and no trip, to that country can cover them.
A state and its territories are one country here. A month is ordinary: contracts begin before the move, and leave is
taken after it. While the trips aren't answered two months are, since short assignments abroad are trips; and what lasts
longer only asks for them. Remote work is left alone; where it isn't said whether the work was remote, the answer is
asked for, because a remote job for an employer abroad is written down in the same way.

A note are also: countries with a border that people cross every day to work; crews of ships and aircraft and drivers
over long distances, by the code of the occupation; whoever held a diplomatic or official passport then; and military
service, whose armies post their people and whose conscripts keep an address at home or abroad. Unemployment, care for
somebody, retirement and other activities are a note as well: they are seldom done at a distance, but the country may be
the one of the last job, of the benefit or of the pension. They are allowed two months always.

Days on which the same job or course stands in a contradiction with another one are left to `two-full-time-jobs` and
`study-against-work`: one fact is told once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ircc_prep.core.derive.experience import PAID
from ircc_prep.core.review.borders import commuted
from ircc_prep.core.review.checks.study_against_work import study_in_another_country
from ircc_prep.core.review.checks.two_full_time_jobs import jobs_in_two_countries
from ircc_prep.core.review.clashes import Pair, gathered
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.nationality import one_state
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import (
    Days,
    Lane,
    Span,
    common,
    covered,
    longer_than,
    merged,
    shared,
    uncovered,
)  # fmt: skip
from ircc_prep.core.review.work import activity, in_a_crew, place, remote_unsaid

SERVICE = "military-service"
WORK_OR_STUDY = (*PAID, "study", SERVICE)
FOR_A_STATE = ("diplomatic", "official")  # kinds of passport
TOLD_FOR_CERTAIN = ("two-places", "two-countries")  # the warnings of the two other findings
MOVING_MONTHS = 1
ASSIGNMENT_MONTHS = 2
ALWAYS = (date.min, date.max)


@check("work-where-not-living")
def work_where_not_living(file: File) -> Iterator[Raised]:
    """Every activity, not remote, in a country where the person certainly wasn't."""
    for person in file.people:
        if person.lived is None or person.did is None:
            continue
        said: dict[str, list[Pair]] = defaultdict(list)
        for pair in _pairs(person, person.lived, person.did):
            said[_says(person, *pair)].append(pair)
        for says, pairs in said.items():
            for clash in gathered(pairs):
                trips = (f"{person.path}.trips",) if person.travelled is None else ()
                asks = {"unless-remote": remote_unsaid(clash.spans), "unless-trips": trips, "other": trips}
                yield clash.raised(says, person.id, asks.get(says, ()))


def _says(person: PersonFile, work: Span, home: Span, days: Days) -> str:
    """What explains it, or would; `elsewhere` where nothing does."""
    if activity(work).kind not in WORK_OR_STUDY:
        return "other"
    if activity(work).kind == SERVICE:
        return "service"
    if in_a_crew(work) or _for_a_state(person, days):
        return "posted"
    if activity(work).remote is None:
        return "unless-remote"
    if commuted(place(home) or "", place(work) or ""):
        return "across-a-border"
    return "unless-trips" if person.travelled is None else "elsewhere"


def _for_a_state(person: PersonFile, days: Days) -> bool:
    """Whether a diplomatic or official passport may have been valid then."""
    return any(
        passport.kind in FOR_A_STATE
        and (passport.issued is None or passport.issued.first <= days[1])
        and (passport.expires is None or passport.expires.last >= days[0])
        for _, passport in person.passports or ()
    )


def _pairs(person: PersonFile, lived: tuple[Span, ...], did: tuple[Span, ...]) -> Iterator[Pair]:
    """Every such activity with the address elsewhere, and the days on which both are certain."""
    months = ASSIGNMENT_MONTHS if person.travelled is None else MOVING_MONTHS
    certain, told = _told(person)
    for country, spans in _by_country(did).items():
        elsewhere = Lane([stay for stay in lived if _state(stay) not in (country, None)])
        absent = list(_absent(country, elsewhere.spans, [*lived, *(person.travelled or ())]))
        for span in spans:
            elsewhere_told = (told if activity(span).remote is None else certain).get(span.path, [])
            for window in common(absent, [span.shortest] if span.shortest else []):
                limit = months if activity(span).kind in WORK_OR_STUDY else ASSIGNMENT_MONTHS
                for days in uncovered(elsewhere_told, window):
                    if longer_than(days, limit):
                        yield span, elsewhere.beside(days)[0], days


def _told(person: PersonFile) -> tuple[Mapping[str, list[Days]], Mapping[str, list[Days]]]:
    """The days of each job and course of which another finding certainly tells, and of which it tells or asks."""
    certain: dict[str, list[Days]] = defaultdict(list)
    told: dict[str, list[Days]] = defaultdict(list)
    for says, clash in (*jobs_in_two_countries(person), *study_in_another_country(person)):
        for other in clash.others:
            if days := shared(clash.one, other):
                for days_of in (told, certain) if says in TOLD_FOR_CERTAIN else (told,):
                    days_of[clash.one.path].append(days)
                    days_of[other.path].append(days)
    return _in_order(certain), _in_order(told)


def _in_order(days_of: Mapping[str, list[Days]]) -> Mapping[str, list[Days]]:
    return {path: merged(days) for path, days in days_of.items()}


def _state(span: Span) -> str | None:
    country = place(span)
    return None if country is None else one_state(country)


def _by_country(did: Iterable[Span]) -> dict[str, list[Span]]:
    """What took place in a country and not at a distance, by country."""
    found: dict[str, list[Span]] = defaultdict(list)
    for span in did:
        entry = activity(span)
        if entry.kind is not None and entry.country is not None and entry.remote is not True:
            found[one_state(entry.country)].append(span)
    return found


def _absent(country: str, elsewhere: Iterable[Span], anywhere: Iterable[Span]) -> Iterator[Days]:
    """The days on which the person certainly lived in another country, and can't have been in this one."""
    perhaps_there = covered(span for span in anywhere if _state(span) in (country, None))
    return common(covered(elsewhere, surely=True), list(uncovered(perhaps_there, ALWAYS)))

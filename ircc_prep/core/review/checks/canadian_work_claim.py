"""Work in Canada that the Canadian Experience Class doesn't count (IRPR 87.1(2)(a), (3)), and years without tax papers.

The class asks for 1,560 hours of skilled work in the three years before the application. Work for oneself doesn't
count, apart from some physicians under a temporary policy. Work during full-time studies doesn't, and whether studies
were full-time isn't in the file, so that is a note, and so is a file in which no year is found at all: something may be
left out. Whether a year is left is reckoned in favour of the person: unknown hours are full-time, an unknown category
is skilled, dates are read as long as they can be. Work without a permit is the matter of `work-without-permission`.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ircc_prep.core.case import Activity, StatusInCanada
from ircc_prep.core.dates import PartialDate, add_years
from ircc_prep.core.derive.experience import FULL_TIME_WEEK, HOURS_A_YEAR, SKILLED_TEERS, WINDOW_YEARS, hours_worked
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.papers import Papers, newest
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Days, Span, common, covered, first_shared, uncovered, whole_months
from ircc_prep.core.review.work import activity
from ircc_prep.core.said import Value, When, entries

CANADA, CLASS = "CA", "cec"
CLASS_YEARS = 3  # IRPR 87.1(2)(a)
PHYSICIANS = ("31100", "31101", "31102")  # the three occupations of physicians in the classification of 2021
TAX_PAPERS = "canadian-work-support"
SLIPS_BY_MONTH = 3  # the slips and the notice for a year come in the spring of the next


@check("canadian-work-claim")
def canadian_work_claim(file: File) -> Iterator[Raised]:
    """The applicant's work in Canada: what the class doesn't count, and the years that no tax paper can show."""
    person = file.applicant
    if person is None or person.did is None:
        return
    if file.case.stream == CLASS:
        yield from _in_the_class(file, person, person.did)
    yield from _tax_years(file, person, [span for span in person.did if _paid_in_canada(activity(span))])


def _paid_in_canada(job: Activity) -> bool:
    return job.country == CANADA and job.kind in ("employment", "self-employment")


def _for_oneself(job: Activity) -> bool:
    """Self-employment that certainly isn't a physician's."""
    return job.kind == "self-employment" and job.noc not in PHYSICIANS


def _in_the_class(file: File, person: PersonFile, did: Sequence[Span]) -> Iterator[Raised]:
    recent = (add_years(file.submitted.last, -CLASS_YEARS), file.submitted.first)
    paid = [span for span in did if _paid_in_canada(activity(span)) and _shares(span, [recent])]
    own = [span for span in paid if _for_oneself(activity(span))]
    jobs = [span for span in did if _may_count(activity(span))]
    enough = _hours(file, jobs, []) >= HOURS_A_YEAR
    if own:
        paths = tuple(span.path for span in own)
        says = "self-employed" if enough else "self-employed-needed"
        yield Raised(says, person.id, paths, own[0].start, words={"work": entries(paths)})
    elif not enough:
        yield Raised("no-year", person.id, (f"{person.path}.activities",))
    if enough:
        yield from _beside_studies(file, person, jobs, [span for span in jobs if _paid_in_canada(activity(span))])


def _may_count(job: Activity) -> bool:
    """Whether it is skilled work for an employer in Canada in some reading: what isn't answered may be anything."""
    paid = job.kind in ("employment", None) or (job.kind == "self-employment" and not _for_oneself(job))
    return paid and job.country in (CANADA, None) and (job.teer is None or job.teer in SKILLED_TEERS)


def _shares(span: Span, runs: Sequence[Days]) -> bool:
    return span.shortest is not None and first_shared(span.shortest, runs) is not None


def _hours(file: File, jobs: Iterable[Span], without: Sequence[Days]) -> float:
    """The most hours that the jobs can hold in the three years, apart from some days."""
    window = (add_years(file.submitted.first, -CLASS_YEARS), file.submitted.last)
    pieces = []
    for job in jobs:
        weekly = activity(job).hours_per_week
        # What goes on is taken to go on until a submission that is still planned.
        ends = max(job.longest[1], window[1]) if job.ongoing else job.longest[1]
        hours = float(FULL_TIME_WEEK if weekly is None else weekly)
        pieces += [(first, last, hours) for first, last in uncovered(without, (job.longest[0], ends))]
    return hours_worked(pieces, window)


def _beside_studies(file: File, person: PersonFile, jobs: Sequence[Span], sure: Sequence[Span]) -> Iterator[Raised]:
    """Whole months in which work and studies, or the status of a student, certainly ran side by side."""
    recent = (add_years(file.submitted.last, -CLASS_YEARS), file.submitted.first)
    studies = [span for span in person.did or () if activity(span).kind == "study"]
    studies += [span for span in person.status or () if _of_a_student(span)]
    both = common(covered(sure, surely=True), covered(studies, surely=True))
    together = [days for days in common(list(both), [recent]) if whole_months(days)]
    if together:
        worked = [job.path for job in sure if _shares(job, together)]
        studied = [span.path for span in studies if _shares(span, together)]
        says = "beside-studies" if _hours(file, jobs, together) >= HOURS_A_YEAR else "studies-decide"
        words: dict[str, Value] = {"work": entries(worked), "studies": entries(studied)}
        yield Raised(says, person.id, (*worked, *studied), PartialDate.on(together[0][0]), words=words)


def _of_a_student(span: Span) -> bool:
    return isinstance(span.entry, StatusInCanada) and span.entry.kind == "student"


def _tax_years(file: File, person: PersonFile, work: Sequence[Span]) -> Iterator[Raised]:
    """Years over since spring in which the person certainly worked in Canada, after the newest tax paper in hand."""
    found = newest(Papers(file).of(TAX_PAPERS, person.id))
    if found is None:
        return
    paper, day = found
    asked = CLASS_YEARS if file.case.stream == CLASS else WINDOW_YEARS
    first = max(day.last.year, add_years(file.submitted.last, -asked).year)
    worked = covered(work, surely=True)
    years = [
        year
        for year in range(first, file.today.year)
        if file.today >= date(year + 1, SLIPS_BY_MONTH, 1) and any(map(whole_months, common(worked, [_whole(year)])))
    ]
    if years:
        words: dict[str, Value] = {"day": When(day), "years": tuple(PartialDate(*_whole(year)) for year in years)}
        facts = (paper.path, *(span.path for span in work if _shares(span, [_whole(year) for year in years])))
        yield Raised("tax-year", person.id, facts, PartialDate(*_whole(years[0])), words=words)


def _whole(year: int) -> Days:
    return date(year, 1, 1), date(year, 12, 31)

"""Reference letters in hand beside the jobs that may be counted: a letter can't speak of work that came after it.

A line of papers in hand doesn't name the employer, so only the newest letter is held against the jobs. It is certain
that no counted job is shown where every job that may count began after it; where only some did, they may be jobs that
nobody counts. A year is what the programs ask for or pay points by (IRPR 75, 80, 87.1), so a letter that is more than a
year older than the end of a job is worth a note. May count: paid work for an employer in TEER 0 to 3, begun before
submission, in the last ten years (in Canada and in the last three for the Canadian Experience Class; in Canada for a
partner).
"""

from collections.abc import Iterator, Sequence

from ircc_prep.core.dates import PartialDate, add_years
from ircc_prep.core.derive.experience import SKILLED_TEERS, WINDOW_YEARS
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.papers import Paper, Papers, newest
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Span
from ircc_prep.core.review.whereabouts import folded
from ircc_prep.core.review.work import activity
from ircc_prep.core.said import Value, When, entries

LETTER = "work-reference-letter"
EACH_EMPLOYER = "work.letter_from_each_employer"
CANADA = "CA"
CANADIAN_CLASS, CANADIAN_YEARS = "cec", 3  # IRPR 87.1(2)(a)
A_YEAR = 1


@check("letter-before-job-ended")
def letter_before_job_ended(file: File) -> Iterator[Raised]:
    """For the applicant and a partner with letters in hand, the newest letter against the jobs that may count."""
    papers = Papers(file)
    for person in (*([file.applicant] if file.applicant else []), *file.partners):
        letters = papers.of(LETTER, person.id)
        if letters and person.did is not None:
            jobs = [span for span in person.did if _may_count(span, file, person)]
            yield from _too_early(file, person, letters, jobs) or _too_few(file, person, letters, jobs)


def _may_count(span: Span, file: File, person: PersonFile) -> bool:
    job, partner = activity(span), person is not file.applicant
    in_class = file.case.stream == CANADIAN_CLASS
    since = add_years(file.submitted.last, -(CANADIAN_YEARS if in_class and not partner else WINDOW_YEARS))
    return (
        job.kind == "employment"
        and (job.teer is None or job.teer in SKILLED_TEERS)
        and (job.country == CANADA or not (partner or in_class))
        and span.start is not None
        and span.start.last <= file.submitted.first
        and span.end.first >= since
    )


def _too_early(file: File, person: PersonFile, letters: Sequence[Paper], jobs: Sequence[Span]) -> list[Raised]:
    """What the newest letter can't show; nothing while a letter's date isn't known."""
    found = newest(letters)
    if found is None or not jobs:
        return []
    letter, day = found
    later = [job for job in jobs if job.start and day.before(job.start) is True]
    if len(later) == len(jobs) and not _own_business(file, person):
        return [_raised("none-shown", person, letter, day, later)]
    if later and not (person is file.applicant and file.answers.get(EACH_EMPLOYER) is True):
        return [_raised("not-shown", person, letter, day, later)]
    last = max(jobs, key=lambda job: job.end.first)
    if not later and add_years(day.last, A_YEAR) < min(last.end.first, file.submitted.first):
        return [_raised("went-on", person, letter, day, [last])]
    return []


def _own_business(file: File, person: PersonFile) -> bool:
    """Whether work for oneself may be what is counted, and needs no letter."""
    kinds = (activity(span).kind for span in person.did or ())
    return person is file.applicant and file.case.stream != CANADIAN_CLASS and "self-employment" in kinds


def _raised(says: str, person: PersonFile, letter: Paper, day: PartialDate, jobs: Sequence[Span]) -> Raised:
    paths = [job.path for job in jobs]
    words: dict[str, Value] = {"day": When(day), "jobs": entries(paths)}
    return Raised(says, person.id, (letter.path, *paths), day, words=words)


def _too_few(file: File, person: PersonFile, letters: Sequence[Paper], jobs: Sequence[Span]) -> list[Raised]:
    """More employers than letters, while nobody has said whether every employer wrote one."""
    employers = {folded(activity(job).organization or "") for job in jobs} - {""}
    if person is not file.applicant or EACH_EMPLOYER in file.answers or len(employers) <= len(letters):
        return []
    words: dict[str, Value] = {"letters": len(letters), "employers": len(employers)}
    facts = (*(letter.path for letter in letters), f"{person.path}.activities")
    return [Raised("fewer", person.id, facts, asks=(EACH_EMPLOYER,), words=words)]

"""Forms on the past that were filled in before something that they have to show began.

Only while the application isn't in: afterwards a change is told to IRCC, which is another check. Counted are homes,
activities and statuses in Canada that began certainly after the day of the form and by the day of submission; a form
and an entry of one month never clash.
"""

from collections.abc import Iterator

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.papers import Paper, Papers, newest
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Span
from ircc_prep.core.said import entries

# Where the person lived and worked is asked in the online history of permanent residence, and in the application forms
# for a temporary resident permit from outside (IMM 5257) and inside Canada (IMM 5708).
FORMS = ("personal-history", "imm-5257", "imm-5708")


@check("form-before-change")
def form_before_change(file: File) -> Iterator[Raised]:
    """Every such form in hand that is older than an entry of the lists that it asks for."""
    if file.already_submitted:
        return
    papers = Papers(file)
    for person in file.family:
        for form in FORMS:
            if latest := newest(papers.of(form, person.id)):
                yield from _out_of_date(file, person, papers, *latest)


def _out_of_date(file: File, person: PersonFile, papers: Papers, form: Paper, filled: PartialDate) -> Iterator[Raised]:
    lists = (person.lived, person.did, person.status)
    since = [span for each in lists for span in each or () if _began_between(span, filled, file.submitted)]
    if since:
        since.sort(key=lambda span: (span.longest, span.path))
        yield Raised(
            "changed-since",
            person.id,
            facts=(f"{form.path}.issued", *(span.path for span in since)),
            start=filled,
            words={
                "form": papers.title(form),
                "filled": filled,
                "changes": entries([span.path for span in since]),
            },
        )


def _began_between(span: Span, filled: PartialDate, submitted: PartialDate) -> bool:
    return span.start is not None and filled.before(span.start) is True and span.start.first <= submitted.last

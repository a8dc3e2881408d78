"""A rulebook held against a case on a day: the whole evaluation."""

from datetime import date

from ircc_prep.core.aside import what_counts
from ircc_prep.core.case import Case
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.discretion import discreet
from ircc_prep.core.evaluation.figures import figures
from ircc_prep.core.evaluation.interview import interview
from ircc_prep.core.evaluation.items import items
from ircc_prep.core.evaluation.notes import guidance, officer_questions
from ircc_prep.core.evaluation.ranking import ranked
from ircc_prep.core.not_known import as_known
from ircc_prep.core.open_questions import Settles, open_questions
from ircc_prep.core.result import Evaluation
from ircc_prep.core.review.lanes import timelines
from ircc_prep.core.review.run import findings
from ircc_prep.core.rulebook import Rulebook, facts_of
from ircc_prep.core.text import Text


def evaluate(book: Rulebook, case: Case, today: date) -> Evaluation:
    """Everything that follows from the case on that day. Pure: the same case, book and day give the same evaluation."""
    facts = facts_of(book, what_counts(book, case, today), today)
    case = as_known(case, today)
    settles = Settles()
    found_items = items(book, facts, settles)
    found_figures = figures(book, facts, settles)
    found_findings = findings(book, facts, settles, found_items, found_figures)
    raised = {finding.code for finding in found_findings if finding.severity != "note"}
    found_interview = interview(book, facts, settles, raised)
    found_questions = officer_questions(book, facts, settles)
    found_guidance = guidance(book, facts, settles)
    results = (found_items, found_figures, found_questions, found_guidance, found_findings, found_interview.reasons)
    cited = {source for group in results for found in group for source in found.sources}
    whole = Evaluation(
        case=case,
        program_title=book.checklist.program.title,
        stream_title=book.streams.get(case.stream or ""),
        program_status=_status(book, facts.submitted),
        checked_on=today,
        rules_on=facts.submitted,
        items=found_items,
        interview=found_interview,
        findings=found_findings,
        timelines=timelines(case, today, facts.submitted, book.checklist.program.review.history_years, found_findings),
        figures=found_figures,
        officer_questions=ranked(found_questions, found_findings),
        guidance=found_guidance,
        open_questions=open_questions(book, facts, settles),
        sources={id: book.sources[id] for id in sorted(cited)},
    )
    return discreet(book, whole)


def _status(book: Rulebook, day: PartialDate) -> Text | None:
    """What to say of a program that may be closed to new applications on that day."""
    statuses = sorted(book.checklist.program.status, key=lambda status: status.start)
    in_force = [status for status in statuses if status.start <= day.last]
    return in_force[-1].note if in_force and in_force[-1].state != "open" else None

"""What is explained: an item, a finding, a figure, the interview; and the outcome that any version of the case has."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Protocol

from ircc_prep.core.aside import what_counts
from ircc_prep.core.case import Case
from ircc_prep.core.compiled import CompiledFigure, CompiledRequirement
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.evaluation.figures import ends_of, values_of
from ircc_prep.core.evaluation.interview import interview
from ircc_prep.core.evaluation.items import NO_ITEM
from ircc_prep.core.facts import Facts
from ircc_prep.core.open_questions import Settles
from ircc_prep.core.result import Evaluation, Figure, Finding, Interview
from ircc_prep.core.review.register import CHECKS
from ircc_prep.core.review.run import file_of
from ircc_prep.core.rulebook import Rulebook, facts_of
from ircc_prep.core.settle import outcome_of, settle
from ircc_prep.core.slot import Slot
from ircc_prep.core.text import Text
from ircc_prep.core.why.budget import SEVERAL, WHOLE, Budget
from ircc_prep.core.why.parts import OPEN, Kind, Result
from ircc_prep.core.why.reached import NOT_SHOWN, reached
from ircc_prep.core.why.standing import status_in

NOT_RAISED = "not-raised"
FIGURES = "computed"
INTERVIEW = Text("The interview itself", "L’entrevue elle-même")


class Subject(Protocol):
    """One thing that is explained."""

    @property
    def name(self) -> str: ...

    @property
    def kind(self) -> Kind: ...

    @property
    def title(self) -> Text: ...

    @property
    def person(self) -> str | None: ...

    @property
    def country(self) -> str | None: ...

    def outcome(self, case: Case, budget: Budget) -> str:
        """The outcome that evaluating this case gives; OPEN while it can't be told."""
        ...

    def alone(self, case: Case, budget: Budget) -> str:
        """The same of a case without answers that are set aside, where the same findings are raised."""
        ...

    def glance(self, case: Case, budget: Budget) -> str:
        """The same, found faster, and OPEN too often."""
        ...

    def reads(self, case: Case) -> tuple[str, ...]:
        """The facts that are read for it in this case."""
        ...

    def result(self, found: Evaluation) -> Result | None:
        """What the evaluation says of it."""
        ...


@dataclass(frozen=True)
class ItemSubject:
    """A requirement for one person and country."""

    book: Rulebook
    today: date
    requirement: CompiledRequirement
    slot: Slot

    kind: Kind = "item"

    @cached_property
    def name(self) -> str:
        """As Item.name has it."""
        return "/".join(each for each in (self.requirement.requirement.id, self.slot.person, self.slot.country) if each)

    @property
    def title(self) -> Text:
        """The requirement’s."""
        return self.requirement.requirement.title

    @property
    def person(self) -> str | None:
        """Whose it is."""
        return self.slot.person

    @property
    def country(self) -> str | None:
        """Of which country."""
        return self.slot.country

    def outcome(self, case: Case, budget: Budget) -> str:
        """Its status. A country that raises no question needs nothing."""
        return self.alone(what_counts(self.book, case, self.today), budget)

    def alone(self, case: Case, budget: Budget) -> str:
        """Its status, with no answer set aside."""

        def run(view: Facts) -> str | None:
            budget.spend()
            return self._standing(view)

        return _status(outcome_of(run, facts_of(self.book, case, self.today)))

    def glance(self, case: Case, budget: Budget) -> str:
        """Its status where nothing has to be tried to tell it."""
        budget.spend()
        return _status(self._standing(facts_of(self.book, case, self.today)))

    def reads(self, case: Case) -> tuple[str, ...]:
        """What its conditions read."""
        facts = _counted(self.book, case, self.today)
        with facts.recording() as (reads, _):
            self._standing(facts)
        return tuple(reads)

    def missing(self, case: Case) -> tuple[str, ...]:
        """The open facts that would decide the status; none where it is decided."""
        facts = _counted(self.book, case, self.today)

        def near(view: Facts) -> str | None:
            return status_in(self.requirement, self.slot, view, near=True)

        return settle(self._standing, facts, near if self.requirement.country else None).missing

    def result(self, found: Evaluation) -> Result | None:
        """The item; None where the country raises no question."""
        return next((item for item in found.items if item.name == self.name), None)

    def _standing(self, facts: Facts) -> str | None:
        return status_in(self.requirement, self.slot, facts)


@dataclass(frozen=True)
class FindingSubject:
    """Something that an officer may notice."""

    book: Rulebook
    today: date
    name: str
    title: Text
    person: str | None
    found: Evaluation = field(repr=False)

    kind: Kind = "finding"
    country: None = None

    def outcome(self, case: Case, budget: Budget) -> str:
        """Its severity. Findings rest on one another, so everything is evaluated."""
        budget.spend(WHOLE)
        found = self.result(evaluate(self.book, case, self.today))
        return found.severity if found else NOT_RAISED

    def alone(self, case: Case, budget: Budget) -> str:
        """Its severity by its own check, with the items and figures as they are."""
        budget.spend(SEVERAL)
        code = self.name.split("/")[0]
        file = file_of(self.book, facts_of(self.book, case, self.today), self.found.items, self.found.figures)
        says = {raised.says for raised in CHECKS[code](file) if raised.person == self.person}
        found = {self.book.findings[code].says[each].severity for each in says}
        return next((severity for severity in ("blocker", "warning", "note") if severity in found), NOT_RAISED)

    glance = alone

    def reads(self, case: Case) -> tuple[str, ...]:
        """The facts that it names."""
        found = evaluate(self.book, case, self.today).findings
        return tuple(dict.fromkeys(fact for each in found if each.name == self.name for fact in each.facts))

    def result(self, found: Evaluation) -> Finding | None:
        """The first of that name: the gravest come first."""
        return next((finding for finding in found.findings if finding.name == self.name), None)


@dataclass(frozen=True)
class FigureSubject:
    """A figure that is worked out, and whether it reaches what is asked."""

    book: Rulebook
    today: date
    compiled: CompiledFigure

    kind: Kind = "computed"
    person: None = None
    country: None = None

    @property
    def name(self) -> str:
        """The figure’s, behind a word that tells it from an item."""
        return f"{FIGURES}/{self.compiled.figure.name}"

    @property
    def title(self) -> Text:
        """The figure’s."""
        return self.compiled.figure.title

    def outcome(self, case: Case, budget: Budget) -> str:
        """Whether the threshold is reached; without one, the figure itself."""
        return self.alone(what_counts(self.book, case, self.today), budget)

    def alone(self, case: Case, budget: Budget) -> str:
        """The same, with no answer set aside."""
        budget.spend(SEVERAL)
        facts, compiled = facts_of(self.book, case, self.today), self.compiled
        if not (applies := outcome_of(lambda view: compiled.when.run(view, {}), facts)):
            return OPEN if applies is None else NOT_SHOWN
        value, threshold, _ = values_of(compiled, facts)
        return reached(*ends_of(value), *ends_of(threshold), asked=compiled.threshold is not None)

    glance = alone

    def reads(self, case: Case) -> tuple[str, ...]:
        """What it is worked out from."""
        facts, compiled = _counted(self.book, case, self.today), self.compiled
        with facts.recording() as (reads, _):
            for each in (compiled.when, compiled.value, *compiled.parts, compiled.threshold):
                if each is not None:
                    each.run(facts, {})
        return tuple(reads)

    def result(self, found: Evaluation) -> Figure | None:
        """The figure."""
        return next((figure for figure in found.figures if figure.name == self.compiled.figure.name), None)


@dataclass(frozen=True)
class InterviewSubject:
    """How likely an interview is."""

    book: Rulebook
    today: date
    raised: frozenset[str]  # the findings that are more than a note, in the case as it is

    kind: Kind = "interview"
    name: str = "interview"
    title: Text = INTERVIEW
    person: None = None
    country: None = None

    def outcome(self, case: Case, budget: Budget) -> str:
        """The likelihood; what an officer may notice can raise it, so everything is evaluated."""
        budget.spend(WHOLE)
        return evaluate(self.book, case, self.today).interview.likelihood

    def alone(self, case: Case, budget: Budget) -> str:
        """The likelihood, were the same things noticed."""
        budget.spend(SEVERAL)
        return interview(self.book, facts_of(self.book, case, self.today), Settles(), self.raised).likelihood

    glance = alone

    def reads(self, case: Case) -> tuple[str, ...]:
        """What its conditions read."""
        facts = _counted(self.book, case, self.today)
        with facts.recording() as (reads, _):
            for when in [each.when for each in self.book.interview] + [each.when for each in self.book.signals]:
                when.run(facts, {})
        return tuple(reads)

    def result(self, found: Evaluation) -> Interview:
        """The interview."""
        return found.interview


def _status(found: str | None) -> str:
    return "not-needed" if found == NO_ITEM else found or OPEN


def _counted(book: Rulebook, case: Case, today: date) -> Facts:
    """The view of the case without the answers that are set aside."""
    return facts_of(book, what_counts(book, case, today), today)

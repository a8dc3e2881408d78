"""The file as an officer reads it: a case on a day, with one timeline for each person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from ircc_prep.core.case import Case, Document, Interview, Passport, Person
from ircc_prep.core.checklist import Requirement, Review, Table
from ircc_prep.core.dates import PartialDate, add_years, whole_years_between
from ircc_prep.core.entry import LeadsTo
from ircc_prep.core.facts import FAMILY_ROLES
from ircc_prep.core.result import Figure, Item
from ircc_prep.core.review.timeline import Days, Span, spans

ADULT = 18


@dataclass(frozen=True)
class PersonFile:
    """One person with their timeline. A lane is None while its list is unanswered: silence isn't a contradiction."""

    person: Person
    today: date

    @property
    def id(self) -> str:
        """The person's id in the case file."""
        return self.person.id

    @property
    def path(self) -> str:
        """The person's path in the case file."""
        return f"people.{self.person.id}"

    @property
    def born(self) -> PartialDate | None:
        """The date of birth, as exactly as it is known."""
        return self.person.date_of_birth

    @cached_property
    def lived(self) -> tuple[Span, ...] | None:
        """Where the person lived."""
        return spans(f"{self.path}.stays", self.person.stays, self.today)

    @cached_property
    def did(self) -> tuple[Span, ...] | None:
        """Work, studies, and what else filled the time."""
        return spans(f"{self.path}.activities", self.person.activities, self.today)

    @cached_property
    def travelled(self) -> tuple[Span, ...] | None:
        """Trips."""
        return spans(f"{self.path}.trips", self.person.trips, self.today)

    @cached_property
    def studied(self) -> tuple[Span, ...] | None:
        """Courses of study."""
        return spans(f"{self.path}.education", self.person.education, self.today)

    @cached_property
    def status(self) -> tuple[Span, ...] | None:
        """Statuses in Canada."""
        return spans(f"{self.path}.status_in_canada", self.person.status_in_canada, self.today)

    @cached_property
    def served(self) -> tuple[Span, ...] | None:
        """Military, police, intelligence or government service."""
        return spans(f"{self.path}.service", self.person.service, self.today)

    @property
    def passports(self) -> tuple[tuple[str, Passport], ...] | None:
        """Passports and travel documents, each with its path; None while unanswered."""
        held = self.person.passports
        return None if held is None else tuple((f"{self.path}.passports[{i}]", each) for i, each in enumerate(held))

    def age_on(self, day: PartialDate) -> tuple[int, int] | None:
        """The youngest and oldest that the person can be on a day, in completed years; None without a birth date."""
        if self.born is None:
            return None
        return whole_years_between(self.born.last, day.first), whole_years_between(self.born.first, day.last)

    def surely_adult_on(self, day: PartialDate) -> bool:
        """Whether the person is 18 in every reading of the dates."""
        ages = self.age_on(day)
        return ages is not None and ages[0] >= ADULT


@dataclass(frozen=True)
class File:
    """A case as an officer reads it on a day. `items` and `figures` are what the checklist has made of it already."""

    case: Case
    today: date
    submitted: PartialDate  # the day that selects the rules: submission, else the planned one, else today
    review: Review  # what the program says of histories
    items: tuple[Item, ...]
    figures: tuple[Figure, ...]
    answers: Mapping[str, Any]  # by question id; dates as PartialDate; what is unanswered is absent
    requirements: Mapping[str, Requirement]  # everything that the program may ask of anybody, by id
    tables: Mapping[str, Table]  # the dated tables of the checklists, by name
    leads_to: LeadsTo = "other"  # what stands at the program's end

    @cached_property
    def people(self) -> tuple[PersonFile, ...]:
        """Everyone in the case, in the file's order."""
        return tuple(PersonFile(person, self.today) for person in self.case.people or ())

    @cached_property
    def family(self) -> tuple[PersonFile, ...]:
        """The applicant, spouse or partner and dependent children, accompanying or not."""
        return tuple(each for each in self.people if each.person.role in FAMILY_ROLES)

    @property
    def applicant(self) -> PersonFile | None:
        """The principal applicant."""
        return next((each for each in self.people if each.person.role == "principal-applicant"), None)

    @property
    def partners(self) -> tuple[PersonFile, ...]:
        """Spouses and partners; more than one is itself something to ask about.

        Where the applicant's spouse or partner is the sponsor, the sponsor is one of them.
        """
        roles = ("spouse-or-partner", self.review.couple)
        return tuple(each for each in self.people if each.person.role in roles)

    @property
    def children(self) -> tuple[PersonFile, ...]:
        """Dependent children."""
        return tuple(each for each in self.people if each.person.role == "dependent-child")

    @property
    def towards_residence(self) -> bool:
        """Whether permanent residence stands at the end: a landing is its last step."""
        return self.leads_to in ("permanent-residence", "landing")

    @property
    def of_refugees(self) -> bool:
        """Whether the program is for people who fled: nobody is asked for a passport there."""
        return self.review.passport_may_be_missing

    @property
    def interview(self) -> Interview:
        """The interview as the letter announces it; everything about it may be unanswered."""
        return self.case.interview or Interview()

    @property
    def already_submitted(self) -> bool:
        """Whether the application is certainly in."""
        return self.case.submitted is not None and self.case.submitted.last <= self.today

    @property
    def now(self) -> PartialDate:
        """The day of the check."""
        return PartialDate.on(self.today)

    def documents(self, *items: str) -> tuple[tuple[str, Document], ...]:
        """What is in hand for these items (all of them without any), each with its path."""
        held = enumerate(self.case.documents or ())
        return tuple((f"documents[{i}]", each) for i, each in held if not items or each.item in items)

    def history_window(self, person: PersonFile) -> Days | None:
        """The days that the program's history forms must cover; None where they ask for no whole history.

        So many years before the day of submission, or since the 18th birthday where that is later, to the day before
        the check. In an unclear reading the window is the shorter one: nobody is told of a gap outside what is asked.
        """
        years = self.review.history_years
        if years is None or not person.surely_adult_on(self.submitted) or person.born is None:
            return None
        begins = max(add_years(self.submitted.last, -years), add_years(person.born.last, ADULT))
        return (begins, self.today) if begins < self.today else None

"""The nouns of the case file: what one family has said, and nothing that follows from it.

`None` always means *not answered*; an empty list is an answer. Field names are the case file's own (`from` and `to` are
`start` and `end` in Python). The file format is fixed in the contract's section 4.
"""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt, StrictStr

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.fields import (
    Answer,
    Code,
    Country,
    End,
    Id,
    LanguageTag,
    Name,
    Number,
    Score,
    no_entries,
    nothing_answered,
)

Role = Literal["principal-applicant", "spouse-or-partner", "dependent-child", "sponsor", "other-family"]
MaritalStatus = Literal["single", "married", "common-law", "separated", "divorced", "widowed", "annulled"]
ActivityKind = Literal[
    "employment", "self-employment", "study", "unemployment", "caring", "military-service", "retired", "other"
]
TripPurpose = Literal["visit", "family", "tourism", "business", "study", "work", "other"]
RefusalKind = Literal[
    "visitor-visa",
    "study-permit",
    "work-permit",
    "permanent-residence",
    "refugee-claim",
    "entry-denied",
    "removal-order",
]
EducationLevel = Literal[
    "secondary", "one-year", "two-year", "bachelor", "two-or-more", "master", "professional", "doctorate"
]
CanadaStatus = Literal[
    "visitor", "student", "worker", "temporary-resident-permit", "refugee-claimant", "protected-person",
    "permanent-resident", "citizen", "none",
]  # fmt: skip
LanguageTestName = Literal["ielts-general", "celpip-general", "pte-core", "tef-canada", "tcf-canada"]
PassportKind = Literal["ordinary", "diplomatic", "official", "travel-document"]
InterviewKind = Literal["in-person", "video", "phone"]
Program = Literal[
    "express-entry", "provincial-nominee", "atlantic-immigration", "quebec-selected", "spouse-partner",
    "parents-grandparents", "dependent-child", "refugee-resettled", "protected-person", "humanitarian-compassionate",
    "temporary-resident-permit", "pr-landing", "pr-card", "citizenship", "visitor", "study-permit", "work-permit",
    "refugee-claim-eligibility", "prra-hearing",
]  # fmt: skip


class Noun(BaseModel):
    """A thing that the case file names. Unknown keys are errors; nothing is changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Period(Noun):
    """Something with a beginning and, unless it is still going on, an end; both end days count."""

    start: PartialDate | None = Field(None, alias="from", description="the first day, as exactly as it is known")
    end: End = Field(None, alias="to")


class Stay(Period):
    """A place where the person lived."""

    country: Country | None = None
    city: Name | None = None
    address: Name | None = None


class Activity(Period):
    """Work, study, unemployment, caring: what the person did, without gaps."""

    kind: ActivityKind | None = None
    title: Name | None = None
    organization: Name | None = None
    country: Country | None = None
    city: Name | None = None
    noc: Annotated[Code, Field(pattern=r"^\d{5}$", json_schema_extra={"pattern": r"^\d{5}$"})] | None = Field(
        None, description="National Occupational Classification code, five digits"
    )
    teer: Annotated[StrictInt, Field(ge=0, le=5)] | None = Field(
        None, description="TEER category of the occupation, 0 to 5"
    )
    hours_per_week: Annotated[Number, Field(ge=0, le=168)] | None = None
    remote: StrictBool | None = None


class Trip(Period):
    """A journey outside the country where the person lived."""

    country: Country | None = None
    purpose: TripPurpose | None = None


class Passport(Noun):
    """A passport or travel document, current or expired."""

    country: Country | None = None
    kind: PassportKind | None = None
    number: Code | None = None
    issued: PartialDate | None = None
    expires: PartialDate | None = None


class Refusal(Noun):
    """A refusal, removal order or denied entry, by any country."""

    date: PartialDate | None = None
    country: Country | None = None
    kind: RefusalKind | None = None


class LanguageTest(Noun):
    """One sitting of a language test; scores in the test's own scale."""

    test: LanguageTestName | None = None
    taken: PartialDate | None = None
    expires: PartialDate | None = None
    listening: Score | None = None
    reading: Score | None = None
    writing: Score | None = None
    speaking: Score | None = None


class Education(Period):
    """A course of study."""

    level: EducationLevel | None = None
    institution: Name | None = None
    country: Country | None = None


class StatusInCanada(Period):
    """A status that the person held in Canada."""

    kind: CanadaStatus | None = None


class Charge(Noun):
    """A charge or conviction anywhere, whatever came of it."""

    date: PartialDate | None = None
    country: Country | None = None
    offence: Name | None = None
    outcome: Name | None = None


class Service(Period):
    """Military, police, intelligence or government service."""

    country: Country | None = None
    kind: Name | None = None
    rank: Name | None = None


class OtherName(Noun):
    """Another name used, now or before: maiden name, alias, another spelling."""

    family_name: Name | None = None
    given_names: Name | None = None
    reason: Name | None = None


class Person(Noun):
    """One person of the case."""

    id: Id
    role: Role
    family_name: Name | None = None
    given_names: Name | None = None
    names: tuple[OtherName, ...] | None = None
    date_of_birth: PartialDate | None = None
    country_of_birth: Country | None = None
    citizenships: tuple[Country, ...] | None = None
    marital_status: MaritalStatus | None = None
    accompanying: StrictBool | None = Field(
        None, description="whether the person comes to Canada with the principal applicant"
    )
    passports: tuple[Passport, ...] | None = None
    stays: tuple[Stay, ...] | None = None
    activities: tuple[Activity, ...] | None = None
    trips: tuple[Trip, ...] | None = None
    education: tuple[Education, ...] | None = None
    language_tests: tuple[LanguageTest, ...] | None = None
    status_in_canada: tuple[StatusInCanada, ...] | None = None
    refusals: tuple[Refusal, ...] | None = None
    charges: tuple[Charge, ...] | None = None
    service: tuple[Service, ...] | None = None

    @property
    def display_name(self) -> str:
        """The name as people say it, or the id while no name is given."""
        return " ".join(part for part in (self.given_names, self.family_name) if part) or self.id


class Interview(Noun):
    """The interview as the letter announces it."""

    date: PartialDate | None = None
    kind: InterviewKind | None = None
    city: Name | None = None
    requested: tuple[Name, ...] | None = Field(None, description="what the interview letter itself asks for")


class Document(Noun):
    """A document that is already in hand, or a step that is done. `item` is the requirement's id."""

    item: Id
    person: Id | None = None
    country: Country | None = None
    issued: PartialDate | None = None
    expires: PartialDate | None = None
    language: LanguageTag | None = None
    translated: StrictBool | None = None
    original: StrictBool | None = None
    number: Code | None = None


class Case(Noun):
    """One family's file."""

    version: Literal[1] = Field(alias="schema", description="the version of this format")
    program: Program
    stream: Id | None = None
    language: Literal["en", "fr"] | None = Field(None, description="the language of the outputs")
    submitted: PartialDate | None = None
    planned_submission: PartialDate | None = None
    interview: Interview | None = None
    people: tuple[Person, ...] | None = None
    answers: Annotated[dict[str, Answer | None], BeforeValidator(nothing_answered)] = Field(
        default_factory=dict, description="facts that only some programs ask, by question id"
    )
    documents: tuple[Document, ...] | None = None
    unsure: Annotated[tuple[StrictStr, ...], BeforeValidator(no_entries)] = Field(
        (),
        description="answer ids and paths that were asked and that the person doesn't know",
        json_schema_extra={"type": ["array", "null"]},
    )

    def person(self, id: str) -> Person | None:
        """The person with that id."""
        return next((person for person in self.people or () if person.id == id), None)

    def with_roles(self, roles: Iterable[str]) -> tuple[Person, ...]:
        """The people in those roles, in the file's order."""
        return tuple(person for person in self.people or () if person.role in roles)

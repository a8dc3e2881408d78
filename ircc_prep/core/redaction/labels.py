"""What each field of the case file tells of a person: the table that decides what an audience may see.

One question decides where a field belongs: does it identify a person, alone or with little else? Numbers, names,
addresses, employers and schools do. A city does in a small place, and decides nothing; what a person wrote in their own
words may hold a name. Countries, months, kinds, statuses, levels, test results, hours and amounts don't, and they
are what a rule rests on. A test proves the table complete: a new field without a label fails it.
"""

from collections.abc import Mapping
from typing import Literal

from ircc_prep.core import case
from ircc_prep.core.case import Noun

Label = Literal[
    "structure",  # what the file is about, not what a person said: program, role, which document
    "person",  # an id that people are referred to by
    "name",
    "number",  # of a passport or document
    "place",  # a city, an address
    "body",  # an employer, a school
    "words",  # a person's own words, where a file holds any
    "asked",  # what the interview letter asks for: a requirement's id, or the letter's own words
    "day",
    "birth",
    "country",
    "fact",  # a kind, status, level, result, yes or no
    "answers",  # of the checklists' questions: each has its own type
    "paths",  # of facts
]
Labels = Mapping[str, Label | type[Noun]]  # a noun, or a list of them, is labelled field by field

_PERIOD: Labels = {"start": "day", "end": "day"}

LABELS: Mapping[type[Noun], Labels] = {
    case.Case: {
        "version": "structure", "program": "structure", "stream": "structure", "language": "structure",
        "submitted": "day", "planned_submission": "day", "interview": case.Interview, "people": case.Person,
        "answers": "answers", "documents": case.Document, "unsure": "paths",
    },
    case.Interview: {"date": "day", "kind": "fact", "city": "place", "requested": "asked"},
    case.Person: {
        "id": "person", "role": "structure", "family_name": "name", "given_names": "name", "names": case.OtherName,
        "date_of_birth": "birth", "country_of_birth": "country", "citizenships": "country", "marital_status": "fact",
        # Who is part of the application is told by every list of requirements, as the roles are.
        "accompanying": "structure",
        "passports": case.Passport, "stays": case.Stay, "activities": case.Activity, "trips": case.Trip,
        "education": case.Education, "language_tests": case.LanguageTest, "status_in_canada": case.StatusInCanada,
        "refusals": case.Refusal, "charges": case.Charge, "service": case.Service,
    },
    case.OtherName: {"family_name": "name", "given_names": "name", "reason": "words"},
    case.Stay: {**_PERIOD, "country": "country", "city": "place", "address": "place"},
    # A job's title is the person's own words, and may name a post that one person holds; its NOC code says the sort.
    case.Activity: {
        **_PERIOD, "kind": "fact", "title": "words", "organization": "body", "country": "country", "city": "place",
        "noc": "fact", "teer": "fact", "hours_per_week": "fact", "remote": "fact",
    },
    case.Trip: {**_PERIOD, "country": "country", "purpose": "fact"},
    case.Passport: {"country": "country", "kind": "fact", "number": "number", "issued": "day", "expires": "day"},
    case.Refusal: {"date": "day", "country": "country", "kind": "fact"},
    case.LanguageTest: {
        "test": "fact", "taken": "day", "expires": "day",
        "listening": "fact", "reading": "fact", "writing": "fact", "speaking": "fact",
    },
    case.Education: {**_PERIOD, "level": "fact", "institution": "body", "country": "country"},
    case.StatusInCanada: {**_PERIOD, "kind": "fact"},
    case.Charge: {"date": "day", "country": "country", "offence": "words", "outcome": "words"},
    # Unlike other kinds, this one is free text, and often the name of a unit.
    case.Service: {**_PERIOD, "country": "country", "kind": "words", "rank": "words"},
    case.Document: {
        "item": "structure", "person": "person", "country": "country", "issued": "day", "expires": "day",
        "language": "fact", "translated": "fact", "original": "fact", "number": "number",
    },
}  # fmt: skip

# The answers to a checklist's questions, by the type that the checklist gives them.
ANSWER_LABELS: Mapping[str, Label] = {
    "bool": "fact", "choice": "fact", "number": "fact", "money": "fact",
    "text": "words", "date": "day", "country": "country",
}  # fmt: skip

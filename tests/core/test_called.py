"""Somebody who has no name yet is called by the role, and never by an id of ours."""

import pytest

from ircc_prep.core.called import by_role
from ircc_prep.core.questionnaire import worth_asking
from tests.core.making import TODAY, Data, book, case, evaluated, person, question, requirement, rule


def test_who_has_no_name_is_called_by_the_role_with_its_article() -> None:
    family = case(
        person("applicant"),
        person("ben", "spouse-or-partner", given_names="Ben"),
        person("child-1", "dependent-child"),
        person("rosa", "sponsor", family_name="Roy"),
    )
    called = {id: (name.en, name.fr) for id, name in by_role(family).items()}
    assert called == {
        "applicant": ("the principal applicant", "le demandeur principal"),
        "child-1": ("child 1", "l’enfant 1"),
    }


@pytest.mark.parametrize(
    ("names", "english", "french"),
    [
        ({}, "Is the sponsor married? The sponsor?", "Le répondant? La date du répondant?"),
        ({"given_names": "Ana"}, "Is Ana married? Ana?", "Ana? La date d’Ana?"),
    ],
)
def test_a_question_about_somebody_without_a_name_speaks_of_the_role(names: Data, english: str, french: str) -> None:
    texts = {"en": "Is {person} married? {person}?", "fr": "{person}? La date de {person}?"}
    asked = question("person.marital_status", for_each="sponsors") | {"ask": texts, "why": texts, "help": texts}
    rules = book(requirement(rule("any(p.marital_status == 'married' for p in sponsors)")), questions=[asked])
    subject = case(person(given_names="Maria"), person("sponsor", "sponsor", **names))
    (ask,) = worth_asking(rules, subject, TODAY)
    (open_question,) = evaluated(rules, subject).open_questions
    assert {(each.en, each.fr) for each in (ask.ask, ask.why, ask.help, open_question.ask) if each} == {
        (english, french)
    }

"""The table that decides what an audience may see: complete, and by the principle that it states."""

from typing import get_args

import pytest

from ircc_prep.core import case
from ircc_prep.core.nouns import NOUN_FIELDS, NOUN_MODELS
from ircc_prep.core.redaction.key import AUDIENCES
from ircc_prep.core.redaction.labels import ANSWER_LABELS, LABELS, Label
from ircc_prep.core.redaction.paths import label_of, renamed
from ircc_prep.core.result import Audience
from ircc_prep.core.validation.case import AnswerType
from ircc_prep.core.values import WORD

WITH_LABELS_OF_THEIR_OWN = {"answers", "paths"}


def test_every_field_of_every_noun_has_a_label() -> None:
    assert set(LABELS) == set(NOUN_MODELS.values())
    for noun, labels in LABELS.items():
        assert set(labels) == set(noun.model_fields), noun.__name__


def test_a_noun_is_labelled_field_by_field_and_nothing_else_is() -> None:
    for labels in LABELS.values():
        for label in labels.values():
            assert label in get_args(Label) if isinstance(label, str) else label in LABELS


def test_every_type_of_answer_has_a_label() -> None:
    assert set(ANSWER_LABELS) == set(get_args(AnswerType))


def test_every_audience_has_a_treatment_for_every_label() -> None:
    assert set(AUDIENCES) == set(get_args(Audience))
    for audience in set(AUDIENCES) - {"self"}:
        assert set(AUDIENCES[audience]) == set(get_args(Label)) - WITH_LABELS_OF_THEIR_OWN


def test_free_text_is_never_a_fact() -> None:
    """A field that takes any words may hold a name: only closed lists, codes, numbers and yes or no are facts."""
    taking_any_words = {
        (noun, name)
        for noun, model in NOUN_MODELS.items()
        for name, type in NOUN_FIELDS[noun].items()
        if type == WORD and issubclass(model, case.Noun) and LABELS[model].get(name) == "fact"
    }
    assert taking_any_words == {("activity", "noc"), ("document", "language")}


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("people.maria.given_names", "name"),
        ("people.maria.stays[3].from", "day"),
        ("people.maria.stays[3]", case.Stay),
        ("people.maria.citizenships[0]", "country"),
        ("people.maria", case.Person),
        ("people", case.Person),
        ("documents[0].number", "number"),
        ("interview.requested[1]", "asked"),
        ("submitted", "day"),
        ("funds.amount", "fact"),
        ("nobody.knows.this", "words"),
    ],
)
def test_the_fact_at_a_path_has_the_label_of_its_field(path: str, label: Label | type[case.Noun]) -> None:
    assert label_of(path, {"funds.amount": "fact"}) == label


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("people.maria.stays[0].city", "people.applicant.stays[0].city"),
        ("people.maria", "people.applicant"),
        ("people", "people"),
        ("people.somebody.stays", "people.nobody.stays"),
        ("documents[0].person", "documents[0].person"),
    ],
)
def test_a_path_says_the_role_instead_of_the_id(path: str, other: str) -> None:
    assert renamed(path, {"maria": "applicant"}) == other

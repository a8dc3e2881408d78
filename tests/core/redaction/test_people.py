"""People by their roles, in sentences that still read well."""

from ircc_prep.core.redaction.people import opened, roles_of
from ircc_prep.core.text import Text
from tests.core.making import case, person


def test_people_are_called_by_their_role_and_numbered_where_there_may_be_several() -> None:
    ids, names = roles_of(
        case(
            person("ana"),
            person("ben", "dependent-child"),
            person("cy", "spouse-or-partner"),
            person("di", "dependent-child"),
            person("ed", "other-family"),
            person("flo", "sponsor"),
        )
    )
    assert list(ids.values()) == ["applicant", "child-1", "partner", "child-2", "relative-1", "sponsor"]
    assert names["child-2"] == Text("child 2", "l’enfant 2")
    assert names["applicant"] == Text("the principal applicant", "le demandeur principal")


def test_two_partners_are_told_apart() -> None:
    ids, names = roles_of(case(person("ana"), person("cy", "spouse-or-partner"), person("di", "spouse-or-partner")))
    assert list(ids.values()) == ["applicant", "partner-1", "partner-2"]
    assert names["partner-2"].fr == "le conjoint 2"


def test_a_sentence_that_begins_with_a_role_begins_with_a_capital() -> None:
    said = "the partner lives here. the partner works. And the partner travels."
    assert opened(said, ["the partner"]) == "The partner lives here. The partner works. And the partner travels."


def test_french_contracts_the_article_of_a_role_in_each_part_of_a_list() -> None:
    people = "le demandeur principal, le conjoint et l’enfant 1"
    said = Text("of {people}", "compte tenu de {people}").format(people=people)
    assert said.fr == "compte tenu du demandeur principal, du conjoint et de l’enfant 1"


def test_what_a_person_typed_is_put_in_as_it_stands() -> None:
    assert Text("", "de {title}").format(title=r"le \1 chef").fr == r"du \1 chef"

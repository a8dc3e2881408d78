"""Where each question stands: answered, set aside, not known, open, or none of a person's business."""

from ircc_prep.core.questionnaire import worth_asking
from ircc_prep.core.standing import standings
from tests.core.making import TODAY, Data, book, case, person, question, requirement, rule

RULES = book(
    requirement(rule("a.yes and a.also")),
    requirement(rule("x.more"), id="other"),
    questions=[
        question("person.family_name", always=True),
        question("x.more", type="bool", when="a.yes"),
        question("person.date_of_birth", always=True),
    ],
)


def states(answers: Data | None = None, unsure: tuple[str, ...] = ()) -> Data:
    subject = case(
        person(), person("paul", "spouse-or-partner", family_name="Roy"), answers=answers or {}, unsure=unsure
    )
    asks = worth_asking(RULES, subject, TODAY)
    return {each.path: each.state for each in standings(RULES, subject, TODAY, asks)}


def test_what_is_worth_asking_is_open_and_what_could_change_nothing_is_left_out() -> None:
    found = states()
    assert found["a.yes"] == found["people.maria.family_name"] == "open"
    assert "funds.amount" not in found
    assert found["people.paul.family_name"] == "answered"


def test_an_answer_whose_question_no_longer_applies_is_set_aside() -> None:
    assert states({"a.yes": True, "x.more": True})["x.more"] == "answered"
    assert states({"a.yes": False, "x.more": True})["x.more"] == "aside"


def test_what_the_person_does_not_know_says_so() -> None:
    assert states(unsure=("a.yes", "people.maria.date_of_birth"))["a.yes"] == "unsure"
    assert states(unsure=("people.maria.date_of_birth",))["people.maria.date_of_birth"] == "unsure"


def test_questions_stand_by_topic_and_then_by_person() -> None:
    paths = [path for path in states() if path.startswith("people.")]
    wanted = ("family_name", "date_of_birth")
    assert paths == [f"people.{person}.{field}" for person in ("maria", "paul") for field in wanted]

"""What pydantic finds becomes problems with the file's own keys, one for each mistake."""

from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, StrictFloat, StrictInt, StrictStr, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from ircc_prep.core.case import Case
from ircc_prep.core.problems import Path, Problem
from ircc_prep.core.text import Text
from ircc_prep.core.validation.complaints import problems_of


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Cat(Strict):
    kind: Literal["cat"]
    lives: StrictInt


class Dog(Strict):
    kind: Literal["dog"]
    tricks: tuple[StrictStr, ...] = ()


class Shelter(Strict):
    begins: StrictStr | None = Field(None, alias="from")
    pets: list[Annotated[Cat | Dog, Field(discriminator="kind")]] = Field(default_factory=list)
    either: Cat | Dog | None = None
    amount: StrictInt | StrictFloat | None = None
    size: Literal["small"] | StrictInt = 1
    rows: dict[StrictInt | StrictStr, StrictInt] = Field(default_factory=dict)
    entries: Annotated[tuple[Cat, ...], Field(min_length=1)] | None = None
    note: StrictStr | None = None

    @field_validator("note")
    @classmethod
    def _no_shouting(cls, note: str | None) -> str | None:
        if note and note.isupper():
            what, hint = Text("Too loud.", "Trop fort."), Text("Whisper.", "Chuchotez.")
            raise PydanticCustomError("too_loud", "too loud", {"what": what, "hint": hint})
        return note


def problems(data: Any, model: type[BaseModel] = Shelter) -> list[Problem]:
    with pytest.raises(ValidationError) as raised:
        model.model_validate(data)
    return problems_of(raised.value, model)


def found(data: Any, model: type[BaseModel] = Shelter) -> list[tuple[str, Path]]:
    return [(problem.id, problem.path) for problem in problems(data, model)]


def test_paths_use_the_files_keys_and_leave_out_the_alternatives() -> None:
    assert found({"from": 1, "amount": "x"}) == [("wrong-type", ("from",)), ("wrong-type", ("amount",))]
    assert found({"pets": [{"kind": "dog", "tricks": [1]}]}) == [("wrong-type", ("pets", 0, "tricks", 0))]


def test_alternatives_of_one_value_are_one_problem() -> None:
    (problem,) = problems({"amount": []})
    assert problem.what.en == "“amount” has to be a number."
    (problem,) = problems({"schema": 1, "program": "visitor", "answers": {"a.b": []}}, Case)
    assert problem.what.en == "“a.b” has to be true or false, a number or text."
    assert problem.what.fr == "«\u00a0a.b\u00a0» doit être true ou false, un nombre ou du texte."


def test_of_several_groups_the_one_that_comes_nearest_is_told() -> None:
    assert found({"either": {"kind": "dog", "tricks": [1]}}) == [("wrong-type", ("either", "tricks", 0))]
    assert found({"either": {"kind": "cat", "lives": 9, "tail": 1}}) == [("unknown-key", ("either", "tail"))]
    assert found({"either": 3}) == [("wrong-type", ("either",))]


def test_a_word_beside_a_number_is_told_as_the_choice_it_may_be() -> None:
    (problem,) = problems({"size": "smal"})
    assert (problem.id, problem.hint.en) == ("not-allowed", "Did you mean “small”?")


@pytest.mark.parametrize(
    ("given", "shown"), [("smal", True), ("Small dog", True), ("huge", True), ("Lycée de Yaoundé", False)]
)
def test_several_words_that_are_near_to_no_choice_are_not_shown(given: str, shown: bool) -> None:
    (problem,) = problems({"size": given})
    assert problem.id == "not-allowed"
    assert (given in problem.what.en) is shown
    assert (given in problem.what.fr) is shown


def test_a_key_of_the_wrong_kind_is_told_as_a_key() -> None:
    (problem,) = problems({"rows": {1.5: 1}})
    assert problem.what.en == "The key “1.5” has to be a whole number or text."


def test_a_list_with_wrong_entries_is_not_called_too_short() -> None:
    assert found({"entries": [{"kind": "cat"}]}) == [("missing-key", ("entries", 0, "lives"))]
    assert found({"entries": []}) == [("too-short", ("entries",))]


def test_an_unknown_key_is_compared_with_its_siblings() -> None:
    (problem,) = problems({"pets": [{"kind": "cat", "lives": 9, "live": 1}]})
    assert problem.hint.en == "Did you mean “lives”?"
    (problem,) = problems({"zzz": 1})
    assert problem.hint.en == "The keys here are: from, pets, either, amount, size, rows, entries, note."


def test_a_validators_own_words_are_used() -> None:
    (problem,) = problems({"note": "HELP"})
    assert (problem.id, problem.what.en, problem.hint.fr) == ("too-loud", "Too loud.", "Chuchotez.")


def test_an_unknown_kind_of_error_is_still_told() -> None:
    class Odd(Strict):
        number: Annotated[int, Field(multiple_of=2)]

    assert found({"number": 3}, Odd) == [("not-valid", ("number",))]


def test_a_bound_is_named_and_the_number_is_not() -> None:
    data = {"schema": 1, "program": "visitor", "people": [{"id": "a", "role": "sponsor", "activities": [{"teer": 77}]}]}
    (problem,) = problems(data, Case)
    assert (problem.id, problem.hint.en) == ("out-of-range", "Write at most 5.")
    assert "77" not in problem.what.en


def test_a_shown_word_is_short_and_cannot_steer_a_terminal() -> None:
    (problem,) = problems({"x\x1b[31m\u202e" + "y" * 100: 1})
    assert "\x1b" not in problem.what.en
    assert "\u202e" not in problem.what.en
    assert len(problem.what.en) < 100


@pytest.mark.parametrize(
    ("given", "meant"), [("UK", "GB"), ("ph", "PH"), ("USA", "US"), ("UAE", "AE"), ("us ", "US"), ("Lebanon", None)]
)
def test_usual_slips_in_country_codes_are_met_with_the_code(given: str, meant: str | None) -> None:
    data = {"schema": 1, "program": "visitor", "people": [{"id": "a", "role": "sponsor", "country_of_birth": given}]}
    (problem,) = problems(data, Case)
    assert problem.id == "bad-country"
    if meant:
        assert f"“{meant}”" in problem.hint.en
    else:
        assert "ISO 3166" in problem.hint.en


@pytest.mark.parametrize("data", [[], None, "case", 3])
def test_a_file_that_is_no_group_of_keys_is_told_so(data: object) -> None:
    assert found(data, Case) == [("wrong-type", ())]


def test_a_country_that_is_none_is_not_repeated() -> None:
    data = {"schema": 1, "program": "express-entry", "people": [{"id": "maria", "citizenships": ["Burundi", "UK"]}]}
    with pytest.raises(ValidationError) as error:
        Case.model_validate(data)
    found = [each for each in problems_of(error.value, Case) if each.id == "bad-country"]
    assert [each.what.en for each in found] == [f"“citizenships[{index}]” isn’t a country code." for index in (0, 1)]
    assert found[1].hint.en == "Did you mean “GB”?"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("Philippines", "There is a key here that isn’t known."),  # `city: Cebu, Philippines` in braces
        ("nickname", "The key “nickname” isn’t known here."),
        ("Given_Names", "The key “Given_Names” isn’t known here."),
    ],
)
def test_a_key_is_shown_where_it_is_like_one(key: str, said: str) -> None:
    data = {"schema": 1, "program": "express-entry", "people": [{"id": "maria", key: None}]}
    with pytest.raises(ValidationError) as error:
        Case.model_validate(data)
    assert [each.what.en for each in problems_of(error.value, Case) if each.id == "unknown-key"] == [said]

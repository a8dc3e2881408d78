"""JSON and JSON lines are what the published schema says."""

import json

import jsonschema
import pytest

from ircc_prep.core.problems import Place
from ircc_prep.core.result import Audience
from ircc_prep.core.schemas import result_schema
from ircc_prep.core.text import LANGUAGES, Language
from ircc_prep.core.unread_schema import unread_schema
from ircc_prep.render.formats.checked import Cases
from ircc_prep.render.formats.results import json_lines, json_text
from tests.render.formats.made import VERSION, found, unread

UNREAD = jsonschema.Draft202012Validator(unread_schema())
RESULT = jsonschema.Draft202012Validator(result_schema(), format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("audience", ["self", "consultant", "log"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_result_is_valid(audience: Audience, language: Language) -> None:
    RESULT.validate(json.loads(json_text([found(language=language, audience=audience)], VERSION)))


def test_each_line_is_a_valid_result() -> None:
    lines = json_lines([found(), found("b.yaml", "fr")], VERSION).split("\n")
    assert len(lines) == 2
    for line in lines:
        RESULT.validate(json.loads(line))


def test_a_case_that_cannot_be_read_has_its_place_among_the_others() -> None:
    cases: Cases = [unread(), found(), unread(place=Place("bad.yaml", 3, 5))]
    first, second, third = (json.loads(line) for line in json_lines(cases, VERSION).split("\n"))
    UNREAD.validate(first)
    RESULT.validate(second)
    UNREAD.validate(third)
    assert not UNREAD.is_valid(second)
    assert third["problems"][0]["line"] == 3
    assert [each["case"]["file"] for each in (first, second, third)] == ["bad.yaml", "cases/maricel.yaml", "bad.yaml"]


@pytest.mark.parametrize("audience", ["consultant", "log"])
def test_redacted_a_result_is_of_no_file_with_a_name(audience: Audience) -> None:
    assert json.loads(json_text([found(audience=audience)], VERSION))["case"]["file"] == "CASE"

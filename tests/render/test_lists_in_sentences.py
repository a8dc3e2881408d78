"""Several things in one sentence: words are joined by “and”, entries of the file by semicolons."""

import pytest

from ircc_prep.core.case import Case
from ircc_prep.core.said import CountryName, entries
from ircc_prep.core.text import Language, Text
from ircc_prep.files.wording import wording
from ircc_prep.render.facts import Facts
from ircc_prep.render.said import filled
from ircc_prep.render.words import Words

STAYS = [{"from": "2018-03", "to": "2019-03", "country": code, "city": code} for code in ("AE", "SG", "PH", "CA", "QA")]
PEOPLE = [{"id": "maria", "role": "principal-applicant", "stays": STAYS}]
THING = Text("{things}", "{things}")


def facts(language: Language) -> Facts:
    case = Case.model_validate({"schema": 1, "program": "express-entry", "people": PEOPLE})
    return Facts(case, Words(wording(), language))


def paths(count: int) -> list[str]:
    return [f"people.maria.stays[{index}]" for index in range(count)]


def test_words_are_joined_by_and() -> None:
    assert filled(THING, {"things": (CountryName("PH"), CountryName("SG"))}, facts("en")) == "Philippines and Singapore"


@pytest.mark.parametrize(("language", "and_more"), [("en", "; and 2 more"), ("fr", "; et 2 de plus")])
def test_entries_are_set_apart_by_semicolons_and_after_three_the_rest_are_counted(
    language: Language, and_more: str
) -> None:
    two, five = (filled(THING, {"things": entries(paths(count))}, facts(language)) for count in (2, 5))
    assert two.count("; ") == 1
    assert "AE, " in two
    assert five.count("; ") == 3
    assert five.endswith(and_more)

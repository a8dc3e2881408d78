"""What the outputs say, whole, in both languages."""

import json
from collections.abc import Mapping

import pytest

from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.render.markdown import markdown
from ircc_prep.render.parts import View
from ircc_prep.render.result_json import result
from ircc_prep.render.terminal import check_text
from ircc_prep.render.text import packet_text
from ircc_prep.render.view import build
from ircc_prep.render.words import Words
from tests.render.golden import holds
from tests.render.samples import QUESTIONS, evaluation


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_check_prints(views: Mapping[Language, View], language: Language) -> None:
    holds(f"check.{language}.txt", check_text(views[language], width=80, case_name="santos.yaml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_packet_as_plain_text(views: Mapping[Language, View], language: Language) -> None:
    holds(f"packet.{language}.txt", packet_text([views[language]]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_packet_as_markdown(views: Mapping[Language, View], language: Language) -> None:
    holds(f"packet.{language}.md", markdown([views[language]]))


def test_the_packet_as_markdown_in_both_languages(wording: Mapping[str, Text]) -> None:
    made = [build(evaluation("arabic"), Words(wording, language, QUESTIONS)) for language in LANGUAGES]
    holds("packet.both.md", markdown(made))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_result_as_json(wording: Mapping[str, Text], language: Language) -> None:
    told = result(evaluation(), "1.2.3", Words(wording, language, QUESTIONS))
    holds(f"result.{language}.json", json.dumps(told, ensure_ascii=False, indent=2) + "\n")

"""What a view holds, whatever its layout."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from ircc_prep.core.text import Language, Text
from ircc_prep.render.parts import Section, View
from ircc_prep.render.view import SECTIONS, build
from ircc_prep.render.words import Words
from tests.render.samples import NAMES, evaluation


def section(view: View, name: str) -> Section:
    found = view.section(name)
    assert found is not None
    return found


def test_sections_come_in_the_published_order(views: Mapping[Language, View]) -> None:
    names = [found.name for found in views["en"].sections]
    assert names == [name for name in SECTIONS if name in names]
    assert set(SECTIONS) - set(names) == {"summary"}


def test_only_keeps_what_is_asked_for_and_the_closing_words(wording: Mapping[str, Text]) -> None:
    view = build(evaluation(), Words(wording, "en"), only=frozenset({"rights", "sources"}))
    assert [found.name for found in view.sections] == ["rights", "sources"]
    assert view.glance is None
    assert view.about
    assert [source.number for source in section(view, "sources").sources] == [1]


def test_every_number_of_a_source_is_in_the_list_of_sources(views: Mapping[Language, View]) -> None:
    view = views["en"]
    cited = {number for found in view.sections for entry in found.entries for number in entry.cites}
    cited |= {number for found in view.sections for figure in found.figures for number in figure.cites}
    assert cited == {source.number for source in section(view, "sources").sources}


def test_both_languages_have_the_same_shape(views: Mapping[Language, View]) -> None:
    shapes = [
        [
            (found.name, [(entry.name, entry.tone, entry.cites, len(entry.lines)) for entry in found.entries])
            for found in view.sections
        ]
        for view in views.values()
    ]
    assert shapes[0] == shapes[1]


def test_what_blocks_comes_first(views: Mapping[Language, View]) -> None:
    glance = views["en"].glance
    assert glance is not None
    assert glance.first[0].text == "A refusal is listed, but your answer says that nobody was refused."


def test_the_most_decisive_question_is_among_the_first_steps(views: Mapping[Language, View]) -> None:
    glance = views["en"].glance
    assert glance is not None
    assert any(step.text.startswith("Answer: In which month of 2019") for step in glance.first)


def test_what_is_to_get_stands_before_what_is_ready(views: Mapping[Language, View]) -> None:
    maria = next(group for group in section(views["en"], "documents").groups if group.name == "maria")
    tones = [entry.tone for entry in maria.entries]
    assert tones == sorted(tones, key=["missing", "ready", "extra"].index)


def test_a_long_explanation_is_given_once_and_then_pointed_at(views: Mapping[Language, View]) -> None:
    said = [line.text for entry in section(views["en"], "documents").entries for line in entry.lines]
    assert sum(text.startswith("Look up the country’s instructions") for text in said) == 1
    assert "How to prepare: as above." in said


def test_boxes_ask_for_a_translation_only_where_it_may_be_needed(views: Mapping[Language, View]) -> None:
    boxes = {entry.name: entry.boxes for entry in section(views["en"], "documents").entries}
    assert "Translation" in boxes["police-certificate/maria/AE"]
    assert "Translation" not in boxes["police-certificate/maria/PH"]
    assert boxes["fees"] == ("Receipt",)
    assert boxes["schedule-a/maria"] == ("Filled in", "Signed")


def test_doubt_is_said_plainly(views: Mapping[Language, View]) -> None:
    entries = {entry.name: entry for entry in section(views["en"], "documents").entries}
    assert any(line.label == "Sources disagree:" for line in entries["police-certificate/maria/AE"].lines)
    assert any(line.text.startswith("Not certain") for line in entries["fees"].lines)


def test_urgent_advice_comes_first_and_says_so(views: Mapping[Language, View]) -> None:
    first = section(views["en"], "who-to-ask").entries[0]
    assert (first.name, first.state) == ("fairness-letter", "Urgent")


def test_a_figure_that_is_not_known_is_a_range(views: Mapping[Language, View]) -> None:
    figures = {figure.name: figure for figure in section(views["en"], "figures").figures}
    assert (figures["fsw-points"].value, figures["fsw-points"].verdict) == ("63 to 68", "Can’t be told yet")
    assert (figures["settlement-funds"].value, figures["settlement-funds"].verdict) == ("$19,500", "Not reached")
    assert figures["unknown"].value == "not known yet"


@pytest.mark.parametrize("script", [script for script in NAMES if script != "latin"])
def test_a_name_in_another_script_stands_beside_the_latin_one(wording: Mapping[str, Text], script: str) -> None:
    view = build(evaluation(script), Words(wording, "en"))
    assert f"Maria Santos ({' '.join(NAMES[script])})" in view.heading.facts[0][1]


def test_an_empty_case_makes_a_view(wording: Mapping[str, Text]) -> None:
    case = evaluation().case.model_copy(
        update={"people": None, "interview": None, "submitted": None, "documents": None}
    )
    none: dict[str, Any] = dict.fromkeys(
        ("items", "findings", "figures", "officer_questions", "guidance", "open_questions"), ()
    )
    view = build(evaluation(case=case, sources={}, **none), Words(wording, "fr"))
    assert view.heading.facts[0][1] == "Personnes pas encore nommées"
    assert view.glance is not None
    assert view.glance.sentence == "Tout ce que cette vérification connaît est prêt."


def test_a_closed_program_says_so_in_the_title(wording: Mapping[str, Text]) -> None:
    closed = evaluation(program_status=Text("Closed since March.", "Fermé depuis mars."))
    assert build(closed, Words(wording, "en")).heading.warning == "Closed since March."


def test_a_question_without_words_is_named_by_its_fact(wording: Mapping[str, Text]) -> None:
    question = replace(
        evaluation().open_questions[1], fact="people.paul.marital_status", ask=Text(*["people.paul.marital_status"] * 2)
    )
    view = build(evaluation(open_questions=(question,)), Words(wording, "en"))
    assert section(view, "undecided").entries[0].title == "Paul’s marital status"

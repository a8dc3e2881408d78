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


def numbers(view: View) -> list[int]:
    return [source.number for group in section(view, "sources").sources for source in group.sources]


def test_sections_come_in_the_published_order(views: Mapping[Language, View]) -> None:
    names = [found.name for found in views["en"].sections]
    assert names == [name for name in SECTIONS if name in names]
    assert set(SECTIONS) - set(names) == {"summary"}


def test_only_keeps_what_is_asked_for_and_the_closing_words(wording: Mapping[str, Text]) -> None:
    view = build(evaluation(), Words(wording, "en"), only=frozenset({"rights", "sources"}))
    assert [found.name for found in view.sections] == ["rights", "sources"]
    assert view.glance is None
    assert view.about
    assert numbers(view) == [1]


def test_without_the_list_of_sources_no_number_leads_nowhere(wording: Mapping[str, Text]) -> None:
    view = build(evaluation(), Words(wording, "en"), only=frozenset({"rights", "figures", "documents"}))
    assert not any(entry.cites for found in view.sections for entry in found.entries)
    assert not any(figure.cites for found in view.sections for figure in found.figures)


def test_every_number_of_a_source_is_in_the_list_of_sources(views: Mapping[Language, View]) -> None:
    view = views["en"]
    cited = {number for found in view.sections for entry in found.entries for number in entry.cites}
    cited |= {number for found in view.sections for figure in found.figures for number in figure.cites}
    assert numbers(view) == sorted(cited)


def test_sections_of_one_law_stand_together_with_one_address(views: Mapping[Language, View]) -> None:
    ends: dict[Language, str] = {"en": "/section-….html", "fr": "/article-….html"}
    for language, address in ends.items():
        law = section(views[language], "sources").sources[0]
        assert law.title == ("Immigration and Refugee Protection Regulations" if language == "en" else
                             "Règlement sur l’immigration et la protection des réfugiés")  # fmt: skip
        assert (law.address or "").endswith(address)
        assert [source.number for source in law.sources] == [1, 2]
    assert [source.title for source in section(views["en"], "sources").sources[0].sources] == [
        "s.\u00a050 (passports)",
        "s.\u00a051",
    ]


def test_a_source_of_low_confidence_says_so(views: Mapping[Language, View]) -> None:
    forum = section(views["en"], "sources").sources[-1]
    assert forum.title.startswith("Not official")
    assert "Low confidence" in forum.sources[0].told


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
    assert tones == sorted(tones, key=["missing", "extra", "ready"].index)


def test_what_is_ready_is_one_row_with_the_persons_own_paper(views: Mapping[Language, View]) -> None:
    entries = {entry.name: entry for entry in section(views["en"], "documents").entries}
    passport = entries["passport/maria"]
    assert passport.compact
    assert [line.kind for line in passport.lines] == ["paper", "why"]
    assert passport.lines[0].text == "Philippines, issued on May\u00a02, 2019, expires on January\u00a015, 2027"
    assert not entries["police-certificate/maria/AE"].compact


def test_what_the_letter_asks_for_says_whether_it_is_there(views: Mapping[Language, View]) -> None:
    requested = section(views["en"], "documents").groups[0].entries
    assert [line.text for line in requested[0].lines] == ["ready"]
    assert requested[1].lines == ()


def test_a_question_asked_of_several_people_stands_once_with_the_facts_of_each(views: Mapping[Language, View]) -> None:
    groups = {group.name: group for group in section(views["en"], "questions").groups}
    assert groups["maria+paul"].title == "For Maria and Paul"
    asked = groups["maria+paul"].entries[0]
    assert [line.label for line in asked.lines if line.kind == "facts"] == [
        "Paul:", "Maria, places lived in:", "Paul, places lived in:",
    ]  # fmt: skip


def test_a_list_that_stood_above_is_pointed_at(views: Mapping[Language, View]) -> None:
    entries = {entry.name: entry for entry in section(views["en"], "questions").entries}
    told = [point for line in entries["anything-changed/maria"].lines for point in line.points]
    assert "Places lived in: as above" in told


def test_people_with_the_same_reason_share_a_line(wording: Mapping[str, Text]) -> None:
    items = evaluation().items
    ana = next(item for item in items if item.name == "police-certificate/ana")
    view = build(evaluation(items=(ana, replace(ana, person="paul"))), Words(wording, "en"))
    assert [(entry.title, entry.state) for entry in section(view, "not-needed").entries] == [
        ("Police certificate", "Ana, Paul")
    ]


def test_an_open_question_names_the_entry_that_it_is_about(views: Mapping[Language, View]) -> None:
    entry = section(views["en"], "undecided").entries[0]
    assert entry.title == "In which month of 2019 did Paul leave Nigeria? (Lagos, Nigeria, 2015 – 2019)"


def test_a_question_about_an_entry_names_its_country(wording: Mapping[str, Text]) -> None:
    question = replace(evaluation().open_questions[0], ask=Text(*["When did Paul leave {country}?"] * 2))
    view = build(evaluation(open_questions=(question,)), Words(wording, "fr"))
    assert section(view, "undecided").entries[0].title == "When did Paul leave Nigéria? (Lagos, Nigéria, 2015 – 2019)"


def test_the_interview_and_figures_count_among_what_can_not_be_told(wording: Mapping[str, Text]) -> None:
    undetermined = replace(evaluation().interview, likelihood="undetermined")
    for interview, more in ((evaluation().interview, 2), (undetermined, 3)):
        made = evaluation(interview=interview)
        glance = build(made, Words(wording, "en")).glance
        assert glance is not None
        number = next(count.number for count in glance.counts if count.name == "undecided")
        assert number == made.summary.undetermined + more


def test_only_applicants_are_named_in_the_title(wording: Mapping[str, Text]) -> None:
    case = evaluation().case
    people = case.people or ()
    others = (
        people[0],
        people[1].model_copy(update={"role": "other-family"}),
        people[2].model_copy(update={"accompanying": False}),
    )
    view = build(evaluation(case=case.model_copy(update={"people": others})), Words(wording, "en"))
    assert "Paul" not in view.heading.facts[0][1]
    assert "Ana" not in view.heading.facts[0][1]


def test_the_first_steps_say_by_when_and_what_is_wrong_with_a_paper(views: Mapping[Language, View]) -> None:
    glance = views["en"].glance
    assert glance is not None
    assert glance.first_title == "Do this first, before December\u00a015, 2026"
    assert glance.interview == ("December\u00a015, 2026", "Interview, Abu Dhabi, in person")
    assert any(
        "Expired (IELTS General Training, November\u00a08, 2025)" in (step.detail or "") for step in glance.first
    )


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


def test_what_is_urgent_stands_at_a_glance_too(wording: Mapping[str, Text]) -> None:
    """A letter with a date can't wait until its section is reached."""
    first, *rest = evaluation().guidance
    calm = (replace(each, urgent=False) for each in (first, *rest))
    quiet = build(replace(evaluation(), guidance=tuple(calm)), Words(wording, "en")).glance
    grave = build(replace(evaluation(), guidance=(replace(first, urgent=True), *rest)), Words(wording, "en")).glance
    assert quiet is not None
    assert quiet.urgent is None
    assert grave is not None
    assert first.title.en in (grave.urgent or "")

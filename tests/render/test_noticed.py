"""What stands out in the file, as a reader of the packet and of `check` sees it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from ircc_prep.core.text import Language, Text
from ircc_prep.render.check_rows import MOST_POINTS
from ircc_prep.render.parts import Section, View
from ircc_prep.render.terminal import check_text
from ircc_prep.render.view import build
from ircc_prep.render.words import Words
from tests.render.samples import evaluation


def section(view: View, name: str) -> Section:
    found = view.section(name)
    assert found is not None
    return found


def test_findings_stand_by_what_to_do_first_and_are_numbered_through(views: Mapping[Language, View]) -> None:
    groups = section(views["en"], "findings").groups
    assert [group.title for group in groups] == ["Settle first", "Be ready to explain", "Look up, or keep in mind"]
    assert [entry.number for group in groups for entry in group.entries] == [1, 2, 3, 4, 5, 6]


def test_a_finding_says_why_it_matters_the_facts_the_question_and_what_helps(views: Mapping[Language, View]) -> None:
    clash = section(views["en"], "findings").entries[3]
    assert clash.title == (
        "Paul was in Canada from February\u00a01, 2020 to June\u00a030, 2020; "
        "the file says: United Arab Emirates, 2019 – present."
    )
    assert [line.kind for line in clash.lines] == ["why", "facts", "ask", "prepare", "caution"]
    assert clash.lines[1].points == (
        "Paul’s places lived in: United Arab Emirates, 2019 – present",
        "Paul’s trips: Canada, February\u00a01, 2020 – June\u00a030, 2020",
    )


def test_what_stood_above_is_pointed_at_in_one_line(views: Mapping[Language, View]) -> None:
    again = section(views["en"], "findings").entries[2]
    assert [line.kind for line in again.lines] == ["facts", "ask", "prepare"]
    assert again.lines[-1].text == "Why it matters and what would help: as above."


def test_the_same_said_of_several_people_is_one_point(views: Mapping[Language, View]) -> None:
    passports = section(views["en"], "findings").entries[4]
    assert passports.title == "The passport of Maria expires on January\u00a015, 2027. The same holds for Paul and Ana."
    told = next(line.points for line in passports.lines if line.kind == "facts")
    assert [fact.split("’")[0] for fact in told] == ["Maria", "Paul", "Ana"]
    glance = views["en"].glance
    assert glance
    assert next(count.number for count in glance.counts if count.name == "noticed") == 6


def test_two_points_of_one_person_stay_two(wording: Mapping[str, Text]) -> None:
    twice = tuple(
        replace(finding, person="maria") for finding in evaluation().findings if finding.code == "passport-ends"
    )
    view = build(evaluation(findings=twice), Words(wording, "en"))
    assert len(section(view, "findings").entries) == len(twice)


@pytest.mark.parametrize("severity", ["blocker", "warning", "note"])
def test_nobody_is_told_that_all_is_ready_while_something_stands_out(
    wording: Mapping[str, Text], severity: Any
) -> None:
    finding = replace(evaluation().findings[1], severity=severity)
    none: dict[str, Any] = dict.fromkeys(("items", "figures", "open_questions"), ())
    for language, everything in (("en", "Everything"), ("fr", "Tout ce que")):
        view = build(evaluation(findings=(finding,), **none), Words(wording, language))  # type: ignore[arg-type]
        assert view.glance
        assert everything not in view.glance.sentence
        assert "Not ready" in view.glance.sentence or language == "fr" or severity == "note"
        assert (severity == "note") == ("1 point to look up" in view.glance.sentence) or language == "fr"


def test_where_nothing_stands_out_it_is_said_what_was_compared_and_not_that_all_is_well(
    wording: Mapping[str, Text],
) -> None:
    view = build(evaluation(findings=()), Words(wording, "en"))
    lead = section(view, "findings").lead
    assert lead
    assert lead.startswith(
        "Your answers were laid side by side: places lived in, activities, trips, passports and refusals."
    )
    assert "Nothing stood out to this check." in lead
    bare = evaluation().case.model_copy(update={"people": None})
    nothing = section(build(evaluation(case=bare, findings=()), Words(wording, "en")), "findings").lead
    assert nothing
    assert nothing.startswith("There is nothing to compare yet")


def test_an_open_question_says_which_finding_it_would_settle(wording: Mapping[str, Text]) -> None:
    asked = replace(evaluation().open_questions[0], settles=("finding/trip-near-stay/paul",))
    view = build(evaluation(open_questions=(asked, evaluation().open_questions[1])), Words(wording, "en"))
    entries = section(view, "undecided").groups[0].entries
    assert [entry.lines[-1].points for entry in entries] == [
        ("Educational credential assessment, Paul",),  # what decides a paper stands first
        ("A trip near a stay, Paul",),
    ]


def test_check_says_what_to_explain_in_full_and_the_rest_in_a_sentence_each(views: Mapping[Language, View]) -> None:
    text = check_text(views["en"])
    noticed = text[text.index("AN OFFICER MAY NOTICE") : text.index("THE YEARS AT A GLANCE")]
    assert noticed.count("An officer may ask:") == 4
    assert "Ask for a new one in good time." not in noticed
    assert [line.strip()[:2] for line in noticed.splitlines() if line.strip()[:2] in {"5.", "6."}] == ["5.", "6."]


def test_check_of_very_many_findings_has_an_end(wording: Mapping[str, Text]) -> None:
    gap = evaluation().findings[1]
    many = tuple(replace(gap, severity=severity) for severity in ("warning", "note") for _ in range(40))
    text = check_text(build(evaluation(findings=many), Words(wording, "en")))
    for severity, most in MOST_POINTS.items():
        assert f"... +{40 - most} · the packet has them all" in text, severity
    assert "80 points an officer may notice" in text

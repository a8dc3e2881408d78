"""The annotations of GitHub Actions, as the runner reads them."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.core.gate.concern import Level
from ircc_prep.core.problems import Place
from ircc_prep.core.text import same
from ircc_prep.render.formats.github import github
from tests.render.formats.made import checked, concern, found, unread
from tests.render.formats.readers import Command, commands_of
from tests.render.formats.texts import ANY_TEXT, FEWER, FILE_NAMES

LEVELS: tuple[Level, ...] = ("blocker", "missing", "undecided", "warning", "note")


def annotations(*cases: Any) -> list[Command]:
    return [each for each in commands_of(github(cases)) if each.name in ("error", "warning", "notice")]


def test_an_annotation_stands_at_the_line_of_the_answer() -> None:
    (made,) = annotations(checked([concern(facts=("people.maria.stays[1].country",), hint=same("Get it."))]))
    assert made == Command(
        "error",
        {"file": "maria.yaml", "line": "5", "col": "18", "title": "To get [police-certificate]"},
        "It is missing.\n\nGet it.",
    )


@given(st.permutations(LEVELS))
def test_the_gravest_come_first_since_only_ten_of_each_are_shown(levels: list[Level]) -> None:
    half = len(levels) // 2
    cases = [checked([concern(str(level), level=level) for level in part]) for part in (levels[:half], levels[half:])]
    made = annotations(*cases)
    assert [each.data for each in made] == list(LEVELS)
    assert [each.name for each in made] == ["error", "error", "warning", "warning", "notice"]


def test_what_is_waived_or_accepted_is_a_notice_and_comes_last() -> None:
    made = annotations(
        checked([concern("waived", standing="waived"), concern("accepted", standing="accepted"), concern("counted")])
    )
    assert [(each.name, each.data.split("\n")[0]) for each in made] == [
        ("error", "counted"),
        ("notice", "waived"),
        ("notice", "accepted"),
    ]


def test_a_case_that_cannot_be_read_is_an_error_before_all_others() -> None:
    first, *_ = annotations(checked([concern(level="blocker")]), unread(place=Place("bad.yaml", 3, 5)))
    assert first.properties == {"file": "bad.yaml", "line": "3", "col": "5", "title": "[missing-key]"}
    assert first.data == "The key “role” is missing.\n\nAdd it."


def test_the_end_counts_each_case_in_a_group() -> None:
    text = github([found(), checked([], "empty.yaml")])
    group = text[text.index("::group::") :].splitlines()
    assert group[0] == "::group::The result of the check"
    assert group[1].startswith("- cases/maricel.yaml: ")
    assert group[1].endswith(", 1 waived, 1 whose waiver has ended")
    assert group[2:] == ["- empty.yaml: nothing to report", "::endgroup::"]


def test_the_place_of_a_redacted_case_is_not_told() -> None:
    made = annotations(found(audience="log"))
    assert made
    assert all(set(each.properties) == {"title"} for each in made)


@FEWER
@given(message=ANY_TEXT, hint=ANY_TEXT)
def test_any_text_reads_back_as_it_was_and_is_no_command(message: str, hint: str) -> None:
    one = concern(message, hint=same(hint), id="photo")
    commands = commands_of(github([checked([one], places=False)]))
    assert [each.name for each in commands] == ["error", "group", "endgroup"]
    assert commands[0].data.rstrip() == f"{message}\n\n{hint}".rstrip()


@FEWER
@given(name=FILE_NAMES)
def test_any_file_name_reads_back_as_it_was(name: str) -> None:
    commands = commands_of(github([checked([concern(facts=("funds.amount",))], name)]))
    assert [each.name for each in commands] == ["error", "group", "endgroup"]
    assert commands[0].properties["line"] == "6"

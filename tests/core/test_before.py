"""What somebody without a case is told of a program: what everyone needs, what depends on them, in which order."""

import pytest

from ircc_prep.core.before import Preparation, before_you_start
from ircc_prep.core.rulebook import compile_checklist
from tests.core.making import PAIR, SOURCE, TODAY, Data, checklist, question, requirement, rule
from tests.properties.families import rulebook


def of(*requirements: Data, **topic: object) -> Preparation:
    book, problems = compile_checklist(checklist(*requirements, **topic))  # type: ignore[arg-type]
    assert problems == []
    return before_you_start(book, None, TODAY)


def timing(takes: int | None = None) -> Data:
    return {"timing": {"text": PAIR, "sources": [SOURCE], **({"takes": takes} if takes else {})}}


def test_what_takes_longest_comes_first_then_what_has_a_day_and_then_what_others_issue() -> None:
    found = of(
        requirement(id="form", kind="form"),
        requirement(id="paper"),
        requirement(id="dated", **timing()),
        requirement(id="weeks", **timing(21)),
        requirement(id="months", kind="fee", **timing(90)),
    )
    assert [need.id for need in found.everyone] == ["months", "weeks", "dated", "paper", "form"]


def test_what_rests_on_an_answer_depends_and_what_is_never_needed_is_left_out() -> None:
    found = of(
        requirement(rule("a.yes"), id="perhaps"),
        requirement(rule("False"), id="never"),
        requirement(rule("person.role == 'dependent-child'"), id="of-a-child", for_each={"person": "children"}),
    )
    assert found.everyone == ()
    assert [need.id for need in found.depends] == ["perhaps", "of-a-child"]


def test_each_thing_has_its_reason_and_the_sources_of_its_rule_and_time() -> None:
    (need,) = of(requirement(rule(because={"en": "It is the law.", "fr": "C’est la loi."}), **timing(5))).everyone
    assert need.because.en == "It is the law."
    assert need.sources == (SOURCE,)


def test_lists_and_amounts_are_to_hand_only_where_the_program_asks_for_them() -> None:
    paper = requirement(rule("any(s.country == 'AE' for s in applicant.stays) and funds.amount > 5"))
    stays = question("person.stays", for_each="applicants")
    found = of(paper, questions=[stays, question("person.trips", for_each="applicants")])
    assert found.lists == ("stays",)
    assert PAIR["en"] in [ask.en for ask in found.answers]


EVERYONE = {
    ("express-entry", "fsw"): {
        "passport", "language-test", "upfront-medical", "work-reference-letter", "personal-history", "application-fees",
    },
    ("pr-landing", "portal"): {"photo", "electronic-copr", "canadian-address"},
    ("temporary-resident-permit", None): {"letter-of-explanation", "proof-of-need", "passport", "photos"},
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("program", "stream"), EVERYONE)
def test_every_program_says_what_everyone_needs(program: str, stream: str | None) -> None:
    found = before_you_start(rulebook(program), stream, TODAY)
    assert {need.id for need in found.everyone} == EVERYONE[program, stream]
    assert found.alone[0] < found.alone[1] < found.family[1]
    assert {"stays", "passports"} <= set(found.lists)
    assert {need.id for need in (*found.everyone, *found.depends) if not need.sources} == set()


@pytest.mark.slow
def test_a_stream_leaves_out_what_only_another_one_asks_for() -> None:
    of_all, of_one = (before_you_start(rulebook("express-entry"), stream, TODAY) for stream in (None, "fsw"))
    certificate = "trade-certificate"
    assert certificate in {need.id for need in of_all.depends}
    assert certificate not in {need.id for need in of_one.depends}
    assert (len(of_all.streams), of_one.streams) == (3, {})

"""The letters say what the evaluation says, the same in every form, and nothing beyond it."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from ircc_prep.api.letters import LETTERS, letter_bytes, refuse_redacted
from ircc_prep.api.opening import Opened, open_case
from ircc_prep.api.views import words_for
from ircc_prep.core.deadlines.whole import deadlines
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.redaction.redact import redacted
from ircc_prep.core.result import Evaluation, Item
from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.errors import UsageError
from ircc_prep.files.checklists import Pack
from ircc_prep.render.context import Context
from ircc_prep.render.letters.cover import cover
from ircc_prep.render.letters.handover import handover
from ircc_prep.render.letters.letter import Letter, LetterKind
from ircc_prep.render.letters.papers import papers_to_send
from ircc_prep.render.letters.request import request
from ircc_prep.render.look import Look
from ircc_prep.render.parts import Entry, View
from tests.render.test_branding import firm

ROOT = Path(__file__).parents[3]
LETTERS_CODE = ROOT / "ircc_prep" / "render" / "letters"
DAY = date(2026, 11, 22)
FAMILIES = ("spouse-partner.fr", "express-entry.en", "protected-person.en", "dependent-child.fr")


@cache
def opened(name: str) -> Opened:
    return open_case(ROOT / "checklists" / "personas" / f"{name}.yaml", Pack(examples=False))


@cache
def found(name: str) -> Evaluation:
    return evaluate(opened(name).book, opened(name).case, DAY)


def context_of(name: str, language: Language, evaluation: Evaluation | None = None) -> Context:
    return Context(evaluation or found(name), words_for(opened(name).book, language), citing=False)


def papers_of(name: str, seen: Evaluation) -> list[Item]:
    """What may be sent with a letter: what would be asked for without an interview too."""
    one = opened(name)
    answers = one.case.answers | {"interview.invited": False}
    uncalled = one.case.model_copy(update={"interview": None, "answers": answers})
    return papers_to_send(seen, evaluate(one.book, uncalled, DAY))


def letter(kind: LetterKind, name: str, language: Language = "en", evaluation: Evaluation | None = None) -> Letter:
    """One letter of a family, without a brand."""
    seen = evaluation or found(name)
    ahead = deadlines(opened(name).book, seen)
    words = words_for(opened(name).book, language)
    if kind == "handover":
        return handover(lambda numbers=None: Context(seen, words, numbers), None, ahead)
    context = context_of(name, language, seen)
    papers = papers_of(name, seen)
    made = request(context, None, ahead) if kind == "request" else cover(context, None, papers, to_follow=False)
    assert made is not None
    return made


def told(made: Letter) -> Iterator[str]:
    """Everything that a letter tells its reader."""
    view = made.view
    yield from filter(None, (made.day, made.to, view.heading.kind, view.heading.program))
    for pair in view.heading.facts:
        yield from filter(None, pair)
    yield from (line.text for line in (*made.opening, *made.closing))
    for section in view.sections:
        yield from filter(None, (section.title, section.lead))
        for each in section.groups:
            yield from filter(None, (each.title,))
            yield from (words for entry in each.entries for words in told_in(entry))
        yield from (source.title for group in section.sources for source in group.sources)
    if made.signed:
        yield from (made.signed.word, *made.signed.lines)


def told_in(entry: Entry) -> Iterator[str]:
    yield from filter(None, (entry.title, entry.state))
    for line in entry.lines:
        yield from filter(None, (line.text, *line.points))


def flat(text: str) -> str:
    """The letters alone, without marks, escapes and spaces."""
    return re.sub(r"[\s\u2066-\u2069\\*]+", "", text).lower()


def words_of(made: bytes, suffix: str) -> str:
    text = made.decode()
    return flat(" ".join(ET.fromstring(text.split("\n", 1)[1]).itertext()) if suffix == ".html" else text)


def entries(view: View, section: str) -> list[Entry]:
    held = view.section(section)
    return list(held.entries) if held else []


@pytest.mark.parametrize("kind", LETTERS)
@pytest.mark.parametrize("name", FAMILIES)
def test_every_form_says_the_same_in_both_languages(name: str, kind: LetterKind) -> None:
    for suffix in (".txt", ".md", ".html"):
        words = words_of(letter_bytes(kind, opened(name), found(name), LANGUAGES, Look(), None, suffix), suffix)
        for language in LANGUAGES:
            missing = [each for each in told(letter(kind, name, language)) if flat(each) not in words]
            assert missing == [], (suffix, language)


@pytest.mark.parametrize("name", FAMILIES)
def test_the_cover_letter_lists_every_paper_that_is_ready_once_and_numbered(name: str) -> None:
    made = letter("cover", name)
    enclosed = entries(made.view, "enclosed")
    ready = {item.name for item in papers_of(name, found(name)) if item.holding == "ready"}
    assert {item.kind for item in found(name).items if item.name in ready} <= {"document", "form", "fee"}
    assert sorted(entry.name for entry in enclosed) == sorted(ready)
    assert [entry.number for entry in enclosed] == list(range(1, len(enclosed) + 1))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FAMILIES)
def test_the_cover_letter_argues_for_nothing_and_tells_of_nothing_that_is_missing(
    name: str, language: Language
) -> None:
    said = flat(" ".join(told(letter("cover", name, language))))
    seen = found(name)
    reasons = [item.reason.of(language) for item in seen.items] + [each.matters.of(language) for each in seen.findings]
    assert [text for text in reasons if flat(text) in said] == []
    assert letter("cover", name, language).view.section("to-follow") is None


def test_what_follows_later_is_listed_apart_and_only_where_that_is_asked_for() -> None:
    papers = papers_of("express-entry.en", found("express-entry.en"))
    made = cover(context_of("express-entry.en", "en"), None, papers, to_follow=True)
    assert made is not None
    later = entries(made.view, "to-follow")
    waiting = [item.name for item in papers if item.to_get]
    assert sorted(entry.name for entry in later) == sorted(waiting)
    assert all(entry.number is None and not entry.lines for entry in later)


@pytest.mark.parametrize("name", FAMILIES)
def test_numbers_that_the_case_doesnt_have_are_left_blank(name: str) -> None:
    facts = letter("cover", name).view.heading.facts
    assert [label for label, value in facts if not value] == ["Office", "Application number", "UCI"]


@pytest.mark.parametrize("name", ["express-entry.en", "refugee-resettled.en"])
def test_what_is_shown_at_the_interview_is_never_enclosed_nor_promised_for_later(name: str) -> None:
    made = letter_bytes("cover", opened(name), found(name), ("en",), Look(), None, ".txt", to_follow=True).decode()
    there = ("The letter or message that calls you", "in the original", "originals", "copy of your application")
    assert [words for words in there if words in made] == []
    assert "Generic Application Form" in made or "Language test results" in made


@pytest.mark.parametrize(
    ("language", "day", "opening", "closing"),
    [
        ("en", "November\N{NO-BREAK SPACE}22, 2026", "Dear Sir or Madam,", "Sincerely,"),
        (
            "fr",
            "Le 22\N{NO-BREAK SPACE}novembre 2026",
            "Madame, Monsieur,",
            "Veuillez agréer, Madame, Monsieur, mes salutations distinguées.",
        ),
    ],
)
def test_the_cover_letter_greets_and_closes_as_a_letter_does(
    language: Language, day: str, opening: str, closing: str
) -> None:
    made = letter("cover", "express-entry.en", language)
    assert (made.day, made.opening[0].text) == (day, opening)
    assert made.signed is not None
    assert made.signed.word == closing


@pytest.mark.parametrize("language", LANGUAGES)
def test_for_a_child_the_sponsor_is_written_to_and_signs(language: Language) -> None:
    made, sent = (letter(kind, "dependent-child.en", language) for kind in ("request", "cover"))
    assert made.to == "Rowena Villanueva"
    assert "Rowena Villanueva" in made.opening[0].text
    assert sent.signed is not None
    assert sent.signed.lines == ("Rowena Villanueva",)


def test_a_child_signs_nothing_and_isnt_written_to() -> None:
    case = opened("express-entry.en").case
    people = tuple(
        person.model_copy(update={"date_of_birth": opened("express-entry.en").case.people[2].date_of_birth})  # type: ignore[index]
        if person.role == "principal-applicant"
        else person
        for person in case.people or ()
    )
    young = replace(found("express-entry.en"), case=case.model_copy(update={"people": people}))
    signed = letter("cover", "express-entry.en", evaluation=young).signed
    assert signed is not None
    assert signed.lines == ()
    assert letter("request", "express-entry.en", evaluation=young).to is None


@pytest.mark.parametrize("name", FAMILIES)
def test_the_request_asks_for_everything_that_is_to_get_and_for_nothing_else(name: str) -> None:
    made = letter("request", name)
    wanted = [item.name for item in found(name).items if item.to_get]
    assert sorted(entry.name for entry in entries(made.view, "to-get")) == sorted(wanted)


def test_the_request_says_what_is_the_matter_with_a_paper_in_hand() -> None:
    made = letter("request", "express-entry.en")
    old = next(entry for entry in entries(made.view, "to-get") if entry.name == "police-certificate/maricel/AE")
    assert old.state == "Too old"
    assert {line.kind for line in old.lines} >= {"why", "paper", "fault", "prepare"}


@pytest.mark.parametrize("name", FAMILIES)
def test_the_request_names_no_day_that_the_deadlines_dont(name: str) -> None:
    days = {words_for(opened(name).book, "en").date(each.day) for each in deadlines(opened(name).book, found(name))}
    made = letter("request", name)
    assert {entry.title for entry in entries(made.view, "dates")} <= days
    assert dict(made.view.heading.facts)["Please send by"] == ""


def test_a_request_is_the_same_whatever_was_answered_about_safety() -> None:
    one, letters = opened("work-permit.en"), set()
    for answer in ({}, {"work_permit.abuse": False}, {"work_permit.abuse": True}):
        answers = {**one.case.answers, "temporary.where": "inside", "work_permit.kind": "other", **answer}
        other = replace(one, file=replace(one.file, case=one.case.model_copy(update={"answers": answers})))
        seen = evaluate(one.book, other.case, DAY)
        letters.add(letter_bytes("request", other, seen, ("en",), Look(), None, ".txt"))
        needed = {item.id for item in seen.items if item.status == "needed"}
        assert ("vulnerable-worker-letter" in needed) == (answer == {"work_permit.abuse": True})
    (only,) = letters
    assert b"This list may not be complete." in only


def test_where_there_is_nothing_to_write_there_is_no_letter() -> None:
    seen = found("express-entry.en")
    done = replace(seen, items=tuple(item for item in seen.items if not item.to_get), open_questions=())
    empty = replace(seen, items=tuple(item for item in seen.items if item.holding != "ready"))
    one = opened("express-entry.en")
    assert letter_bytes("request", one, done, LANGUAGES, Look(), None, ".txt") == b""
    assert letter_bytes("cover", one, empty, LANGUAGES, Look(), None, ".txt") == b""


@pytest.mark.parametrize("name", FAMILIES)
def test_the_handover_note_tells_how_every_item_and_point_stands(name: str) -> None:
    view, seen = letter("handover", name).view, found(name)
    shown = [item for item in seen.items if item.status in {"needed", "recommended"}]
    listed = entries(view, "to-get") + entries(view, "ready")
    assert sorted(entry.name for entry in listed) == sorted(item.name for item in shown)
    said = " ".join(entry.title for entry in entries(view, "findings"))
    assert all(each.words or each.message.en in said for each in seen.findings)
    assert "confidential" in view.heading.kind


def test_the_handover_note_for_somebody_who_helps_names_nobody() -> None:
    one = opened("protected-person.en")
    hidden = redacted(found("protected-person.en"), "consultant", one.book)
    text = letter_bytes("handover", one, hidden, LANGUAGES, Look(), None, ".txt").decode()
    names = {part for person in one.case.people or () for part in (person.given_names, person.family_name) if part}
    assert [name for name in names if name in text] == []
    assert "Calgary" not in text
    assert "14" not in re.findall(r"(\d+), 2026", text)  # the day of the interview


@pytest.mark.parametrize(
    ("kind", "audience"), [("cover", "consultant"), ("request", "consultant"), ("handover", "log")]
)
def test_a_letter_to_somebody_cant_be_redacted(kind: LetterKind, audience: str) -> None:
    with pytest.raises(UsageError) as refused:
        refuse_redacted(kind, audience)  # type: ignore[arg-type]
    assert "handover" in refused.value.problems[0].hint.en


@pytest.mark.parametrize("kind", LETTERS)
def test_a_firm_is_on_the_letter_and_its_consultant_signs(kind: LetterKind, wording: Mapping[str, Text]) -> None:
    del wording
    made = letter_bytes(kind, opened("spouse-partner.fr"), found("spouse-partner.fr"), ("fr",), Look(), firm(), ".txt")
    text = made.decode()
    assert text.count("Feu du port") == 1  # its own letter of the packet isn't there
    assert "Dossier conservé à Halifax" in text
    if kind != "handover":
        assert text.rindex("Nadia Example") > text.index(
            "salutations distinguées" if kind == "cover" else "Salutations distinguées,"
        )


@pytest.mark.parametrize("kind", LETTERS)
@pytest.mark.parametrize("name", FAMILIES)
def test_plain_text_fits_80_columns_and_nothing_is_left_unfilled(name: str, kind: LetterKind) -> None:
    text = letter_bytes(kind, opened(name), found(name), LANGUAGES, Look(), firm(), ".txt").decode()
    long = [line for line in text.split("\n") if len(re.sub("[\u2066-\u2069]", "", line)) > 80 and "http" not in line]
    assert long == []
    assert "{" not in text
    assert "None" not in text


def test_html_runs_and_fetches_nothing() -> None:
    page = letter_bytes(
        "request", opened("spouse-partner.fr"), found("spouse-partner.fr"), ("fr",), Look(), firm(), ".html"
    )
    text = unescape(page.decode())
    assert "<script" not in text
    assert "default-src 'none'" in text
    assert 'src="data:image/png' in text
    assert re.findall(r"(?:src|href)=\"(?!data:|#)", text) == []


def test_every_phrase_of_the_letters_is_used_and_every_one_that_is_named_exists(wording: Mapping[str, Text]) -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in LETTERS_CODE.glob("*.py"))
    named = set(re.findall(r'"((?:letter|about|packet|lead)\.[a-z.-]+)"', code))
    assert named - set(wording) == set()
    made_up = {f"letter.{kind}.name" for kind in LETTERS} | {"letter.cover.office", "letter.cover.file-number"}
    there = {key for key in wording if key.startswith("letter.")}
    assert there - named - made_up - {"letter.cover.uci"} == set()

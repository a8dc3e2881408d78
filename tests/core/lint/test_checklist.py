"""A small pack in order, and what each mistake in it is met with: the place, both languages, a hint."""

from pathlib import Path

import pytest

from ircc_prep.core.examples import run_examples
from ircc_prep.core.lint.checklist import lint
from ircc_prep.core.problems import Problem
from ircc_prep.core.rulebook import compile_checklist
from ircc_prep.errors import ChecklistError
from ircc_prep.files.checklists import Pack

PROGRAM = """\
program: visitor
title: {en: Visit, fr: Visite}
summary: {en: For visitors., fr: Pour les visiteurs.}
streams:
  alone: {en: Alone, fr: Sans compagnie}
uses: [common/of-our-own]
interview:
  rules:
    - id: was-invited
      when: visit.invited
      likelihood: possible
      reason: {en: Somebody invites you., fr: Quelqu’un vous invite.}
      sources: [our-law]
  otherwise:
    id: usually-not
    likelihood: rare
    reason: {en: It is rare., fr: C’est rare.}
    sources: [our-law]
examples:
  - name: an invitation may lead to an interview
    on: 2026-11-22
    given: {answers: {visit.invited: true}}
    expect: {interview: possible}
  - name: without one it is rare
    on: 2026-11-22
    given: {answers: {visit.invited: false}}
    expect: {interview: rare}
"""
SHARED = """\
topic: of-our-own
title: {en: Our own, fr: À nous}
"""
TOPIC = """\
topic: papers
title: {en: Papers, fr: Papiers}
questions:
  - fact: visit.invited
    type: bool
    ask: {en: Are you invited?, fr: Est-ce qu’on vous invite?}
    why: {en: It decides the letter., fr: La lettre en dépend.}
  - fact: visit.reason
    type: choice
    options:
      family: {en: Family, fr: Famille}
      other: {en: Other, fr: Autre}
    when: visit.invited
    ask: {en: Why do you come?, fr: Pourquoi venez-vous?}
    why: {en: It is asked at the border., fr: On le demande à la frontière.}
  - fact: person.stays
    for_each: applicants
    ask: {en: Where did you live?, fr: Où avez-vous vécu?}
    why: {en: It is compared., fr: On compare.}
requirements:
  - id: letter
    kind: document
    title: {en: Letter, fr: Lettre}
    rules:
      - from: 2020-01-01
        needed: visit.invited
        because: {en: You are invited., fr: On vous invite.}
        otherwise: {en: Nobody invites you., fr: Personne ne vous invite.}
        sources: [our-law]
      - from: 2026-01-01
        needed: visit.invited and visit.reason != 'family'
        recommended: visit.invited
        because: {en: You are invited., fr: On vous invite.}
        otherwise: {en: Nobody invites you., fr: Personne ne vous invite.}
        holding:
          issued-too-early: held.issued < months_before(submitted, 6)
          because: {issued-too-early: {en: It is old., fr: Elle est ancienne.}}
        sources: [our-law]
computed:
  - name: money
    title: {en: Money, fr: Argent}
    when: visit.invited
    value: value('visit-money', 1)
    sources: [our-law]
officer_questions:
  - id: who-invites
    when: visit.invited
    ask: {en: Who invites you?, fr: Qui vous invite?}
    sources: [our-law]
guidance:
  - id: at-the-border
    section: after
    when: visit.reason == 'family'
    title: {en: At the border, fr: À la frontière}
    text: {en: Bring the letter., fr: Apportez la lettre.}
    sources: [our-law]
examples:
  - name: the letter for an invitation
    on: 2026-11-22
    given:
      answers: {visit.invited: true, visit.reason: other}
      documents: [{item: letter, issued: 2026-09-09}]
    expect:
      letter: needed, ready
      computed/money: 100
      officer/who-invites: shown
      guidance/at-the-border: hidden
      question/visit.reason: asked
  - name: a letter of last year
    on: 2026-11-22
    given:
      answers: {visit.invited: true, visit.reason: other}
      documents: [{item: letter, issued: 2025-09-09}]
    expect: {letter: "needed, issued-too-early"}
  - name: family is asked for less
    on: 2026-11-22
    given: {answers: {visit.invited: true, visit.reason: family}}
    expect: {letter: recommended, guidance/at-the-border: shown}
  - name: nobody invites
    on: 2026-11-22
    given: {answers: {visit.invited: false}}
    expect: {letter: not-needed, computed/money: hidden, officer/who-invites: hidden, question/visit.reason: skipped}
  - name: before the change, whatever the reason
    on: 2025-12-31
    given: {answers: {visit.invited: true, visit.reason: family}}
    expect: {letter: needed}
  - name: before the change, nobody invites
    on: 2025-12-31
    given: {answers: {visit.invited: false}}
    expect: {letter: not-needed}
"""
SOURCES = """\
sources:
  our-law:
    title: {en: Our law, fr: Notre loi}
    publisher: {en: Us, fr: Nous}
    url: {en: "https://example.org/en", fr: "https://example.org/fr"}
    kind: law
    dated: undated
    checked: 2026-11-22
    confidence: high
"""
VALUES = """\
tables:
  visit-money:
    title: {en: Money, fr: Argent}
    versions:
      - from: 2020-01-01
        rows: {1: 100, 2: 150}
        sources: [our-law]
"""
SHIPPED = Path(__file__).parents[3] / "checklists"
# The shipped registers, tables and topics have no part in this; an empty file of the same name stands in for each.
STAND_INS = {
    f"visitor/{file.name}": f"topic: {file.stem}\ntitle: {{en: Empty, fr: Vide}}\n"
    for file in (SHIPPED / "visitor").glob("*.yaml")
} | {
    f"{name}/{file.name}": f"{key}: {{}}\n"
    for name, key in (("sources", "sources"), ("values", "tables"))
    for file in (SHIPPED / name).glob("*.yaml")
}
FILES = {
    **STAND_INS,
    "visitor/program.yaml": PROGRAM,
    "visitor/papers.yaml": TOPIC,
    "common/of-our-own.yaml": SHARED,
    "sources/our-own.yaml": SOURCES,
    "values/our-own.yaml": VALUES,
}
PAPERS, OF_PROGRAM, OF_SOURCES, OF_VALUES = (
    "visitor/papers.yaml", "visitor/program.yaml", "sources/our-own.yaml", "values/our-own.yaml",
)  # fmt: skip


def written(folder: Path, name: str = "", old: str = "", new: str = "") -> Path:
    """The pack in a folder; in one of its files, the first `old` replaced by `new`."""
    for file, text in FILES.items():
        if file == name:
            assert old in text
            text = text.replace(old, new, 1)  # noqa: PLW2901 - the mistake that this pack is about
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def found(folder: Path) -> list[Problem]:
    """Everything that is wrong with the program, placed."""
    pack = Pack(own=folder)
    checklist, problems = pack.read("visitor")
    if checklist is None:
        return problems
    book, more = compile_checklist(checklist)
    if not problems and not more:
        ran = list(run_examples(book))
        more = [*(problem for each in ran for problem in each.problems), *lint(book, ran)]
    return problems + [pack.placed(problem) for problem in more]


def told(folder: Path) -> list[tuple[str, str, int]]:
    """The problems as id, file and line."""
    return [(problem.id, *_place(problem, folder)) for problem in found(folder)]


def _place(problem: Problem, folder: Path) -> tuple[str, int]:
    return (problem.place.file.removeprefix(f"{folder}/"), problem.place.line) if problem.place else ("", 0)


def test_a_pack_in_order_has_no_problems(tmp_path: Path) -> None:
    assert found(written(tmp_path)) == []
    assert Pack(own=tmp_path).load("visitor").checklist.program.program == "visitor"


PETS = "{en: Any pets?, fr: Des animaux?}"
IDLE = f"  - {{fact: visit.pets, type: bool, ask: {PETS}, why: {PETS}}}\n"
DUE = "title: {en: By this day, fr: Dernier jour}"
BECAUSE = "          because: {issued-too-early: {en: It is old., fr: Elle est ancienne.}}\n"
# file, what is there, what stands there instead, the problem's id, and the words of the line where it is told
MISTAKES = [
    # the format
    (PAPERS, "    kind: document", "    knid: document", "unknown-key", "knid: document"),
    (PAPERS, "    kind: document", "    kind: documnet", "not-allowed", "kind: documnet"),
    (PAPERS, "{en: Letter, fr: Lettre}", "{en: Letter}", "translation-missing", "{en: Letter}"),
    (PAPERS, "{en: Letter, fr: Lettre}", "Letter", "not-bilingual", "title: Letter"),
    (PAPERS, "{en: Letter, fr: Lettre}", '{en: Letter, fr: ""}', "translation-missing", '{en: Letter, fr: ""}'),
    (PAPERS, "  - id: letter", "  - id: The_Letter", None, "id: The_Letter"),
    (PAPERS, "from: 2020-01-01", "from: 2020-01", None, "from: 2020-01"),
    (PAPERS, "from: 2020-01-01", "from: 2020-02-30", None, "from: 2020-02-30"),
    (PAPERS, "        sources: [our-law]", "        sources: []", None, "sources: []"),
    (PAPERS, "        sources: [our-law]\n", "", None, "from: 2020-01-01"),
    (PAPERS, "    type: bool", "    type: boolean", "not-allowed", "type: boolean"),
    (PAPERS, "section: after", "section: afterwards", "not-allowed", "section: afterwards"),
    (PAPERS, "topic: papers\n", "topic: papers\ntopic: papers\n", None, "topic: papers\ntitle"),
    (PAPERS, "topic: papers", "topic: &x papers", None, "topic: &x papers"),
    (PAPERS, "topic: papers", "topic: [papers", None, "topic: [papers"),
    (OF_PROGRAM, "likelihood: possible", "likelihood: likely", "not-allowed", "likelihood: likely"),
    (OF_PROGRAM, "[common/of-our-own]", "[common/of-our-owm]", "unknown-topic", "of-our-owm"),
    (OF_PROGRAM, "[common/of-our-own]", "[../outside]", "unknown-topic", "../outside"),
    (OF_SOURCES, "kind: law", "kind: laws", "not-allowed", "kind: laws"),
    (OF_SOURCES, "    checked: 2026-11-22\n", "", None, "    title: {en: Our law"),
    (OF_VALUES, "rows: {1: 100, 2: 150}", "rows: {}", None, "rows: {}"),
    (OF_VALUES, "rows: {1: 100, 2: 150}", "rows: {1: much}", "wrong-type", "rows: {1: much}"),
    # what the files say of one another
    (PAPERS, "        sources: [our-law]", "        sources: [our-lwa]", "unknown-source", "[our-lwa]"),
    (OF_PROGRAM, "      sources: [our-law]", "      sources: [our-lwa]", "unknown-source", "[our-lwa]"),
    (PAPERS, "from: 2026-01-01", "from: 2020-01-01 ", "duplicate-id", "from: 2020-01-01 "),
    (PAPERS, "  - fact: visit.reason", "  - fact: visit.invited # twice", "duplicate-id", "# twice"),
    # conditions
    (PAPERS, "needed: visit.invited\n", "needed: visit.invted\n", "condition", "visit.invted"),
    (PAPERS, "needed: visit.invited\n", "needed: value('visit-money', 1)\n", "condition", "needed: value"),
    (PAPERS, "visit.reason != 'family'", "visit.reason != 'famliy'", "condition", "famliy"),
    (PAPERS, "held.issued <", "held.issed <", "condition", "held.issed"),
    (PAPERS, "value('visit-money', 1)", "value('visit-mony', 1)", "condition", "visit-mony"),
    (PAPERS, "value: value('visit-money', 1)", "value: visit.invited", "condition", "value: visit.invited"),
    (PAPERS, "    when: visit.reason == 'family'", "    when: visit.reason", "condition", "when: visit.reason"),
    (OF_PROGRAM, "      when: visit.invited", "      when: person.accompanying", "condition", "person.accompanying"),
    (PAPERS, "document\n", "document\n    for_each: {person: documents}\n", "condition", "person: documents"),
    (PAPERS, "document\n", "document\n    for_each: {country: people}\n", "condition", "country: people"),
    (PAPERS, "        holding:\n", "        holding:\n          of: visit.invited\n", "condition", "of: visit.invited"),
    (PAPERS, "document\n", f"document\n    due: {{day: visit.invited, {DUE}}}\n", "condition", "day: visit.invited"),
    (PAPERS, "document\n", f"document\n    due: {{day: today, when: today, {DUE}}}\n", "condition", "when: today"),
    (PAPERS, "document\n", "document\n    due: {day: today, title: {en: By}}\n", "translation-missing", "{en: By}"),
    (PAPERS, "document\n", "document\n    due: {day: today}\n", None, "day: today"),
    # questions
    (PAPERS, "  - fact: person.stays", "  - fact: person.stay", "unknown-fact", "person.stay"),
    (PAPERS, "    type: bool", "    type: choice", "question-options", "fact: visit.invited"),
    (PAPERS, "    type: choice\n", "    type: text\n", "question-options", "fact: visit.reason"),
    # examples
    (PAPERS, "letter: needed, ready", "letter: not-needed", "example-failed", "letter: not-needed"),
    (PAPERS, "computed/money: 100", "computed/money: 101", "example-failed", "computed/money: 101"),
    (PAPERS, "officer/who-invites: shown", "officer/who-invitse: shown", "unknown-expectation", "who-invitse"),
    (PAPERS, "answers: {visit.invited: true", "answers: {visit.invted: true", "unknown-answer", "visit.invted"),
    (PAPERS, "documents: [{item: letter,", "documents: [{itme: letter,", "unknown-key", "itme"),
    # what the examples leave out
    (PAPERS, "letter: recommended, guid", "guid", "example-missing", "recommended: visit.invited"),
    (PAPERS, ", guidance/at-the-border: shown", "", "example-missing", "when: visit.reason == 'family'"),
    (PAPERS, ", issued-too-early", "", "example-missing", "held.issued <"),
    (PAPERS, "computed/money: hidden, ", "", "example-missing", "when: visit.invited\n    value"),
    (PAPERS, ", question/visit.reason: skipped", "", "example-missing", "when: visit.invited\n    ask: {en: Why"),
    (OF_PROGRAM, "interview: possible", "letter: undetermined", "example-missing", "when: visit.invited"),
    # what outputs say
    (PAPERS, "questions:\n", f"questions:\n{IDLE}", "idle-question", "fact: visit.pets"),
    (PAPERS, BECAUSE, "", "unexplained-holding", "issued-too-early: held"),
    (PAPERS, "    type: choice\n", "    type: choice\n    safety: true\n", "told-by-safety", "when: visit.reason =="),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "id", "line"),
    MISTAKES,
    ids=[f"{number} {row[3]} {row[4].strip()[:24]}" for number, row in enumerate(MISTAKES)],
)
def test_a_mistake_is_told_where_it_is(
    tmp_path: Path, file: str, old: str, new: str, id: str | None, line: str
) -> None:
    problems = found(written(tmp_path, file, old, new))
    assert problems
    text = (tmp_path / file).read_text(encoding="utf-8")
    expected_line = text[: text.index(line)].count("\n") + 1
    places = [_place(problem, tmp_path) for problem in problems]
    assert (file, expected_line) in places
    at_the_place = [problem for problem, place in zip(problems, places, strict=True) if place == (file, expected_line)]
    assert id is None or id in {problem.id for problem in at_the_place}
    for problem in problems:
        for words in (problem.what, problem.hint):
            assert words.en.strip()
            assert words.fr.strip()
            assert words.en != words.fr


def test_the_nearest_word_is_offered(tmp_path: Path) -> None:
    (problem,) = found(written(tmp_path, PAPERS, "        sources: [our-law]", "        sources: [our-lwa]"))
    assert problem.hint.en == "Did you mean “our-law”?"


def test_a_version_needs_an_example_on_the_day_before(tmp_path: Path) -> None:
    text = TOPIC.replace("on: 2025-12-31", "on: 2025-12-30")
    written(tmp_path)
    (tmp_path / PAPERS).write_text(text, encoding="utf-8")
    (problem,) = found(tmp_path)
    line = text[: text.index("from: 2026-01-01")].count("\n") + 1
    assert told(tmp_path) == [("example-missing", PAPERS, line)]
    assert problem.what.en == "No example stands on the day before (2025-12-31)."


def test_a_program_with_mistakes_is_not_loaded_and_all_of_them_are_told(tmp_path: Path) -> None:
    text = TOPIC.replace("visit.invited\n", "visit.invted\n").replace("[our-law]", "[our-lwa]")
    written(tmp_path)
    (tmp_path / PAPERS).write_text(text, encoding="utf-8")
    with pytest.raises(ChecklistError) as raised:
        Pack(own=tmp_path).load("visitor")
    assert len(raised.value.problems) > 5
    assert raised.value.exit_code == 4


@pytest.mark.parametrize(
    ("mistake", "id"),
    [
        ("{answers: {visit.invited: perhaps}}", "wrong-type"), ("{answers: {visit.reason: famliy}}", "not-allowed"),
        ("{answers: {visit.raeson: family}}", "unknown-answer"), ("{stream: alnoe}", "not-allowed"),
        ("{people: [{id: maria, role: principal-applicant}, {id: maria, role: sponsor}]}", "duplicate-id"),
        ("{people: [{id: Maria, role: sponsor}]}", None), ("{submitted: soon}", "bad-date"), ("[]", "wrong-type"),
    ],
)  # fmt: skip
def test_an_example_is_a_valid_case(tmp_path: Path, mistake: str, id: str | None) -> None:
    written(tmp_path, OF_PROGRAM, "{answers: {visit.invited: true}}", mistake)
    line = (tmp_path / OF_PROGRAM).read_text(encoding="utf-8").split(mistake)[0].count("\n") + 1
    ids = {each for each, file, number in told(tmp_path) if (file, number) == (OF_PROGRAM, line)}
    assert ids
    assert id is None or id in ids


def test_a_table_names_its_sources_too(tmp_path: Path) -> None:
    assert told(written(tmp_path, OF_VALUES, "[our-law]", "[our-lwa]")) == [("unknown-source", "", 0)]

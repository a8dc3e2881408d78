"""What two packs of checklists say differently, and which of it an outcome rests on."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ircc_prep.core.differences.pack_cases import CaseOutcome, outcome_of
from ircc_prep.core.differences.pack_differences import PackChange, pack_differences
from ircc_prep.core.differences.pack_reasons import _word
from ircc_prep.files.case_file import load
from ircc_prep.files.checklists import Pack
from ircc_prep.files.pack_folders import is_pack, is_whole, pack_in

CHECKLISTS = Path(__file__).parents[3] / "checklists"
DAY = date(2026, 11, 22)
PROGRAM = "spouse-partner"
SOME = ("express-entry", "prra-hearing", PROGRAM)  # enough to have every kind of part, and quick
Edit = tuple[str, str, str]  # file, what stands there, what is to stand there
Edited = Callable[..., Path]


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    """A whole pack with some text replaced."""

    def make(*edits: Edit) -> Path:
        folder = tmp_path / "pack"
        shutil.copytree(CHECKLISTS, folder)
        for file, old, new in edits:
            path = folder / file
            text = path.read_text(encoding="utf-8")
            assert text.count(old) >= 1, old
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return make


def differences(folder: Path) -> tuple[PackChange, ...]:
    packs = Pack(examples=False), pack_in(folder)
    books = ([pack.load(program).checklist for program in pack.programs() if program in SOME] for pack in packs)
    return pack_differences(*books)


def outcome(folder: Path, persona: str, program: str = PROGRAM) -> CaseOutcome | None:
    books = Pack(examples=False).load(program), pack_in(folder).load(program)
    changes = pack_differences(*([book.checklist] for book in books))
    case = load(CHECKLISTS / "personas" / persona).case
    return outcome_of("case", case, books, changes, DAY, "self")


def brief(changes: tuple[PackChange, ...]) -> list[tuple[str, str, str, str | None, tuple[str, ...]]]:
    return [
        (each.kind, each.part.kind, each.part.id, str(each.part.version) if each.part.version else None, each.fields)
        for each in changes
    ]


def test_a_pack_differs_in_nothing_from_its_copy(edited: Edited) -> None:
    assert differences(edited()) == ()


EXAM = ("common/medical.yaml", "months_before(meeting_day, 12)", "months_before(meeting_day, 1)")
TABLE = [
    (EXAM, [("changed", "rule", "medical-exam", "2017-09-20", ("holding.issued-too-early",))]),
    (
        ("values/settlement-funds.yaml", "1: 15263", "1: 16263"),
        [("changed", "table-version", "settlement-funds", "2025-07-07", ("rows.1",))],
    ),
    (
        ("common/medical.yaml", "title: {en: Medical exam by a panel physician", "title: {en: Medical exam"),
        [("changed", "requirement", "medical-exam", None, ("title",))],
    ),
    (
        ("common/medical.yaml", "      - from: 2017-09-20", "      - from: 2017-09-21"),
        [("added", "rule", "medical-exam", "2017-09-21", ()), ("removed", "rule", "medical-exam", "2017-09-20", ())],
    ),
]


@pytest.mark.parametrize(("edit", "told"), TABLE)
def test_what_differs_is_told_by_its_id_its_day_and_its_fields(edited: Edited, edit: Edit, told: object) -> None:
    assert brief(differences(edited(edit))) == told


def test_a_comment_or_an_example_says_nothing(edited: Edited) -> None:
    assert differences(edited(("common/medical.yaml", "requirements:", "# a comment\nrequirements:"))) == ()


def test_a_program_that_is_gone_is_told_of_once(edited: Edited) -> None:
    folder = edited()
    shutil.rmtree(folder / "prra-hearing")
    found = differences(folder)
    assert ("removed", "program", "prra-hearing", None, ()) in brief(found)
    assert not [each for each in found if each.part.file.startswith("prra-hearing/") and each.part.kind != "program"]


def test_an_outcome_that_changes_names_the_version_that_it_rests_on(edited: Edited) -> None:
    found = outcome(edited(EXAM), "spouse-partner.fr.yaml")
    assert found
    (verdict,) = found.verdicts
    held = [each.holding for each in (verdict.difference.old, verdict.difference.new) if each]
    assert held == ["ready", "issued-too-early"]
    assert brief(verdict.because) == [("changed", "rule", "medical-exam", "2017-09-20", ("holding.issued-too-early",))]


def test_an_outcome_names_the_table_that_its_condition_reads(edited: Edited) -> None:
    folder = edited(("values/settlement-funds.yaml", "2: 19001, 3: 23360", "2: 919001, 3: 923360"))
    found = outcome(folder, "express-entry.en.yaml", "express-entry")
    assert found
    named = {(type(each.difference.any).__name__, change.part.id) for each in found.verdicts for change in each.because}
    assert ("Figure", "settlement-funds") in named


def test_a_condition_names_a_fact_and_not_one_that_begins_alike() -> None:
    assert _word("funds.amount")("funds.amount > 10 and not b.more")
    assert not _word("funds.amount")("funds.amount_needed > 10 or my.funds.amount > 10")


def test_other_words_are_no_other_outcome(edited: Edited) -> None:
    folder = edited(("common/medical.yaml", "title: {en: Medical exam by a panel physician", "title: {en: Exam"))
    assert outcome(folder, "spouse-partner.fr.yaml") is None


def test_a_folder_lies_over_the_shipped_pack_unless_it_has_all_that_its_programs_use(
    edited: Edited, tmp_path: Path
) -> None:
    whole, part = edited(), tmp_path / "part"
    (part / "common").mkdir(parents=True)
    shutil.copy(whole / "common" / "medical.yaml", part / "common")
    assert (is_pack(whole), is_whole(whole), is_pack(part), is_whole(part)) == (True, True, True, False)
    assert differences(part) == ()
    (whole / "common" / "medical.yaml").unlink()
    assert not is_whole(whole)
    assert not is_pack(tmp_path)


NEW_PAPER = """  - id: bank-declaration
    kind: document
    title: {en: Declaration of the bank, fr: Déclaration de la banque}
    for_each: {person: applicant}
    rules:
      - from: 2015-01-01
        needed: NEEDED
        because: {en: It is needed., fr: Elle est exigée.}
        otherwise: {en: It isn’t needed., fr: Elle n’est pas exigée.}
        sources: [irpr-76]
"""


@pytest.mark.parametrize(("needed", "changed"), [("stream == 'cec'", []), ("stream != 'cec'", ["bank-declaration"])])
def test_a_new_paper_is_another_outcome_only_where_it_is_needed(
    edited: Edited, needed: str, changed: list[str]
) -> None:
    paper = NEW_PAPER.replace("NEEDED", needed)
    folder = edited(("express-entry/funds.yaml", "  - id: proof-of-funds\n", f"{paper}  - id: proof-of-funds\n"))
    found = outcome(folder, "express-entry.en.yaml", "express-entry")
    assert [verdict.difference.any.id for verdict in (found.verdicts if found else ())] == changed

"""`ircc-prep letter` as people and scripts use it."""

import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import PERSONAS, ROOT, Run
from tests.files.locked import PASSPHRASE, QUICK, QUICK_TEXT

ON = ("--on", "2026-11-22")
# No rule of the checklists is as old, so nothing is needed; what else could be asked is answered.
THEN = ("--on", "1950-01-02")
NOTHING = """\
schema: 1
program: prra-hearing
submitted: 1950-01-01
people: [{id: ana, role: principal-applicant, date_of_birth: 1920-01-01, charges: []}]
answers: {prra.ineligible_earlier_abroad: false}
"""
KINDS = ("cover", "request", "handover")


@pytest.fixture
def persona(tmp_path: Path) -> Path:
    """A family's case."""
    return Path(
        shutil.copy(next(path for path in PERSONAS if path.stem == "express-entry.fr"), tmp_path / "mbarga.yaml")
    )


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_it_lies_beside_the_case_as_a_pdf_and_only_its_owner_reads_it(run: Run, persona: Path, kind: str) -> None:
    ran = run("letter", kind, persona, *ON)
    written = persona.with_name(f"mbarga-letter-{kind}.pdf")
    assert (ran.code, ran.out) == (0, "")
    assert str(written) in ran.err
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert written.read_bytes().startswith(b"%PDF")


def test_the_language_is_the_cases_or_the_one_asked_for_or_both(run: Run, persona: Path) -> None:
    for lang, said in (
        (None, ["Demande de documents"]),
        ("en", ["Request for documents"]),
        ("both", ["Request", "Demande"]),
    ):
        assert run("letter", "request", persona, *ON, "-o", "l.md", *(("--lang", lang) if lang else ())).code == 0
        text = Path("l.md").read_text(encoding="utf-8")
        assert [word for word in said if word not in text] == []
        assert text.count("# Request for documents") == (lang in {"en", "both"})


def test_a_firm_signs_it(run: Run, persona: Path) -> None:
    brand = ROOT / "docs" / "examples" / "brand.yaml"
    assert run("letter", "cover", persona, *ON, "--brand", brand, "-o", "l.txt").code == 0
    assert Path("l.txt").read_text(encoding="utf-8").rstrip().endswith("dossier conservé à Halifax")


def test_what_comes_later_is_listed_only_where_that_is_asked_for(run: Run, persona: Path) -> None:
    for more, there in (((), False), (("--to-follow",), True)):
        assert run("letter", "cover", persona, *ON, *more, "-o", "l.md").code == 0
        assert ("## Documents à venir" in Path("l.md").read_text(encoding="utf-8")) == there


@pytest.mark.parametrize("kind", ["cover", "request"])
def test_where_there_is_nothing_to_write_nothing_is_written_and_an_older_letter_stays(
    run: Run, case: Callable[[str], Path], tmp_path: Path, kind: str
) -> None:
    path = case(NOTHING)
    ran = run("letter", kind, path, *THEN)
    assert (ran.code, ran.out) == (0, "")
    assert "othing was written" in ran.err
    assert list(tmp_path.glob("*.pdf")) == []
    (tmp_path / "l.txt").write_text("of another day", encoding="utf-8")
    assert "is as it was" in run("letter", kind, path, *THEN, "-o", "l.txt").err
    assert (tmp_path / "l.txt").read_text(encoding="utf-8") == "of another day"
    assert run("letter", kind, path, *THEN, "--quiet").err == ""


def test_for_somebody_who_helps_neither_the_note_nor_its_name_tells_whose_it_is(run: Run, persona: Path) -> None:
    assert run("letter", "handover", persona, *ON, "--redact", "consultant", "-o", "note.txt").code == 0
    assert "mbarga" not in Path("note.txt").read_text(encoding="utf-8").lower()
    assert "handover" in run("letter", "cover", persona, *ON, "--redact", "consultant").err


@pytest.mark.slow
def test_the_name_of_a_redacted_note_names_nobody(run: Run, persona: Path) -> None:
    assert run("letter", "handover", persona, *ON, "--redact", "consultant").code == 0
    assert persona.with_name("letter-handover-for-consultant.pdf").is_file()


def test_a_locked_case_is_opened_and_the_letter_is_said_not_to_be_locked(run: Run, tmp_path: Path) -> None:
    locked, secret = tmp_path / "ana.yaml", tmp_path / "secret"
    for path, text in ((locked, QUICK), (secret, PASSPHRASE)):
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
    plain = tmp_path / "plain.yaml"
    plain.write_text(QUICK_TEXT, encoding="utf-8")
    ran = run("letter", "handover", locked, "--passphrase-file", secret, *ON, "-o", "a.txt")
    assert "isn’t locked, unlike the case" in ran.err
    assert run("letter", "handover", plain, *ON, "-o", "b.txt").code == 0
    assert Path("a.txt").read_bytes() == Path("b.txt").read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ("letter", "invoice", "mbarga.yaml"),
        ("letter", "cover", "mbarga.yaml", "-o", "l.docx"),
        ("letter", "cover", "mbarga.yaml", "-o", "mbarga.yaml"),
        ("letter", "cover", "mbarga.yaml", "--redact", "log"),
        ("letter", "cover", "nobody.yaml", "-o", "l.txt"),
    ],
)
def test_what_cant_be_done_is_refused_and_writes_nothing(run: Run, persona: Path, arguments: tuple[str, ...]) -> None:
    before = persona.read_bytes()
    assert run(*arguments).code == 2
    assert persona.read_bytes() == before
    assert [path.name for path in persona.parent.iterdir()] == ["mbarga.yaml"]


def test_forgetting_a_case_forgets_its_letters_too(run: Run, tmp_path: Path) -> None:
    case = tmp_path / "ana.yaml"
    case.write_text(QUICK_TEXT, encoding="utf-8")
    letters = [tmp_path / f"ana-letter-{kind}{suffix}" for kind in KINDS for suffix in (".pdf", ".txt")]
    others = [
        tmp_path / name
        for name in ("ana-letter-to-mum.pdf", "anais-letter-cover.pdf", "letter-handover-for-consultant.pdf")
    ]
    for path in (*letters, *others):
        path.touch()
    ran = run("forget", case, "--yes", "--packets")
    assert ran.code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in others)
    assert "letter-handover-for-consultant.pdf" in ran.err

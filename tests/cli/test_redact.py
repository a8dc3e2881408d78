"""What `--redact` keeps from whom: canaries in every field of the case, looked for in everything that is written."""

import json
import os
import re
import subprocess
import sys
import zlib
from pathlib import Path

import jsonschema
import pytest

from ircc_prep.core.schemas import result_schema
from ircc_prep.files.checklists import Pack
from tests.cli.canaries import ID, WORD, Planted, plain, planted, told_countries, told_days, told_numbers
from tests.cli.conftest import PERSONAS, ROOT, Run
from tests.cli.test_nothing_in_the_clear import WATCH

DAY = "2026-11-22"
PROGRAMS = Pack().programs()
EXPRESS_ENTRY = next(path for path in PERSONAS if path.name == "express-entry.en.yaml")
AUDIENCES = ("consultant", "log")
FORMATS = [(form, language) for form in ("text", "json", "markdown") for language in ("en", "fr")]
# Numbers of documents and addresses are in no output, redacted or not.
NEVER_SHOWN = {"number", "address"}


def told(planted: Planted, text: str, audience: str) -> set[str]:
    """What a text tells that the audience may not know."""
    text = plain(text)
    found = {word for word in planted.words if word in text} | {id for id in planted.ids if id in text}
    found |= {secret for secret in (WORD, ID) if secret in text}
    found |= told_days(planted.births, text, months=True)
    found |= told_days(planted.days, text, months=audience == "log")
    if audience == "log":
        found |= {str(born.year) for born in planted.births if re.search(rf"\b{born.year}\b", text)}
        found |= told_numbers(planted.numbers, text) | told_countries(planted.countries, text)
    return found


def checked(run: Run, case: Path, *options: str) -> str:
    """What a check writes, on both streams."""
    ran = run("check", case, "--on", DAY, *options)
    assert ran.code == 1
    return ran.out + ran.err


def packets(run: Run, case: Path, *options: str) -> str:
    """What the packets in both languages hold, and what is said while they are made."""
    written = []
    for suffix in (".md", ".html", ".txt"):
        target = case.parent / f"out{suffix}"
        ran = run("packet", case, "--on", DAY, "--lang", "both", "-o", target, *options)
        assert ran.code == 0, ran.err
        written += [ran.out, ran.err, target.read_text(encoding="utf-8")]
    return "\n".join(written)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_check_tells_what_the_audience_may_not_know(run: Run, tmp_path: Path, audience: str) -> None:
    family = planted("express-entry")
    case = family.write(tmp_path)
    for form, language in FORMATS[:3]:
        said = checked(run, case, "--redact", audience, "--format", form, "--lang", language)
        assert told(family, said, audience) == set(), (form, language)


@pytest.mark.slow
@pytest.mark.parametrize("yes", [True, False], ids=["yes", "no"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_format_does_in_either_language(run: Run, tmp_path: Path, audience: str, yes: bool) -> None:
    family = planted("express-entry", yes=yes)
    case = family.write(tmp_path)
    for form, language in [*FORMATS, ("jsonl", "fr")]:
        said = checked(run, case, "--redact", audience, "--format", form, "--lang", language)
        assert told(family, said, audience) == set(), (form, language)
    assert told(family, packets(run, case, "--redact", audience), audience) == set()


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("program", PROGRAMS)
def test_no_program_does(run: Run, tmp_path: Path, program: str, audience: str) -> None:
    family = planted(program)
    said = checked(run, family.write(tmp_path), "--redact", audience, "--format", "json", "--lang", "fr")
    assert told(family, said, audience) == set()
    family = planted(program, yes=False)
    target = tmp_path / "packet.html"
    options = ("--lang", "both", "--on", DAY, "--redact", audience, "-o", target)
    assert run("packet", family.write(tmp_path), *options).code == 0
    assert told(family, target.read_text(encoding="utf-8"), audience) == set()


@pytest.mark.slow
def test_without_it_the_canaries_are_there(run: Run, tmp_path: Path) -> None:
    family = planted("express-entry", yes=False)
    case = family.write(tmp_path)
    said = checked(run, case) + checked(run, case, "--format", "json") + packets(run, case, "--redact", "self")
    text = plain(said)
    shown = {field for word, field in family.words.items() if word in text}
    assert set(family.words.values()) - shown == NEVER_SHOWN
    assert {id for id in family.ids if id in text} == family.ids
    assert len(told_days(family.days, text, months=True)) > 100
    assert told_days(family.births, text, months=False)
    assert told_numbers(family.numbers, text)
    assert told_countries(family.countries, text) == family.countries
    assert f"{WORD}-family" in text


@pytest.mark.slow
def test_a_consultant_sees_what_decides(run: Run, tmp_path: Path) -> None:
    family = planted("express-entry")
    case = family.write(tmp_path)
    said = checked(run, case, "--redact", "consultant", "--format", "json")
    text = plain(said + packets(run, case, "--redact", "consultant"))
    assert told_countries(family.countries, text) == family.countries
    assert len(told_days(family.days, text, months=True)) > 100
    assert told_numbers(family.numbers, text)
    for role in ("the principal applicant", "the partner", "child 1", "child 2", "the sponsor", "l’enfant 2"):
        assert role in text


@pytest.mark.parametrize("persona", PERSONAS[::2], ids=lambda path: path.stem)
def test_the_outcome_is_that_of_the_whole_case(run: Run, persona: Path) -> None:
    whole, *others = (
        run("check", persona, "--format", "json", "--on", DAY, "--redact", audience)
        for audience in ("self", *AUDIENCES)
    )
    full = json.loads(whole.out)
    assert "redacted_for" not in full["case"]
    for audience, ran in zip(AUDIENCES, others, strict=True):
        result = json.loads(ran.out)
        jsonschema.validate(result, result_schema())
        assert ran.code == whole.code
        assert result["case"]["redacted_for"] == audience
        assert result["summary"] == full["summary"]
        assert result["interview"]["likelihood"] == full["interview"]["likelihood"]
        for key in ("id", "status", "holding", "title"):
            assert [item[key] for item in result["items"]] == [item[key] for item in full["items"]]
        for key in ("code", "severity", "title"):
            assert [each[key] for each in result["findings"]] == [each[key] for each in full["findings"]]


@pytest.mark.parametrize(("language", "words"), [("en", "Redacted "), ("fr", "Caviardé ")])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_reader_is_told_at_the_top_for_whom_it_was_redacted(
    run: Run, audience: str, language: str, words: str
) -> None:
    said = run("check", EXPRESS_ENTRY, "--redact", audience, "--lang", language).out
    assert words in "\n".join(said.splitlines()[:2])
    assert words not in run("check", EXPRESS_ENTRY, "--lang", language).out


@pytest.mark.parametrize("yes", [True, False], ids=["yes", "no"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_nothing_that_was_answered_is_called_unanswered(run: Run, tmp_path: Path, audience: str, yes: bool) -> None:
    family = planted("express-entry", yes=yes)
    target = tmp_path / "out.md"
    run("packet", family.write(tmp_path), "--redact", audience, "-o", target, "--lang", "both", "--on", DAY)
    text = target.read_text(encoding="utf-8").lower()
    for words in ("not answered", "sans réponse", "not known yet", "pas encore connu", "no names", "not named"):
        assert words not in text


def test_a_redacted_packet_isn_t_called_after_the_case(run: Run, tmp_path: Path) -> None:
    case = planted("express-entry").write(tmp_path)
    refused = run("packet", case, "--redact", "log", "--only", "nothing-of-the-kind")
    assert refused.code == 2
    assert WORD not in refused.out + refused.err
    assert [path.name for path in tmp_path.iterdir()] == [case.name]


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_pdf_holds_no_canary_and_none_goes_through_a_temporary_file(tmp_path: Path, audience: str) -> None:
    family = planted("express-entry")
    folders = [tmp_path / name for name in ("cases", "temporary", "watch")]
    for folder in folders:
        folder.mkdir(mode=0o700)
    cases, temporary, watch = folders
    case = family.write(cases)
    (watch / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    log = watch / "log"
    log.touch()
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("IRCC", "TMP", "TEMP"))}
    environment = kept | {
        "TMPDIR": str(temporary), "HOME": str(temporary), "WATCH_LOG": str(log), "OUTPUTS": str(cases),
        "PYTHONPATH": f"{watch}{os.pathsep}{ROOT}",
    }  # fmt: skip
    command = ["packet", case.name, "--redact", audience, "--lang", "en", "--on", DAY]
    done = subprocess.run(
        [sys.executable, "-m", "ircc_prep", *command],
        env=environment, cwd=cases, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    pdf = cases / f"packet-for-{audience}.pdf"
    assert {path.name for path in cases.iterdir()} == {case.name, pdf.name}
    assert told(family, done.stdout + done.stderr + _text_of(pdf) + _metadata_of(pdf), audience) == set()
    streams = _streams_of(pdf.read_bytes())
    assert "Preparation packet" in streams
    assert WORD not in streams
    assert [path.name for path in temporary.rglob("*") if path.is_file() and "fontconfig" not in str(path)] == []
    assert told(family, log.read_bytes().decode("latin-1"), "self") == set()


def _text_of(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True)
    assert "Redacted" in done.stdout
    return done.stdout


def _metadata_of(pdf: Path) -> str:
    asked: tuple[list[str], ...] = ([], ["-meta"], ["-struct-text"])
    done = [subprocess.run(["pdfinfo", *each, str(pdf)], capture_output=True, text=True, check=True) for each in asked]
    return "\n".join(each.stdout for each in done)


def _streams_of(pdf: bytes) -> str:
    """Everything in the file, with its streams unpacked, in each of the ways in which a PDF writes letters."""
    streams = [pdf]
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            streams.append(zlib.decompressobj().decompress(found[1]))
        except zlib.error:
            continue
    whole = b"\n".join(streams)
    return (
        whole.decode("latin-1") + whole.decode("utf-16-be", errors="ignore") + whole[1:].decode("utf-16-be", "ignore")
    )

"""`packet --brand`: a firm's name, logo and letter on the packets that it hands out."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.cli.canaries import planted
from tests.cli.conftest import ROOT, Run
from tests.cli.test_redact import packets, told

MARIA = ROOT / "checklists" / "personas" / "express-entry.en.yaml"
EXAMPLE = ROOT / "docs" / "examples" / "brand.yaml"
DAY = "2026-11-22"


@pytest.mark.parametrize("suffix", [".html", ".md", ".txt"])
def test_a_branded_packet_begins_with_the_firm_and_its_letter(run: Run, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"packet{suffix}"
    assert run("packet", MARIA, "-o", target, "--on", DAY, "--lang", "both", "--brand", EXAMPLE).code == 0
    text = target.read_text(encoding="utf-8").partition("<body")[2 if suffix == ".html" else 0]
    order = ["Harbour Light Immigration", "Dear Maricel", "Express Entry", "ircc-prep doesn’t check them"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "Bonjour Maricel" in text


def test_the_letter_can_be_had_alone(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "letter.txt"
    assert run("packet", MARIA, "-o", target, "--only", "letter", "--brand", EXAMPLE).code == 0
    text = target.read_text(encoding="utf-8")
    assert "Dear Maricel" in text
    assert "not legal advice" in " ".join(text.split())
    assert "AT A GLANCE" not in text


def test_without_a_brand_there_is_no_letter_to_ask_for(run: Run) -> None:
    ran = run("packet", MARIA, "--only", "letter")
    assert ran.code == 2
    assert "Give --brand a file with a letter." in ran.err
    ran = run("packet", MARIA, "--only", "leter", "--brand", EXAMPLE)
    assert "Did you mean “letter”?" in ran.err


def test_a_brand_with_mistakes_makes_no_packet_and_tells_them_all(run: Run, tmp_path: Path) -> None:
    brand = tmp_path / "brand.yaml"
    brand.write_text("schema: 1\nnom: X\nlogo: {file: ../x.png, alt: X}\n", encoding="utf-8")
    target = tmp_path / "packet.txt"
    ran = run("packet", MARIA, "-o", target, "--brand", brand)
    assert ran.code == 2
    assert not target.exists()
    for place, id in (("1:1", "missing-key"), ("2:1", "unknown-key"), ("3:14", "outside-folder")):
        assert f"{brand}:{place}: " in ran.err
        assert f"[{id}]" in ran.err


@pytest.mark.parametrize("audience", ["consultant", "log"])
def test_a_brand_shows_nothing_that_is_redacted(run: Run, tmp_path: Path, audience: str) -> None:
    brand = tmp_path / "brand.yaml"
    letter = "{name}, {program}, {interview_date}, {firm}, {consultant}"
    brand.write_text(yaml.safe_dump({"schema": 1, "name": "Firm", "letter": {"en": letter, "fr": letter}}))
    family = planted("express-entry")
    said = packets(run, family.write(tmp_path), "--redact", audience, "--brand", str(brand))
    assert "Firm" in said
    assert told(family, said, audience) == set()


def test_the_example_fits_the_published_schema_and_mistakes_do_not(run: Run) -> None:
    schema = json.loads(run("schema", "brand").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    example = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))
    jsonschema.validate(example, schema)
    for change in ({"schema": 2}, {"nme": "X"}, {"name": "x" * 81}, {"colours": {"main": "red", "accent": "#000000"}}):
        assert not jsonschema.Draft202012Validator(schema).is_valid({**example, **change})

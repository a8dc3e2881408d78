"""The packet as two other readers see it: poppler and MuPDF open it, and find its words in the order of reading."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from ircc_prep.core.text import Language, Text
from ircc_prep.render.look import Look
from ircc_prep.render.packet import packet_pdf
from ircc_prep.render.view import build
from ircc_prep.render.words import Words
from tests.render.samples import QUESTIONS, evaluation
from tests.render.test_twins import letters

READERS = {"pdftotext": ["pdftotext", "{}", "-"], "mutool": ["mutool", "draw", "-q", "-F", "txt", "{}"]}


def read_by(reader: str, made: bytes, folder: Path) -> str:
    """The text that the reader finds; it must open the file without a complaint."""
    if shutil.which(reader) is None and not os.environ.get("CI"):
        pytest.skip(f"{reader} isn't installed here; ./dev test installs it where it may")
    file = folder / "packet.pdf"
    file.write_bytes(made)
    command = [part.format(file) for part in READERS[reader]]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, cwd=folder)
    complaints = [line for line in ran.stderr.splitlines() if "ICC" not in line]  # colours, which this build leaves out
    assert complaints == []
    return ran.stdout


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("script", "language"), [("latin", "fr"), ("arabic", "en"), ("devanagari", "en"), ("gurmukhi", "fr")]
)
def test_the_words_come_in_the_order_of_reading(
    reader: str, script: str, language: Language, wording: Mapping[str, Text], templates: Path, tmp_path: Path
) -> None:
    view = build(evaluation(script), Words(wording, language, QUESTIONS))
    found = letters(read_by(reader, packet_pdf([view], templates), tmp_path))
    place = found.index(letters(view.phrases["packet.contents"]))
    for section in view.sections:
        place = found.index(letters(section.title), place)
    # In Latin letters, which stand beside every other script: the engine maps some ligatures loosely (docs/packet.md).
    assert "mariasantos" in found


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS)
def test_a_packet_to_fill_in_opens_as_well(
    reader: str, wording: Mapping[str, Text], templates: Path, tmp_path: Path
) -> None:
    view = build(evaluation(), Words(wording, "en", QUESTIONS))
    assert "mariasantos" in letters(read_by(reader, packet_pdf([view], templates, Look(fillable=True)), tmp_path))

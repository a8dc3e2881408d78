"""Each format of a shipped family, whole, in both languages. Read the difference before you accept it.

After a change: `UPDATE_GOLDEN=1 .venv/bin/pytest tests/render/formats`, then `git diff tests/render/formats/golden`.
"""

import os
from pathlib import Path

import pytest

from ircc_prep.core.text import LANGUAGES, Language
from ircc_prep.render.formats.registry import FORMATS, Format, written
from tests.render.formats.made import DAY, VERSION, found

GOLDEN = Path(__file__).parent / "golden"
# tests/personas keeps what people and programs read of a case alone.
KEPT = (Format.sarif, Format.junit, Format.github)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", KEPT)
def test_the_output_is_the_one_that_was_read(format: Format, language: Language) -> None:
    text = written(format, [found(language=language)], VERSION, DAY)
    kept = GOLDEN / f"maricel.{language}{FORMATS[format].suffix or '.txt'}"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")

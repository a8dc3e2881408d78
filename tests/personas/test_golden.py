"""What people read of the shipped example cases, whole, in both languages. Read the difference before you accept it.

After a change: `UPDATE_GOLDEN=1 .venv/bin/pytest tests/personas`, then `git diff tests/personas/golden`.
"""

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ircc_prep.api.views import view, words_for
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.text import Language
from ircc_prep.files.case_file import load
from ircc_prep.files.checklists import Pack
from ircc_prep.render.markdown import markdown
from ircc_prep.render.result_json import result
from ircc_prep.render.terminal import check_text

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
PERSONAS = sorted((ROOT / "checklists" / "personas").glob("*.yaml"))
DAY = date(2026, 11, 22)


def written(persona: Path) -> dict[str, Callable[[], str]]:
    """Every output that is kept, by the suffix of its golden file."""
    file = load(persona)
    book = Pack().load(file.case.program)
    found = evaluate(book, file.case, DAY)
    language: Language = file.case.language or "en"
    return {
        "txt": lambda: check_text(view(found, book, language), width=80, color=False),
        "md": lambda: markdown([view(found, book, language)]),
        "json": lambda: (
            json.dumps(result(found, "golden", words_for(book, language)), ensure_ascii=False, indent=1) + "\n"
        ),
    }


@pytest.mark.parametrize("suffix", ["txt", "md", "json"])
@pytest.mark.parametrize("persona", PERSONAS, ids=lambda path: path.stem)
def test_the_output_is_what_was_read_and_accepted(persona: Path, suffix: str) -> None:
    text = written(persona)[suffix]()
    golden = GOLDEN / f"{persona.stem}.{suffix}"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8"), "UPDATE_GOLDEN=1 writes it anew; read the difference first"


def test_every_program_has_a_persona_in_each_language() -> None:
    assert {path.stem for path in PERSONAS} == {
        f"{program}.{lang}" for program in Pack().programs() for lang in ("en", "fr")
    }

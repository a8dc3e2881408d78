"""The shorter ways through WeasyPrint: no byte differs, and a version that they weren't made for is left alone."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from ircc_prep.core.text import LANGUAGES, Text
from ircc_prep.render.look import Look
from ircc_prep.render.packet import packet_pdf
from tests.render.test_pdf import views_of

pytestmark = pytest.mark.slow
LOOKS = [Look(), Look("a4", large_print=True), Look(fillable=True)]
SCRIPT = """
import pathlib
import weasyprint
from weasyprint.text import line_break
from tests.render.conftest import read_wording
from tests.render.test_quicker import printed
weasyprint.__version__ = "71.0"
print(*printed(read_wording(), pathlib.Path({templates!r})), hasattr(line_break.strut, "__wrapped__"))
"""


def printed(wording: Mapping[str, Text], templates: Path) -> list[str]:
    """What packets of several scripts, languages and looks come to."""
    made = [packet_pdf(views_of("arabic", wording, LANGUAGES), templates, look) for look in LOOKS]
    made.append(packet_pdf(views_of("devanagari", wording, ("fr",)), templates))
    return [hashlib.sha256(each).hexdigest() for each in made]


def test_they_change_no_byte_and_leave_another_version_alone(wording: Mapping[str, Text], templates: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(templates=str(templates))], check=True, capture_output=True, text=True,
        cwd=templates.parent, env={**os.environ, "PYTHONPATH": str(templates.parent)},
    )  # fmt: skip
    *without, quicker = ran.stdout.split()
    assert quicker == "False"
    assert printed(wording, templates) == without
    from weasyprint.text import line_break

    assert hasattr(line_break.strut, "__wrapped__")

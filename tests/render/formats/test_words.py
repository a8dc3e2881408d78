"""Every phrase of the formats is said somewhere."""

from typing import get_args

from ircc_prep.core.gate.concern import Level
from ircc_prep.core.result import Item
from ircc_prep.files.wording import wording
from tests.render.formats.made import ROOT
from tests.render.formats.test_documented import OF_THE_GATE

_SAID = ("waived.told", "waived.bare", "expired.told", "expired.bare", "accepted")


def test_no_phrase_is_left_over() -> None:
    code = "".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "ircc_prep" / "render" / "formats").glob("*.py")
    )
    kinds = get_args(Item.__annotations__["kind"])
    levels = get_args(Level)
    made_up = {f"formats.rule.{id}" for id in (*kinds, *OF_THE_GATE, "interview")}
    made_up |= {f"formats.column.{name}" for name in ("case", "blocker", "missing", "undecided", "warning")}
    made_up |= {f"formats.count.{kind}.{number}" for kind in levels for number in ("one", "other")}
    made_up |= {f"formats.{standing}" for standing in _SAID}
    phrases = {key for key in wording() if key.startswith("formats.")}
    assert {key for key in phrases - made_up if f'"{key}"' not in code and f"'{key}'" not in code} == set()
    assert made_up - phrases == set()

"""What a redacted run tells of a person in the formats for scripts: nothing, and not where in the file it stands."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from ircc_prep.core.gate.judging import Rules
from ircc_prep.core.gate.waivers import PlacedWaiver, Waiver
from ircc_prep.core.problems import Place
from ircc_prep.files.checklists import Pack
from ircc_prep.render.formats.registry import Format, written
from tests.cli.canaries import ID, WORD, planted, told_countries, told_days, told_numbers
from tests.render.formats.made import DAY, VERSION, found

PROGRAMS = Pack().programs()
FORMATS = (Format.sarif, Format.junit, Format.github, Format.markdown)


def waived(person: str) -> PlacedWaiver:
    """A waiver whose reason, owner and file hold names."""
    waiver = {
        "finding": "history-gap",
        "person": person,
        "reason": f"{WORD} said so",
        "owner": f"{WORD} Lim",
        "expires": date(2027, 1, 1),
    }
    return PlacedWaiver(Waiver.model_validate(waiver), Place(f"{WORD}.yaml", 1, 1))


@pytest.mark.slow
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_log_repeats_nothing_that_a_person_said(program: str) -> None:
    made = planted(program)
    raw = yaml.safe_dump(made.data, allow_unicode=True).encode()
    rules = Rules(strict=True, stale_after=1, waivers=tuple(map(waived, sorted(made.ids))))
    case = found(f"{WORD}/{WORD}.yaml", audience="log", raw=raw, rules=rules)
    for format in FORMATS:
        text = written(format, [case], VERSION, DAY)
        assert WORD.lower() not in text.lower(), format
        assert ID not in text, format
        assert told_days(made.days | made.births, text, months=True) == set()
        assert told_countries(made.countries, text) == set()
        assert told_numbers(made.numbers, text) == set()
        assert "startLine" not in text
        assert "line=" not in text


def test_the_canaries_are_in_what_is_not_redacted(tmp_path: Path) -> None:
    made = planted("express-entry")
    raw = yaml.safe_dump(made.data, allow_unicode=True).encode()
    case = found(f"{WORD}.yaml", raw=raw, rules=Rules())
    assert all(WORD in written(format, [case], VERSION, DAY) for format in FORMATS)

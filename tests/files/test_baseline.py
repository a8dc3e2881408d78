"""A baseline reads back as it was written, in one order, and is nothing to whoever doesn't have the cases."""

import json
import stat
from datetime import date
from pathlib import Path

import pytest

from ircc_prep.core.gate.baseline import Known
from ircc_prep.errors import UsageError
from ircc_prep.files.baseline import known_as, load, save

TODAY = date(2026, 11, 22)
GAP = Known(case="a1", kind="finding", id="history-gap", level="warning", state="gap", months=5, count=2)
PAPER = Known(
    case="b2", kind="item", id="photo", level="missing", state="missing", role="sponsor", country="AE", count=1
)
BEGUN = '{"schema": "ircc-prep/baseline/1", "written": "2026-11-22", "accepted": [\n'


def test_it_reads_back_as_it_was_written_whatever_the_order(tmp_path: Path) -> None:
    path, other = tmp_path / "base.json", tmp_path / "other.json"
    save(path, [PAPER, GAP], TODAY)
    save(other, [GAP, PAPER], TODAY)
    assert path.read_bytes() == other.read_bytes()
    assert load(path) == {"a1": (GAP,), "b2": (PAPER,)}
    assert json.loads(path.read_text())["written"] == "2026-11-22"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_each_entry_has_a_line_so_that_a_change_reads_well(tmp_path: Path) -> None:
    path = tmp_path / "base.json"
    save(path, [GAP, PAPER], TODAY)
    assert sum('"case"' in line for line in path.read_text().splitlines()) == 2
    save(path, [], TODAY)
    assert load(path) == {}


def test_a_case_is_known_wherever_both_lie_and_by_no_name(tmp_path: Path) -> None:
    def known(case: str, baseline: str) -> str:
        return known_as(tmp_path / case, tmp_path / baseline)

    assert known("one/cases/maria.yaml", "one/b.json") == known("two/cases/maria.yaml", "two/b.json")
    assert known("one/cases/maria.yaml", "one/b.json") != known("one/other/maria.yaml", "one/b.json")
    assert "maria" not in known("one/cases/maria.yaml", "one/b.json")


def test_a_case_named_from_another_folder_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cases").mkdir()
    monkeypatch.chdir(tmp_path / "cases")
    here = known_as(Path("maria.yaml"), Path("../b.json"))
    monkeypatch.chdir(tmp_path)
    assert known_as(Path("cases/maria.yaml"), Path("b.json")) == here


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"schema": "ircc-prep/baseline/2", "written": "2026-11-22", "accepted": []}', ("not-allowed", 1, 12)),
        ('{"schema": "ircc-prep/baseline/1", "written": "2026-11-22"}', ("missing-key", 1, 1)),
        (
            BEGUN + '{"case": "a1", "kind": "item", "id": "photo", "level": "missing", "state": "", "count": 0}]}',
            ("out-of-range", 2, 89),
        ),
        ("{", ("syntax", 1, 2)),
    ],
    ids=["newer", "lacking", "none", "syntax"],
)
def test_what_is_no_baseline_is_refused_with_its_place(tmp_path: Path, text: str, found: tuple[str, int, int]) -> None:
    path = tmp_path / "base.json"
    path.write_text(text)
    with pytest.raises(UsageError) as refused:
        load(path)
    (problem,) = refused.value.problems
    assert problem.place is not None
    assert (problem.id, problem.place.line, problem.place.column) == found


def test_a_baseline_of_hundreds_of_cases_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "base.json"
    accepted = [
        PAPER.model_copy(update={"case": f"{case:016x}", "months": n}) for case in range(400) for n in range(1, 25)
    ]
    save(path, accepted, TODAY)
    assert path.stat().st_size > 1024 * 1024
    assert sum(map(len, load(path).values())) == len(accepted)


@pytest.mark.parametrize(("right", "wrong", "id"), [("warning", "warnin", "not-allowed"), ("]", "", "syntax")])
def test_what_is_wrong_with_a_large_one_is_told_too(tmp_path: Path, right: str, wrong: str, id: str) -> None:
    path = tmp_path / "base.json"
    save(path, [PAPER.model_copy(update={"state": "x" * 2**20}), GAP], TODAY)
    path.write_text(path.read_text().replace(right, wrong))
    with pytest.raises(UsageError) as refused:
        load(path)
    assert [(each.id, str(each.place)) for each in refused.value.problems] == [(id, f"{path}:1:1")]


def test_a_baseline_that_is_not_there_yet_is_told_with_how_to_write_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        load(tmp_path / "none.json")
    assert "--write-baseline" in refused.value.problems[0].hint.en

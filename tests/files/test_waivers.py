"""A file of waivers is read strictly: every mistake has its line and column, and none repeats what somebody wrote."""

from datetime import date
from pathlib import Path

import pytest

from ircc_prep.errors import UsageError
from ircc_prep.files.waivers import load

TODAY = date(2026, 11, 22)
GOOD = """\
schema: 1
waivers:
  - item: police-certificate
    person: maria
    country: "NO"
    reason: Asked for in September
    owner: Rosa Diaz
    expires: 2027-03-01
  - {finding: history-gap, person: maria, case: maria.yaml, reason: r, owner: o, expires: 2026-12-01}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "waivers.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(UsageError) as refused:
        load(path, TODAY)
    return [(each.id, str(each.place).removeprefix(str(path))) for each in refused.value.problems]


def test_waivers_are_read_with_their_places(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    first, second = load(path, TODAY)
    assert (first.waiver.item, first.waiver.country, first.waiver.expires) == (
        "police-certificate",
        "NO",
        date(2027, 3, 1),
    )
    assert (str(first.place), str(second.place)) == (f"{path}:3:5", f"{path}:9:5")


def test_every_mistake_is_told_at_once_in_the_file_s_order(tmp_path: Path) -> None:
    text = (
        "schema: 1\nwaivers:\n"
        "  - {itm: photo, reason: r, owner: o, expires: 2027-01-01}\n"
        "  - {item: photo, finding: gap, reason: r, owner: o, expires: 2027-01-01}\n"
        "  - {item: photo, reason: canary-words, owner: o, expires: 2029-01-01}\n"
        "  - {item: photo, reason: canary-words, owner: ''}\n"
    )
    path = written(tmp_path, text)
    assert problems(path) == [
        ("unknown-key", ":3:6"),
        ("not-allowed", ":4:5"),
        ("waiver-too-long", ":5:60"),
        ("missing-key", ":6:5"),
        ("too-short", ":6:48"),
    ]
    with pytest.raises(UsageError) as refused:
        load(path, TODAY)
    said = " ".join(part for each in refused.value.problems for part in (each.what.en, each.what.fr, each.hint.en))
    assert "canary" not in said
    assert "“item”" in refused.value.problems[0].hint.en


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("missing-key", ":1:1"), ("missing-key", ":1:1")]),
        ("schema: 1\nwaivers: []\nwaivers: []\n", [("duplicate-key", ":3:1")]),
        ("waivers: &a []\nschema: 1\n", [("anchor", ":1:10")]),
        ("schema: 1\nwaivers: [\n", [("syntax", ":3:1")]),
    ],
    ids=["empty", "twice", "anchor", "syntax"],
)
def test_what_is_no_file_of_waivers_is_refused(tmp_path: Path, text: str, found: list[tuple[str, str]]) -> None:
    assert problems(written(tmp_path, text)) == found


def test_what_is_no_such_file_says_what_it_should_have_been(tmp_path: Path) -> None:
    large = written(tmp_path, "#" * 2**21)
    for path, id in ((tmp_path / "none.yaml", "no-such-file"), (tmp_path, "folder"), (large, "too-large")):
        with pytest.raises(UsageError) as refused:
            load(path, TODAY)
        (problem,) = refused.value.problems
        assert problem.id == id
        assert "--waivers" in problem.hint.en

"""The file of settings: which one is found, what is refused before a setting is looked at, where each key stands."""

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.errors import UsageError
from ircc_prep.files.config import config_for
from ircc_prep.files.toml_places import places_in

SETTINGS = 'lang = "fr"\n'
SHARED = '[tool.ircc-prep]\nlang = "fr"\n'


def put(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({}, None),
        ({"ircc-prep.toml": SETTINGS}, "../../ircc-prep.toml"),
        ({"ircc-prep.toml": SETTINGS, "a/ircc-prep.toml": SETTINGS}, "../ircc-prep.toml"),
        ({"ircc-prep.toml": SETTINGS, "a/b/pyproject.toml": SHARED}, "pyproject.toml"),
        ({"ircc-prep.toml": SETTINGS, "pyproject.toml": SHARED}, "../../ircc-prep.toml"),
        ({"a/pyproject.toml": "[tool.ruff]\n", "pyproject.toml": SHARED}, "../../pyproject.toml"),
        ({"a/pyproject.toml": "this is = no toml = at all", "pyproject.toml": SHARED}, "../../pyproject.toml"),
        ({"a/pyproject.toml": '[project]\nname = "ircc-prep"\n', "ircc-prep.toml": SETTINGS}, "../../ircc-prep.toml"),
        ({"a/b/ircc-prep.toml": "", "ircc-prep.toml": SETTINGS}, "ircc-prep.toml"),
        ({"../ircc-prep.toml": SETTINGS}, None),  # above the root of the repository
    ],
)
def test_the_nearest_file_holds_up_to_the_root_of_the_repository(
    tmp_path: Path, files: dict[str, str], found: str | None
) -> None:
    root = tmp_path / "root"
    (root / ".git").mkdir(parents=True)
    (root / "a" / "b").mkdir(parents=True)
    for name, text in files.items():
        put(root / name, text)
    config = config_for(root / "a" / "b", None)
    assert (config and str(config.file)) == found


def test_the_walk_ends_at_the_home_folder_which_counts_too(tmp_path: Path) -> None:
    put(tmp_path / "ircc-prep.toml", SETTINGS)
    (tmp_path / "home" / "cases").mkdir(parents=True)
    assert config_for(tmp_path / "home" / "cases", tmp_path / "home") is None
    put(tmp_path / "home" / "ircc-prep.toml", SETTINGS)
    assert config_for(tmp_path / "home" / "cases", tmp_path / "home") is not None


def test_outside_repositories_and_home_only_the_folder_itself_is_looked_at(tmp_path: Path) -> None:
    put(tmp_path / "ircc-prep.toml", SETTINGS)
    (tmp_path / "cases").mkdir()
    assert config_for(tmp_path / "cases", None) is None
    assert config_for(tmp_path, None) is not None


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_what_somebody_else_put_where_anybody_can_write_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "ircc-prep.toml", SETTINGS)
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)
    assert config_for(tmp_path, None) is not None  # a colleague's, in a folder that isn't everybody's
    tmp_path.chmod(0o1777)
    with pytest.raises(UsageError) as refused:
        config_for(tmp_path, None)
    assert refused.value.problems[0].id == "not-yours"


@pytest.mark.parametrize(
    ("contents", "id", "place"),
    [
        (b"a = 1\nb = =\n", "syntax", "ircc-prep.toml:2:5"),
        (b"a = [1,\n", "syntax", "ircc-prep.toml:2:1"),
        (b"a = 1\na = 2\n", "syntax", "ircc-prep.toml:2:6"),
        (b'a = 1\nb = "\xff"\n', "bad-encoding", "ircc-prep.toml:2:1"),
        (b"#" * (1024 * 1024 + 1), "too-large", "ircc-prep.toml:1:1"),
        (b"a = " + b"[" * 100_000, "too-deep", "ircc-prep.toml:1:1"),
    ],
    ids=["syntax", "unfinished", "twice", "encoding", "large", "deep"],
)
def test_a_file_that_cannot_be_read_is_told_of_with_its_place(
    tmp_path: Path, contents: bytes, id: str, place: str
) -> None:
    (tmp_path / "ircc-prep.toml").write_bytes(contents)
    with pytest.raises(UsageError) as refused:
        config_for(tmp_path, None)
    (problem,) = refused.value.problems
    assert (problem.id, str(problem.place)) == (id, place)


def test_a_byte_order_mark_and_the_ends_of_lines_of_windows_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "ircc-prep.toml").write_bytes(b'\xef\xbb\xbf\r\nlang = "fr"\r\n[check]\r\nstrict = true\r\n')
    found = config_for(tmp_path, None)
    assert found is not None
    assert found.table == {"lang": "fr", "check": {"strict": True}}
    assert str(found.place(("check", "strict"))) == "ircc-prep.toml:4:1"


def test_a_table_that_is_none_is_told_of(tmp_path: Path) -> None:
    put(tmp_path / "pyproject.toml", "[tool]\nircc-prep = 3\n")
    with pytest.raises(UsageError) as refused:
        config_for(tmp_path, None)
    assert str(refused.value.problems[0].place) == "pyproject.toml:2:1"


HARD = '''\
# a comment with [brackets] and "quotes
"a key" = 1
plain = """
[not.a.table]
x = 'no key' \\""" still in
"""
literal = \'\'\'
[neither]
\'\'\'\'
list = [ # one [
  "]", ']',
  { deep = 1, other = 2 },
]
  dotted . "key" = { inline = { x = 1 } }

[tool . 'ircc-prep']   # a header
after = true
[tool.ircc-prep.pack.lint]
[[many]]
one = 1
[[many]]
one = 2
'''


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("a key",), 2, 1),
        (("plain",), 3, 1),
        (("literal",), 7, 1),
        (("list",), 10, 1),
        (("dotted",), 14, 3),
        (("dotted", "key"), 14, 3),
        (("dotted", "key", "inline", "x"), 14, 3),
        (("tool",), 16, 1),
        (("tool", "ircc-prep"), 16, 1),
        (("tool", "ircc-prep", "after"), 17, 1),
        (("tool", "ircc-prep", "pack", "lint"), 18, 1),
        (("many", "one"), 20, 1),
    ],
)
def test_every_key_has_the_place_of_its_statement(path: tuple[str, ...], line: int, column: int) -> None:
    tomllib.loads(HARD)
    place = places_in(HARD, "x.toml")[path]
    assert (place.line, place.column) == (line, column)


KEYS = st.one_of(
    st.text("abc-_1", min_size=1, max_size=4),
    st.text("a.#[]\"'= ", max_size=4).map(lambda text: '"' + text.replace('"', '\\"') + '"'),
    st.text('a.#[]"= ', max_size=4).map(lambda text: f"'{text}'"),
)
STRINGS = st.one_of(
    st.text("a#[]{}'=\n ", max_size=12).map(lambda text: '"""' + text + '"""'),
    st.text('a#[]{}"=\\\n ', max_size=12).map(lambda text: "'''" + text + "'''"),
    st.text('a#[]{}"=\\ ', max_size=12).map(lambda text: f"'{text}'"),
    st.text("a#[]{}'= ", max_size=12).map(lambda text: f'"{text}"'),
)
VALUES = st.recursive(
    st.one_of(STRINGS, st.sampled_from(["1", "true", "2026-11-22", "0.5"])),
    lambda inner: st.lists(inner, max_size=3).map(lambda each: "[\n" + ",  # ]\n".join([*each, ""]) + "]"),
    max_leaves=5,
)
STATEMENTS = st.lists(
    st.one_of(
        st.tuples(st.just("key"), KEYS, VALUES),
        st.tuples(st.just("table"), KEYS, st.just("")),
        st.tuples(st.just("comment"), st.text("a#[\"' ", max_size=6), st.just("")),
    ),
    max_size=8,
)


@given(STATEMENTS)
def test_whatever_the_text_each_key_is_found_on_the_line_where_it_was_written(
    statements: list[tuple[str, str, str]],
) -> None:
    text, table = "", tuple[str, ...]()
    expected: dict[tuple[str, ...], int] = {}
    for kind, word, value in statements:
        line = text.count("\n") + 1
        written = {"key": f"{word} = {value}", "table": f"[{word}]", "comment": f"# {word}"}[kind]
        try:
            whole: dict[str, Any] = tomllib.loads(text + written + "\n")
        except tomllib.TOMLDecodeError:  # the key stands twice
            continue
        text += written + "\n"
        if kind == "table":
            table = (next(iter(tomllib.loads(written))),)
            assert table[0] in whole
            expected.setdefault(table, line)
            expected[table] = line
        elif kind == "key":
            expected[(*table, next(iter(tomllib.loads(written))))] = line
    found = places_in(text, "x.toml")
    assert {path: found[path].line for path in expected} == expected
    assert len(found) == len(expected)

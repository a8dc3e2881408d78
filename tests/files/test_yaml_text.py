"""Reading and writing YAML: what words mean, what is refused, where things stand."""

import json

import pytest
import yaml

from ircc_prep.errors import CaseError, ChecklistError
from ircc_prep.files import yaml_text
from ircc_prep.files.yaml_text import LARGEST, dump, read


def ids(text: str | bytes, file: str = "case.yaml") -> list[str]:
    with pytest.raises(CaseError) as raised:
        read(text, file)
    return [problem.id for problem in raised.value.problems]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("NO", "NO"), ("no", "no"), ("yes", "yes"), ("on", "on"), ("y", "y"), ("1:30", "1:30"),
        ("2019-03-14", "2019-03-14"), ("2019-03", "2019-03"), ("007", "007"), ("08", "08"), ("1_000", "1_000"),
        ("0b11", "0b11"), ("true", True), ("False", False), ("TRUE", True), ("null", None), ("~", None), ("", None),
        ("2019", 2019), ("-3", -3), ("+3", 3), ("0o17", 15), ("0xff", 255), ("7.5", 7.5), (".5", 0.5), ("1e3", 1000.0),
        ("'true'", "true"), ('"12"', "12"), ("0", 0),
    ],
)  # fmt: skip
def test_words_mean_what_yaml_1_2_says(word: str, value: object) -> None:
    data = read(f"key: {word}", "case.yaml").data
    assert data == {"key": value}
    assert type(data["key"]) is type(value)


def test_country_codes_are_text_as_keys_too() -> None:
    assert read("NO: {on: 1}", "case.yaml").data == {"NO": {"on": 1}}


def test_tables_may_have_numbers_for_keys() -> None:
    source = read("rows: {1: 10, 4.5: 20, bachelor: 30}", "values.yaml")
    assert source.data == {"rows": {1: 10, 4.5: 20, "bachelor": 30}}
    assert str(source.place(("rows", 1))) == "values.yaml:1:11"
    assert str(source.place(("rows", "4.5"))) == "values.yaml:1:20"


def test_places_are_those_of_values_and_keys_and_fall_back_to_the_nearest_parent() -> None:
    source = read("people:\n  - id: maria\n    stays:\n      - {from: 2010, to: 2018}\n", "case.yaml")
    assert str(source.place(("people", 0, "stays", 0, "to"))) == "case.yaml:4:26"
    assert str(source.key_place(("people", 0, "stays", 0, "to"))) == "case.yaml:4:22"
    assert str(source.place(("people", 0, "role"))) == "case.yaml:2:5"
    assert str(source.key_place(("people", 0, "role"))) == "case.yaml:2:5"
    assert str(source.place(("people", 3, "role"))) == "case.yaml:2:3"
    assert str(source.key_place(("people", 0))) == "case.yaml:2:5"
    assert str(source.place(())) == "case.yaml:1:1"


def test_columns_count_characters_and_not_bytes() -> None:
    source = read("{nom: Éléonore 𠮷, ville: Québec}", "case.yaml")
    assert str(source.place(("ville",))) == "case.yaml:1:26"


def test_an_empty_file_has_no_data_and_one_place() -> None:
    source = read("# nothing yet\n", "case.yaml")
    assert source.data is None
    assert str(source.place(("people",))) == "case.yaml:1:1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", ["duplicate-key"]),
        ("1: x\n1.0: y\n", ["duplicate-key"]),
        ("a: &x 1\n", ["anchor"]),
        ("a: *x\n", ["alias"]),
        ("a: !!str 1\n", ["tag"]),
        ("a: ! 1\n", ["tag"]),
        ("a: !x!y 1\n", ["tag"]),
        ("<<: {a: 1}\n", ["merge-key"]),
        ("[a]: 1\n", ["odd-key"]),
        ("null: 1\n", ["odd-key"]),
        ("true: 1\n", ["odd-key"]),
        ("? {a: 1}\n: 2\n", ["odd-key"]),
        ("a: 1\n---\nb: 1\n", ["several-documents"]),
        ("a: .nan\n", ["bad-number"]),
        ("a: 1e400\n", ["bad-number"]),
        ("a: " + "9" * 5000, ["bad-number"]),
        ("[" * 51 + "]" * 51, ["too-deep"]),
        ("[" * 100_000, ["too-deep"]),
        ("a: &x {b: !t 1, b: *x}\na: 2", ["anchor", "tag", "duplicate-key", "alias", "duplicate-key"]),
    ],
)
def test_what_the_format_leaves_out_is_refused_with_every_problem_at_once(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


def test_fifty_levels_are_read() -> None:
    assert read("[" * 50 + "]" * 50, "case.yaml").data is not None


def test_a_file_of_one_mebibyte_is_read_and_a_larger_one_is_not() -> None:
    assert read("a: " + "x" * (LARGEST - 3), "case.yaml").data
    assert ids("a: " + "x" * (LARGEST - 2)) == ["too-large"]
    assert ids("é" * (LARGEST // 2 + 1)) == ["too-large"]


def test_a_quoted_merge_key_is_a_key_like_any_other() -> None:
    assert read('"<<": 1', "case.yaml").data == {"<<": 1}


def test_bytes_that_are_no_utf_8_are_placed() -> None:
    with pytest.raises(CaseError) as raised:
        read(b"a: 1\nb: \xc3\xa9\xff\n", "case.yaml")
    (problem,) = raised.value.problems
    assert (problem.id, str(problem.place)) == ("bad-encoding", "case.yaml:2:5")


def test_a_byte_order_mark_is_read_over() -> None:
    assert read(b"\xef\xbb\xbfa: 1", "case.yaml").data == {"a": 1}
    assert read(b'\xef\xbb\xbf{"a": 1}', "case.json").data == {"a": 1}


def test_json_is_read_with_tabs_and_with_escapes_of_every_kind() -> None:
    data = {"a": "\u20bb7 𠮷😀 / \\ud83d", "b": [1, 2.5, True, None, {"c": 'x "y"\n\t'}], "é": ""}
    for text in (json.dumps(data, indent="\t"), json.dumps(data, separators=(",", ":")), json.dumps(data)):
        assert read(text, "case.json").data == data
    assert read('{"a": "\\/"}', "case.json").data == {"a": "/"}


def test_half_a_character_is_refused() -> None:
    assert ids('{"a": "\\ud83d"}', "case.json") == ["syntax"]
    assert ids("\ud800") == ["bad-encoding"]


def test_a_missing_comma_in_json_is_found_where_it_is() -> None:
    with pytest.raises(CaseError) as raised:
        read('{"a": 1,\n "b": 2 "c": 3}', "case.json")
    assert str(raised.value.problems[0].place) == "case.json:2:9"


def test_the_caller_chooses_whose_error_it_is() -> None:
    with pytest.raises(ChecklistError):
        read("a: [", "police.yaml", ChecklistError)


@pytest.mark.parametrize(
    "text",
    ["a: 1\na: 2\n", "a: [1\nb: 2\n", "\ta: 1\n", 'a: "x\n', "a: @x\n", "a: b: c\n", "a: *\n", "- a\nb: 1\n", "{} x"],
)
def test_without_the_c_library_the_same_is_refused_at_the_same_places(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for parser in (yaml_text._PARSER, yaml.SafeLoader):
        monkeypatch.setattr(yaml_text, "_PARSER", parser)
        with pytest.raises(CaseError) as raised:
            read(text, "case.yaml")
        found.append([(problem.id, problem.place and problem.place.line) for problem in raised.value.problems])
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("NO", "a: 'NO'\n"),
        ("y", "a: 'y'\n"),
        ("007", "a: '007'\n"),
        ("1:30", "a: '1:30'\n"),
        ("0o17", "a: '0o17'\n"),
        ("2019", "a: '2019'\n"),
        ("2019-03-14", "a: 2019-03-14\n"),
        ("2019-02-30", "a: '2019-02-30'\n"),
        ("2019-03", "a: 2019-03\n"),
        ("Μαρία", "a: Μαρία\n"),
        ("محمد", "a: محمد\n"),
        (2019, "a: 2019\n"),
        (None, "a: null\n"),
        (True, "a: true\n"),
        ([], "a: []\n"),
        ({}, "a: {}\n"),
        (["x", {"b": 1, "a": 2}], "a:\n  - x\n  - b: 1\n    a: 2\n"),
        ("two\nlines\n", "a: |\n  two\n  lines\n"),
        ("word " * 60 + "end", "a: " + "word " * 60 + "end\n"),
    ],
)
def test_writing_is_plain_and_quotes_only_what_would_be_misread(value: object, line: str) -> None:
    assert dump({"a": value}) == line


def test_what_yaml_cannot_hold_is_not_written() -> None:
    with pytest.raises(TypeError):
        dump({"a": object()})
    for number in (float("nan"), float("inf"), 10**200):
        with pytest.raises(ValueError):  # noqa: PT011 -- there is nothing to say about it
            dump({"a": number})

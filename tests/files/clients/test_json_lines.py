"""Clients as JSON lines: every mistake is of its own line."""

import json
from pathlib import Path

import pytest

from ircc_prep.errors import UsageError
from ircc_prep.files import age_format
from tests.files.clients.sheets import data_of, every_text, read, said
from tests.files.locked import Keys, key_file

CASE = '{"schema": 1, "program": "visitor"}'


def lines(folder: Path, *rows: str | bytes) -> Path:
    source = folder / "clients.jsonl"
    source.write_bytes(b"\n".join(row if isinstance(row, bytes) else row.encode() for row in rows))
    return source


def test_a_line_is_a_case_or_a_group_with_the_case_and_what_is_chosen(tmp_path: Path) -> None:
    group = f'{{"client": "Lee ☃", "lang": "fr", "only": ["summary"], "case": {CASE}}}'
    first, second, third = read(lines(tmp_path, CASE, "", group, f'{{"client": 7, "case": {CASE}}}\r'))
    assert [each.name for each in (first, second, third)] == ["clients-1", "Lee ☃", "7"]
    assert second.origin.endswith("clients.jsonl:3")
    assert (second.choices.lang, second.choices.only) == ("fr", ("summary",))
    assert data_of(first) == data_of(second) == json.loads(CASE)


@pytest.mark.parametrize(
    ("line", "column", "id"),
    [
        ('{"schema": 1, "program": "visitr"}', 26, "not-allowed"),
        ('{"schema": 1, "progam": "visitor"}', 15, "unknown-key"),
        ('{"client": "a", "case": {"schema": 1, "program": "visitr"}}', 50, "not-allowed"),
        ('{"client": "é☃", "case": {"schema": 1, "program": "visitor", "x": 1}}', 62, "unknown-key"),
        ('{"schema": 1, "program": "visitor", "program": "pr-card"}', 37, "duplicate-key"),
        ('{"client": "a", "client": "b", "case": {"schema": 1}}', 17, "duplicate-key"),
        ('{"client": "a", "cas": {}}', 17, "unknown-key"),
        ('{"client": "a"}', 1, "missing-key"),
        ('{"client": ["a"], "case": {}}', 12, "wrong-type"),
        ('{"client": "a", "lang": "german", "case": {}}', 25, "not-allowed"),
        ('{"client": "a", "brand": "/etc/passwd", "case": {}}', 26, "outside-folder"),
        ('{"schema": 1, "answers": {"funds.amount": NaN}}', 1, "syntax"),
        ('{"schema": 1,}', 14, "syntax"),
        ('{"schema": 1} x', 15, "syntax"),
        ("[1]", 1, "syntax"),
        ('{"a": ' + "[" * 60 + "]" * 60 + "}", 56, "too-deep"),
        ('{"a": ' + "[" * 100_000 + "}", 1, "syntax"),
        ('{"a": ' + "9" * 10_000 + "}", 1, "syntax"),
        (b'{"client": "\xff"}', 13, "bad-encoding"),
        ('{"a": "' + "x" * (1 << 26) + '"}', 1, "too-large"),
    ],
)
def test_a_bad_line_is_one_failed_client_and_the_others_are_read(
    line: str | bytes, column: int, id: str, tmp_path: Path
) -> None:
    first, second, third = read(lines(tmp_path, CASE, line, CASE))
    found = said(second)
    assert (f"clients.jsonl:2:{column}", id) in found or found == [(f"clients.jsonl:2:{column}", id)]
    assert said(first) == said(third) == []
    assert "german" not in "".join(every_text(first))


def test_a_file_that_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").mkdir()
    for name in ("a.jsonl", "b.jsonl", "c.txt"):
        with pytest.raises(UsageError):
            read(tmp_path / name)


def test_a_locked_file_of_lines_opens_with_its_keys(tmp_path: Path) -> None:
    identity, recipient = key_file(tmp_path / "keys")
    source = lines(tmp_path, CASE)
    source.write_bytes(age_format.lock_for(source.read_bytes(), [recipient]))
    (client,) = read(source, keys=Keys([identity]))
    assert client.locked
    assert data_of(client)["program"] == "visitor"

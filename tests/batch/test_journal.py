"""What a journal tells after whatever happened to it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ircc_prep.batch import journal
from ircc_prep.batch.journal import Begun, Entry, Journal
from ircc_prep.batch.out import Out, Written
from ircc_prep.batch.plan import BatchCounts

BEGUN = Begun(date(2026, 11, 22), datetime(2026, 11, 22, 12, tzinfo=UTC), "1.0", "c" * 64, "en", ".pdf", None, "o" * 64)
ENTRIES = [
    Entry("one", "i1", (Written("packet.pdf", 3, "a" * 64),), BatchCounts(1, 2, 3, 4, 5)),
    Entry("two", "i2", (), None, "not-allowed"),
    Entry("three", "i3", (), BatchCounts(0, 0, 0, 0, 0)),
]


@pytest.fixture
def out(tmp_path: Path) -> Out:
    """A folder with a journal of three clients."""
    out = Out(tmp_path)
    kept = Journal(out, BEGUN, [])
    for entry in ENTRIES:
        kept.add(entry)
    kept.close()
    return out


def test_a_journal_tells_what_was_written_into_it(out: Out) -> None:
    told = journal.read(out)
    assert told is not None
    assert told.begun == BEGUN
    assert list(told.entries.values()) == ENTRIES


def test_a_journal_that_goes_on_tells_the_last_of_every_client(out: Out) -> None:
    told = journal.read(out)
    assert told is not None
    kept = Journal(out, told.begun, told.entries.values())
    again = Entry("two", "i2", (), BatchCounts(9, 9, 9, 9, 9))
    kept.add(again)
    kept.close()
    told = journal.read(out)
    assert told is not None
    assert told.entries == {"one": ENTRIES[0], "two": again, "three": ENTRIES[2]}


def test_torn_anywhere_it_tells_of_the_whole_lines_before(out: Out) -> None:
    path = out.path / journal.FILE
    raw = path.read_bytes()
    for length in range(len(raw)):
        path.write_bytes(raw[:length])
        told = journal.read(out)
        whole = raw[:length].count(b"\n") - 1
        assert list(told.entries.values() if told else ()) == ENTRIES[: max(whole, 0)]
        assert (told is None) == (whole < 0)


def test_after_a_line_that_was_changed_nothing_is_believed(out: Out) -> None:
    path = out.path / journal.FILE
    lines = path.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b"not-allowed", b"not-allowee")
    path.write_bytes(b"".join(lines))
    told = journal.read(out)
    assert told is not None
    assert list(told.entries) == ["one"]


def test_a_line_that_was_taken_out_is_noticed(out: Out) -> None:
    path = out.path / journal.FILE
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + b"".join(lines[2:]))
    told = journal.read(out)
    assert told is not None
    assert not told.entries


@pytest.mark.parametrize("raw", [b"", b"\n", b"{}\n", b"[]\n", b"null\n", b"\xff\xfe\n", b"[" * 5000 + b"\n"])
def test_what_is_no_journal_tells_nothing(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / journal.FILE).write_bytes(raw)
    assert journal.read(Out(tmp_path)) is None


def test_a_finished_journal_is_the_same_however_it_came_about(out: Out) -> None:
    told = journal.read(out)
    assert told is not None
    assert journal.whole(BEGUN, told.entries.values()) == (out.path / journal.FILE).read_bytes()

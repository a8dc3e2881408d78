"""What a batch says at its end: a line for every client, or for those that failed, and where the report is."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ircc_prep.batch import report
from ircc_prep.batch.ledger import Ledger
from ircc_prep.cli.options import Settings
from ircc_prep.cli.output import put
from ircc_prep.core.bidi import isolated
from ircc_prep.core.text import Text, same
from ircc_prep.files.wording import wording
from ircc_prep.render.words import Words
from ircc_prep.render.wrapping import cells, wrap

_MOST_ROWS = 100  # of more clients, only those that failed are listed
_NARROW, _WIDEST = 72, 100  # columns: below, a table would leave no room for names


def tell_table(ledger: Ledger, out: Path | None, settings: Settings) -> None:
    """The table on standard output, and the sum on standard error. `out` is None where nothing was written."""
    language = settings.language()
    words = Words(wording(), language)
    rows = _told_apart([report.entry(row, language) for row in ledger.rows.values()])
    listed = rows if len(rows) <= _MOST_ROWS else [row for row in rows if row["problem"]]
    width = min(shutil.get_terminal_size((80, 24)).columns, _WIDEST)
    if listed:
        every = out is None  # no report tells of the others
        in_lines = settings.accessible or width < _NARROW
        told = _spoken(listed, words, every=every) if in_lines else _table(listed, words, width, every=every)
        put("\n".join(told))
    sum = words.say(
        "batch.sum",
        clients=words.quantity("batch.clients", len(rows)),
        failed=words.quantity("batch.failures", ledger.failed),
    )
    settings.tell(same(sum))
    if ledger.ways["kept"]:
        settings.tell(same(words.quantity("batch.kept", ledger.ways["kept"])))
    if out:
        settings.tell(Text(f"The report: {out / report.CSV}", f"Le rapport : {out / report.CSV}"))


def _told_apart(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows; where several clients share a name, each with its place in the source beside it."""
    names = Counter(row["client"] for row in rows)
    return [
        {**row, "client": f"{row['client']} ({row['origin']})"} if names[row["client"]] > 1 else row for row in rows
    ]


def _table(rows: list[dict[str, Any]], words: Words, width: int, *, every: bool) -> Iterator[str]:
    """Aligned columns; a client that failed has its first problem below, or every one."""
    heads = [words.say(f"batch.short.{name}") for name in report.COUNTS]
    spaces = [max(cells(head), 4) for head in heads]
    status = max(cells(words.say("batch.made")), cells(words.say("batch.failed")))
    longest = max(cells(name) for name in (words.say("batch.column.client"), *map(_name, rows)))
    room = min(longest, width - status - 2 - sum(space + 2 for space in spaces))
    yield _row(words.say("batch.column.client"), "", heads, room, status, spaces)
    for row in rows:
        counts = ["" if row[name] is None else str(row[name]) for name in report.COUNTS]
        yield _row(_name(row), words.say(f"batch.{row['status']}"), counts, room, status, spaces)
        for line in _problems(row, words, every=every):
            yield from wrap(line, width, "    ")


def _row(name: str, status: str, counts: list[str], room: int, width: int, spaces: list[int]) -> str:
    short = _shortened(name, room)
    shown = isolated(short) + " " * (room - cells(short))
    numbers = "".join(f"  {' ' * (space - cells(count))}{count}" for count, space in zip(counts, spaces, strict=True))
    return f"{shown}  {status}{' ' * (width - cells(status))}{numbers}".rstrip()


def _spoken(rows: list[dict[str, Any]], words: Words, *, every: bool) -> Iterator[str]:
    """A sentence for each client, for screen readers and narrow windows."""
    for row in rows:
        said = [words.say(f"batch.{row['status']}")]
        said += [
            f"{words.label(f'batch.column.{name}')} {row[name]}" for name in report.COUNTS if row[name] is not None
        ]
        yield f"{words.colon(_name(row))} {', '.join(said)}"
        yield from _problems(row, words, every=every)


def _problems(row: dict[str, Any], words: Words, *, every: bool) -> Iterator[str]:
    """The first problem of a client that failed, and how many more there are; or every one."""
    problems = row["problems"]
    for problem in problems if every else problems[:1]:
        where = f"{problem['where']}: " if problem["where"] else ""
        yield f"{where}{problem['what']} [{problem['id']}]"
        yield problem["hint"]
    if not every and len(problems) > 1:
        yield words.quantity("batch.more", len(problems) - 1)


def _name(row: dict[str, Any]) -> str:
    return str(row["client"])


def _shortened(name: str, room: int) -> str:
    if cells(name) <= room:
        return name
    while name and cells(name) >= room:
        name = name[:-1]
    return f"{name}…"

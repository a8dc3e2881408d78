"""What became of every client, in the order of the source."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from ircc_prep.batch.journal import Entry
from ircc_prep.batch.names import Named, Names
from ircc_prep.core.problems import Problem
from ircc_prep.files.clients.client import Client
from ircc_prep.render.ics import Event

How = Literal["made", "kept", "failed"]


@dataclass(slots=True)
class Row:
    """One client: what it is called, where it stands in the source, and what became of it, once that is known."""

    named: Named
    name: str
    origin: str
    input: str = ""  # the digest of what is made into its files; nothing where it couldn't be read
    entry: Entry | None = None
    problems: Sequence[Problem] = ()


@dataclass(slots=True)
class Ledger:
    """The clients of a run."""

    rows: dict[str, Row] = field(default_factory=dict)  # by key
    ways: Counter[How] = field(default_factory=Counter)
    dates: list[Event] = field(default_factory=list)  # of all clients, where the firm wants them
    _names: Names = field(default_factory=Names)
    _words: dict[str, str] = field(default_factory=dict)

    def enter(self, client: Client) -> Row:
        """A client's row, as the next of the source."""
        row = Row(self._names.next(client.name), client.name, client.origin)
        self.rows[row.named.key] = row
        return row

    def settle(self, row: Row, entry: Entry, how: How) -> None:
        """Notes what became of a client."""
        row.entry = entry
        self.ways[how] += 1

    def take(self, dates: Iterable[Event]) -> None:
        """Adds a client's dates. Most of their words are those of others, and kept once."""
        for each in dates:
            words = self._words.setdefault(each.description, each.description)
            self.dates.append(replace(each, description=words))

    @property
    def settled(self) -> int:
        """How many clients have been dealt with."""
        return sum(self.ways.values())

    @property
    def failed(self) -> int:
        return self.ways["failed"]

    def entries(self) -> Iterator[Entry]:
        """What became of every client."""
        return (row.entry for row in self.rows.values() if row.entry)

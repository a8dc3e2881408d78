"""A batch from beginning to end. One process, this one, reads the clients and writes their files."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ircc_prep.batch.flow import Workforce, results
from ircc_prep.batch.journal import Entry, Journal
from ircc_prep.batch.ledger import How, Ledger, Row
from ircc_prep.batch.out import Out
from ircc_prep.batch.plan import Made, Plan, Task
from ircc_prep.core.brand import BrandWithLogo
from ircc_prep.core.problems import Problem
from ircc_prep.errors import IrccPrepError
from ircc_prep.files import brands
from ircc_prep.files.clients.client import Choices, Client

Watch = Callable[[Ledger], None]  # told of every client that is dealt with


@dataclass(frozen=True, slots=True)
class Place:
    """Where a batch writes, with its journal, and what an earlier run of it has made there, by key.

    `trusting` keeps what was made of a client who is the same without another look at the files.
    """

    out: Out
    journal: Journal
    before: dict[str, Entry]
    trusting: bool = False


@dataclass(slots=True)
class Batch:
    """What is to be done. Without a place every client is read and checked, and nothing is written."""

    plan: Plan
    choices: Choices  # for all clients; their own go before
    workforce: Workforce
    watch: Watch
    place: Place | None = None
    ledger: Ledger = field(default_factory=Ledger)
    _brands: dict[Path, BrandWithLogo] = field(default_factory=dict)
    _dated: dict[str, Entry] = field(default_factory=dict)  # made before; their dates are still to come

    def run(self, clients: Iterable[Client]) -> Ledger:
        """Deals with every client; raises what makes all of them impossible, with the journal whole."""
        for made in results(self.plan, self._tasks(clients), self.workforce):
            self._take(made)
        return self.ledger

    def _tasks(self, clients: Iterable[Client]) -> Iterator[Task]:
        """The clients that have to be made; the others are settled on the way."""
        for client in clients:
            row = self.ledger.enter(client)
            try:
                task = self._task(row, client)
            except IrccPrepError as error:
                self._fail(row, error.problems)
                continue
            row.input = task.input
            before = self._before(row)
            if before and not self.plan.firm:
                self._settle(row, before, "kept")
            elif client.problems:
                self._fail(row, client.problems)
            elif before:
                self._dated[task.key] = before
                yield replace(task, dates_only=True)
            else:
                yield task

    def _task(self, row: Row, client: Client) -> Task:
        choices = client.choices.over(self.choices)
        if choices.brand and choices.brand not in self._brands:
            self._brands[choices.brand] = brands.load(choices.brand)
        return Task(row.named.key, client, choices, self._brands[choices.brand] if choices.brand else None)

    def _before(self, row: Row) -> Entry | None:
        """What an earlier run made of a client, if the client is still the same, and so are the files."""
        before = self.place.before.get(row.named.key) if self.place else None
        # With another input it may be somebody else, who stands where the client of this key stood before.
        if self.place is None or before is None or not before.made or before.input != row.input:
            return None
        return before if self.place.trusting or self.place.out.holds(before.files, row.named.folder) else None

    def _take(self, made: Made) -> None:
        row = self.ledger.rows[made.key]
        self.ledger.take(made.dates)
        if made.problems:
            self._fail(row, made.problems)
        elif made.key in self._dated:
            self._settle(row, self._dated[made.key], "kept")
        else:
            write = self.place.out.write if self.place else None
            files = tuple(write(name, content, row.named.folder) for name, content in made.files) if write else ()
            self._settle(row, Entry(made.key, row.input, files, made.counts), "made")

    def _fail(self, row: Row, problems: Sequence[Problem]) -> None:
        row.problems = problems
        self._settle(row, Entry(row.named.key, row.input, (), None, problems[0].id), "failed")

    def _settle(self, row: Row, entry: Entry, how: How) -> None:
        if self.place and how != "kept":  # what is kept is in the journal already
            self.place.journal.add(entry)
        self.ledger.settle(row, entry, how)
        self.watch(self.ledger)

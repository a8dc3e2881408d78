"""A batch from beginning to end. One process, this one, reads the clients and writes their files."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ircc_prep.batch.flow import Workforce, results
from ircc_prep.batch.journal import Entry, Journal
from ircc_prep.batch.ledger import Ledger, Row
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

    `trusting` keeps what was made without another look at the client or its files.
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
            if self._kept(row):
                if self.plan.firm and not client.problems:
                    yield replace(task, dates_only=True)
            elif client.problems:
                self._fail(row, client.problems)
            else:
                yield task

    def _task(self, row: Row, client: Client) -> Task:
        choices = client.choices.over(self.choices)
        if choices.brand and choices.brand not in self._brands:
            self._brands[choices.brand] = brands.load(choices.brand)
        return Task(row.named.key, client, choices, self._brands[choices.brand] if choices.brand else None)

    def _kept(self, row: Row) -> bool:
        """Settles a client that an earlier run made, if it is still the same, and so are its files."""
        before = self.place.before.get(row.named.key) if self.place else None
        if self.place is None or before is None or not before.made:
            return False
        same = before.input == row.input and self.place.out.holds(before.files, row.named.folder)
        if same or self.place.trusting:
            self.ledger.settle(row, before, "kept")
            self.watch(self.ledger)
            return True
        return False

    def _take(self, made: Made) -> None:
        row = self.ledger.rows[made.key]
        self.ledger.take(made.dates)
        if row.entry:  # it was kept, and only its dates were wanted
            return
        if made.problems:
            self._fail(row, made.problems)
            return
        write = self.place.out.write if self.place else None
        files = tuple(write(name, content, row.named.folder) for name, content in made.files) if write else ()
        self._settle(row, Entry(made.key, row.input, files, made.counts))

    def _fail(self, row: Row, problems: Sequence[Problem]) -> None:
        row.problems = problems
        self._settle(row, Entry(row.named.key, row.input, (), None, problems[0].id))

    def _settle(self, row: Row, entry: Entry) -> None:
        if self.place:
            self.place.journal.add(entry)
        self.ledger.settle(row, entry, "made" if entry.made else "failed")
        self.watch(self.ledger)

"""What somebody wants of a batch: the source, the folder, and what is chosen for all clients."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ircc_prep import __version__
from ircc_prep.api.printing import LETTER, sections
from ircc_prep.batch import course, packs
from ircc_prep.batch.course import Course, Mode
from ircc_prep.batch.names import Names
from ircc_prep.batch.out import Out
from ircc_prep.batch.plan import OUTPUTS, USUAL, Plan, digest
from ircc_prep.core.brand import BrandWithLogo
from ircc_prep.core.text import Language, Text
from ircc_prep.errors import CaseError, UsageError
from ircc_prep.files import brands
from ircc_prep.files.checklists import Pack
from ircc_prep.files.clients.client import Choices, Client, DateOrder, Known, OutputLanguage, Paper
from ircc_prep.files.clients.sources import clients
from ircc_prep.files.locks import Keys
from ircc_prep.render.view import SECTIONS

FIRM_CALENDAR = "firm-calendar"


@dataclass(frozen=True, slots=True)
class Roll:
    """The clients of a source before any of them is dealt with: their keys, and whether any is locked."""

    keys: frozenset[str]
    locked: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """A batch as it was asked for. `also` are outputs beside the usual ones; `out` is None for a dry run."""

    source: Path
    out: Path | None
    mode: Mode
    also: tuple[str, ...]
    suffix: str
    lang: OutputLanguage | None
    only: tuple[str, ...] | None
    without: tuple[str, ...] | None
    paper: Paper
    large_print: bool
    fillable: bool
    brand: Path | None
    choices: Path | None
    dates: DateOrder | None
    checklists: Path | None
    language: Language  # of the report, and for clients for whom nobody chose one

    def for_all(self) -> Choices:
        """The choices for every client that has none of its own. Raises UsageError for a section that there isn't."""
        sections(self.only or (), self.without or (), self._brand())
        also = [output for output in OUTPUTS if output in USUAL or output in self.also]
        return Choices(
            self.lang, self.brand, self.only, self.without, self.paper, self.large_print, self.fillable, tuple(also)
        )

    def plan(self, day: date, written: datetime) -> Plan:
        """The plan of a batch of that day, which begins at that moment."""
        return Plan(
            day=day,
            written=written,
            suffix=self.suffix,
            language=self.language,
            pack=packs.digest(self.checklists),
            tool=__version__,
            options=digest(self.for_all(), self._brand(), FIRM_CALENDAR in self.also),
            date_order=self.dates,
            checklists=str(self.checklists.absolute()) if self.checklists else None,
            dry=self.out is None,
            firm=FIRM_CALENDAR in self.also,
        )

    def read(self, pack: Pack, keys: Keys | None) -> Iterator[Client]:
        """The clients of the source."""
        known = Known(OUTPUTS, (LETTER, *SECTIONS))
        ours = [path for path in (self.out, self.brand) if path]
        return clients(self.source, keys, pack, known, date_order=self.dates, choices=self.choices, leave_out=ours)

    def roll(self, pack: Pack, keys: Keys | None) -> Roll:
        """Who is in the source. For that nothing locked is opened, unless it is the source itself."""
        try:
            return _roll(self.read(pack, None))
        except CaseError:
            return _roll(self.read(pack, keys))

    @contextmanager
    def begun(self, out: Out, pack: Pack, on: date | None, today: date, now: datetime) -> Iterator[Course]:
        """The batch in its folder, which no other run gets at meanwhile. Without `on` its day is that of its beginning.

        Raises UsageError where the folder is no place for it.
        """
        course.found(out, self.mode)  # before anything is made or changed there
        with out.held():
            before = course.found(out, self.mode)
            plan = self.plan(on or (before.begun.day if before else today), now)
            yield Course(out, course.going_on(plan, before, self.mode), self.mode, before, packs.source_dates(pack))

    def refuse_source_in_out(self) -> None:
        """Raises UsageError where the batch would write into its own source."""
        if self.out is None:
            return
        source, out = Path(os.path.realpath(self.source)), Path(os.path.realpath(self.out))
        if source.is_relative_to(out):
            raise UsageError.saying(
                Text(
                    f"The source lies in {self.out}, which the batch writes into.",
                    f"La source se trouve dans {self.out}, où le lot écrit.",
                ),
                Text("Give --out a folder of its own.", "Donnez à --out un répertoire à part."),
                id="source-in-out",
            )

    def _brand(self) -> BrandWithLogo | None:
        return brands.load(self.brand) if self.brand else None


def _roll(clients: Iterable[Client]) -> Roll:
    names, keys, locked = Names(), set(), False
    for client in clients:
        keys.add(names.next(client.name).key)
        locked = locked or client.locked
    return Roll(frozenset(keys), locked)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

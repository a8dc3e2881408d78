"""A whole batch, as a Python program runs it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from ircc_prep.api.choices import Form, OutputLanguage, StrPath, chosen, day_of, language_of, names, path_of
from ircc_prep.api.given import Given
from ircc_prep.batch import executors, manifest
from ircc_prep.batch.course import Mode
from ircc_prep.batch.ledger import Ledger, Row
from ircc_prep.batch.manifest import Difference
from ircc_prep.batch.out import Out
from ircc_prep.batch.plan import BatchCounts
from ircc_prep.batch.run import Batch
from ircc_prep.batch.wanted import Wanted, cores
from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Language, Text
from ircc_prep.errors import UsageError
from ircc_prep.files.checklists import Pack
from ircc_prep.files.clients.client import DateOrder
from ircc_prep.render.look import Paper

Also = Literal["cover-letter", "request-letter", "handover-note", "firm-calendar"]


@dataclass(frozen=True, slots=True)
class BatchClient:
    """What became of a client: its files and counts, or the problems that kept them from being made.

    `name` is what the source calls it, and no path; `origin` is where it stands there: `clients.csv:12`.
    """

    name: str = field(repr=False)
    origin: str
    files: tuple[Path, ...]
    counts: BatchCounts | None
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether nothing could be made of it."""
        return self.counts is None


@dataclass(frozen=True, slots=True)
class BatchRun:
    """What became of every client, in the order of the source. `kept` counts those that an earlier run had made."""

    clients: tuple[BatchClient, ...] = field(repr=False)
    made: int
    kept: int
    failed: int


def run_batch(
    source: StrPath,
    out: StrPath | None,
    *,
    mode: Mode = "fresh",
    also: Sequence[Also] = (),
    form: Form = "pdf",
    lang: OutputLanguage | None = None,
    only: Sequence[str] = (),
    without: Sequence[str] = (),
    paper: Paper = "letter",
    large_print: bool = False,
    fillable: bool = False,
    brand: StrPath | None = None,
    choices: StrPath | None = None,
    dates: DateOrder | None = None,
    on: date | None = None,
    jobs: int | None = None,
    executor: str = "local",
    report_lang: Language = "en",
    checklists: StrPath | None = None,
    passphrase: str | None = None,
    identities: Sequence[StrPath] = (),
    watch: Callable[[int], None] | None = None,
) -> BatchRun:
    """Makes a folder of outputs for every client of a source, as `ircc-prep batch` does (docs/batch.md).

    `source` is a folder of cases, or a JSONL, CSV or XLSX file. `out` is the folder to write into; None checks every
    client and writes nothing. `mode` is `fresh`, `resume` (make what is missing, damaged, failed or changed) or
    `retry-failed` (the same, but leave the files of clients who are the same as they are). `also` are outputs beside
    packet, result and calendar. `on` is the day of the check; None is the day on which the batch that goes on began,
    else today. `jobs` is how many clients are worked on at a time (None: one a core), each in a process of its own;
    `executor` is `local`, or `dask:` and an address (docs/scaling.md). `dates` says how tables write days such as
    03/04/2021. `report_lang` is the language of the report, and of clients for whom nobody chose one. `watch` is called
    with the number of clients that are dealt with. The other options are those of `packet` and `open_case`, and hold
    for the clients that don't choose for themselves.

    A client that can't be made costs no other: it is told of in the report, and here. Raises UsageError for a source
    or folder that can't be used, CaseError for a locked source that doesn't open, ChecklistError, InstallationError.
    """
    wanted = Wanted(
        source=Path(source),
        out=path_of(out),
        mode=chosen("mode", mode, Mode),
        also=tuple(chosen("also", each, Also) for each in names(also)),
        suffix=f".{chosen('form', form, Form)}",
        lang=lang if lang is None else chosen("lang", lang, OutputLanguage),
        only=tuple(names(only)) or None,
        without=tuple(names(without)) or None,
        paper=chosen("paper", paper, Paper),
        large_print=large_print,
        fillable=fillable,
        brand=path_of(brand),
        choices=path_of(choices),
        dates=dates if dates is None else chosen("dates", dates, DateOrder),
        checklists=path_of(checklists),
        language=language_of(report_lang),
    )
    wanted.refuse_source_in_out()
    if jobs is not None and jobs < 1:
        raise UsageError.saying(_NOBODY_WORKS, _AT_LEAST_ONE)
    keys = Given(passphrase, tuple(map(Path, identities)))
    return _Run(wanted, keys, on, executor, jobs or cores(), watch or _unwatched).run()


def verify_batch(folder: StrPath) -> tuple[Difference, ...]:
    """The files of a finished batch that were changed, are missing or weren't there, as `batch verify` lists them.

    Raises UsageError where there is no finished batch in the folder.
    """
    return tuple(manifest.differences(Out(Path(folder))))


_NOBODY_WORKS = Text("“jobs” is less than 1.", "« jobs » est inférieur à 1.")
_AT_LEAST_ONE = Text("Give 1 or more, or None: one a core.", "Donnez 1 ou plus, ou None : un par cœur.")


@dataclass(frozen=True, slots=True)
class _Run:
    wanted: Wanted
    keys: Given
    on: date | None
    executor: str
    jobs: int
    watch: Callable[[int], None]

    def run(self) -> BatchRun:
        wanted, pack = self.wanted, Pack(self.wanted.checklists, examples=False)
        choices = wanted.for_all()
        if wanted.out is None:
            plan = wanted.plan(day_of(self.on), _now())
            with executors.opened(self.executor, self.jobs) as workforce:
                ledger = Batch(plan, choices, workforce, self._watch).run(wanted.read(pack, self.keys))
            return _told(ledger, None)
        with wanted.begun(Out(wanted.out), pack, self.on, day_of(None), _now()) as going:
            going.gone(wanted.roll(pack, self.keys).keys, wanted.source)
            with executors.opened(self.executor, self.jobs) as workforce:
                ledger = going.run(wanted.read(pack, self.keys), choices, workforce, self._watch)
        return _told(ledger, wanted.out)

    def _watch(self, ledger: Ledger) -> None:
        self.watch(ledger.settled)


def _told(ledger: Ledger, out: Path | None) -> BatchRun:
    clients = tuple(_client(row, out) for row in ledger.rows.values())
    return BatchRun(clients, ledger.ways["made"], ledger.ways["kept"], ledger.failed)


def _client(row: Row, out: Path | None) -> BatchClient:
    return BatchClient(
        name=row.name,
        origin=row.origin,
        files=tuple(_files(row, out)) if out else (),
        counts=row.entry.counts if row.entry else None,
        problems=tuple(row.problems),
    )


def _files(row: Row, out: Path) -> Iterator[Path]:
    for file in row.entry.files if row.entry else ():
        yield out / row.named.folder / file.name


def _now() -> datetime:
    """The moment at which a batch begins, which its calendars bear."""
    return datetime.now(UTC).replace(microsecond=0)


def _unwatched(settled: int) -> None:
    pass

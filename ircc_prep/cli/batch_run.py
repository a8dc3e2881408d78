"""What `ircc-prep batch` does with a source: the plan, the clients, the workers, and what is said of them."""

import os
import shlex
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ircc_prep import __version__
from ircc_prep.api.printing import LETTER, sections
from ircc_prep.batch import course, executors, packs
from ircc_prep.batch.course import Course, Mode
from ircc_prep.batch.ledger import Ledger
from ircc_prep.batch.out import Out
from ircc_prep.batch.plan import OUTPUTS, USUAL, Plan
from ircc_prep.batch.run import Batch
from ircc_prep.cli.batch_progress import Progress
from ircc_prep.cli.batch_table import tell_table
from ircc_prep.cli.options import Settings, day, now
from ircc_prep.core.text import Text
from ircc_prep.errors import CaseError, UsageError
from ircc_prep.files import brands
from ircc_prep.files.checklists import Pack
from ircc_prep.files.clients.client import Choices, Client, DateOrder, Known, OutputLanguage, Paper
from ircc_prep.files.clients.sources import clients
from ircc_prep.files.locks import Keys
from ircc_prep.files.surroundings import service_of
from ircc_prep.render.view import SECTIONS

DONE, SOME_FAILED = 0, 5
FIRM_CALENDAR = "firm-calendar"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of the command."""

    source: Path
    out: Path | None  # None for a dry run alone
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
    on: str | None
    jobs: int | None
    executor: str
    dry: bool

    def for_all(self) -> Choices:
        """The choices for every client that has none of its own. Raises UsageError for a section that there isn't."""
        firm = brands.load(self.brand) if self.brand else None
        sections(self.only or (), self.without or (), firm)
        also = [output for output in OUTPUTS if output in USUAL or output in self.also]
        return Choices(
            self.lang, self.brand, self.only, self.without, self.paper, self.large_print, self.fillable, tuple(also)
        )

    def plan(self, settings: Settings, begun: str | None) -> Plan:
        """The plan of a batch; `begun` is the day of one that goes on."""
        return Plan(
            day=day(self.on or begun),
            written=now(),
            suffix=self.suffix,
            language=settings.language(),
            pack=packs.digest(settings.checklists),
            tool=__version__,
            date_order=self.dates,
            checklists=str(settings.checklists.absolute()) if settings.checklists else None,
            dry=self.dry,
            firm=FIRM_CALENDAR in self.also,
        )

    def read(self, pack: Pack, keys: Keys | None) -> Iterator[Client]:
        """The clients of the source."""
        known = Known(OUTPUTS, (LETTER, *SECTIONS))
        ours = [path for path in (self.out, self.brand) if path]
        return clients(self.source, keys, pack, known, date_order=self.dates, choices=self.choices, leave_out=ours)


def run(wanted: Wanted, settings: Settings) -> int:
    """The whole batch; the exit code tells whether every client was made."""
    _refuse_source_in_out(wanted)
    pack = Pack(settings.checklists, examples=False)
    choices = wanted.for_all()
    if wanted.dry or wanted.out is None:
        return _checked(wanted, choices, pack, settings)
    out = Out(wanted.out)
    course.found(out, wanted.mode)  # before anything is made or changed there
    with out.held():
        before = course.found(out, wanted.mode)
        plan = wanted.plan(settings, before.begun.day.isoformat() if before else None)
        plan = course.going_on(plan, before, wanted.mode)
        going = Course(out, plan, wanted.mode, before, packs.source_dates(pack), plan.language)
        _tell_before(going, settings)
        total, locked = _count(wanted, pack, settings)
        _tell_who_else_sees(wanted.out, settings, locked=locked)
        with closing(Progress(total, settings)) as progress:
            try:
                with executors.opened(wanted.executor, wanted.jobs or cores()) as workforce:
                    ledger = going.run(wanted.read(pack, settings.keys), choices, workforce, progress.show)
            except KeyboardInterrupt:
                progress.close()
                _tell_how_to_go_on(wanted, settings)
                raise
    return _told(ledger, wanted, settings)


def _checked(wanted: Wanted, choices: Choices, pack: Pack, settings: Settings) -> int:
    total, _ = _count(wanted, pack, settings)
    plan = wanted.plan(settings, None)
    with (
        closing(Progress(total, settings)) as progress,
        executors.opened(wanted.executor, wanted.jobs or cores()) as workforce,
    ):
        ledger = Batch(plan, choices, workforce, progress.show).run(wanted.read(pack, settings.keys))
    return _told(ledger, wanted, settings)


def _count(wanted: Wanted, pack: Pack, settings: Settings) -> tuple[int, bool]:
    """How many clients there are, and whether any is locked.

    The first of those is opened, so that whoever has the passphrase is asked for it now and not hours later.
    """
    try:
        locked = [client.locked for client in wanted.read(pack, None)]
    except CaseError:  # the source itself is locked
        locked = [client.locked for client in wanted.read(pack, settings.keys)]
    if any(locked):
        next(client for client in wanted.read(pack, settings.keys) if client.locked)
    return len(locked), any(locked)


def _told(ledger: Ledger, wanted: Wanted, settings: Settings) -> int:
    tell_table(ledger, wanted.out if not wanted.dry else None, settings)
    return SOME_FAILED if ledger.failed else DONE


def _tell_before(going: Course, settings: Settings) -> None:
    if going.anew:
        settings.tell(_ANEW)
    elif going.before:
        day = going.plan.day.isoformat()
        settings.tell(Text(f"Going on with the batch of {day}.", f"Le lot du {day} se poursuit."))


def _tell_how_to_go_on(wanted: Wanted, settings: Settings) -> None:
    command = f"ircc-prep batch {shlex.quote(str(wanted.source))} --out {shlex.quote(str(wanted.out))} --resume"
    settings.tell(
        Text(
            f"To go on, with the same options: {command}",
            f"Pour poursuivre, avec les mêmes options : {command}",
        )
    )


def _tell_who_else_sees(out: Path, settings: Settings, *, locked: bool) -> None:
    service = service_of(Path(os.path.realpath(out)))
    if service:
        settings.tell(
            Text(
                f"Warning: {service} copies what is in {out} to other computers.",
                f"Attention : {service} copie sur d’autres ordinateurs ce qui se trouve dans {out}.",
            )
        )
    if locked:
        settings.tell(
            Text(
                f"What is made in {out} isn’t locked, unlike the cases: keep it where only you can read it.",
                f"Ce qui est produit dans {out} n’est pas verrouillé, contrairement aux dossiers : gardez-le là où "
                "vous seul pouvez le lire.",
            )
        )


def _refuse_source_in_out(wanted: Wanted) -> None:
    if wanted.out is None:
        return
    source, out = Path(os.path.realpath(wanted.source)), Path(os.path.realpath(wanted.out))
    if source.is_relative_to(out):
        raise UsageError.saying(
            Text(
                f"The source lies in {wanted.out}, which the batch writes into.",
                f"La source se trouve dans {wanted.out}, où le lot écrit.",
            ),
            Text("Give --out a folder of its own.", "Donnez à --out un répertoire à part."),
            id="source-in-out",
        )


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_ANEW = Text(
    "The version, checklists, day, language or form isn’t that of the earlier run: all clients are made anew.",
    "La version, les listes de contrôle, la date, la langue ou la forme ne sont plus les mêmes : tout est refait, "
    "pour tous les clients.",
)

"""How `ircc-prep batch` runs a batch: what is said before it, while it goes on, and after it."""

import os
import shlex
import sys
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path

from ircc_prep.batch import course, executors, packs
from ircc_prep.batch.course import Course
from ircc_prep.batch.flow import Workforce
from ircc_prep.batch.ledger import Ledger
from ircc_prep.batch.out import Out
from ircc_prep.batch.run import Batch
from ircc_prep.batch.wanted import Wanted, cores
from ircc_prep.cli.batch_progress import Progress
from ircc_prep.cli.batch_table import tell_table
from ircc_prep.cli.options import Settings, day, now
from ircc_prep.core.text import Text
from ircc_prep.errors import CaseError
from ircc_prep.files.checklists import Pack
from ircc_prep.files.clients.client import Choices
from ircc_prep.files.surroundings import service_of

DONE, SOME_FAILED = 0, 5


@dataclass(frozen=True, slots=True)
class Way:
    """On which day a batch is made (None: today, or its own where it goes on), and who does the work."""

    on: str | None
    jobs: int | None
    executor: str

    def workers(self) -> AbstractContextManager[Workforce]:
        """Who does the work, while they are needed."""
        return executors.opened(self.executor, self.jobs or cores())


def run(wanted: Wanted, way: Way, settings: Settings) -> int:
    """The whole batch; the exit code tells whether every client was made."""
    wanted.refuse_source_in_out()
    pack = Pack(settings.checklists, examples=False)
    choices = wanted.for_all()
    if wanted.out is None:
        return _checked(wanted, way, choices, pack, settings)
    out = Out(wanted.out)
    course.found(out, wanted.mode)  # before anything is made or changed there
    with out.held():
        before = course.found(out, wanted.mode)
        begun = before.begun.day if before and way.on is None else day(way.on)
        plan = course.going_on(wanted.plan(begun, now()), before, wanted.mode)
        going = Course(out, plan, wanted.mode, before, packs.source_dates(pack), plan.language)
        _tell_before(going, settings)
        total, locked = _count(wanted, pack, settings)
        _tell_who_else_sees(wanted.out, settings, locked=locked)
        with closing(Progress(total, settings)) as progress, way.workers() as workforce:
            try:
                ledger = going.run(wanted.read(pack, settings.keys), choices, workforce, progress.show)
            except (KeyboardInterrupt, CaseError):  # an error for all of them: a full disk
                progress.close()
                _tell_how_to_go_on(settings)
                raise
    return _told(ledger, wanted, settings)


def _checked(wanted: Wanted, way: Way, choices: Choices, pack: Pack, settings: Settings) -> int:
    total, _ = _count(wanted, pack, settings)
    plan = wanted.plan(day(way.on), now())
    with closing(Progress(total, settings)) as progress, way.workers() as workforce:
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
    tell_table(ledger, wanted.out, settings)
    return SOME_FAILED if ledger.failed else DONE


def _tell_before(going: Course, settings: Settings) -> None:
    if going.anew:
        what = course.named(going.anew)
        settings.tell(
            Text(
                f"All clients are made anew, since something is not as it was: {what.en}.",
                f"Tout est refait, pour tous les clients, car quelque chose a changé : {what.fr}.",
            )
        )
    elif going.before:
        batch_day, today = going.plan.day.isoformat(), day(None).isoformat()
        settings.tell(Text(f"Going on with the batch of {batch_day}.", f"Le lot du {batch_day} se poursuit."))
        if batch_day != today:
            settings.tell(
                Text(
                    f"Every client is checked as of that day. To make them all as of today: --on {today}",
                    f"Chaque client est vérifié en date de ce jour-là. Pour tout refaire à la date d’aujourd’hui : "
                    f"--on {today}",
                )
            )


def _tell_how_to_go_on(settings: Settings) -> None:
    """The call as it was typed, to be copied: with another choice of outputs every client would be made again."""
    typed = sys.argv[1:]
    going_on = [] if {"--resume", "--retry-failed"} & set(typed) else ["--resume"]
    command = shlex.join(["ircc-prep", *typed, *going_on])
    settings.tell(
        Text(
            f"What is finished is kept. To go on: {command}",
            f"Ce qui est terminé est conservé. Pour poursuivre : {command}",
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

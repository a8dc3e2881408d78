"""How `ircc-prep batch` runs a batch: what is said before it, while it goes on, and after it."""

import os
import shlex
import signal
import sys
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path

from ircc_prep.batch import course, executors
from ircc_prep.batch.course import Course
from ircc_prep.batch.flow import Workforce
from ircc_prep.batch.ledger import Ledger
from ircc_prep.batch.out import Out
from ircc_prep.batch.run import Batch
from ircc_prep.batch.wanted import Roll, Wanted, cores
from ircc_prep.cli.batch_progress import Progress
from ircc_prep.cli.batch_table import tell_table
from ircc_prep.cli.options import Settings, day, now
from ircc_prep.core.text import Text, same
from ircc_prep.errors import CaseError
from ircc_prep.files.checklists import Pack
from ircc_prep.files.clients.client import Choices
from ircc_prep.files.surroundings import service_of
from ircc_prep.files.wording import wording
from ircc_prep.render.words import Words

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
    on = day(way.on) if way.on else None
    with wanted.begun(Out(wanted.out), pack, on, day(None), now()) as going:
        roll = _roll(wanted, pack, settings)
        _tell_before(going, going.gone(roll.keys, wanted.source), settings)
        _tell_who_else_sees(wanted.out, settings, locked=roll.locked)
        with closing(Progress(len(roll.keys), settings)) as progress, way.workers() as workforce:
            try:
                ledger = going.run(wanted.read(pack, settings.keys), choices, workforce, progress.show)
            except (KeyboardInterrupt, CaseError) as reason:  # an error for all of them: a full disk
                if isinstance(reason, KeyboardInterrupt):  # to leave takes a moment, which another one would spoil
                    signal.signal(signal.SIGINT, signal.SIG_IGN)
                progress.close()
                _tell_how_to_go_on(settings)
                raise
    return _told(ledger, wanted, settings)


def _checked(wanted: Wanted, way: Way, choices: Choices, pack: Pack, settings: Settings) -> int:
    roll = _roll(wanted, pack, settings)
    plan = wanted.plan(day(way.on), now())
    with closing(Progress(len(roll.keys), settings)) as progress, way.workers() as workforce:
        ledger = Batch(plan, choices, workforce, progress.show).run(wanted.read(pack, settings.keys))
    return _told(ledger, wanted, settings)


def _roll(wanted: Wanted, pack: Pack, settings: Settings) -> Roll:
    """Who is in the source. Whoever has the passphrase of one that is locked is asked for it now, not hours later."""
    roll = wanted.roll(pack, settings.keys)
    if roll.locked:
        next(client for client in wanted.read(pack, settings.keys) if client.locked)
    return roll


def _told(ledger: Ledger, wanted: Wanted, settings: Settings) -> int:
    tell_table(ledger, wanted.out, settings)
    if ledger.failed and wanted.out:
        command = _call_again("--retry-failed")
        settings.tell(
            Text(
                f"Once they are mended, this makes those that failed: {command}",
                f"Une fois les dossiers corrigés, ceci produit ceux qui ont échoué : {command}",
            )
        )
    return SOME_FAILED if ledger.failed else DONE


def _tell_before(going: Course, gone: int, settings: Settings) -> None:
    if gone:
        settings.tell(same(Words(wording(), settings.language()).quantity("batch.gone", gone)))
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
        if going.chosen_otherwise:
            what = course.named(("options",))
            settings.tell(
                Text(
                    f"Not as it was: {what.en}. Every client that it makes a difference to is made anew.",
                    f"A changé : {what.fr}. Tout client pour qui cela fait une différence est refait.",
                )
            )
        if batch_day != today:
            settings.tell(
                Text(
                    f"Every client is checked as of that day. To make them all as of today: --on {today}",
                    f"Chaque client est vérifié en date de ce jour-là. Pour tout refaire à la date d’aujourd’hui : "
                    f"--on {today}",
                )
            )


def _tell_how_to_go_on(settings: Settings) -> None:
    command = _call_again("--retry-failed" if "--retry-failed" in sys.argv else "--resume")
    settings.tell(
        Text(
            f"What is finished is kept. To go on: {command}",
            f"Ce qui est terminé est conservé. Pour poursuivre : {command}",
        )
    )


def _call_again(option: str) -> str:
    """The call as it was typed, to be copied: with another choice of outputs every client would be made again."""
    typed = [word for word in sys.argv[1:] if word not in ("--resume", "--retry-failed")]
    return shlex.join(["ircc-prep", *typed, option])


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

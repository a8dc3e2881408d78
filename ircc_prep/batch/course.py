"""How a batch begins, goes on and is finished: what a run finds in its folder, and what it leaves there."""

import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from ircc_prep.batch import journal, manifest, report
from ircc_prep.batch.flow import Workforce
from ircc_prep.batch.journal import Journal, Told
from ircc_prep.batch.ledger import Ledger
from ircc_prep.batch.out import Out, Written
from ircc_prep.batch.plan import OUTPUTS, Plan
from ircc_prep.batch.run import Batch, Place, Watch
from ircc_prep.core.text import Text
from ircc_prep.errors import IrccPrepError, UsageError
from ircc_prep.files.clients.client import Choices, Client
from ircc_prep.files.wording import wording
from ircc_prep.render.firm_calendar import firm_calendar
from ircc_prep.render.words import Words

Mode = Literal["fresh", "resume", "retry-failed"]

FIRM_CALENDAR = "firm-calendar.ics"
_PART_OF_JOURNAL = f".{journal.FILE}.part"
_OUTPUT = re.compile(rf"\.?(?:{'|'.join(OUTPUTS)})\.[a-z]+(?:\.part)?")


@dataclass(frozen=True, slots=True)
class Course:
    """A batch in its folder: what is planned, what was done before, and the sources that its manifest speaks of."""

    out: Out
    plan: Plan
    mode: Mode
    before: Told | None
    sources: manifest.Sources

    @property
    def anew(self) -> tuple[str, ...]:
        """Why everything that was done before is done again: what is planned otherwise now."""
        return self.before.begun.differs(journal.begun(self.plan), options=False) if self.before else ()

    @property
    def chosen_otherwise(self) -> bool:
        """Whether something else is chosen for all clients than before: those that it touches are made anew."""
        return self.before is not None and self.before.begun.options != self.plan.options

    def gone(self, keys: Collection[str], source: Path) -> int:
        """How many clients that were made aren't in the source any more: what was made of them will be removed.

        Raises UsageError where that is more likely a slip: no client of the batch is there, or it was to be left alone.
        """
        made = {key for key, entry in self.before.entries.items() if entry.made} if self.before else set()
        gone = made.difference(keys)
        if gone and self.mode == "retry-failed":
            raise _left_out(source, len(gone))
        if gone and gone == made:
            raise _others(self.out, source)
        return len(gone)

    def run(self, clients: Iterable[Client], choices: Choices, workforce: Workforce, watch: Watch) -> Ledger:
        """Makes what isn't made yet, then the report and the manifest. The folder has to be held."""
        before = self.before.entries if self.before and not self.anew else {}
        self.out.remove(*manifest.FILES, *report.FILES, FIRM_CALENDAR)  # they speak of a batch that is finished
        diary = Journal(self.out, journal.begun(self.plan), before.values())
        try:
            place = Place(self.out, diary, before, trusting=self.mode == "retry-failed")
            ledger = Batch(self.plan, choices, workforce, watch, place).run(clients)
        finally:
            diary.close()
        self._finish(ledger)
        return ledger

    def _finish(self, ledger: Ledger) -> None:
        """Leaves what a run without interruption would have left, and nothing else of ours."""
        begun = journal.begun(self.plan)
        self.out.tidy(_stale(ledger))
        told = self.out.write(journal.FILE, journal.whole(begun, ledger.entries()), lasting=True)
        files = [told, *report.write(self.out, begun, ledger, self.plan.language), *self._firm_calendar(ledger)]
        if hasattr(os, "sync"):
            os.sync()  # once for all clients' files: the manifest says that they are there
        manifest.write(self.out, begun, ledger, files, self.sources)

    def _firm_calendar(self, ledger: Ledger) -> list[Written]:
        words = Words(wording(), self.plan.language)
        text = firm_calendar(ledger.dates, words, self.plan.day, self.plan.written)
        return [self.out.write(FIRM_CALENDAR, text.encode(), lasting=True)] if text else []


def found(out: Out, mode: Mode) -> Told | None:
    """What an earlier run left in the folder; UsageError where the folder is no place for such a run."""
    told = journal.read(out)
    there = set(out.entries())
    if mode == "fresh" and journal.FILE in there:
        raise _has_batch(out)
    if told is None and journal.FILE in there and len(there) > 1:
        raise _bad_journal(out)
    if mode == "retry-failed" and told is None:
        raise _nothing_to_go_on_with(out)
    if told is None and there - {journal.FILE, _PART_OF_JOURNAL}:
        raise _not_empty(out)
    return told


def going_on(plan: Plan, told: Told | None, mode: Mode) -> Plan:
    """The plan, with the moment at which its batch began; UsageError where failed clients would get another plan."""
    if told is None:
        return plan
    now = journal.begun(plan)
    if mode == "retry-failed" and (others := told.begun.differs(now)):
        raise _other_plan(others)
    return plan if told.begun.differs(now, options=False) else replace(plan, written=told.begun.written)


def named(others: tuple[str, ...]) -> Text:
    """What a batch has otherwise, in words."""
    return Text(", ".join(_PARTS[name].en for name in others), ", ".join(_PARTS[name].fr for name in others))


def _stale(ledger: Ledger) -> Callable[[str, str], bool]:
    """Whether a file looks like one of ours, and isn't: of a client that is gone or fails now, or half written."""
    wanted = {row.named.folder: {file.name for file in row.entry.files} for row in ledger.rows.values() if row.entry}
    return lambda folder, name: bool(_OUTPUT.fullmatch(name)) and name not in wanted.get(folder, ())


def _has_batch(out: Out) -> IrccPrepError:
    return UsageError.saying(
        Text(f"There is a batch in {out.shown} already.", f"Il y a déjà un lot dans {out.shown}."),
        Text(
            "Go on with it: --resume, or --retry-failed for the clients that failed. Or give --out another folder.",
            "Poursuivez-le avec --resume, ou avec --retry-failed pour les clients en échec. Ou donnez à --out un autre "
            "répertoire.",
        ),
        id="batch-there",
    )


def _others(out: Out, source: Path) -> IrccPrepError:
    return UsageError.saying(
        Text(
            f"The batch in {out.shown} is of other clients: none of them is in {source}.",
            f"Le lot de {out.shown} concerne d’autres clients : aucun d’eux n’est dans {source}.",
        ),
        Text(
            "Check the name of the source. Or give --out another folder.",
            "Vérifiez le nom de la source. Ou donnez à --out un autre répertoire.",
        ),
        id="batch-there",
    )


def _left_out(source: Path, count: int) -> IrccPrepError:
    return UsageError.saying(
        Text(
            f"Clients that this batch made aren’t in {source}: {count}.",
            f"Des clients que ce lot a traités ne sont pas dans {source} : {count}.",
        ),
        Text(
            "Give the whole source, with the clients that failed mended in it. Or, to remove what was made of those "
            "who are gone: --resume.",
            "Donnez la source entière, où les clients en échec sont corrigés. Ou, pour supprimer ce qui a été produit "
            "pour ceux qui n’y sont plus : --resume.",
        ),
        id="other-plan",
    )


def _bad_journal(out: Out) -> IrccPrepError:
    return UsageError.saying(
        Text(
            f"{out.shown / journal.FILE} is damaged, or of another version, so this batch can’t go on.",
            f"{out.shown / journal.FILE} est endommagé ou vient d’une autre version : le lot ne peut pas continuer.",
        ),
        Text("Give --out a new or empty folder.", "Donnez à --out un répertoire nouveau ou vide."),
        id="bad-journal",
    )


def _nothing_to_go_on_with(out: Out) -> IrccPrepError:
    return UsageError.saying(
        Text(f"There is no batch in {out.shown}.", f"Il n’y a pas de lot dans {out.shown}."),
        Text("Leave --retry-failed out to begin one.", "Omettez --retry-failed pour en commencer un."),
        id="no-batch",
    )


def _not_empty(out: Out) -> IrccPrepError:
    return UsageError.saying(
        Text(
            f"{out.shown} holds other files, which a batch could mix up with its own.",
            f"{out.shown} contient d’autres fichiers, avec lesquels ceux du lot pourraient se confondre.",
        ),
        Text("Give --out a new or empty folder.", "Donnez à --out un répertoire nouveau ou vide."),
        id="out-not-empty",
    )


def _other_plan(others: tuple[str, ...]) -> IrccPrepError:
    what = named(others)
    return UsageError.saying(
        Text(
            f"Something is not as it was when this batch was made: {what.en}.",
            f"Quelque chose a changé depuis que ce lot a été produit : {what.fr}.",
        ),
        Text(
            "Call it as you did then. Or, to make all clients anew: --resume.",
            "Relancez-le comme à ce moment-là. Ou, pour tout refaire, pour tous les clients : --resume.",
        ),
        id="other-plan",
    )


_PARTS: Mapping[str, Text] = {
    "day": Text("the day (--on)", "la date (--on)"),
    "tool": Text("the version of ircc-prep", "la version d’ircc-prep"),
    "pack": Text("the checklists", "les listes de contrôle"),
    "language": Text("the language", "la langue"),
    "suffix": Text("the form (--format)", "le format (--format)"),
    "date_order": Text("the order of dates (--dates)", "l’ordre des dates (--dates)"),
    "options": Text(
        "what is chosen for all clients (--lang, --brand, --with …)",
        "ce qui est choisi pour tous les clients (--lang, --brand, --with…)",
    ),
}

"""`ircc-prep calendar`: the deadlines of a case as a file that calendars import."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from ircc_prep.api.opening import Opened
from ircc_prep.cli.language import say
from ircc_prep.cli.opening import open_case, tell_unlocked
from ircc_prep.cli.options import CaseArgument, OnOption, Redact, RedactOption, Settings, day, now, opens_cases
from ircc_prep.cli.output import never_replacing, put
from ircc_prep.core.deadlines.redacted import shown_deadlines
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.redaction.redact import redacted
from ircc_prep.core.text import Text
from ircc_prep.errors import UsageError
from ircc_prep.files.companions import CALENDAR_SUFFIX, calendar_of, nameless_calendar


@opens_cases
def calendar(
    case: CaseArgument,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=say("The file to write (.ics); - for the screen.", "Le fichier à écrire (.ics); - pour l’écran."),
        ),
    ] = None,
    on: OnOption = None,
    redact: RedactOption = Redact.everything,
    *,
    settings: Settings,
) -> int:
    """Writes the calendar beside the case, or where -o says; nothing where no day lies ahead."""
    from ircc_prep.api.views import words_for
    from ircc_prep.render.calendar import calendar_text, title

    target = output or (calendar_of(case) if redact is Redact.everything else nameless_calendar(case, redact.value))
    _refuse(target, redact)
    never_replacing([case], target)
    opened = open_case(case, settings)
    true = evaluate(opened.book, opened.case, day(on))
    found = redacted(true, redact.value, opened.book)
    ahead = shown_deadlines(opened.book, true, found)
    words = words_for(opened.book, settings.language(opened.case))
    text = calendar_text(found, ahead, words, now())
    if text:
        put(text, target)
        _tell_written(opened, target, settings)
    else:
        settings.tell(_nothing(target), opened.case)
    _tell_vague([title(each, found.case, words) for each in ahead if not each.placed], opened, settings)
    return 0


def _refuse(target: Path, redact: Redact) -> None:
    if redact is Redact.log:
        raise UsageError.saying(
            Text(
                "A log gets no days, so there is no calendar for it.",
                "Un journal ne contient aucune date : il n’y a pas d’agenda pour lui.",
            ),
            Text("Leave --redact log out.", "Omettez --redact log."),
        )
    if target.suffix.lower() != CALENDAR_SUFFIX and str(target) != "-" and not _is_no_file(target):
        raise UsageError.saying(
            Text(
                f"A calendar can’t be a “{target.suffix}” file.",
                f"Un agenda ne peut pas être un fichier « {target.suffix} ».",
            ),
            Text("Give it a name that ends in .ics.", "Donnez-lui un nom qui finit par .ics."),
        )


def _is_no_file(target: Path) -> bool:
    """A device or a pipe, such as /dev/stdout."""
    return target.exists() and not target.is_file()


def _tell_written(opened: Opened, target: Path, settings: Settings) -> None:
    if str(target) == "-":
        return
    settings.tell(Text(f"The calendar: {target}", f"L’agenda : {target}"), opened.case)
    settings.tell(_ONE_EACH, opened.case)
    tell_unlocked(opened, target, settings)


def _nothing(target: Path) -> Text:
    """A calendar without an event is none (RFC 5545), so no file is made; one of another day isn't touched."""
    older = target.is_file()
    there = Text(f" {target} is as it was.", f" {target} est resté tel quel.") if older else Text("", "")
    return Text(
        "No day lies ahead that the file tells of, so nothing was written." + there.en,
        "Le dossier n’indique aucune date à venir : rien n’a été écrit." + there.fr,
    )


def _tell_vague(titles: Sequence[str], opened: Opened, settings: Settings) -> None:
    """What is known by its year alone stands on no day; the person is told which dates to look up."""
    if titles:
        lines = "".join(f"\n  {title}" for title in titles)
        text = Text(
            f"Left out, since the month isn’t known. Look these dates up:{lines}",
            f"Dates omises, car leur mois n’est pas connu. Vérifiez-les :{lines}",
        )
        settings.tell(text, opened.case)


_ONE_EACH = Text(
    "Import it into a calendar that holds no other case: the dates of a second one would take the place of the first.",
    "Importez-le dans un agenda réservé à ce dossier : les dates d’un second dossier remplaceraient celles du premier.",
)

"""`ircc-prep demo`: the whole way once, on a shipped example case."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ircc_prep.cli.language import say
from ircc_prep.cli.opening import open_case
from ircc_prep.cli.options import OnOption, Settings, day
from ircc_prep.cli.output import put
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.problems import did_you_mean, one_of
from ircc_prep.core.text import Text
from ircc_prep.errors import UsageError
from ircc_prep.files import owner_file
from ircc_prep.files.checklists import Pack
from ircc_prep.files.companions import packet_of
from ircc_prep.files.resources import folder

DEFAULT = "express-entry"


def demo(
    program: Annotated[
        str,
        typer.Argument(
            metavar="[PROGRAM]",
            help=say(
                "The example’s program.",
                "Le programme de l’exemple.",
            ),
        ),
    ] = DEFAULT,
    on: OnOption = None,
    *,
    settings: Settings,
) -> int:
    """Writes an example case into the current folder, checks it and makes its packet.

    An existing file is never overwritten.
    """
    case = _written(program, settings)
    return _shown(case, day(on), settings)


def _written(program: str, settings: Settings) -> Path:
    programs = Pack().programs()
    if program not in programs:
        raise UsageError.saying(
            Text(f"There is no example for “{program}”.", f"Il n’y a pas d’exemple pour « {program} »."),
            did_you_mean(program, programs) or one_of(programs),
        )
    example = folder("checklists") / "personas" / f"{program}.{settings.language()}.yaml"
    case = Path(f"demo-{program}.yaml")
    if case.exists():
        settings.tell(Text(f"Using the {case} that is here.", f"Le fichier {case} déjà présent est utilisé."))
    else:
        owner_file.write(case, example.read_bytes())
        settings.tell(
            Text(
                f"An example case, of invented people: {case}",
                f"Un dossier d’exemple, avec des personnes inventées : {case}",
            )
        )
    return case


def _shown(case: Path, today: date, settings: Settings) -> int:
    from ircc_prep.api.views import view
    from ircc_prep.cli.views import glyphs
    from ircc_prep.render.packet import packet_pdf
    from ircc_prep.render.press import Press
    from ircc_prep.render.terminal import check_text

    opened = open_case(case, replace(settings, quiet=True))  # invented people: who sees them matters to nobody
    built = view(evaluate(opened.book, opened.case, today), opened.book, settings.language(opened.case))
    width = min(shutil.get_terminal_size((80, 24)).columns, 100)
    put(check_text(built, width=width, color=settings.color, case_name=str(case), glyphs=glyphs(settings)))
    target = packet_of(case)
    with Press(folder("templates")) as press:
        owner_file.write(target, packet_pdf([built], folder("templates"), press=press))
    settings.tell(Text(f"The packet: {target}", f"Le document de préparation : {target}"), opened.case)
    return 0

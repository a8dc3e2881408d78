"""`ircc-prep before-you-start`: what to have at hand before the questionnaire, for somebody who has no case yet."""

import shutil
from datetime import date
from typing import Annotated

import typer

from ircc_prep.cli.language import say
from ircc_prep.cli.options import OnOption, Settings, day
from ircc_prep.cli.output import put
from ircc_prep.core.before import before_you_start as prepare
from ircc_prep.core.problems import did_you_mean, one_of
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Language, Text
from ircc_prep.errors import IrccPrepError, UsageError
from ircc_prep.files.checklists import Pack
from ircc_prep.files.wording import wording
from ircc_prep.render.before import before_text
from ircc_prep.render.words import Words

NARROWEST, WIDEST = 40, 100


def before_you_start(
    program: Annotated[
        str,
        typer.Argument(
            metavar="PROGRAM",
            help=say("A program, as `programs` lists them.", "Un programme, tel que « programs » les énumère."),
        ),
    ],
    stream: Annotated[
        str | None,
        typer.Option(
            "--stream",
            metavar="STREAM",
            help=say("Only this stream of the program.", "Seulement ce volet du programme."),
        ),
    ] = None,
    on: OnOption = None,
    *,
    settings: Settings,
) -> int:
    """Says what the questionnaire will want to know, how long it is, and what the program asks for."""
    book = Pack(settings.checklists, examples=False).load(program)
    put(told(book, stream, day(on), settings.language()))
    return 0


def told(book: Rulebook, stream: str | None, today: date, language: Language, *, in_menu: bool = False) -> str:
    """The whole text, as wide as the terminal; raises UsageError for a stream that the program doesn't have.

    `in_menu` leaves out the list of sources, and what only somebody who types commands can do.
    """
    if stream is not None and stream not in book.streams:
        raise _no_such_stream(stream, book)
    width = min(max(shutil.get_terminal_size((80, 24)).columns, NARROWEST), WIDEST)
    words, preparation = Words(wording(), language), prepare(book, stream, today)
    chosen = ["--stream", stream] if stream else []
    command = " ".join(["ircc-prep before-you-start", preparation.program, *chosen])
    return before_text(preparation, words, width, sources_by=command if in_menu else "")


def _no_such_stream(stream: str, book: Rulebook) -> IrccPrepError:
    known = list(book.streams)
    none = Text("This program has none: leave --stream out.", "Ce programme n’en a pas : omettez --stream.")
    return UsageError.saying(
        Text(f"There is no stream “{stream}”.", f"Il n’y a pas de volet « {stream} »."),
        (did_you_mean(stream, known) or one_of(known)) if known else none,
        id="no-such-stream",
    )

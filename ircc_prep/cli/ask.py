"""`ircc-prep ask`: the questionnaire, which creates or continues a case file."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

from ircc_prep.api.opening import problems_against
from ircc_prep.cli.opening import tell_concerns
from ircc_prep.cli.options import CaseArgument, Settings, day, opens_cases
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text
from ircc_prep.errors import CaseError
from ircc_prep.files import case_file
from ircc_prep.files.checklists import Pack
from ircc_prep.files.saving import Saver
from ircc_prep.files.wording import wording

INTERRUPTED = 130


@opens_cases
def ask(case: CaseArgument, *, settings: Settings) -> int:
    """Asks what is still worth asking, and saves after every answer; Ctrl-C keeps everything."""
    from ircc_prep.ask.session import run

    pack = Pack(settings.checklists, examples=False)
    books: dict[str, Rulebook] = {}

    def book_of(program: str) -> Rulebook:
        if program not in books:
            books[program] = pack.load(program)
        return books[program]

    with Saver(case, settings.keys) as save:
        data = _existing(case, save, settings, book_of, pack)
        headers = [(program, pack.header(program)) for program in pack.programs()]
        titles = [(program, header.title, header.summary) for program, header in headers]
        ending = run(
            book_of,
            titles,
            data,
            save,
            day(None),
            settings.lang or (data or {}).get("language"),
            wording(),
            accessible=settings.accessible,
            colour=settings.color,
            forget=save.forget,
        )
    if ending.saved and not settings.quiet:
        typer.echo(_what_next(case).of(ending.language), err=True)
    return INTERRUPTED if ending.interrupted else 0


def _existing(
    path: Path, save: Saver, settings: Settings, book_of: Callable[[str], Rulebook], pack: Pack
) -> dict[str, Any] | None:
    """The file's data, or None for a new case; a file with mistakes in it is refused before anything is asked."""
    if not path.exists():
        tell_concerns(path, settings, locked=False)
        return None
    file = save.load()
    tell_concerns(path, settings, file.case, locked=file.opened.lock is not None)
    problems = problems_against(file.case, book_of(file.case.program), pack)
    if problems:
        raise CaseError(*case_file.problems_placed(problems, file.source))
    return file.data


def _what_next(case: Path) -> Text:
    commands = "\n".join(f"  ircc-prep {command} {shlex.quote(str(case))}" for command in ("check", "packet", "ask"))
    return Text(
        f"Saved in {case}. Next:\n{commands}    (to go on)",
        f"Enregistré dans {case}. Ensuite :\n{commands}    (pour continuer)",
    )

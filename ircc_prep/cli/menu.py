"""`ircc-prep` alone: on a terminal a short menu, otherwise the help."""

import io
import os
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path

import typer

from ircc_prep.cli import ask, before_you_start, calendar, check, demo, packet
from ircc_prep.cli.check_outputs import Output
from ircc_prep.cli.checking import Gate
from ircc_prep.cli.language import knows_language
from ircc_prep.cli.options import Settings, day
from ircc_prep.cli.output import put
from ircc_prep.files.case_file import CASE_SUFFIXES, looks_like_one
from ircc_prep.files.checklists import Pack
from ircc_prep.render.formats.registry import Format

# Somebody who has no case here yet is offered another menu than somebody who has one.
NEWCOMER = ("start", "before", "example", "quit")
RETURNING = ("continue", "check", "packet", "calendar", "start", "before", "quit")


def menu(context: typer.Context, settings: Settings) -> int:
    """What to do, in a few words; the help where nobody can answer."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        put(context.get_help())
        return 0
    spoken = _in_a_language(settings)
    return 0 if spoken is None else _menu(spoken)


def _in_a_language(settings: Settings) -> Settings | None:
    """The settings with a language: asked for in both where neither an option nor the locale tells; None to leave."""
    if settings.lang or knows_language(os.environ):
        return settings
    from ircc_prep.ask.menu import which_language
    from ircc_prep.files.wording import wording

    chosen = which_language(wording(), accessible=settings.accessible)
    return replace(settings, lang=chosen) if chosen else None


def _menu(settings: Settings) -> int:
    """The menu, which comes back after what only shows something."""
    while True:
        cases = _cases_here()
        action = _action(cases, settings)
        if action == "before":
            _show_before(settings)
        elif action == "example":
            _read_through(lambda: demo.demo(settings=settings), settings)
        else:
            return _done(action, cases, settings)


def _action(cases: list[Path], settings: Settings) -> str | None:
    from ircc_prep.ask.menu import choose, tell
    from ircc_prep.files.wording import wording

    words, language = wording(), settings.language()
    if not cases:
        tell(["menu.welcome", "menu.private"], words, language, accessible=settings.accessible)
    options = [(action, f"menu.{action}") for action in (RETURNING if cases else NEWCOMER)]
    return choose("menu.title", options, words, language, accessible=settings.accessible)


def _done(action: str | None, cases: list[Path], settings: Settings) -> int:
    """What was chosen, done; the exit code."""
    if action in (None, "quit"):
        return 0
    if action == "start":
        name = _new_name(settings)
        return 0 if name is None else ask.ask(_case_path(name), settings=settings)
    case = cases[0] if len(cases) == 1 else _chosen(cases, settings)
    if case is None:
        return 0
    if action == "continue":
        return ask.ask(case, settings=settings)
    if action == "check":
        return _read_through(lambda: _checked(case, settings), settings)
    if action == "calendar":
        return calendar.calendar(case, settings=settings)
    return packet.packet(case, settings=settings)


def _checked(case: Path, settings: Settings) -> int:
    return check.held([case], [Output(Format.text, None)], Gate(), settings, day(None)).exit_code


def _new_name(settings: Settings) -> str | None:
    from ircc_prep.ask.menu import file_name
    from ircc_prep.files.wording import wording

    return file_name("menu.file-name", wording(), settings.language(), accessible=settings.accessible)


def _show_before(settings: Settings) -> None:
    """What to have at hand for a program or one of its streams, a screenful at a time."""
    from ircc_prep.ask.menu import choose_text, find_program, read_on
    from ircc_prep.files.wording import wording

    pack, language, words = Pack(settings.checklists, examples=False), settings.language(), wording()
    headers = [(program, pack.header(program)) for program in pack.programs()]
    programs = [(program, header.title, header.summary) for program, header in headers]
    program = find_program(programs, words, language, accessible=settings.accessible)
    if program is None:
        return
    book, stream = pack.load(program), ""
    if book.streams:
        streams = [(id, title.of(language)) for id, title in book.streams.items()]
        streams.append(("", words["menu.stream-unknown"].of(language)))
        chosen = choose_text("ask.stream.ask", streams, words, language, accessible=settings.accessible)
        if chosen is None:
            return
        stream = chosen
    text = before_you_start.told(book, stream or None, day(None), language, in_menu=True)
    read_on(text, words, language, accessible=settings.accessible)


def _read_through(show: Callable[[], int], settings: Settings) -> int:
    """What a command shows, a screenful at a time; its exit code."""
    from ircc_prep.ask.menu import read_on
    from ircc_prep.files.wording import wording

    shown = io.StringIO()
    with redirect_stdout(shown):
        code = show()
    read_on(shown.getvalue(), wording(), settings.language(), accessible=settings.accessible)
    return code


def _case_path(name: str) -> Path:
    """A case file of that name; `maria` is `maria.yaml`."""
    path = Path(name)
    return path if path.suffix.lower() in CASE_SUFFIXES else path.with_name(f"{path.name}.yaml")


def _chosen(cases: list[Path], settings: Settings) -> Path | None:
    from ircc_prep.ask.menu import choose_text
    from ircc_prep.files.wording import wording

    found = choose_text(
        "menu.which-case",
        [(str(case), case.name) for case in cases],
        wording(),
        settings.language(),
        accessible=settings.accessible,
    )
    return Path(found) if found else None


def _cases_here() -> list[Path]:
    """The case files of the current folder, locked ones too."""
    named = (path for path in sorted(Path().iterdir()) if path.suffix.lower() in CASE_SUFFIXES)
    return [path for path in named if looks_like_one(path)]

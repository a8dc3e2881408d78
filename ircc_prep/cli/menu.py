"""`ircc-prep` alone: on a terminal a short menu, otherwise the help."""

import sys
from pathlib import Path

import typer

from ircc_prep.cli import ask, check, packet
from ircc_prep.cli.options import Settings
from ircc_prep.cli.output import put
from ircc_prep.files.case_file import CASE_SUFFIXES, looks_like_one

ACTIONS = ("start", "continue", "check", "packet", "quit")


def menu(context: typer.Context, settings: Settings) -> int:
    """What to do, in a few words; the help where nobody can answer."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        put(context.get_help())
        return 0
    return _menu(settings)


def _menu(settings: Settings) -> int:
    from ircc_prep.ask.menu import choose, file_name
    from ircc_prep.files.wording import wording

    words, language = wording(), settings.language()
    cases = _cases_here()
    actions = [action for action in ACTIONS if cases or action in ("start", "quit")]
    action = choose(
        "menu.title",
        [(action, f"menu.{action}") for action in actions],
        words,
        language,
        accessible=settings.accessible,
    )
    if action in (None, "quit"):
        return 0
    if action == "start":
        name = file_name("menu.file-name", words, language, accessible=settings.accessible)
        return 0 if name is None else ask.ask(_case_path(name), settings=settings)
    case = cases[0] if len(cases) == 1 else _chosen(cases, settings)
    if case is None:
        return 0
    if action == "continue":
        return ask.ask(case, settings=settings)
    if action == "check":
        return check.check([case], settings=settings)
    return packet.packet(case, settings=settings)


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

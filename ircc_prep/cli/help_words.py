"""Groups of commands, and the words that typer itself puts into a help page, in the language of the help.

typer writes them in English alone. A formatter of our own puts ours in their place; in English it changes nothing.
"""

import re
from collections.abc import Sequence
from typing import Any

from typer.core import TyperGroup

from ircc_prep.cli.language import HELP_LANGUAGE, say
from ircc_prep.core.problems import did_you_mean, one_of
from ircc_prep.core.text import Text
from ircc_prep.errors import UsageError

_Context: Any = TyperGroup.context_class
_FRENCH = {"Commands": "Commandes", "Show this message and exit.": "Afficher cette aide."}
_EXTRA = re.compile(r"(?<=[\[ ])(default: |required(?=[\];]))")  # in brackets at the end: [default: 365; x>=1]
_EXTRAS = {"default: ": "par défaut\u00a0: ", "required": "obligatoire"}


class _Help(_Context.formatter_class):  # type: ignore[misc]
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or say("Usage: ", "Utilisation\u00a0: "))

    def write_heading(self, heading: str) -> None:
        super().write_heading(_said(heading) + say("", "\u00a0"))

    def write_dl(self, rows: Sequence[tuple[str, str]], *given: Any, **named: Any) -> None:
        super().write_dl([(name, _said(told)) for name, told in rows], *given, **named)


class _HelpContext(_Context):  # type: ignore[misc]
    formatter_class = _Help


class Group(TyperGroup):
    """A group of commands. One that doesn't exist is told of with the nearest that does."""

    context_class = _HelpContext

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is called."""
        known = self.list_commands(ctx)
        if args and args[0] not in known:
            what = Text(f"There is no command “{args[0]}”.", f"Il n’y a pas de commande «\u00a0{args[0]}\u00a0».")
            raise UsageError.saying(what, did_you_mean(args[0], known) or one_of(known), id="no-such-command")
        return super().resolve_command(ctx, args)


def speaking(command: Any) -> Any:
    """The command, with those in it, whose help is in the language of the help throughout."""
    command.context_class = _HelpContext
    for each in getattr(command, "commands", {}).values():
        speaking(each)
    return command


def _said(words: str) -> str:
    return words if HELP_LANGUAGE == "en" else _FRENCH.get(words) or _EXTRA.sub(lambda found: _EXTRAS[found[1]], words)

"""The options that every command takes, declared once, and what they come to."""

import functools
import inspect
import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from ircc_prep.cli.keyring import Keyring
from ircc_prep.cli.language import asked_for, of_locale, say
from ircc_prep.cli.output import unread
from ircc_prep.cli.settable import CONFIG
from ircc_prep.core.text import Language, Text
from ircc_prep.errors import UsageError
from ircc_prep.render.wrapping import wrap

if TYPE_CHECKING:  # pydantic stays out of `--help`
    from ircc_prep.core.case import Case


_COMMAND = re.compile(r"(?:chmod|ircc-prep) .+")
Command = TypeVar("Command", bound=Callable[..., Any])


class Lang(StrEnum):
    """The languages of the interface."""

    en = "en"
    fr = "fr"


LangOption = Annotated[
    Lang | None,
    typer.Option(
        "--lang", help=say("Language of what is said and written.", "Langue de l’affichage et des documents.")
    ),
]
ChecklistsOption = Annotated[
    Path | None,
    typer.Option(
        "--checklists",
        help=say(
            "A folder of checklists, looked up before the shipped ones.",
            "Répertoire de listes de contrôle, consultées avant celles qui sont fournies.",
        ),
    ),
]
NoColorOption = Annotated[
    bool, typer.Option("--no-color", help=say("No colour (also: NO_COLOR).", "Sans couleur (aussi : NO_COLOR)."))
]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", help=say("Only results and errors.", "Seulement les résultats et les erreurs."))
]
AccessibleOption = Annotated[
    bool,
    typer.Option(
        "--accessible",
        help=say(
            "Plain numbered lists for screen readers (also: ACCESSIBLE=1).",
            "Listes numérotées simples pour lecteurs d’écran (aussi : ACCESSIBLE=1).",
        ),
    ),
]
PassphraseFileOption = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="FILE",
        help=say(
            "Read the passphrase of a locked case from a file that is yours alone, or from /dev/fd/3.",
            "Lire la phrase de passe d’un dossier verrouillé dans un fichier à vous seul, ou dans /dev/fd/3.",
        ),
    ),
]
IdentityOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--identity",
        metavar="FILE",
        help=say(
            "Open a locked case with the secret key in this file (may be repeated).",
            "Ouvrir un dossier verrouillé avec la clé secrète de ce fichier (peut être répété).",
        ),
    ),
]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the common options and the environment come to."""

    lang: Language | None
    checklists: Path | None
    color: bool
    quiet: bool
    accessible: bool
    keys: Keyring
    told: set[str] = field(default_factory=set)  # what was said and isn't said twice

    def language(self, case: "Case | None" = None) -> Language:
        """The language to speak: as asked for, else the case's, else the locale's."""
        return self.lang or (case.language if case else None) or of_locale(os.environ)

    def tell(self, text: Text, case: "Case | None" = None) -> None:
        """A message for the person, on stderr; silent with --quiet."""
        if not self.quiet:
            with unread():
                typer.echo(_fitted(text.of(self.language(case))), err=True)

    def tell_once(self, id: str, text: Text, case: "Case | None" = None) -> None:
        """The same, once in a run for everything that has this id."""
        if id not in self.told:
            self.told.add(id)
            self.tell(text, case)


def _fitted(message: str) -> str:
    """Lines broken between words where a terminal would break them anywhere; a command stays whole, to be copied."""
    if not sys.stderr.isatty():
        return message
    width = shutil.get_terminal_size().columns - 1
    whole = _COMMAND.sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), message)
    lines = [(line.lstrip(" "), line[: len(line) - len(line.lstrip(" "))]) for line in whole.split("\n")]
    return "\n".join(part for line, indent in lines for part in wrap(line, width, indent))


def _settings(
    lang: Lang | None,
    checklists: Path | None,
    no_color: bool,
    quiet: bool,
    accessible: bool,
    passphrase_file: Path | None,
    identity: list[Path] | None,
) -> Settings:
    environment = os.environ
    color = not (no_color or accessible or environment.get("TERM") == "dumb") and sys.stdout.isatty()
    chosen: Language | None = (
        "fr" if lang == Lang.fr else "en" if lang == Lang.en else asked_for(sys.argv[1:], environment)
    )
    keys = Keyring(chosen or of_locale(environment), passphrase_file, identity or ())
    return Settings(chosen, checklists, color, quiet, accessible, keys)


_COMMON: dict[str, Any] = {
    "lang": LangOption,
    "checklists": ChecklistsOption,
    "no_color": NoColorOption,
    "quiet": QuietOption,
    "accessible": AccessibleOption,
}
_OPENING: dict[str, Any] = {"passphrase_file": PassphraseFileOption, "identity": IdentityOption}
_DEFAULTS: dict[str, Any] = {
    **dict.fromkeys((*_COMMON, *_OPENING)),
    **dict.fromkeys(("no_color", "quiet", "accessible"), False),
}


def _source(context: typer.Context, name: str) -> str:
    """Where an option's value is from: COMMANDLINE, ENVIRONMENT, DEFAULT_MAP (the file of settings) or DEFAULT."""
    source = context.get_parameter_source(name)
    return source.name if source else "DEFAULT"


def of_older_variables(environment: Mapping[str, str]) -> dict[str, Any]:
    """What the variables say that have names of their own."""
    found: dict[str, Any] = {}
    if language := asked_for((), environment):
        found["lang"] = Lang(language)
    if accessible := environment.get("ACCESSIBLE"):
        found["accessible"] = accessible != "0"
    if environment.get("NO_COLOR"):
        found["no_color"] = True
    return found


def _tell_of_file(context: typer.Context, given: Mapping[str, Any], settings: Settings) -> None:
    """Says that a file of settings is in use, where one is: its settings aren't to be seen in the call."""
    config = context.meta.get(CONFIG)
    used = {name: value for name, value in given.items() if _source(context, name) == "DEFAULT_MAP"}
    if config is not None and used and context.invoked_subcommand is None and context.info_name != "config":
        from ircc_prep.cli.configured import notice

        text, always = notice(str(config.file), used, context.command_path)
        replace(settings, quiet=settings.quiet and not always).tell(text)


def opens_cases(command: Command) -> Command:
    """Marks a command that opens case files: it takes the options that open locked ones too."""
    command.opens_cases = True  # type: ignore[attr-defined]
    return command


def with_settings(command: Callable[..., Any]) -> Callable[..., Any]:
    """A command that takes the common options too, here or before its name, and is called with `settings` made of them.

    An option that the command declares itself (`packet --lang both`) is left to it.
    """
    signature = inspect.signature(command)
    own = {name: each for name, each in signature.parameters.items() if name not in ("settings", "context")}
    common_options = _COMMON | (_OPENING if getattr(command, "opens_cases", False) else {})
    taken = {name: option for name, option in common_options.items() if name not in own}

    @functools.wraps(command)
    def run(context: typer.Context, **given: Any) -> Any:
        said = {name: value for name, value in given.items() if _source(context, name) == "COMMANDLINE"}
        before = context.find_root().obj or {}  # what was said before the command's name
        louder = of_older_variables(os.environ) | before
        for name in own.keys() & louder.keys() - said.keys():
            given[name] = own[name].default
        heard = {name: given[name] for name in common_options if name in given}
        common = {**_DEFAULTS, **heard, **louder, **{name: said[name] for name in common_options if name in said}}
        settings = _settings(**common)
        _tell_of_file(context, {name: given[name] for name in given if name not in louder}, settings)
        if "context" in signature.parameters:
            context.obj = {name: said[name] for name in common_options if name in said}
            given["context"] = context
        return command(**{name: given[name] for name in given if name not in taken}, settings=settings)

    keyword = inspect.Parameter.KEYWORD_ONLY
    parameters = [
        inspect.Parameter("context", keyword, annotation=typer.Context),
        *(parameter.replace(kind=keyword) for parameter in own.values()),
        *(inspect.Parameter(name, keyword, default=_DEFAULTS[name], annotation=each) for name, each in taken.items()),
    ]
    run.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def day(word: str | None) -> date:
    """The day given by --on, or today. Here and in `now` alone does the tool look at the clock."""
    if word is None:
        return date.today()  # noqa: DTZ011 - the applicant's own calendar day is what is meant
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise UsageError.saying(
            Text(f"“{word}” isn’t a day.", f"« {word} » n’est pas une date."),
            Text("Write it as 2026-11-22.", "Écrivez-la ainsi : 2026-11-22."),
        ) from None


def now() -> datetime:
    """The time of writing, to the second, in UTC: it tells revisions of a file apart, and decides nothing else."""
    return datetime.now(UTC).replace(microsecond=0)


OnOption = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="DATE",
        help=say(
            "Check as of this day instead of today (such as 2026-11-22).",
            "Vérifier à cette date plutôt qu’aujourd’hui (par exemple 2026-11-22).",
        ),
    ),
]


class Redact(StrEnum):
    """For whose eyes an output is."""

    everything = "self"
    consultant = "consultant"
    log = "log"


RedactOption = Annotated[
    Redact,
    typer.Option(
        "--redact",
        help=say(
            "For whose eyes: everything (self), what decides without saying whose file it is (consultant), or nothing "
            "that a person said (log).",
            "Pour qui : tout (self), ce qui compte sans dire à qui est le dossier (consultant), ou rien de ce qu’une "
            "personne a dit (log).",
        ),
    ),
]
CaseArgument = Annotated[Path, typer.Argument(metavar="CASE", help=say("The case file.", "Le fichier du dossier."))]

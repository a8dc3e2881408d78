"""`ircc-prep config`: what the options of a command come to, and where each value is from."""

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

import typer

from ircc_prep.cli.configured import defaults
from ircc_prep.cli.language import say
from ircc_prep.cli.options import Settings, of_older_variables
from ircc_prep.cli.output import put
from ircc_prep.cli.settable import (
    CONFIG,
    FROM_ENVIRONMENT,
    FROM_FILE,
    LOG,
    OLDER,
    PREFIX,
    key_of,
    look_in_environment,
    options_of,
    variable_of,
)
from ircc_prep.core.problems import Place, did_you_mean, one_of
from ircc_prep.core.text import Language, Text
from ircc_prep.errors import UsageError
from ircc_prep.files.config import Config
from ircc_prep.render.wrapping import cells

WIDEST = 100


class ListFormat(StrEnum):
    """How the options are listed."""

    text = "text"
    json = "json"


@dataclass(frozen=True, slots=True)
class Option:
    """An option as it stands without a flag: its value, and the variable or place in a file that it is from."""

    key: str
    value: Any
    variable: str | None
    place: Place | None
    settable_in: tuple[str, ...]  # "environment", "file"


def config(
    context: typer.Context,
    command: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[COMMAND]",
            help=say(
                "The command, for example “check” or “pack lint”; the options that all commands take otherwise.",
                "La commande, par exemple « check » ou « pack lint »; sinon, les options communes à toutes.",
            ),
        ),
    ] = None,
    format: Annotated[
        ListFormat, typer.Option("--format", help=say("How the options are listed.", "Format de la liste."))
    ] = ListFormat.text,
    *,
    settings: Settings,
) -> int:
    """Lists the options of a command. Without one, the whole file of settings is looked through for mistakes."""
    root, words = context.find_root(), command or []
    file: Config | None = root.meta.get(CONFIG)
    asked = _asked_for(root, words)
    found = _defaults(root, file, words)
    look_in_environment(asked, os.environ)
    inner = type(context)(asked, info_name=asked.name, default_map=found, auto_envvar_prefix=PREFIX)
    options = [
        _option(each, inner, file, words) for each in options_of(asked) if key_of(each) not in ("help", "version")
    ]
    if format is ListFormat.json:
        put(json.dumps(_data(options, file, words), ensure_ascii=False, indent=2))
    else:
        put("\n".join(_lines(options, file, words, settings.language())))
    _tell_of_unread(asked, settings)
    return 0


def _asked_for(root: Any, words: Sequence[str]) -> Any:
    """The command of that name; raises UsageError for none."""
    found = root.command
    for word in words:
        names = found.list_commands(root) if hasattr(found, "list_commands") else []
        if word not in names:
            what = Text(f"There is no command “{word}”.", f"Il n’y a pas de commande « {word} ».")
            raise UsageError.saying(what, did_you_mean(word, names) or one_of(names), id="no-such-command")
        found = found.get_command(root, word)
    if words and hasattr(found, "list_commands"):
        what = Text(
            f"“{' '.join(words)}” has several commands.", f"« {' '.join(words)} » comprend plusieurs commandes."
        )
        raise UsageError.saying(what, one_of([*(f"{words[0]} {name}" for name in found.list_commands(root))]))
    return found


def _defaults(root: Any, file: Config | None, words: Sequence[str]) -> dict[str, Any]:
    """What the file sets for the command; raises UsageError with what is wrong there and in the environment."""
    names = words[:1] or root.command.list_commands(root)
    commands = {name: root.command.get_command(root, name) for name in names}
    problems = [each for command in commands.values() for each in look_in_environment(command, os.environ)]
    found: dict[str, Any] = {}
    if file is not None:
        found, wrong = defaults(file, root.command, commands)
        problems += wrong
    if problems:
        raise UsageError(*dict.fromkeys(problems))
    for word in words:
        found = found.get(word, {})
    return found


def _option(option: Any, context: Any, file: Config | None, words: Sequence[str]) -> Option:
    value, source = option.consume_value(context, {})
    older = of_older_variables(os.environ)
    kinds = {"environment": FROM_ENVIRONMENT | OLDER.keys(), "file": FROM_FILE}
    settable_in = tuple(kind for kind, names in kinds.items() if option.name in names)
    key, variable, place = key_of(option), None, None
    if option.name in older:
        value, variable = older[option.name], OLDER[option.name]
    elif source.name == "ENVIRONMENT":
        variable = variable_of(option)
    elif source.name == "DEFAULT_MAP" and file is not None:
        place = _place(file, key, words)
    shown = option.type_cast_value(context, value) if value is not None else None
    return Option(key, shown, variable, place, settable_in)


def _place(file: Config, key: str, words: Sequence[str]) -> Place:
    """Where the file sets it: in the command's own table, or for all commands."""
    table: Any = file.table
    for word in words:
        table = table.get(word, {})
    return file.place((*words, key) if key in table else (key,))


def _lines(options: Sequence[Option], file: Config | None, words: Sequence[str], language: Language) -> list[str]:
    name = " ".join(["ircc-prep", *words])
    none = Text("no file of settings", "aucun fichier de réglages")
    heading = Text(f"{name}: {file.file if file else none.en}", f"{name}\u00a0: {file.file if file else none.fr}")
    rows = [(f"--{each.key}", _shown(each.value, language), _origin(each).of(language)) for each in options]
    first, second = (max(cells(row[at]) for row in rows) for at in (0, 1))
    second = min(second, 24)
    width = min(shutil.get_terminal_size((80, 24)).columns, WIDEST)
    lines = [heading.of(language), ""]
    for key, value, origin in rows:
        line = f"{_padded(key, first)}  {_padded(value, second)}  {origin}"
        if cells(line) > width:
            lines += [f"{_padded(key, first)}  {value}", f"{' ' * first}    {origin}"]
        else:
            lines.append(line)
    return lines


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _shown(value: Any, language: Language) -> str:
    if value is None or value == ():
        return Text("not set", "non défini").of(language)
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _origin(option: Option) -> Text:
    if option.variable:
        return Text(option.variable, option.variable)
    if option.place:
        where = f"{option.place.file}:{option.place.line}"
        return Text(where, where)
    if not option.settable_in:
        return Text("default; only with the command", "par défaut; à donner avec la commande")
    return Text("default", "par défaut")


def _data(options: Sequence[Option], file: Config | None, words: Sequence[str]) -> dict[str, Any]:
    return {
        "schema": "ircc-prep/config/1",
        "command": " ".join(words) or None,
        "file": str(file.file) if file else None,
        "options": [_entry(option) for option in options],
    }


def _entry(option: Option) -> dict[str, Any]:
    place = option.place
    origin = "environment" if option.variable else "file" if place else "default"
    return {
        "option": option.key,
        "value": list(option.value) if isinstance(option.value, tuple) else option.value,
        "from": origin,
        "variable": option.variable,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "settable_in": list(option.settable_in),
    }


def _tell_of_unread(asked: Any, settings: Settings) -> None:
    """Says which variables are set that look like an option's and aren't read."""
    read = [f"{PREFIX}_{name.upper()}" for name in sorted(FROM_ENVIRONMENT | OLDER.keys())]
    typed = {variable_of(option): key_of(option) for option in options_of(asked)}
    for name in sorted(os.environ):
        if not name.startswith(f"{PREFIX}_") or name in (*read, LOG) or not os.environ[name]:
            continue
        what = Text(f"{name} is set and isn’t read", f"{name} est définie mais n’est pas lue")
        if name in typed:
            hint = Text(
                f": --{typed[name]} is given with the command alone.",
                f"\u00a0: --{typed[name]} se donne seulement avec la commande.",
            )
        else:
            near = did_you_mean(name, read)
            hint = Text(f". {near.en}", f". {near.fr}") if near else Text(".", ".")
        settings.tell(Text(what.en + hint.en, what.fr + hint.fr))

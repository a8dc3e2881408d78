"""What a file of settings gives to options, as typer takes it; loaded only where there is such a file.

A value of the command line goes before the environment's, which goes before the file's (docs/adr/0014).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ircc_prep.cli.settable import FROM_FILE, Wrong, is_path, key_of, options_of, softens, wrong_in_file
from ircc_prep.core.problems import Problem, did_you_mean, one_of
from ircc_prep.core.text import Text
from ircc_prep.core.wording import shown
from ircc_prep.files.config import Config

Keys = tuple[str, ...]
Defaults = dict[str, Any]  # an option's name and value; a command's name and its defaults


def defaults(config: Config, root: Any, commands: Mapping[str, Any]) -> tuple[Defaults, list[Problem]]:
    """What the file sets for all commands and for these, and everything that is wrong with it, placed.

    Of commands whose options aren't known here, only the keys are looked at.
    """
    reading = _Reading(config)
    names = root.list_commands(None)
    common = reading.options(root, {key: value for key, value in config.table.items() if key not in names}, (), names)
    found = dict(common)
    for name in names:
        table = reading.table(config.table, name, ())
        if name in commands:
            found[name] = reading.command(commands[name], table, (name,), common)
        else:
            reading.keys(table, (name,))
    return found, sorted(reading.problems, key=lambda problem: problem.place.line if problem.place else 0)


def notice(file: str, used: Mapping[str, Any], command: str) -> tuple[Text, bool]:
    """That settings of a file are in use; and whether they let an output say less, so that nothing may silence it."""
    softer = [name.replace("_", "-") for name, value in used.items() if softens(name, value)]
    show = " ".join(["ircc-prep config", *command.split()[1:]])
    if softer:
        names = ", ".join(softer)
        what = Text(
            f"{file} changes what is checked or shown: {names}.",
            f"{file} change ce qui est vérifié ou montré\u00a0: {names}.",
        )
    else:
        what = Text(f"Settings from {file} are in use.", f"Les réglages du fichier {file} s’appliquent.")
    return Text(f"{what.en} To see them: {show}", f"{what.fr} Pour les voir\u00a0: {show}"), bool(softer)


@dataclass(slots=True)
class _Reading:
    """One file of settings while it is gone through."""

    config: Config
    problems: list[Problem] = field(default_factory=list)

    def command(self, command: Any, table: Mapping[str, Any], path: Keys, common: Defaults) -> Defaults:
        """What is set for a command, or for the commands in it; before what is set for all."""
        inner = getattr(command, "commands", None)
        if inner is None:
            names = {option.name for option in options_of(command)}
            own = self.options(command, table, path)
            return {name: value for name, value in common.items() if name in names} | own
        for key in table:
            if key not in inner:
                self._refuse((*path, key), _unknown(key, list(inner)))
        return {
            name: self.command(each, self.table(table, name, path), (*path, name), common)
            for name, each in inner.items()
        }

    def options(self, command: Any, table: Mapping[str, Any], path: Keys, names: Sequence[str] = ()) -> Defaults:
        """What a table sets for the options of a command; `names` are the tables that may stand in it."""
        options = {key_of(option): option for option in options_of(command)}
        settable = [key for key, option in options.items() if option.name in FROM_FILE]
        found = {}
        for key, value in table.items():
            if key in settable:
                option = options[key]
                wrong = wrong_in_file(option, value) or (self._outside(value) if is_path(option) else None)
                if wrong is None:
                    found[option.name] = self._seen_from_here(value) if is_path(option) else value
            elif key in options:
                wrong = _never(key)
            else:
                of_some = names and key.replace("-", "_") in FROM_FILE
                wrong = _not_for_all(key) if of_some else _unknown(key, [*settable, *names])
            if wrong:
                self._refuse((*path, key), wrong)
        return found

    def keys(self, table: Mapping[str, Any], path: Keys) -> None:
        """Looks at the keys of a command's table without the command: loading it takes a while."""
        known = [name.replace("_", "-") for name in sorted(FROM_FILE)]
        for key, value in table.items():
            if not isinstance(value, dict) and key not in known:
                self._refuse((*path, key), _unknown(key, known))

    def table(self, table: Mapping[str, Any], name: str, path: Keys) -> Mapping[str, Any]:
        """The table of that name; an empty one where there is none."""
        within = table.get(name, {})
        if isinstance(within, dict):
            return within
        header = ".".join(("tool", "ircc-prep", *path, name) if self.config.above else (*path, name))
        what = Text(f"{name} is a command, and needs a table.", f"{name} est une commande : il lui faut une table.")
        hint = Text(f"Write [{header}] on a line of its own.", f"Écrivez [{header}] seul sur une ligne.")
        self._refuse((*path, name), ("wrong-type", what, hint))
        return {}

    def _seen_from_here(self, value: str | list[str]) -> str | list[str]:
        """A path of the file, or several, as seen from the working directory."""
        folder = self.config.folder
        return str(folder / value) if isinstance(value, str) else [str(folder / each) for each in value]

    def _outside(self, value: str | list[str]) -> Wrong | None:
        """Whether a path leads out of the file's folder, by itself or by links."""
        try:
            folder = self.config.folder.resolve()
            paths = [value] if isinstance(value, str) else value
            inside = all((folder / each).resolve().is_relative_to(folder) for each in paths)
        except (OSError, RuntimeError, ValueError):  # links in a circle; a zero byte
            inside = False
        return None if inside else _OUTSIDE

    def _refuse(self, path: Keys, wrong: Wrong) -> None:
        id, what, hint = wrong
        self.problems.append(Problem(id, path, what, hint, self.config.place(path)))


_OUTSIDE: Wrong = (
    "outside-folder",
    Text("This path leads out of the file’s folder.", "Ce chemin mène hors du répertoire de ce fichier."),
    Text("Give it as an option of the command instead.", "Donnez-le plutôt comme option de la commande."),
)


def _unknown(key: str, known: Sequence[str]) -> Wrong:
    word = shown(key)
    what = Text(f"There is no setting “{word}” here.", f"Il n’y a pas de réglage « {word} » ici.")
    return "unknown-key", what, did_you_mean(key, list(known)) or one_of(list(known))


def _not_for_all(key: str) -> Wrong:
    what = Text(f"{key} isn’t an option of all commands.", f"{key} n’est pas une option de toutes les commandes.")
    hint = Text(
        "Write it in the table of its command, for example [check].",
        "Écrivez-la dans la table de sa commande, par exemple [check].",
    )
    return "unknown-key", what, hint


def _never(key: str) -> Wrong:
    what = Text(f"{key} can’t come from a file.", f"{key} ne peut pas venir d’un fichier.")
    hint = Text(f"Give --{key} with the command.", f"Donnez --{key} avec la commande.")
    return "not-from-file", what, hint

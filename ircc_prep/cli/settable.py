"""Which options may come from where, and whether a value that isn't typed on the command line fits (docs/adr/0014)."""

from collections.abc import Iterator, Mapping
from typing import Any

from ircc_prep.core.problems import Problem, did_you_mean, one_of
from ircc_prep.core.text import Text
from ircc_prep.core.wording import shown

# A file of settings may be somebody else's, come with a folder of cases: an option that isn't listed can't be in it.
FROM_FILE = frozenset(
    {"accessible", "baseline", "brand", "checklists", "fail_on", "fillable", "format", "jobs", "lang", "large_print"}
    | {"no_color", "only", "paper", "redact", "stale_after", "strict", "waivers", "without"}
)
# A person’s environment is their own. `lang` has its variable too, which is read elsewhere: it takes a whole locale.
FROM_ENVIRONMENT = FROM_FILE - {"lang"} | {"identity", "passphrase_file", "quiet"}
OLDER = {"accessible": "ACCESSIBLE", "lang": "IRCC_PREP_LANG", "no_color": "NO_COLOR"}  # go before IRCC_PREP_…
PREFIX = "IRCC_PREP"
LOG = f"{PREFIX}_LOG"  # no option: where the details of a bug go
CONFIG = "ircc_prep.config"  # where a call's context keeps the file of settings
# What lets an output say less or what somebody else wrote, or a check pass; not every format of the result tells so.
_ALWAYS_SOFTER = frozenset({"baseline", "brand", "checklists", "only", "waivers", "without"})
_SOFTER_LIMITS = frozenset({"blocker", "never"})
_USUAL_STALE_AFTER = 365  # days; the default of `check`

Wrong = tuple[str, Text, Text]  # a problem's id, what is wrong, what to do
_KINDS = {
    bool: Text("Write true or false, without quotes.", "Écrivez true ou false, sans guillemets."),
    int: Text("Write a whole number, without quotes.", "Écrivez un nombre entier, sans guillemets."),
    str: Text('Write text in straight quotes: "…".', 'Écrivez du texte entre guillemets droits\u00a0: "…".'),
    list: Text('Write a list of texts: ["…", "…"].', 'Écrivez une liste de textes\u00a0: ["…", "…"].'),
}


def options_of(command: Any) -> Iterator[Any]:
    """The options that a command takes."""
    yield from (each for each in command.params if each.param_type_name == "option")


def key_of(option: Any) -> str:
    """An option's name as a file of settings writes it: `fail-on`."""
    return str(max(option.opts, key=len)).removeprefix("--")


def variable_of(option: Any) -> str:
    """The environment variable of an option: `IRCC_PREP_FAIL_ON`."""
    return f"{PREFIX}_{option.name.upper()}"


def is_path(option: Any) -> bool:
    """Whether its values are files or folders."""
    return option.type.name in ("path", "file", "directory")


def softens(name: str, value: Any) -> bool:
    """Whether an output says less or something else, or a check passes more easily, by this option without a word."""
    if name == "stale_after":
        return int(value) > _USUAL_STALE_AFTER
    return name in _ALWAYS_SOFTER or (name == "fail_on" and str(value) in _SOFTER_LIMITS)


def look_in_environment(command: Any, environment: Mapping[str, str]) -> list[Problem]:
    """Lets the options of a command, and of the commands in it, look into the environment where they may.

    Gives what is wrong with the variables that are set.
    """
    command.context_settings = {**command.context_settings, "auto_envvar_prefix": PREFIX}
    problems = []
    for option in options_of(command):
        wrong = _wrong_in_environment(option, environment) if option.name in FROM_ENVIRONMENT else None
        if wrong:
            problems.append(Problem(wrong[0], (), wrong[1], wrong[2]))
        option.allow_from_autoenv = option.name in FROM_ENVIRONMENT and not wrong
        option.show_envvar = False  # one rule tells them all (docs/scripts.md)
    inner = getattr(command, "commands", {})
    return problems + [problem for each in inner.values() for problem in look_in_environment(each, environment)]


def wrong_in_file(option: Any, value: Any) -> Wrong | None:
    """What is wrong with a value of a file: TOML has kinds of values, so a number in quotes is none."""
    kind: Any = bool if option.is_flag else int if option.type.name.startswith("int") else str
    if option.multiple:
        fits = isinstance(value, list) and all(type(each) is kind for each in value)
        kind = list
    else:
        fits = type(value) is kind
    key = key_of(option)
    if not fits:
        what = Text(f"{key} holds another kind of value.", f"{key} contient une valeur d’un autre type.")
        return "wrong-type", what, _KINDS[kind]
    return _refused(option, key, value)


def _wrong_in_environment(option: Any, environment: Mapping[str, str]) -> Wrong | None:
    """What is wrong with the value of an option's variable; None too where there is none."""
    name = variable_of(option)
    value = environment.get(name)
    if not value:
        return None
    return _refused(option, name, option.type.split_envvar_value(value) if option.multiple else value)


def _refused(option: Any, name: str, value: Any) -> Wrong | None:
    """What typer has against the value, in words of ours."""
    try:
        option.type_cast_value(None, value)
    except Exception as error:
        if not hasattr(error, "format_message"):  # not one of typer's own, which have a private name
            raise
    else:
        return None
    if choices := [str(choice) for choice in getattr(option.type, "choices", ())]:
        given = [value] if isinstance(value, str) else value
        word = shown(next(each for each in given if each not in choices))
        what = Text(f"{name} can’t be “{word}”.", f"{name} ne peut pas être «\u00a0{word}\u00a0».")
        return "not-allowed", what, did_you_mean(word, choices) or one_of(choices)
    what = Text(f"{name} can’t have this value.", f"{name} ne peut pas avoir cette valeur.")
    if option.is_flag:
        return "wrong-type", what, Text("Write 1 or 0.", "Écrivez 1 ou 0.")
    least = getattr(option.type, "min", None)
    if least is None:
        return "wrong-type", what, _KINDS[int]
    return "out-of-range", what, Text(f"Write {least} or more.", f"Écrivez {least} ou plus.")

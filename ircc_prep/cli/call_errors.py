"""What is wrong with a call, as typer found it, said as we say it: in both languages, with what to do.

typer speaks English alone and keeps its errors under private names, so they are known by their class's name and by what
they carry. What was typed isn't repeated: it may be somebody's name.
"""

from collections.abc import Callable
from typing import Any

from ircc_prep.core.problems import Problem, did_you_mean, one_of
from ircc_prep.core.text import Text

_Said = tuple[Text, Text | None]  # what is wrong; what to do, where there is something better than reading the help


def problem_of(error: Any) -> Problem:
    """The problem that an error of typer's about a call stands for."""
    what, hint = _SAYING.get(type(error).__name__, _not_understood)(error)
    context = getattr(error, "ctx", None)
    command = f"{context.command_path if context else 'ircc-prep'} --help"
    look = Text(f"To see how it is called: {command}", f"Pour voir comment l’appeler\u00a0: {command}")
    return Problem("usage", (), what, hint or look)


def _no_such_option(error: Any) -> _Said:
    word = error.option_name
    known = [name for param in error.ctx.command.get_params(error.ctx) for name in param.opts if name.startswith("--")]
    what = Text(f"There is no option “{word}” here.", f"Il n’y a pas d’option «\u00a0{word}\u00a0» ici.")
    return what, did_you_mean(word, sorted(known))


def _missing(error: Any) -> _Said:
    name = _name(error)
    return Text(f"{name} is missing.", f"Il manque {name}."), None


def _value_or_none(error: Any) -> _Said:
    name = error.option_name
    if "does not take" in error.message:
        return Text(f"{name} takes no value.", f"{name} ne prend pas de valeur."), None
    return Text(f"{name} needs a value.", f"{name} a besoin d’une valeur."), None


def _bad_value(error: Any) -> _Said:
    name, type_ = _name(error), getattr(error.param, "type", None)
    what = Text(f"{name} can’t have this value.", f"{name} ne peut pas avoir cette valeur.")
    choices, least = getattr(type_, "choices", None), getattr(type_, "min", None)
    if choices:
        return what, one_of([str(getattr(each, "value", each)) for each in choices])
    if least is not None:
        return what, Text(f"Write a number, {least} or more.", f"Écrivez un nombre, {least} ou plus.")
    return what, None


def _not_understood(_error: Any) -> _Said:
    return Text("The call has words too many.", "La commande contient des mots de trop."), Text(
        "If a name has a space in it, put it in quotes.", "Si un nom contient une espace, mettez-le entre guillemets."
    )


def _name(error: Any) -> str:
    """The option, or the argument as the help calls it."""
    param = error.param
    if param is None:
        return "?"
    return str(param.opts[0] if param.opts[0].startswith("-") else param.human_readable_name.rstrip(".…"))


_SAYING: dict[str, Callable[[Any], _Said]] = {
    "NoSuchOption": _no_such_option,
    "MissingParameter": _missing,
    "BadOptionUsage": _value_or_none,
    "BadParameter": _bad_value,
}

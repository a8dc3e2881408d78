"""What to tell a person who wrote a thing of another kind: text for a number, a word for a list."""

from collections.abc import Sequence
from typing import Literal

from ircc_prep.core.problems import Path
from ircc_prep.core.text import Text
from ircc_prep.core.validation.saying import Message, named

Kind = Literal["bool", "whole", "number", "text", "list", "group", "null"]

KIND_BY_ERROR: dict[str, Kind] = {
    "bool_type": "bool", "bool_parsing": "bool",
    "int_type": "whole", "int_parsing": "whole", "int_from_float": "whole",
    "float_type": "number", "float_parsing": "number", "finite_number": "number",
    "string_type": "text", "string_sub_type": "text",
    "list_type": "list", "tuple_type": "list", "set_type": "list", "frozen_set_type": "list",
    "dict_type": "group", "model_type": "group", "model_attributes_type": "group", "dataclass_type": "group",
    "none_required": "null",
}  # fmt: skip

_KINDS: dict[Kind, Text] = {
    "bool": Text("true or false", "true ou false"),
    "whole": Text("a whole number", "un nombre entier"),
    "number": Text("a number", "un nombre"),
    "text": Text("text", "du texte"),
    "list": Text("a list", "une liste"),
    "group": Text("a group of keys", "un groupe de clés"),
    "null": Text("empty", "vide"),
}
_HOW: dict[Kind, Text] = {
    "bool": Text("Write true or false, without quotes.", "Écrivez true ou false, sans guillemets."),
    "whole": Text("Write digits only, without quotes.", "Écrivez seulement des chiffres, sans guillemets."),
    "number": Text(
        "Write digits, with a point for decimals, without quotes, units or spaces.",
        "Écrivez des chiffres, avec un point pour les décimales, sans guillemets, unités ni espaces.",
    ),
    "text": Text(
        "Put it in quotes if it looks like a number or like true or false.",
        "Mettez-le entre guillemets s’il ressemble à un nombre, ou à true ou false.",
    ),
    "list": Text(
        "Begin each entry with “- ” on a line of its own, or write [one, two].",
        "Commencez chaque élément par «\u00a0-\u00a0» sur sa propre ligne, ou écrivez [un, deux].",
    ),
    "group": Text(
        "Write “key: value” lines under it, indented, with a space after each colon.",
        "Écrivez dessous, en retrait, des lignes «\u00a0clé: valeur\u00a0», avec une espace après chaque deux-points.",
    ),
    "null": Text("Leave it out.", "N’inscrivez rien."),
}


def wrong_type(path: Path, kinds: Sequence[Kind], *, at_key: bool = False) -> Message:
    """Something of another kind was expected: one kind, or any of several."""
    wanted = list(dict.fromkeys(kinds))
    if "whole" in wanted and "number" in wanted:
        wanted.remove("whole")
    texts = [_KINDS[kind] for kind in wanted]
    either = Text(_either([text.en for text in texts], " or "), _either([text.fr for text in texts], " ou "))
    subject = named(path)
    if at_key:
        subject = Text(f"The key {subject.en}", f"La clé {subject.fr}")
    what = Text(f"{subject.en} has to be {either.en}.", f"{subject.fr} doit être {either.fr}.")
    return "wrong-type", what, _HOW[wanted[0]] if len(wanted) == 1 else _write(either)


def _either(words: Sequence[str], last: str) -> str:
    return last.join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def _write(either: Text) -> Text:
    return Text(f"Write {either.en}.", f"Écrivez {either.fr}.")

"""What to tell a person whose file holds the wrong thing. Keys and choices are shown, answers never."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from ircc_prep.core.countries import COUNTRY_CODES
from ircc_prep.core.country_slips import USUAL_SLIPS
from ircc_prep.core.problems import Path, did_you_mean, one_of
from ircc_prep.core.text import Text
from ircc_prep.core.wording import path_words, shown
from ircc_prep.core.years import out_of_range, wrong_year

Message = tuple[str, Text, Text]  # the problem's id, what is wrong, what to do
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
_WHOLE_FILE = Text("The file", "Le fichier")
_NEWER = Text(
    "Write “schema: 1”; a file of a newer version needs a newer ircc-prep.",
    "Écrivez «\u00a0schema: 1\u00a0»; un fichier plus récent demande une version plus récente d’ircc-prep.",
)
_FIVE_DIGITS = r"^\d{5}$"


def named(path: Path) -> Text:
    """The last key of a path, with the list's index where it ends in one, as the subject of a sentence."""
    if not path:
        return _WHOLE_FILE
    last_key = max((index for index, step in enumerate(path) if isinstance(step, str)), default=0)
    return quoted(path_words(path[last_key:]))


def quoted(word: str) -> Text:
    """A word in each language's quotation marks."""
    return Text(f"“{word}”", f"«\u00a0{word}\u00a0»")


def nearest(word: object, known: Sequence[str]) -> Text:
    """What to write instead of a word: the nearest known one if one is near, else all of them."""
    return _guess(word, known) or one_of(list(known))


def _guess(word: object, known: Sequence[str]) -> Text | None:
    words = list(known)
    return did_you_mean(word, words) or did_you_mean(word.lower(), words) if isinstance(word, str) else None


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


def bad_date(path: Path, given: object = None) -> Message:
    """A date that isn't one, or that no calendar has, or of a year that is another calendar's or a slip of the pen."""
    name = named(path)
    if out_of_range(given):
        return "bad-date", *wrong_year(name)
    what = Text(f"{name.en} isn’t a date.", f"{name.fr} n’est pas une date.")
    if path[-1:] == ("to",):
        return "bad-date", what, Text(
            "Write 2019, 2019-03 or 2019-03-14 (year first, a day that exists), or present.",
            "Écrivez 2019, 2019-03 ou 2019-03-14 (l’année d’abord, un jour qui existe), ou present.",
        )  # fmt: skip
    return "bad-date", what, Text(
        "Write 2019, 2019-03 or 2019-03-14: year first, a day that exists, as much as is known.",
        "Écrivez 2019, 2019-03 ou 2019-03-14\u00a0: l’année d’abord, un jour qui existe, ce que vous en savez.",
    )  # fmt: skip


def bad_country(path: Path, given: object) -> Message:
    """A country that isn't an ISO 3166 code."""
    name = named(path)
    what = Text(f"{name.en} isn’t a country code.", f"{name.fr} n’est pas un code de pays.")
    if isinstance(given, str):
        code = given.strip().upper()
        meant = code if code in COUNTRY_CODES else USUAL_SLIPS.get(code)
        word = quoted(shown(given))
        what = Text(f"{word.en} isn’t a country code.", f"{word.fr} n’est pas un code de pays.")
        if meant:
            return "bad-country", what, Text(f"Did you mean “{meant}”?", f"Vouliez-vous dire «\u00a0{meant}\u00a0»?")
    return "bad-country", what, Text(
        "Write the two capital letters of ISO 3166, such as PH, AE or CA.",
        "Écrivez les deux majuscules de la norme ISO 3166, par exemple PH, AE ou CA.",
    )  # fmt: skip


def not_allowed(path: Path, given: object, known: Sequence[str]) -> Message:
    """A word that the choice doesn't have. Several words that are near to none may be somebody's, and aren't shown."""
    name = named(path)
    if not isinstance(given, str) or (" " in given and _guess(given, known) is None):
        what = Text(f"{name.en} isn’t one of the allowed values.", f"{name.fr} n’est pas l’une des valeurs permises.")
    else:
        word = quoted(shown(given))
        what = Text(f"{name.en} can’t be {word.en}.", f"{name.fr} ne peut pas être {word.fr}.")
    return "not-allowed", what, _NEWER if path == ("schema",) else nearest(given, known)


def message(error: Mapping[str, Any], path: Path, known: Sequence[str]) -> Message:
    """The words for one of pydantic's errors that isn't about the kind of thing. `known`: the keys or words allowed."""
    context = error.get("ctx") or {}
    tell = _BY_ERROR.get(error["type"])
    if tell is not None:
        return tell(path, error.get("input"), known, context)
    name = named(path)
    return (
        "not-valid",
        Text(f"{name.en} isn’t valid here.", f"{name.fr} n’est pas valide ici."),
        Text("Compare it with the description of the format.", "Comparez avec la description du format."),
    )


_Given = Mapping[str, Any]
_Tell = Callable[[Path, object, Sequence[str], _Given], Message]


def _unknown_key(path: Path, _given: object, known: Sequence[str], _context: _Given) -> Message:
    key = str(path[-1]) if path else ""
    word = quoted(shown(key))
    what = Text(f"The key {word.en} isn’t known here.", f"La clé {word.fr} n’est pas connue ici.")
    words = ", ".join(known)
    keys = Text(f"The keys here are: {words}.", f"Les clés possibles ici\u00a0: {words}.")
    return "unknown-key", what, did_you_mean(key, list(known)) or did_you_mean(key.lower(), list(known)) or keys


def _missing_key(path: Path, _given: object, known: Sequence[str], _context: _Given) -> Message:
    word = quoted(path_words(path[-1:]))
    what = Text(f"The key {word.en} is missing.", f"La clé {word.fr} manque.")
    if known:
        words = ", ".join(known)
        return (
            "missing-key",
            what,
            Text(f"Add it, with one of: {words}.", f"Ajoutez-la, avec l’un de ces mots\u00a0: {words}."),
        )
    return "missing-key", what, Text("Add it to this group of keys.", "Ajoutez-la à ce groupe de clés.")


def _choice(path: Path, given: object, known: Sequence[str], _context: _Given) -> Message:
    return not_allowed(path, given, known)


def _date(path: Path, given: object, _known: Sequence[str], _context: _Given) -> Message:
    return bad_date(path, given)


def _day(path: Path, _given: object, _known: Sequence[str], _context: _Given) -> Message:
    name = named(path)
    what = Text(f"{name.en} isn’t a day.", f"{name.fr} n’est pas un jour.")
    return "bad-date", what, Text("Write the whole date: 2026-11-22.", "Écrivez la date complète\u00a0: 2026-11-22.")


def _country(path: Path, given: object, _known: Sequence[str], _context: _Given) -> Message:
    return bad_country(path, given)


def _control(path: Path, _given: object, _known: Sequence[str], _context: _Given) -> Message:
    name = named(path)
    what = Text(
        f"{name.en} holds an invisible control character, a line break or a tab.",
        f"{name.fr} contient un caractère de commande invisible, un saut de ligne ou une tabulation.",
    )
    return "control-character", what, Text(
        "Type the text again instead of pasting it.", "Retapez le texte au lieu de le coller."
    )  # fmt: skip


def _too_long(path: Path, _given: object, _known: Sequence[str], _context: _Given) -> Message:
    name = named(path)
    what = Text(f"{name.en} is too long.", f"{name.fr} est trop long.")
    return "too-long", what, Text("Shorten it to 2,000 characters.", "Raccourcissez-le à 2\u00a0000 caractères.")


def _too_short(path: Path, _given: object, _known: Sequence[str], _context: _Given) -> Message:
    name = named(path)
    what = Text(f"{name.en} is empty.", f"{name.fr} est vide.")
    return "too-short", what, Text("Give at least one entry.", "Donnez au moins un élément.")


def _range(path: Path, _given: object, _known: Sequence[str], context: _Given) -> Message:
    name = named(path)
    bounds = {
        "ge": Text("at least", "au moins"), "gt": Text("more than", "plus de"),
        "le": Text("at most", "au plus"), "lt": Text("less than", "moins de"),
    }  # fmt: skip
    limits = [(bounds[key], f"{value:g}") for key, value in context.items() if key in bounds]
    bound, number = limits[0] if limits else (Text("within", "dans"), "…")
    what = Text(f"{name.en} is out of range.", f"{name.fr} est hors limites.")
    return "out-of-range", what, Text(f"Write {bound.en} {number}.", f"Écrivez {bound.fr} {number}.")


def _id(path: Path, _given: object, _known: Sequence[str], _context: _Given) -> Message:
    name = named(path)
    what = Text(f"{name.en} isn’t written as an id.", f"{name.fr} n’est pas écrit comme un identifiant.")
    return "bad-id", what, Text(
        "Use lower-case letters a to z, digits and hyphens, beginning with a letter or digit, up to 40 in all.",
        "Utilisez des minuscules de a à z, des chiffres et des traits d’union, en commençant par une lettre "
        "ou un chiffre, 40 au plus.",
    )  # fmt: skip


def _pattern(path: Path, given: object, known: Sequence[str], context: _Given) -> Message:
    name = named(path)
    what = Text(f"{name.en} isn’t written as it should be.", f"{name.fr} n’est pas écrit comme il le faut.")
    pattern = str(context.get("pattern", ""))
    if pattern == _FIVE_DIGITS:
        hint = Text("Write five digits, such as 31301.", "Écrivez cinq chiffres, par exemple 31301.")
        return "bad-form", what, hint
    if re.search(r"_\]|_\w*\]", pattern):
        return "bad-id", _id(path, given, known, context)[1], Text(
            "Write group.name: lower-case letters, digits and underscores, with a point between.",
            "Écrivez groupe.nom\u00a0: minuscules, chiffres et traits de soulignement, avec un point entre les deux.",
        )  # fmt: skip
    if "[" in pattern and "-" in pattern:
        return _id(path, given, known, context)
    return "bad-form", what, Text(f"It has to match {pattern}.", f"Il doit correspondre à {pattern}.")


def _language(path: Path, _given: object, _known: Sequence[str], _context: _Given) -> Message:
    name = named(path)
    what = Text(f"{name.en} isn’t a language code.", f"{name.fr} n’est pas un code de langue.")
    return "bad-language", what, Text(
        "Write a BCP 47 code, such as en, fr, ar or zh-Hant.",
        "Écrivez un code BCP 47, par exemple en, fr, ar ou zh-Hant."
    )  # fmt: skip


def _bilingual(path: Path, _given: object, _known: Sequence[str], _context: _Given) -> Message:
    name = named(path)
    what = Text(f"{name.en} has to be the pair en and fr.", f"{name.fr} doit être la paire en et fr.")
    return "not-bilingual", what, Text("Write {en: …, fr: …}.", "Écrivez {en: …, fr: …}.")


def _translation(path: Path, _given: object, _known: Sequence[str], _context: _Given) -> Message:
    name = named(path)
    what = Text(f"{name.en} lacks one of its two languages.", f"Il manque à {name.fr} une de ses deux langues.")
    return "translation-missing", what, Text("Write both en and fr.", "Écrivez en et fr, les deux.")


_BY_ERROR: dict[str, _Tell] = {
    "extra_forbidden": _unknown_key, "invalid_key": _unknown_key, "missing": _missing_key,
    "literal_error": _choice, "enum": _choice, "union_tag_invalid": _choice,
    "partial_date": _date, "not_a_day": _day, "country": _country, "language_tag": _language,
    "control_character": _control, "bad_id": _id, "string_pattern_mismatch": _pattern,
    "too_long": _too_long, "string_too_long": _too_long, "too_short": _too_short, "string_too_short": _too_short,
    "greater_than_equal": _range, "greater_than": _range, "less_than_equal": _range, "less_than": _range,
    "not_bilingual": _bilingual, "translation_missing": _translation,
}  # fmt: skip

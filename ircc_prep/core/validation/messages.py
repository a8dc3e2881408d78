"""The words for pydantic's errors, but for those about the kind of thing. Keys and choices are shown, answers never."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ircc_prep.core.problems import Path
from ircc_prep.core.text import Text
from ircc_prep.core.validation.saying import Message, guess, named, quoted
from ircc_prep.core.validation.values import bad_country, bad_date, not_allowed
from ircc_prep.core.wording import path_words, shown

_FIVE_DIGITS = r"^\d{5}$"
_LIKE_A_KEY = re.compile(r"[a-z][a-z0-9_.-]{0,39}")


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
    """A key that isn't one. It is shown where it is written like one, or is near one: a slip makes keys of answers."""
    key = str(path[-1]) if path else ""
    meant = guess(key, known)
    what = Text("There is a key here that isn’t known.", "Il y a ici une clé qui n’est pas connue.")
    if meant or _LIKE_A_KEY.fullmatch(key):
        word = quoted(shown(key))
        what = Text(f"The key {word.en} isn’t known here.", f"La clé {word.fr} n’est pas connue ici.")
    words = ", ".join(known)
    keys = Text(f"The keys here are: {words}.", f"Les clés possibles ici\u00a0: {words}.")
    return "unknown-key", what, meant or keys


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

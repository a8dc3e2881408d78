"""What a person reads, always in both official languages."""

import re
from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = ("en", "fr")
# Canadian French sets a no-break space before a colon, inside quotation marks, and before $ and %; none before ; ? !
_FRENCH_SPACE = re.compile(
    r"(?<=«) | (?=»)| (?=:(?:\s|$))|(?<=\d) (?=[$%])|(?<=\d) (?=\d{3}(?!\d))"
    r"|(?<=\d) (?=h\b)|(?<=\d h) (?=\d)"  # 8 h 30
)

_ARTICLE = "le "
# Y before a vowel is a consonant: « de Yanis », but « d’Yves ».
_VOWEL = re.compile("[aeiouàâäæéèêëîïôöœùûü]|y(?![aeiou])", re.IGNORECASE)


def typeset(french: str) -> str:
    """French with no-break spaces where Canadian typography wants them, so that authors may write plain ones."""
    return _FRENCH_SPACE.sub("\N{NO-BREAK SPACE}", french)


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or paragraph in English and in French."""

    en: str
    fr: str

    def of(self, language: Language) -> str:
        """The text in the language asked for, French with its no-break spaces."""
        return typeset(self.fr) if language == "fr" else self.en

    def format(self, **names: str) -> "Text":
        """Both languages with `{name}` placeholders filled; a placeholder without a value stays as it is."""
        return Text(_fill(self.en, names), _fill(_elided(self.fr, names), names))


def same(word: str) -> Text:
    """A word that is the same in both languages: a name, a code, a number."""
    return Text(word, word)


def _elided(french: str, names: dict[str, str]) -> str:
    """« d’Amina », « qu’Ana »: before a name that begins with a vowel; whether an h is silent can't be told.

    « du conjoint »: before a role, which unlike a name has an article.
    """
    for name, value in names.items():
        if value.startswith(_ARTICLE):
            behind_du = _each_with_de(value).replace("\\", r"\\")
            french = re.sub(rf"\b([Dd])e \{{{name}\}}", rf"\1u {behind_du}", french)
        if _VOWEL.match(value):
            french = re.sub(rf"\b([Dd]|[Qq]u)e (?=\{{{name}\}})", r"\1’", french)
    return french


def _each_with_de(roles: str) -> str:
    """What stands behind « du »: « demandeur principal, du conjoint et de l’enfant 1 »."""
    return re.sub(r"(, | et )(?=l’)", r"\1de ", re.sub(r"(, | et )le ", r"\1du ", roles.removeprefix(_ARTICLE)))


def _fill(template: str, names: dict[str, str]) -> str:
    # str.format would let a checklist reach attributes ({person.__class__}); plain replacement can't. It is done in one
    # pass: what is filled in may hold braces of its own.
    return re.sub(r"\{([^{}]*)\}", lambda found: names.get(found[1], found[0]), template)

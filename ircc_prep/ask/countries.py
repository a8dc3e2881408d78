"""Names of countries and languages in both official languages, and finding one by any part of its name."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache

from ircc_prep.core.countries import COUNTRY_CODES
from ircc_prep.core.text import LANGUAGES, Language

# What people type and Babel's data don't say.
_ALSO: Mapping[str, tuple[str, ...]] = {
    "AE": ("UAE", "Emirates", "Dubai", "EAU", "Abu Dhabi"),
    "BA": ("Bosnia",),
    "CD": ("DRC", "RDC", "Zaire", "Democratic Republic of Congo", "République démocratique du Congo"),
    "CG": ("Republic of the Congo", "République du Congo"),
    "CI": ("Ivory Coast",),
    "CN": ("People’s Republic of China", "Mainland China"),
    "CV": ("Cape Verde",),
    "CZ": ("Czech Republic", "République tchèque"),
    "DE": ("Deutschland",),
    "GB": (
        "UK", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland",
        "Angleterre", "Grande-Bretagne", "Écosse",
    ),
    "HK": ("Hong Kong",),
    "KP": ("North Korea", "DPRK"),
    "KR": ("South Korea", "Korea", "Corée"),
    "MK": ("Macedonia", "Macédoine"),
    "MM": ("Burma", "Birmanie"),
    "NL": ("Holland", "Hollande"),
    "PS": ("Palestine", "Gaza", "West Bank", "Cisjordanie"),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "TR": ("Turkey",),
    "TW": ("Republic of China",),
    "US": ("USA", "United States of America", "America", "États-Unis d’Amérique", "Amérique", "ÉU"),
    "VA": ("Holy See", "Saint-Siège"),
}  # fmt: skip


def folded(words: str) -> str:
    """Letters and digits alone, without accents or capitals: what two spellings of a name have in common."""
    plain = unicodedata.normalize("NFKD", words.replace("œ", "oe").replace("Œ", "oe")).casefold()
    kept = "".join(letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter))
    return " ".join(kept.split())


class Names:
    """Codes and everything that they are called."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self.by_code = {
            code: tuple(dict.fromkeys(folded(name) for name in (code, *called))) for code, called in names.items()
        }

    def find(self, typed: str) -> Sequence[str]:
        """The codes that the words may mean: one that is certain, or several to choose from, nearest first; or none."""
        words = folded(typed)
        if not words:
            return ()
        exact = [code for code, called in self.by_code.items() if words in called]
        if exact:
            return exact
        beginning = self._where(lambda name: name.startswith(words))
        if len(beginning) == 1:
            return beginning
        inside = self._where(lambda name: words in name)
        return list(dict.fromkeys([*beginning, *inside]))

    def near(self, typed: str) -> Sequence[str]:
        """The codes whose names look like a misspelt one."""
        every = {name: code for code, called in self.by_code.items() for name in called[1:]}
        close = get_close_matches(folded(typed), list(every), n=4, cutoff=0.7)
        return list(dict.fromkeys(every[name] for name in close))

    def _where(self, fits: Callable[[str], bool]) -> list[str]:
        return [code for code, called in self.by_code.items() if any(fits(name) for name in called[1:])]


@cache
def names(language: Language) -> Mapping[str, str]:
    """Every country's name in a language, by its code."""
    from babel import Locale

    known = Locale(language, "CA").territories
    return {code: str(known.get(code, code)) for code in COUNTRY_CODES}


@cache
def language_names(language: Language) -> Mapping[str, str]:
    """Every language's name in a language, by its two- or three-letter code."""
    from babel import Locale

    return {tag: str(name) for tag, name in Locale(language, "CA").languages.items() if tag.isalpha() and tag.islower()}


@cache
def countries() -> Names:
    """Every country, by its names in both languages and what else people call it."""
    official = {code: [names(language)[code] for language in LANGUAGES] for code in sorted(COUNTRY_CODES)}
    return Names({code: [*called, *_ALSO.get(code, ())] for code, called in official.items()})


@cache
def languages() -> Names:
    """Every language, by its names in both official ones."""
    tags = sorted(set(language_names("en")) & set(language_names("fr")))
    return Names({tag: [language_names(language)[tag] for language in LANGUAGES] for tag in tags})

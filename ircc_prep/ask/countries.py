"""Names of countries and languages in both official languages, and finding one by any part of its name."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache

from ircc_prep.ask.country_words import COUNTRIES_ALSO, DIVIDED, LANGUAGES_ALSO
from ircc_prep.core.countries import COUNTRY_CODES
from ircc_prep.core.text import LANGUAGES, Language

_BEFORE_A_NAME = re.compile(r"^(?:the|le|la|les|l|former|formerly|ex|ancien|ancienne) ")


def folded(words: str) -> str:
    """Letters and digits alone, without accents or capitals: what two spellings of a name have in common."""
    plain = unicodedata.normalize("NFKD", words.replace("œ", "oe").replace("Œ", "oe")).casefold()
    kept = "".join(letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter))
    return " ".join(kept.split())


class Names:
    """Codes and everything that they are called. `shared` are whole names that stand for several codes."""

    def __init__(self, names: Mapping[str, Iterable[str]], shared: Mapping[str, Sequence[str]] | None = None) -> None:
        self.by_code = {
            code: tuple(dict.fromkeys(folded(name) for name in (code, *called))) for code, called in names.items()
        }
        self.shared = {folded(name): tuple(codes) for name, codes in (shared or {}).items()}

    def find(self, typed: str) -> Sequence[str]:
        """The codes that the words may mean: one that is certain, or several to choose from, nearest first; or none."""
        words = folded(typed)
        found = self._find(words)
        while not found and (shorter := _BEFORE_A_NAME.sub("", words)) != words:
            words = shorter
            found = self._find(words)
        return found

    def successors(self, typed: str) -> Sequence[str]:
        """The codes of a name that stands for several, where that is all it stands for."""
        words = folded(typed)
        return self.shared.get(words) or self.shared.get(_BEFORE_A_NAME.sub("", words), ())

    def _find(self, words: str) -> Sequence[str]:
        if not words:
            return ()
        if words in self.shared:
            return self.shared[words]
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
    """Every country, by its names in both languages and what else people call it, or what it was a part of."""
    official = {code: [names(language)[code] for language in LANGUAGES] for code in sorted(COUNTRY_CODES)}
    shared = {name: codes for called, codes in DIVIDED for name in called}
    return Names({code: [*called, *COUNTRIES_ALSO.get(code, ())] for code, called in official.items()}, shared)


@cache
def languages() -> Names:
    """Every language, by its names in both official ones."""
    tags = sorted(set(language_names("en")) & set(language_names("fr")))
    official = {tag: [language_names(language)[tag] for language in LANGUAGES] for tag in tags}
    return Names({tag: [*called, *LANGUAGES_ALSO.get(tag, ())] for tag, called in official.items()})

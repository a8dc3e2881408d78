"""Which language to speak: asked for, then the environment, then the case, then the locale."""

import os
import sys
from collections.abc import Mapping, Sequence

from ircc_prep.core.text import Language, Text

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def asked_for(arguments: Sequence[str], environment: Mapping[str, str]) -> Language | None:
    """The language named by --lang or IRCC_PREP_LANG; None where neither does."""
    for index, argument in enumerate(arguments):
        named = argument.removeprefix("--lang=") if argument.startswith("--lang=") else None
        if argument == "--lang" and index + 1 < len(arguments):
            named = arguments[index + 1]
        if found := _language(named):
            return found
    return _language(environment.get("IRCC_PREP_LANG"))


def of_locale(environment: Mapping[str, str]) -> Language:
    """The language of the terminal's locale; English where it is neither of ours."""
    for variable in _LOCALE_VARIABLES:
        if environment.get(variable):
            return "fr" if environment[variable].lower().startswith("fr") else "en"
    return "en"


def knows_language(environment: Mapping[str, str]) -> bool:
    """Whether the locale names one of our languages; a locale that says nothing (`C`, `POSIX`) doesn't."""
    found = next((environment[variable] for variable in _LOCALE_VARIABLES if environment.get(variable)), "")
    return _language(found) is not None


def _language(word: str | None) -> Language | None:
    if word is None or word[:2].lower() not in ("en", "fr"):
        return None
    return "fr" if word[:2].lower() == "fr" else "en"


# Help texts are written when the commands are declared, before any option is read: so this is settled first.
HELP_LANGUAGE: Language = asked_for(sys.argv[1:], os.environ) or of_locale(os.environ)


def say(en: str, fr: str) -> str:
    """One of two texts, in the language of the help."""
    return Text(en, fr).of(HELP_LANGUAGE)

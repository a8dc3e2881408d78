"""What a Python program chooses, checked when it runs: type checkers aren't everywhere."""

import os
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Literal, TypeVar, get_args

from ircc_prep.core.case import Case
from ircc_prep.core.problems import did_you_mean, one_of
from ircc_prep.core.result import Audience
from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.errors import UsageError
from ircc_prep.render.look import Look, Paper

StrPath = str | os.PathLike[str]
Form = Literal["pdf", "html", "md", "txt"]
OutputLanguage = Literal["en", "fr", "both"]
Word = TypeVar("Word", bound=str)


def chosen(option: str, word: Word, kind: object) -> Word:
    """The word, if it is one of those that a `Literal` has; raises UsageError, which names the option."""
    known = list(get_args(kind))
    if word not in known:
        raise UsageError.saying(
            Text(f"“{word}” is no {option}.", f"« {word} » n’est pas une valeur de {option}."),
            did_you_mean(str(word), known) or one_of(known),
        )
    return word


def day_of(on: date | None) -> date:
    """The day of a check; None is today, the only time at which the library looks at the clock."""
    if on is None:
        return date.today()  # noqa: DTZ011 - the applicant's own calendar day is what is meant
    return on.date() if isinstance(on, datetime) else on


def language_of(lang: Language | None, case: Case | None = None) -> Language:
    """As chosen, else the case's own, else English: a library doesn't look at the locale of its process."""
    if lang is not None:
        return chosen("lang", lang, Language)
    return (case.language if case else None) or "en"


def languages_of(lang: OutputLanguage | None, case: Case) -> Sequence[Language]:
    """The languages of an output that can be in both."""
    if lang is None:
        return (language_of(None, case),)
    return LANGUAGES if lang == "both" else (language_of(lang),)


def audience_of(redact: Audience) -> Audience:
    """For whose eyes an output is; raises UsageError."""
    return chosen("redact", redact, Audience)


def look_of(paper: Paper, *, large_print: bool, fillable: bool) -> Look:
    """How a packet or letter is laid out; raises UsageError for a paper that there isn't."""
    return Look(chosen("paper", paper, Paper), large_print, fillable)


def names(given: str | Sequence[str]) -> Sequence[str]:
    """Several names, or a single one, which is a sequence of letters too."""
    return (given,) if isinstance(given, str) else tuple(given)


def path_of(given: StrPath | None) -> Path | None:
    """The path that was given, if one was."""
    return None if given is None else Path(given)

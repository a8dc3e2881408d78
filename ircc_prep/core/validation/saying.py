"""Naming things in a message: a key, a word of somebody's, the nearest word that is known. Answers are never shown."""

from collections.abc import Sequence

from ircc_prep.core.problems import Path, did_you_mean, one_of
from ircc_prep.core.text import Text
from ircc_prep.core.wording import path_words

Message = tuple[str, Text, Text]  # the problem's id, what is wrong, what to do

_WHOLE_FILE = Text("The file", "Le fichier")


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
    return guess(word, known) or one_of(list(known))


def guess(word: object, known: Sequence[str]) -> Text | None:
    """The nearest known word, if one is near; as it is written, or in lower case."""
    words = list(known)
    return did_you_mean(word, words) or did_you_mean(word.lower(), words) if isinstance(word, str) else None

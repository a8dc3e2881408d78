"""What a bare word in YAML means here: the 1.2 core types, and no surprises. `NO`, `yes`, `1:30` and `007` are text."""

import math
import re
from datetime import date

Scalar = str | int | float | bool | None

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_LONGEST_NUMBER = 100

# YAML 1.1 has these words for true and false too, though PyYAML doesn't read the single letters so.
_WORDS_OF_1_1 = frozenset({"y", "Y", "n", "N"})
_DATE_LENGTH = len("2019-03-14")


def meaning(word: str) -> Scalar:
    """The value that an unquoted word stands for; raises ValueError for a number that is too long or isn't finite."""
    if word in _NULL:
        return None
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    if _DECIMAL.fullmatch(word):
        return int(_short(word))
    if _OTHER_BASE.fullmatch(word):
        return int(_short(word), 0)
    if _FLOAT.fullmatch(word):
        number = float(_short(word))
        if math.isfinite(number):
            return number
        raise ValueError
    if _NOT_FINITE.fullmatch(word):
        raise ValueError
    return word


def is_text(word: str) -> bool:
    """Whether an unquoted word stands for itself, here and with the other readers of booleans in YAML 1.1."""
    try:
        return isinstance(meaning(word), str) and word not in _WORDS_OF_1_1
    except ValueError:
        return False


def is_day(word: str) -> bool:
    """Whether the word is a full date: plain in a case file, though readers of YAML 1.1 make a date of it."""
    try:
        return len(word) == _DATE_LENGTH and str(date.fromisoformat(word)) == word
    except ValueError:
        return False


def written(value: Scalar) -> str:
    """The word for a value that isn't text; every reader of YAML reads the same value back."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError
        words = repr(value)
        # YAML 1.1 sees a number in 1.0e+16 only, YAML 1.2 in 1e+16 too.
        return words.replace("e", ".0e", 1) if "e" in words and "." not in words else words
    return _short(str(value))


def _short(digits: str) -> str:
    # Longer ones are typing mistakes or attacks: the time to read a number grows with the square of its length.
    if len(digits) > _LONGEST_NUMBER:
        raise ValueError
    return digits

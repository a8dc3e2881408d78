"""Amounts and numbers as people write them: 15,000 and 15 000 $ and 15000.50, in either language and any figures."""

import re
import unicodedata

_SPACES = re.compile(r"[\s\u00a0\u202f'’]")
_CURRENCY = re.compile(r"(?i)\b(cad|can|dollars?)\b|ca\$|c\$|\$")
_WHOLE = re.compile(r"-?\d+|-?\d{1,3}(?:,\d{3})+|-?\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL = re.compile(r"(-?\d+)[.,](\d{1,2})")
_GROUPED = re.compile(r"(-?\d{1,3}(?:,\d{3})+)\.(\d{1,2})|(-?\d{1,3}(?:\.\d{3})+),(\d{1,2})")
LONGEST = 15
_SIGNS = str.maketrans({"٫": ".", "٬": ",", "．": ".", "，": ",", "＄": "$", "−": "-"})


def amount(typed: str) -> int | float | None:
    """An amount of money, or None. A comma before three digits groups thousands, as IRCC's pages write it.

    15.000 could be fifteen or fifteen thousand: it is no amount, so that nobody's savings shrink by a dot.
    """
    text = _SPACES.sub("", _CURRENCY.sub("", _in_western_figures(typed)))
    if not text or len(text) > LONGEST:
        return None
    if _WHOLE.fullmatch(text):
        return int(re.sub(r"[,.]", "", text))
    if match := _GROUPED.fullmatch(text):
        whole, cents = (match[1], match[2]) if match[1] else (match[3], match[4])
        return _number(re.sub(r"[,.]", "", whole), cents)
    if match := _DECIMAL.fullmatch(text):
        return _number(match[1], match[2])
    return None


def number(typed: str) -> int | float | None:
    """A plain number with a point or a comma before its decimals, or None."""
    text = _SPACES.sub("", _in_western_figures(typed))
    match = re.fullmatch(r"(-?\d{1,12})(?:[.,](\d{1,4}))?", text)
    return _number(match[1], match[2] or "") if match else None


def _in_western_figures(typed: str) -> str:
    figures = ((letter, unicodedata.decimal(letter, None)) for letter in typed.translate(_SIGNS))
    return "".join(letter if figure is None else str(figure) for letter, figure in figures)


def _number(whole: str, decimals: str) -> int | float:
    return float(f"{whole}.{decimals}") if decimals.strip("0") else int(whole)

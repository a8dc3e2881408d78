"""Names written from right to left, kept from turning round the dates and numbers that stand beside them."""

import re
from unicodedata import bidirectional

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
# A run of right-to-left words with the spaces, marks and joiners between them; never ending in a space.
_RUN = re.compile(f"[{_LETTERS}](?:[{_LETTERS}\u200c\u200d '’.-]*[{_LETTERS}])?")


def runs(text: str) -> list[tuple[bool, str]]:
    """The text in pieces; True marks those that read from right to left."""
    pieces: list[tuple[bool, str]] = []
    end = 0
    for match in _RUN.finditer(text):
        if not any(bidirectional(letter) in _RIGHT_TO_LEFT for letter in match[0]):
            continue
        if match.start() > end:
            pieces.append((False, text[end : match.start()]))
        pieces.append((True, match[0]))
        end = match.end()
    if end < len(text):
        pieces.append((False, text[end:]))
    return pieces


def isolated(text: str) -> str:
    """Plain text with Unicode isolates round its right-to-left runs. For reading only: no case file may hold them."""
    return "".join(f"{_FIRST_STRONG_ISOLATE}{piece}{_POP_ISOLATE}" if turned else piece for turned, piece in runs(text))


def without_marks(text: str) -> str:
    """What was typed or pasted, without the invisible marks that turn the reading round: no name is spelt with them."""
    return _MARKS.sub("", text)

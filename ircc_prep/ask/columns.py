"""Text broken into lines by the columns that it takes: letters of Chinese take two, and combining marks none."""

import textwrap
import unicodedata

_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"  # part of how Persian and Indian names are spelt
_NO_COLUMN = ("Mn", "Me", "Cf")


def wrapped(words: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The lines that a text takes; its own line breaks stay, and no-break spaces end no line.

    They have done their work then: as plain spaces they are neither underlined nor in the way of copying.
    """
    lines: list[str] = []
    for paragraph in words.split("\n"):
        indent = first if not lines else rest
        found = _broken(printable(paragraph), width, indent, rest)
        lines += [line.replace("\N{NO-BREAK SPACE}", " ") for line in found] or [indent.rstrip()]
    return lines


def columns(words: str) -> int:
    """How many columns of a terminal the words take."""
    return sum(map(_columns_of, words))


def printable(words: str) -> str:
    """The words without anything that a terminal would obey; a checklist may come from anybody."""
    kept = ("\N{NO-BREAK SPACE}", *_JOINERS)
    return "".join(letter if letter.isprintable() or letter in kept else " " for letter in words)


def _broken(words: str, width: int, first: str, rest: str) -> list[str]:
    if words.isascii() or columns(words) == len(words):
        return textwrap.wrap(words, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    lines, line = [], first
    for word in words.split(" "):
        for piece in _pieces(word, width - columns(rest)):
            fits = columns(line) + columns(piece) + (line not in (first, rest)) <= width
            if not fits and line not in (first, rest):
                lines.append(line)
                line = rest
            line += piece if line in (first, rest) else f" {piece}"
    return [*lines, line] if line.strip() else lines


def _pieces(word: str, width: int) -> list[str]:
    """A word, cut where it is longer than a line: Chinese is written without spaces."""
    pieces, piece = [], ""
    for letter in word:
        if columns(piece + letter) > width:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece] if piece else pieces


def _columns_of(letter: str) -> int:
    if unicodedata.category(letter) in _NO_COLUMN or "\u1160" <= letter <= "\u11ff":  # the rest of a Korean syllable
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1

"""Lines that fit a terminal: columns counted as a terminal counts them, not as Python counts letters."""

from unicodedata import category, east_asian_width

_NO_BREAK = "\N{NO-BREAK SPACE}"


def cells(text: str) -> int:
    """The columns that a text takes: two for a wide letter, none for a mark that sits on another letter."""
    return sum(_cells_of(letter) for letter in text)


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Breaks a text at spaces into lines of at most `width` columns; `first` and `rest` begin the lines.

    A word longer than a line is left whole: an address that is cut can't be copied.
    """
    follow = " " * cells(first) if rest is None else rest
    lines, line, used = [], first, cells(first)
    fresh = True
    for word in text.split(" "):
        taken = cells(word)
        if not fresh and used + 1 + taken > width:
            lines.append(line.rstrip())
            line, used, fresh = follow, cells(follow), True
        line += word if fresh else f" {word}"
        used += taken if fresh else taken + 1
        fresh = False
    lines.append(line.rstrip())
    return [line.replace(_NO_BREAK, " ") for line in lines]


def _cells_of(letter: str) -> int:
    if category(letter) in {"Mn", "Me", "Cf"} or "\u1160" <= letter <= "\u11ff":  # the rest of a Korean syllable
        return 0
    return 2 if east_asian_width(letter) in {"W", "F"} else 1

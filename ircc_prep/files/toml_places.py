"""Where each key of a TOML file stands. The reader of the standard library tells values, and not where they are.

The text is cut into its statements, and each statement is read by itself: which keys it sets is the reader's word,
where it begins is ours. That holds for any text that the reader has taken as a whole.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from ircc_prep.core.problems import Place

Keys = tuple[str, ...]
DEEPEST = 8  # settings lie less deep; what lies deeper is told of at the place of what holds it

# What may hold a bracket or the end of a line without its being one (comments, strings of four kinds), and the rest.
_PIECE = re.compile(
    r'#[^\n]*|"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\''
    r"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<end>\n)|[^#\"'\[\]{}\n]+",
    re.DOTALL,
)


def places_in(text: str, file: str) -> dict[Keys, Place]:
    r"""The place of every key and table, by its path; for what stands inside a value, that of the whole statement.

    `text` is valid TOML whose lines end in \n.
    """
    places: dict[Keys, Place] = {}
    table: Keys = ()
    for statement, line in _statements(text):
        begins = statement.lstrip(" \t")
        place = Place(file, line, len(statement) - len(begins) + 1)
        found = list(_paths(tomllib.loads(begins)))
        if begins.startswith("["):
            table = found[-1] if found else ()
            found = [table[:length] for length in range(1, len(table) + 1)]
            places[table] = place
        else:
            found = [table + path for path in found]
        for path in found:
            places.setdefault(path, place)
    return places


def _statements(text: str) -> Iterator[tuple[str, int]]:
    """The statements and the lines on which they begin: all that ends a line outside brackets and strings."""
    start, line, depth = 0, 1, 0
    for piece in _PIECE.finditer(text):
        depth += (piece["open"] is not None) - (piece["close"] is not None)
        if piece["end"] and depth == 0:
            yield text[start : piece.start()], line
            line += text.count("\n", start, piece.end())
            start = piece.end()
    yield text[start:], line


def _paths(table: Mapping[str, Any], above: Keys = ()) -> Iterator[Keys]:
    """Every path of keys, a table's before those in it. A header of a list of tables holds one empty table."""
    for key, value in table.items():
        path = (*above, key)
        yield path
        inside = value[0] if isinstance(value, list) and value and isinstance(value[0], dict) else value
        if isinstance(inside, dict) and len(path) < DEEPEST:
            yield from _paths(inside, path)

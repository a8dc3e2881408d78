"""Words from a file that a message may show: keys, codes, ids. A person's answers never come here."""

import re

from ircc_prep.core.problems import Path

LONGEST_SHOWN = 40
# What steers a terminal; and to the runner of GitHub a line that begins with `::` is a command.
_STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]|\n(?=\s*::)")


def shown(word: str) -> str:
    """A misspelt key or choice as a message may show it: short, on one line, nothing that steers a terminal."""
    plain = "".join(letter if letter.isprintable() else "\ufffd" for letter in word[: LONGEST_SHOWN + 1])
    return plain if len(plain) <= LONGEST_SHOWN else plain[:LONGEST_SHOWN] + "…"


def unsteering(text: str) -> str:
    """A text that may hold a file's name, which may be anything: what would steer a terminal or a CI is a mark."""
    return _STEERING.sub("\ufffd", text)


def path_words(path: Path) -> str:
    """A path of keys as people write it: `people[0].stays[1].from`."""
    words = ""
    for step in path:
        if isinstance(step, int):
            words += f"[{step}]"
        else:
            words += f".{shown(step)}" if words else shown(step)
    return words

"""Words from a file that a message may show: keys, codes, ids. A person's answers never come here."""

from ircc_prep.core.problems import Path

LONGEST_SHOWN = 40


def shown(word: str) -> str:
    """A misspelt key or choice as a message may show it: short, on one line, nothing that steers a terminal."""
    plain = "".join(letter if letter.isprintable() else "\ufffd" for letter in word[: LONGEST_SHOWN + 1])
    return plain if len(plain) <= LONGEST_SHOWN else plain[:LONGEST_SHOWN] + "…"


def path_words(path: Path) -> str:
    """A path of keys as people write it: `people[0].stays[1].from`."""
    words = ""
    for step in path:
        if isinstance(step, int):
            words += f"[{step}]"
        else:
            words += f".{shown(step)}" if words else shown(step)
    return words

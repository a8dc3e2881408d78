"""What a client's folder is called: readable for a consultant, safe on every file system, the same in every run.

A name may hold anything (`../../etc`, `CON`, 300 letters, an emoji), and two clients may share it. So the folder has
only the letters and digits of the name, in small letters, and a piece of the client's key, which tells clients apart
whose names look the same. The key follows from the name and from how many clients before bore it: it doesn't change
when others are added, and nothing else of a person is in it.
"""

import re
import unicodedata
from base64 import b32encode
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256

_LONGEST = 60  # bytes: whatever is put before and after it, no system's limit is met
_SHORTEST_TAIL = 6
_KEPT = frozenset("LMN")  # letters, the marks on them, numbers
_NAMELESS = "client"
_FOLDER = re.compile(rf".+--[a-z2-7]{{{_SHORTEST_TAIL},52}}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Named:
    """A client's key, which stays, and the name of its folder."""

    key: str
    folder: str


class Names:
    """Names the clients of a source, in their order."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self._taken: set[str] = set()

    def next(self, name: str) -> Named:
        """The key and the folder of the next client; no two of a source are the same, in small letters or capitals."""
        same = unicodedata.normalize("NFC", name)
        self._seen[same] += 1
        key = _key(same, self._seen[same])
        folder = next(each for each in _folders(name, key) if each not in self._taken)
        self._taken.add(folder)
        return Named(key, folder)


def is_ours(folder: str) -> bool:
    """Whether a folder has a name as clients' folders have."""
    return bool(_FOLDER.fullmatch(folder))


def _key(name: str, nth: int) -> str:
    # surrogatepass: a file's name may hold bytes that are no text
    digest = sha256(f"{name}\0{nth}".encode("utf-8", "surrogatepass")).digest()
    return b32encode(digest).decode().rstrip("=").lower()


def _folders(name: str, key: str) -> list[str]:
    """The folder's name, then ever longer ones, should another client have it."""
    return [f"{_readable(name)}--{key[:length]}" for length in range(_SHORTEST_TAIL, len(key) + 1)]


def _readable(name: str) -> str:
    letters = "".join(letter if unicodedata.category(letter)[0] in _KEPT else "-" for letter in _plain(name))
    words = re.sub("-+", "-", letters).strip("-")
    short = words.encode()[:_LONGEST].decode(errors="ignore").rstrip("-")
    return short or _NAMELESS


def _plain(name: str) -> str:
    """Small letters, those of Latin script without their accents; other scripts need their marks to be read."""
    plain: list[str] = []
    for letter in unicodedata.normalize("NFKD", name.casefold()):
        if not (unicodedata.combining(letter) and plain and plain[-1].isascii()):
            plain.append(letter)
    return unicodedata.normalize("NFC", "".join(plain))

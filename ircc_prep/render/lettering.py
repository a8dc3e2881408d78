"""How wide a word is in the packet's font, and whether a drawing may hold it at all.

WeasyPrint draws the text of an SVG letter by letter: Arabic comes apart into unjoined letters in the wrong order, and
Indian vowel signs lose their consonants. So a drawing holds Latin letters only; other names stand in the words under
it, where they are set as they should be.
"""

from unicodedata import normalize

# Upper bounds of the widths in Packet Sans, in ems: a word that is thought to fit does fit.
_NARROW, _ORDINARY, _CAPITAL, _WIDE = 0.38, 0.63, 0.79, 1.0
_NARROW_LETTERS = frozenset("iljIJft.,:;'’!()[]- ")
_WIDE_LETTERS = frozenset("mwMW@%&#—…œŒæÆ")
_HORN = "\N{COMBINING HORN}"
_LATIN_END, _ADDITIONAL, _PUNCTUATION = 0x17F, range(0x1E00, 0x1F00), frozenset("–—’‘“”…")


def drawable(text: str) -> bool:
    """Whether every letter can be drawn by itself."""
    return all(ord(letter) <= _LATIN_END or ord(letter) in _ADDITIONAL or letter in _PUNCTUATION for letter in text)


def width(text: str) -> float:
    """At most how many ems a drawable text is wide."""
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> float:
    parts = normalize("NFD", letter)
    bare = parts[0]
    if bare in _NARROW_LETTERS:
        return _NARROW
    if bare in _WIDE_LETTERS or not bare.isascii():
        return _WIDE
    return _CAPITAL if bare.isupper() or _HORN in parts else _ORDINARY

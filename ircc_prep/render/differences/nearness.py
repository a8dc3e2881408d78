"""Two long texts that differ in a few words, cut down to where they differ."""

_WORDS_AROUND = 8
_SHORT = 80  # letters: what is no longer is said whole
_LONGEST = 60  # words on either side; a page of guidance isn’t read in a list of differences


def near(old: str, new: str) -> tuple[str, str]:
    """Both texts round the words in which they differ; `…` stands for what was left out on both sides."""
    if max(len(old), len(new)) <= _SHORT:
        return old, new
    one, other = old.split(), new.split()
    least = min(len(one), len(other))
    start = next((place for place in range(least) if one[place] != other[place]), least)
    end = next((place for place in range(least - start) if one[-1 - place] != other[-1 - place]), least - start)
    first, rest = max(start - _WORDS_AROUND, 0), max(end - _WORDS_AROUND, 0)
    return _cut(one, first, rest), _cut(other, first, rest)


def _cut(words: list[str], first: int, rest: int) -> str:
    kept = words[first : len(words) - rest]
    shown = kept[:_LONGEST]
    before, after = ("… " if first else ""), (" …" if rest or len(kept) > _LONGEST else "")
    return f"{before}{' '.join(shown)}{after}"

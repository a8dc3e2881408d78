"""Texts of a checklist that are too hard to read, for the people who are to read them.

The bounds were set on the shipped texts: nineteen of twenty were easier when they were drawn. They catch what is really
hard, and leave room for the words that the law needs.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ircc_prep.core.checklist import Checklist
from ircc_prep.core.lint.reading import Reader, Reading
from ircc_prep.core.lint.texts import files_with_texts, texts
from ircc_prep.core.problems import Path, Problem
from ircc_prep.core.text import LANGUAGES, Language, Text


@dataclass(frozen=True, slots=True)
class Bounds:
    """How hard a text may be: the highest English grade, the lowest French ease, the words of a sentence."""

    grade: float
    ease: float
    words: int


QUESTIONS = Bounds(grade=10, ease=55, words=28)  # read one after the other, by everyone
OTHER_TEXTS = Bounds(grade=12, ease=50, words=35)  # read where they apply, some with the law's own words
# Names, and what only the authors of checklists read.
_PASSED_OVER = frozenset({"examples", "given", "streams", "sources", "title"})
_READ_BY_AUTHORS = frozenset({"looks_for"})
_HINT = Text(
    "One idea a sentence, everyday words, people who do things. See “Plain language” in docs/format.md.",
    "Une idée par phrase, des mots courants, des gens qui agissent. Voir « Plain language » dans docs/format.md.",
)


def hard_to_read(checklist: Checklist, read: Collection[str] = ()) -> Iterator[Problem]:
    """Every text over its bounds, but for the files that were `read` before: programs share topics and findings."""
    program = checklist.program
    own = [program.title, *program.streams.values()]
    for file, entry in files_with_texts(checklist, read):
        titles = own if file.startswith(f"{program.program}/") else []
        if topic := checklist.topics.get(file):
            titles = [*titles, *(requirement.title for requirement in topic.requirements)]
        readers = {language: Reader(language, (title.of(language) for title in titles)) for language in LANGUAGES}
        passed = _PASSED_OVER | (_READ_BY_AUTHORS if file in checklist.findings else frozenset())
        for path, text in texts(entry, (file,), passed):
            yield from _too_hard(path, text, readers)


def _too_hard(path: Path, text: Text, readers: Mapping[Language, Reader]) -> Iterator[Problem]:
    bounds = QUESTIONS if path[1] == "questions" else OTHER_TEXTS
    for language in LANGUAGES:
        reading = readers[language].read(text.en if language == "en" else text.fr)
        # A sentence that is too long comes first: cut in two, it is easier too.
        if what := _long(reading, bounds) or _hard(reading, bounds, language):
            yield Problem("hard-to-read", (*path, language), what, _HINT)


def _long(reading: Reading, bounds: Bounds) -> Text | None:
    if reading.longest <= bounds.words:
        return None
    return Text(
        f"A sentence of {reading.longest} words, at most {bounds.words} here: “{reading.sentence} …”.",
        f"Une phrase de {reading.longest} mots, au plus {bounds.words} ici : « {reading.sentence}… ».",
    )


def _hard(reading: Reading, bounds: Bounds, language: Language) -> Text | None:
    if reading.score is None:
        return None
    if language == "en" and reading.score > bounds.grade:
        return Text(
            f"Hard to read: grade {reading.score:.1f}, at most {bounds.grade:g} here.",
            f"Difficile à lire : niveau scolaire {reading.score:.1f}, au plus {bounds.grade:g} ici.".replace(
                ".", ",", 1
            ),
        )
    if language == "fr" and reading.score < bounds.ease:
        return Text(
            f"Hard to read: ease {reading.score:.0f} of 100, at least {bounds.ease:g} here.",
            f"Difficile à lire : facilité {reading.score:.0f} sur 100, au moins {bounds.ease:g} ici.",
        )
    return None

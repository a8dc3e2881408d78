"""How hard a text is to read: a grade for English, an ease for French, and the sentences that are too long.

English: the Flesch-Kincaid grade, the years of school that a reader needs. French: the reading ease of Kandel and
Moles, from 0 (hard) to 100 (easy). Names count as one short word: a program's name, a form's number, what stands in
quotation marks. So do the words of the field that no plainer word can replace without saying something else.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ircc_prep.core.lint.syllables import syllables
from ircc_prep.core.text import Language

FEWEST_WORDS = 15  # a grade of fewer words says more of the words than of the text
_NAME = "X"
# A semicolon ends what could be a sentence; so does the end of a paragraph or of a point of a list.
_SENTENCE_END = re.compile(r"(?<=[.?!…])[\s»”)]+|;\s|\n\s*\n|\n\s*-\s|^-\s")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d[\d\s.,-]*")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)[’']", re.IGNORECASE)
_MARKED = re.compile(r"\{\w+\}|“[^”]{1,80}”|«\s?[^»]{1,80}\s?»|\([A-ZÉ]{2,}\)|\bIMM\s\d+\w*|\b[A-Z]{2,}\b")
# Two or more words with a capital inside a sentence are a name: “Federal Skilled Worker Program”.
_CAPITALS = re.compile(
    r"(?<=[a-zàâéèêç,;:] )[A-ZÉÈÀ][\w’-]*(?: (?:of |and |for |de |du |des |d’|et |la |le )?[A-ZÉÈÀ][\w’-]*)*"
)
_FIELD: dict[Language, str] = {
    "en": r"immigration|permanent residen(?:ce|t)s?|temporary residents?|applications?|applicants?"
    r"|authorized representatives?|representatives?|police certificates?|certificates?|documents?"
    r"|citizenships?|citizens?|officers?|interviews?"
    r"|biometrics|common-law partners?|common-law|countr(?:y|ies)|Canada|Canadian|passports?|family members?"
    r"|inadmissib(?:le|ility)|misrepresentation|removal orders?|convictions?",
    "fr": r"immigration|résidence permanente|résidents? permanents?|résidents? temporaires?|demandes?|demandeurs?"
    r"|représentants? autorisés?|représentants?|certificats? de police|certificats?|documents?|citoyennetés?|citoyens?"
    r"|entrevues?|données biométriques|conjoints? de fait|union de fait|Canada|canadienn?e?s?|passeports?"
    r"|membres? de la famille|interdits? de territoire|interdictions? de territoire|fausses déclarations"
    r"|déclarations? de culpabilité|mesures? de renvoi",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """The measure of one text in one language. `score` is None where there are too few words to measure."""

    score: float | None
    longest: int  # the words of its longest sentence
    sentence: str  # how that sentence begins


class Reader:
    """Measures texts of one language, knowing the names that they may use."""

    def __init__(self, language: Language, names: Iterable[str] = ()) -> None:
        self.language: Language = language
        longest_first = sorted({name for name in names if name}, key=len, reverse=True)
        known = "|".join(re.escape(name) for name in longest_first)
        words = rf"(?<!\w)(?:{known + '|' if known else ''}{_FIELD[language]})(?!\w)"
        self._names = re.compile(words, re.IGNORECASE)

    def read(self, text: str) -> Reading:
        """The measure of a text."""
        sentences = [(sentence, self._words(sentence)) for sentence in _sentences(text)]
        lengths = [len(words) for _, words in sentences if words]
        if not lengths:
            return Reading(None, 0, "")
        longest, words = max(sentences, key=lambda each: len(each[1]))
        opening = " ".join(longest.split()[:6]).rstrip(".,:")
        return Reading(self._score(sentences, sum(lengths), len(lengths)), len(words), opening)

    def _score(self, sentences: list[tuple[str, list[str]]], words: int, count: int) -> float | None:
        if words < FEWEST_WORDS:
            return None
        spoken = sum(syllables(word, self.language) for _, found in sentences for word in found)
        if self.language == "fr":
            return 207 - 1.015 * words / count - 73.6 * spoken / words
        return 0.39 * words / count + 11.8 * spoken / words - 15.59

    def _words(self, sentence: str) -> list[str]:
        plain = _CAPITALS.sub(_NAME, self._names.sub(_NAME, _MARKED.sub(_NAME, sentence)))
        return [_ELISION.sub("", word) if word[0].isalpha() else _NAME for word in _WORD.findall(plain)]


def _sentences(text: str) -> list[str]:
    return [part for part in _SENTENCE_END.split(text) if part and part.strip()]

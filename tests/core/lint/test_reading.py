"""How hard a text is: syllables against words counted by hand, grades that tell plain from hard, names left out."""

import pytest

from ircc_prep.core.lint.reading import FEWEST_WORDS, Reader
from ircc_prep.core.lint.syllables import syllables
from ircc_prep.core.text import Language

ENGLISH = {
    1: "the year used care house whole fees child moved",
    2: "country passport needed given because status marriage money before trial province places letters",
    3: "family interview officer document language separated examined canada citizen divorces together visitor",
    4: "certificate application situation education immigration translated",
    5: "representative examination",
}
FRENCH = {
    1: "les date ceux faire doivent peuvent preuve juin langue chaque",
    2: "demande personne pays conjoint agent famille enfant travail voyage police emploi naissance province",
    3: "document examen formulaire visiteur envoyée résidence",
    4: "situation immigration certificat représentant",
}


def ratio(counted: dict[int, str], language: Language) -> float:
    """The syllables found, beside those counted by hand."""
    found = sum(syllables(word, language) for words in counted.values() for word in words.split())
    return found / sum(count * len(words.split()) for count, words in counted.items())


@pytest.mark.parametrize(("counted", "language"), [(ENGLISH, "en"), (FRENCH, "fr")])
def test_syllables_are_found_near_enough(counted: dict[int, str], language: Language) -> None:
    assert ratio(counted, language) == pytest.approx(1, abs=0.08)


PLAIN = "You show us the paper. We read it with you. Then we tell you what to bring on the day that you go."
HARD = (
    "The determination of admissibility necessitates consideration of all documentation previously submitted, "
    "notwithstanding contradictory representations communicated by intermediaries subsequently retained."
)
PLAIN_FR = (
    "Vous nous montrez la lettre. Nous la lisons avec vous. Puis nous vous disons ce que vous devez prendre ce jour."
)
HARD_FR = (
    "La détermination de l’admissibilité nécessite la considération de la documentation antérieurement communiquée, "
    "nonobstant les représentations contradictoires ultérieurement transmises par des intermédiaires."
)


def score(text: str, language: Language, *names: str) -> float:
    found = Reader(language, names).read(text).score
    assert found is not None
    return found


def test_a_hard_text_has_a_higher_grade_and_in_french_less_ease() -> None:
    assert score(PLAIN, "en") < 4
    assert score(HARD, "en") > 16
    assert score(PLAIN_FR, "fr") > 80
    assert score(HARD_FR, "fr") < 10


@pytest.mark.parametrize(
    "named",
    [
        "the “Intergovernmental Harmonization Memorandum”",
        "the Intergovernmental Harmonization Memorandum",
        "the intergovernmental harmonization memorandum",  # a title that the reader was told of
        "{person}",
        "the IMM 5669",
    ],
)
def test_a_name_counts_as_one_short_word(named: str) -> None:
    text = "You show us {} when you come to see us, and we read it with you on that day."
    asked = score(text.format(named), "en", "Intergovernmental harmonization memorandum")
    assert asked == pytest.approx(score(text.format("the card"), "en"), abs=1)


def test_a_word_of_the_field_counts_as_one_short_word() -> None:
    text = "You show us your {} when you come to see us, and we read it with you on that day."
    assert score(text.format("police certificate"), "en") == score(text.format("car"), "en")


def test_a_few_words_have_no_grade() -> None:
    assert Reader("en").read("Intergovernmental harmonization.").score is None
    assert Reader("en").read("word " * FEWEST_WORDS).score is not None


@pytest.mark.parametrize("end", [". ", "? ", "; ", "\n\n", "\n- "])
def test_a_sentence_ends_where_a_reader_rests(end: str) -> None:
    reading = Reader("en").read(f"one two three four{end}five six")
    assert (reading.longest, reading.sentence) == (4, "one two three four" + end.strip().strip(".-;"))


def test_a_line_that_is_only_folded_goes_on() -> None:
    assert Reader("en").read("one two three\nfour five").longest == 5


def test_a_text_without_words_is_not_hard() -> None:
    assert Reader("fr").read("…").longest == 0

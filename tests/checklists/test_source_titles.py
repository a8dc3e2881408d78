"""A title says when the page behind its address isn’t in the reader’s language: nobody should open it in vain."""

import re
from functools import cache

import pytest

from ircc_prep.core.registers import Source
from ircc_prep.core.text import Language
from ircc_prep.files.checklists import Pack

PACK = Pack()
FOREIGN = {
    "en": re.compile(r"/fra?/|/fra?$|[?&]lang=fr|francais|french"),
    "fr": re.compile(r"/eng?/|/eng?$|[?&]lang=en|english", re.IGNORECASE),
}
SAID = {
    "en": re.compile(r"[(;] ?page in (French|Chinese)\)$"),
    "fr": re.compile(r"[(;] ?page en (anglais|chinois)\)$"),
}
LOOSE = {"en": re.compile(r"\bin French\b"), "fr": re.compile(r"\ben anglais\b|\banglaise\b")}


LANGUAGES: tuple[Language, ...] = ("en", "fr")


@cache
def sources() -> dict[str, Source]:
    """Every source of the shipped checklists."""
    return {id: source for program in PACK.programs() for id, source in PACK.load(program).checklist.sources.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_in_another_language_is_announced_by_its_title(language: Language) -> None:
    foreign = [
        each.title.of(language) for each in sources().values() if FOREIGN[language].search(each.url.of(language))
    ]
    assert [title for title in foreign if not SAID[language].search(title)] == []
    assert foreign


def test_a_page_with_one_address_for_both_is_foreign_to_one_of_the_two_readers() -> None:
    alone = [each.title for each in sources().values() if each.url.en == each.url.fr]
    assert [title for title in alone if not any(SAID[each].search(title.of(each)) for each in LANGUAGES)] == []
    assert alone


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_of_a_page_is_said_once_and_in_one_form(language: Language) -> None:
    titles = [SAID[language].sub("", each.title.of(language)) for each in sources().values()]
    assert [title for title in titles if LOOSE[language].search(title)] == []

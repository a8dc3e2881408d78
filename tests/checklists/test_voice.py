"""Texts are printed by anybody: on a firm’s letter too. So none of them says “we” of those who wrote them."""

import re
from collections.abc import Iterator

import pytest

from ircc_prep.core.lint.texts import texts
from ircc_prep.core.text import Language
from ircc_prep.files.checklists import Pack

PACK = Pack()
SAID_BY_OTHERS = frozenset({"ask", "officer_may_ask", "options", "examples", "url"})
QUOTED = re.compile(r"“[^”]*”|«[^»]*»")
WE = {
    "en": re.compile(r"\b(?:[Ww]e|[Oo]urs?|us|[Oo]urselves)\b"),
    "fr": re.compile(r"\b(?:nous(?! sommes le \{today\})|notre|nos|nôtres?)\b", re.IGNORECASE),
}


def spoken(program: str, language: Language) -> Iterator[str]:
    """Everything that a program’s files say, but for what an officer or the person says, and quotations."""
    checklist = PACK.load(program).checklist
    for entry in (checklist.program, checklist.topics, checklist.findings, checklist.tables, checklist.sources):
        for _, text in texts(entry, (), SAID_BY_OTHERS):
            yield QUOTED.sub("", text.of(language))


@pytest.mark.parametrize("program", PACK.programs())
def test_no_text_speaks_for_those_who_wrote_it(program: str) -> None:
    for language in ("en", "fr"):
        assert [text for text in spoken(program, language) if WE[language].search(text)] == []

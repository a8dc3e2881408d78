"""The words of the law and of IRCC: where an English text has one, its French twin must have one that goes with it."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from pydantic import Field, StrictStr

from ircc_prep.core.checklist import Checklist
from ircc_prep.core.entry import Entry, KebabId
from ircc_prep.core.lint.texts import files_with_texts, texts
from ircc_prep.core.problems import Path, Problem
from ircc_prep.core.text import Text

_NOT_READ = frozenset({"examples", "sources", "tables"})


class Term(Entry):
    """One thing and its names. The French ones may be the beginnings of words, since French words agree."""

    en: tuple[StrictStr, ...] = Field(min_length=1)
    fr: tuple[StrictStr, ...] = Field(min_length=1)
    sources: tuple[KebabId, ...] = ()

    @cached_property
    def english(self) -> re.Pattern[str]:
        """Any of the English names as whole words."""
        return re.compile(rf"\b({'|'.join(map(re.escape, self.en))})\b", re.IGNORECASE)

    def missing_in(self, text: Text) -> bool:
        """Whether the English says the thing and the French doesn't."""
        if not self.english.search(text.en):
            return False
        french = _plain(text.fr)
        return not any(_plain(name) in french for name in self.fr)


class Glossary(Entry):
    """The file `checklists/glossary.yaml`."""

    terms: tuple[Term, ...] = ()


def glossary_problems(checklist: Checklist, terms: Sequence[Term], read: Collection[str] = ()) -> Iterator[Problem]:
    """Every text whose French doesn't have the term that its English asks for; `read` names files already read."""
    for file, entry in files_with_texts(checklist, read):
        for path, text in texts(entry, (file,), _NOT_READ):
            for term in terms:
                if term.missing_in(text):
                    yield _problem(path, term)


def _problem(path: Path, term: Term) -> Problem:
    english, french = term.en[0], ", ".join(f"« {name} »" for name in term.fr)
    return Problem(
        "glossary-term",
        path,
        Text(
            f"The English says “{english}”, and the French has none of its terms.",
            f"L’anglais dit « {english} », et le français n’a aucun des termes correspondants.",
        ),
        Text(
            f"Use one of: {french}; or change checklists/glossary.yaml.",
            f"Employez l’un de ces termes : {french}; ou modifiez checklists/glossary.yaml.",
        ),
    )


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").replace("\xa0", " ").split()).casefold()

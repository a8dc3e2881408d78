"""The rules of a SARIF run: each thing that a check may fail for, once, with where it is explained."""

import re
from dataclasses import dataclass, field
from typing import Any

from ircc_prep.core.checklist import Source
from ircc_prep.core.gate.concern import Concern
from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Language
from ircc_prep.render.formats import told
from ircc_prep.render.formats.checked import Checked
from ircc_prep.render.formats.documented import PROBLEMS, page_of
from ircc_prep.render.words import Words

_BRACKET, _ESCAPED = re.compile(r"([\[\]])"), r"\\\1"


def plain(text: str) -> str:
    """A text as SARIF's plain messages spell it: no braces taken for a placeholder, no brackets for a link."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")


class Rules:
    """Takes what raised each result, in their order, and answers with its place among the rules."""

    def __init__(self) -> None:
        self._rules: dict[str, _Rule] = {}

    def of_concern(self, checked: Checked, concern: Concern, level: str) -> int:
        """The place of the concern's rule; the official pages that it rests on are added to the rule's help."""
        if concern.id not in self._rules:
            title, about = told.rule_title(checked, concern), told.rule_description(checked, concern)
            page = page_of(concern, checked.evaluation.case.program, checked.documented)
            self._rules[concern.id] = _Rule(concern.id, title, about, page, level, checked.words)
        known = checked.evaluation.sources
        self._rules[concern.id].sources.update({id: known[id] for id in concern.sources if id in known})
        return list(self._rules).index(concern.id)

    def of_problem(self, problem: Problem, language: Language) -> int:
        """The place of the rule of case files that was broken."""
        self._rules.setdefault(problem.id, _Rule(problem.id, problem.id, problem.what.of(language), PROBLEMS, "error"))
        return list(self._rules).index(problem.id)

    def descriptors(self) -> list[dict[str, Any]]:
        """The rules, in the order of their places."""
        return [rule.descriptor() for rule in self._rules.values()]


@dataclass(slots=True)
class _Rule:
    """A rule, and what is to be read about it. `page` is a page of the documentation, with its anchor."""

    id: str
    title: str
    about: str
    page: str
    level: str
    words: Words | None = None
    sources: dict[str, Source] = field(default_factory=dict)

    def descriptor(self) -> dict[str, Any]:
        """The rule as SARIF has it. It has no helpUri: that has to be a whole address, and the pages have none."""
        return {
            "id": self.id,
            "shortDescription": {"text": plain(self.title)},
            "fullDescription": {"text": plain(self.about)},
            "defaultConfiguration": {"level": self.level},
            "help": {"text": self._help(links=False), "markdown": self._help(links=True)},
            "properties": {"documentation": self.page},
        }

    def _help(self, *, links: bool) -> str:
        if self.words is None:
            return told.paragraphs(plain(self.about), self.page)
        where = f"{self.words.label('formats.documented')} {self.page}"
        sources = (_source(source, self.words, link=links) for source in self.sources.values())
        return told.paragraphs(plain(self.about), plain(where), "\n".join(sources))


def _source(source: Source, words: Words, *, link: bool) -> str:
    title, url = plain(words.of(source.title)), words.of(source.url)
    linked = f"[{_BRACKET.sub(_ESCAPED, title)}]({url})" if link else f"{title}, {url}"
    return words.say("formats.source", source=linked, checked=words.date(source.checked))

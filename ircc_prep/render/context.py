"""What the makers of sections share: the evaluation, the words, the facts, and the numbering of sources."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from ircc_prep.core.result import Evaluation, Finding, Item
from ircc_prep.core.text import Text
from ircc_prep.render.facts import Facts
from ircc_prep.render.noticed import Point, points
from ircc_prep.render.parts import Line, LineKind
from ircc_prep.render.prose import paragraphs
from ircc_prep.render.said import filled
from ircc_prep.render.words import Words

MOST_FACTS = 4
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


class Context:
    """One view in the making.

    `numbers` are those of the sources; a source that has none gets the next one when something first rests on it. A
    view without a list of sources isn't `citing`: a number that leads nowhere helps nobody.
    """

    def __init__(
        self, evaluation: Evaluation, words: Words, numbers: Mapping[str, int] | None = None, *, citing: bool = True
    ) -> None:
        self._citing = citing
        self.evaluation = evaluation
        self.words = words
        self.facts = Facts(evaluation.case, words, evaluation.redaction)
        self.numbers: dict[str, int] = dict(numbers or {})
        self._said: set[str] = set()

    @cached_property
    def noticed(self) -> tuple[Point, ...]:
        """What an officer may notice, numbered as every section refers to it."""
        return points(self.evaluation.findings, self.facts)

    def number_of(self, finding: Finding) -> int:
        """The number of the point that a finding is part of."""
        return self._numbers_of_findings[id(finding)]

    @cached_property
    def _numbers_of_findings(self) -> Mapping[int, int]:
        return {id(finding): point.number for point in self.noticed for finding in point.findings}

    @cached_property
    def result_titles(self) -> Mapping[str, str]:
        """What each result that an answer may settle is called: items, figures, findings, the interview."""
        evaluation, words = self.evaluation, self.words
        titles = {f"finding/{finding.name}": self.finding_title(finding) for finding in evaluation.findings}
        titles |= {figure.name: words.of(figure.title) for figure in evaluation.figures}
        titles |= {item.name: self.item_title_of(item) for item in evaluation.items}
        return {**titles, "interview": words.say("line.the-interview-itself")}

    def finding_title(self, finding: Finding) -> str:
        """What a finding is called, with whose it is: “A gap in the personal history, Maria”."""
        title = self.words.of(finding.title)
        return f"{title}, {self.facts.person(finding.person)}" if finding.person else title

    def cite(self, sources: Iterable[str]) -> tuple[int, ...]:
        """The numbers of these sources in order, each counted once in the whole view."""
        if not self._citing:
            return ()
        known = [source for source in dict.fromkeys(sources) if source in self.evaluation.sources]
        return tuple(sorted(self.numbers.setdefault(source, len(self.numbers) + 1) for source in known))

    def first_time(self, text: str) -> bool:
        """Whether a paragraph is new to the reader; the next time a pointer to it is enough."""
        new = text not in self._said
        self._said.add(text)
        return new

    def prose(self, kind: LineKind, label: str | None, text: Text) -> tuple[Line, ...]:
        """A text as lines, the first with the label."""
        parts = paragraphs(self.words.of(text))
        return tuple(
            Line(kind, label if index == 0 else None, part.text, tuple(part.points)) for index, part in enumerate(parts)
        )

    def said(self, text: Text, finding: Finding) -> str:
        """A finding's sentence with its names filled."""
        return filled(text, finding.words, self.facts)

    def message(self, point: Point) -> str:
        """What a point says, and of whom else it is true."""
        return self._of_everybody(point, point.first.message)

    def opening(self, point: Point) -> str:
        """The same in its first sentence. It is cut before names are filled in: initials have full stops too."""
        whole = point.first.message
        return self._of_everybody(point, Text(_first_sentence(whole.en), _first_sentence(whole.fr)))

    def _of_everybody(self, point: Point, text: Text) -> str:
        said = self.said(text, point.first)
        if not point.others:
            return said
        others = self.words.join([self.facts.person(id) for id in point.others])
        return " ".join((said, self.words.say("line.the-same", people=others)))

    def cautions(self, confidence: str, disputed: Text | None) -> tuple[Line, ...]:
        """What is not certain about a line, said plainly."""
        words = self.words
        if disputed:
            if self.first_time(words.of(disputed)):
                return self.prose("caution", words.label("line.disputed"), disputed)
            return (Line("caution", None, words.say("line.disputed-above")),)
        return (Line("caution", None, words.say(f"line.{confidence}")),) if confidence != "high" else ()

    def prepare(self, text: Text | None, label: str = "line.prepare") -> tuple[Line, ...]:
        """How to prepare: in full once, then pointed at."""
        if text is None:
            return ()
        if self.first_time(self.words.of(text)):
            return self.prose("prepare", self.words.label(label), text)
        return (Line("prepare", None, self.words.say("line.prepare-above")),)

    def points(self, told: tuple[str, ...], most: int = MOST_FACTS, more: str = "line.more-facts") -> tuple[str, ...]:
        """Facts as points: the first few, and how many more there are."""
        if len(told) <= most + 1:
            return told
        return (*told[:most], self.words.quantity(more, len(told) - most))

    def item_title(self, item: Item) -> str:
        """The requirement, with its country or form: “Police certificate (United Arab Emirates)”."""
        detail = self.words.country(item.country) if item.country else item.form
        title = self.words.of(item.title)
        return f"{title} ({detail})" if detail and detail not in title else title

    def item_title_of(self, item: Item) -> str:
        """The same with whose it is, for lists that mix people."""
        title = self.item_title(item)
        return f"{title}, {self.facts.person(item.person)}" if item.person else title

    def whose(self, item: Item) -> str:
        """The person and country of an item, without its title: “Maria (United Arab Emirates)”."""
        person = self.facts.person(item.person) if item.person else ""
        country = self.words.country(item.country) if item.country else ""
        return f"{person} ({country})" if person and country else person or country


def _first_sentence(text: str) -> str:
    return _SENTENCE_END.split(text, maxsplit=1)[0]

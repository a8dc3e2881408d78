"""What a file of a checklist holds, in Markdown: each rule with its condition in words and its sources."""

from collections.abc import Iterable, Iterator, Mapping

from ircc_prep.core.compiled import CompiledDue, CompiledFigure, CompiledRequirement, CompiledRule
from ircc_prep.core.expressions import Compiled
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text
from ircc_prep.render.conditions import condition_words
from ircc_prep.render.words import Words


class Entries:
    """The entries of one program's checklist, as lines of Markdown, file by file."""

    def __init__(self, book: Rulebook, words: Words, programs: Mapping[str, Text]) -> None:
        """`programs` are the titles of all of them, by their ids: conditions of shared topics name them."""
        self.book, self.words = book, words
        self._titles = {**programs, **book.streams}

    def of(self, files: Iterable[str]) -> Iterator[str]:
        """What stands in these files: requirements, figures, officer questions, guidance."""
        chosen = set(files)
        requirements = [each for each in self.book.requirements if each.file in chosen]
        if requirements:
            yield f"### {self.say('requirements')}\n"
        for requirement in requirements:
            yield from self._requirement(requirement)
        for figure in self.book.figures:
            if figure.file in chosen:
                yield from self._figure(figure)
        asked = [each for each in self.book.officer_questions if each.file in chosen]
        yield from self._listed(
            "officer", [(each.question.ask, self.when(each.when), each.question.sources) for each in asked]
        )
        told = [each for each in self.book.guidance if each.file in chosen]
        said = ["; ".join(filter(None, (self.when(each.when), self._due(each.due)))) for each in told]
        pieces = [each.guidance for each in told]
        yield from self._listed(
            "guidance", [(piece.title, words, piece.sources) for piece, words in zip(pieces, said, strict=True)]
        )

    def say(self, key: str, **names: str) -> str:
        """A phrase of these pages."""
        return self.words.say(f"reference.{key}", **names)

    def text(self, text: Text) -> str:
        """A checklist's text on one line."""
        return " ".join(self.words.of(text).split())

    def cited(self, sources: Iterable[str]) -> str:
        """The ids of sources, as every line ends."""
        return f"[{', '.join(sources)}]"

    def when(self, compiled: Compiled) -> str:
        """When something applies; nothing where it always does."""
        return "" if compiled.constant else self.say("when", condition=self._condition(compiled))

    def _due(self, compiled: CompiledDue | None) -> str:
        """The last day that the calendar counts; nothing where it counts none."""
        if compiled is None:
            return ""
        when = self.when(compiled.when)
        return self.say("due", day=self._condition(compiled.day)) + (f", {when}" if when else "")

    def _listed(self, heading: str, entries: list[tuple[Text, str, tuple[str, ...]]]) -> Iterator[str]:
        if not entries:
            return
        yield f"### {self.say(heading)}\n"
        for text, said, sources in entries:
            yield f"- {self.text(text)}{f' — {said}' if said else ''} {self.cited(sources)}"
        yield ""

    def _requirement(self, compiled: CompiledRequirement) -> Iterator[str]:
        entry = compiled.requirement
        about = [self.say(f"kind.{entry.kind}") + (f" {entry.form}" if entry.form else "")]
        if compiled.person:
            about.append(self.say("for-whom", people=self._condition(compiled.person)))
        if compiled.country:
            about.append(self.say("each-country", countries=self._condition(compiled.country)))
        yield f"#### {self.text(entry.title)} (`{entry.id}`)\n\n{'; '.join(about)}\n"
        for rule in compiled.rules:
            yield from self._rule(rule)
        if due := self._due(compiled.due):
            yield f"- {due}"
        yield ""

    def _rule(self, compiled: CompiledRule) -> Iterator[str]:
        rule, holding = compiled.rule, compiled.holding
        sure = self.say(f"confidence.{rule.confidence}")
        yield f"- {self.say('from', date=rule.start.isoformat())} ({sure} {self.cited(rule.sources)})"
        yield f"  - {self.say('needed', condition=self._condition(compiled.needed))}"
        if compiled.recommended:
            yield f"  - {self.say('recommended', condition=self._condition(compiled.recommended))}"
        yield f"  - {self.say('because', text=self.text(rule.because))}"
        if rule.otherwise:
            yield f"  - {self.say('otherwise', text=self.text(rule.otherwise))}"
        held = holding.of.type.of.noun if holding.of and holding.of.type.of else "document"
        states = {**holding.faults, **({"ready": holding.in_hand} if holding.in_hand else {})}
        for state, condition in states.items():
            said = self._condition(condition, held)
            yield f"  - {self.say('fault', holding=self.words.say(f'holding.{state}'), condition=said)}"
        if rule.disputed:
            yield f"  - {self.say('disputed', text=self.text(rule.disputed))}"

    def _figure(self, compiled: CompiledFigure) -> Iterator[str]:
        figure, when = compiled.figure, self.when(compiled.when)
        yield f"### {self.text(figure.title)} (`{figure.name}`)\n"
        yield f"{f'{when} ' if when else ''}{self.cited(figure.sources)}\n"
        if compiled.value:
            yield f"- {self.say('value', value=self._condition(compiled.value))}"
        for part, value in zip(figure.parts, compiled.parts, strict=True):
            yield f"- {self.say('part', part=self.text(part.title), value=self._condition(value))}"
        if compiled.threshold:
            yield f"- {self.say('threshold', value=self._condition(compiled.threshold))}"
        yield ""

    def _condition(self, compiled: Compiled, held: str = "document") -> str:
        return condition_words(compiled, self.book.vocabulary, self.words, self._titles, held)

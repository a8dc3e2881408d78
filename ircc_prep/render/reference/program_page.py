"""One program's checklist as a page of Markdown: every rule with its condition in words, its sources, its examples."""

from collections.abc import Iterable, Iterator

from ircc_prep.core.citations import cited
from ircc_prep.core.expressions import Compiled, Vocabulary
from ircc_prep.core.rulebook import CompiledFigure, CompiledRequirement, CompiledRule, Rulebook
from ircc_prep.core.text import Text
from ircc_prep.render.conditions import condition_words
from ircc_prep.render.words import Words


def program_page(book: Rulebook, words: Words) -> str:
    """The whole checklist of a program in the language of `words`."""
    return "\n".join(_Page(book, words).lines()) + "\n"


class _Page:
    """One page in the making."""

    def __init__(self, book: Rulebook, words: Words) -> None:
        self.book, self.words = book, words
        checklist = book.checklist
        self.program = checklist.program
        self.vocabulary = Vocabulary(book.answer_types, checklist.tables, tuple(self.program.streams))
        self.titles = {**self.program.streams, self.program.program: self.program.title}

    def lines(self) -> Iterator[str]:
        """The page, line by line."""
        yield f"# {self._of(self.program.title)} (`{self.program.program}`)\n"
        yield f"<!-- {self._say('written-by')} -->\n"
        yield self._of(self.program.summary) + "\n"
        yield from self._about()
        yield from self._interview()
        yield from self._requirements()
        yield from self._figures()
        yield from self._officer_questions()
        yield from self._guidance()
        yield from self._examples()
        yield from self._sources()

    def _about(self) -> Iterator[str]:
        for status in self.program.status:
            state = self._say(f"state.{status.state}")
            line = self._say("status-line", state=state, date=status.start.isoformat())
            yield (
                f"{line}. {self._of(status.note) if status.note else ''}".rstrip() + f" {self._cited(status.sources)}\n"
            )
        if self.program.streams:
            streams = ", ".join(f"{self._of(title)} (`{id}`)" for id, title in self.program.streams.items())
            yield f"{self.words.colon(self._say('streams'))} {streams}\n"

    def _interview(self) -> Iterator[str]:
        yield f"## {self._say('interview')}\n"
        rules = [(rule.rule, self._when(rule.when) or "") for rule in self.book.interview]
        for rule, when in [*rules, (self.book.interview_otherwise, self._say("otherwise-rule"))]:
            yield f"- **{rule.likelihood}** {when}. {self._of(rule.reason)} {self._cited(rule.sources)}"
        yield ""

    def _requirements(self) -> Iterator[str]:
        yield f"## {self._say('requirements')}\n"
        for requirement in self.book.requirements:
            yield from self._requirement(requirement)

    def _requirement(self, compiled: CompiledRequirement) -> Iterator[str]:
        entry = compiled.requirement
        kind = self._say(f"kind.{entry.kind}") + (f" {entry.form}" if entry.form else "")
        about = [kind]
        if compiled.person:
            about.append(self._say("for-whom", people=self._condition(compiled.person)))
        if compiled.country:
            about.append(self._say("each-country", countries=self._condition(compiled.country)))
        yield f"### {self._of(entry.title)} (`{entry.id}`)\n\n{'; '.join(about)}\n"
        for rule in compiled.rules:
            yield from self._rule(rule)
        yield ""

    def _rule(self, compiled: CompiledRule) -> Iterator[str]:
        rule = compiled.rule
        cited = f"{self._say(f'confidence.{rule.confidence}')} {self._cited(rule.sources)}"
        yield f"- {self._say('from', date=rule.start.isoformat())} ({cited})"
        of = compiled.holding.of
        held = of.type.of.noun if of and of.type.of else "document"
        yield f"  - {self._say('needed', condition=self._condition(compiled.needed))}"
        if compiled.recommended:
            yield f"  - {self._say('recommended', condition=self._condition(compiled.recommended))}"
        yield f"  - {self._say('because', text=self._of(rule.because))}"
        if rule.otherwise:
            yield f"  - {self._say('otherwise', text=self._of(rule.otherwise))}"
        for key, fault in compiled.holding.faults.items():
            holding = self.words.say(f"holding.{key}")
            yield f"  - {self._say('fault', holding=holding, condition=self._condition(fault, held))}"
        if compiled.holding.in_hand:
            holding = self.words.say("holding.ready")
            yield f"  - {self._say('fault', holding=holding, condition=self._condition(compiled.holding.in_hand))}"
        if rule.disputed:
            yield f"  - {self._say('disputed', text=self._of(rule.disputed))}"

    def _figures(self) -> Iterator[str]:
        if self.book.figures:
            yield f"## {self._say('figures')}\n"
        for figure in self.book.figures:
            yield from self._figure(figure)

    def _figure(self, compiled: CompiledFigure) -> Iterator[str]:
        figure = compiled.figure
        when = self._when(compiled.when)
        yield f"### {self._of(figure.title)} (`{figure.name}`)\n"
        yield f"{f'{when} ' if when else ''}{self._cited(figure.sources)}\n"
        if compiled.value:
            yield f"- {self._say('value', value=self._condition(compiled.value))}"
        for part, value in zip(figure.parts, compiled.parts, strict=True):
            said = self._condition(value)
            yield f"- {self._say('part', part=self._of(part.title), value=said)}"
        if compiled.threshold:
            yield f"- {self._say('threshold', value=self._condition(compiled.threshold))}"
        yield ""

    def _officer_questions(self) -> Iterator[str]:
        yield f"## {self._say('officer')}\n"
        for each in self.book.officer_questions:
            yield self._entry(each.question.ask, each.when, each.question.sources)
        yield ""

    def _guidance(self) -> Iterator[str]:
        yield f"## {self._say('guidance')}\n"
        for each in self.book.guidance:
            yield self._entry(each.guidance.title, each.when, each.guidance.sources)
        yield ""

    def _entry(self, text: Text, when: Compiled, sources: Iterable[str]) -> str:
        condition = self._when(when)
        return f"- {self._of(text)}{f' — {condition}' if condition else ''} {self._cited(sources)}"

    def _examples(self) -> Iterator[str]:
        yield f"## {self._say('examples')}\n"
        checklist = self.book.checklist
        own = [
            (checklist.file, self.program.examples),
            *((name, topic.examples) for name, topic in checklist.topics.items()),
        ]
        for file, examples in own:
            here = [
                each for each in examples if each.given.get("program", self.program.program) == self.program.program
            ]
            if here and not file.startswith("common/"):
                yield f"`{file}`\n"
                yield from (f"- {example.name}" for example in here)
                yield ""

    def _sources(self) -> Iterator[str]:
        yield f"## {self._say('sources')}\n"
        for id in cited(self.book):
            source = self.book.sources[id]
            dated = self._say("undated") if source.dated == "undated" else str(source.dated)
            line = self._say(
                "source-line",
                title=f"[{self._of(source.title)}]({self._of(source.url)})",
                dated=dated,
                checked=source.checked.isoformat(),
                confidence=self._say(f"confidence.{source.confidence}"),
            )
            yield f"- `{id}`: {line}"

    def _cited(self, sources: Iterable[str]) -> str:
        return f"[{', '.join(sources)}]"

    def _when(self, compiled: Compiled) -> str:
        return "" if compiled.constant else self._say("when", condition=self._condition(compiled))

    def _condition(self, compiled: Compiled, held: str = "document") -> str:
        return condition_words(compiled, self.vocabulary, self.words, self.titles, held)

    def _of(self, text: Text) -> str:
        return " ".join(self.words.of(text).split())

    def _say(self, key: str, **names: str) -> str:
        return self.words.say(f"reference.{key}", **names)

"""What `why` prints of the rule: of whom it is asked, when it is needed, since which day; how a figure is worked out.

As it reads in the case's own program. What is too long for a sentence is set out point by point.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ircc_prep.core.compiled import CompiledFigure, CompiledRequirement
from ircc_prep.core.expressions import Compiled
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.values import BOOL, Type
from ircc_prep.core.why.for_program import for_program
from ircc_prep.core.why.parts import RuleTold, Why
from ircc_prep.render.conditions import condition_words
from ircc_prep.render.words import Words

LONGEST = 160  # letters: about two lines
_CHOSEN_BY = {
    "submitted": "why.by-submission",
    "planned_submission": "why.by-plan",
    "today": "why.by-today",
    "no-day": "why.by-no-day",
}
Point = tuple[int, str]  # how far in it stands, and what it says


def rule_points(why: Why, rules: "Rules") -> Iterator[Point]:
    """The points on the rule of what is explained; nothing for a finding or the interview."""
    book = rules.book
    requirement = next((each for each in book.requirements if each.requirement.id == why.name.split("/")[0]), None)
    figure = next((each for each in book.figures if why.name == f"computed/{each.figure.name}"), None)
    if why.rule and requirement and why.kind == "item":
        yield from rules.requirement(requirement, why.rule, told=why.told)
        yield 0, rules.dates(why.rule)
    elif figure and why.told:
        yield from rules.figure(figure)


@dataclass(frozen=True)
class Rules:
    """The rules of one program in one language."""

    book: Rulebook
    words: Words

    def requirement(self, compiled: CompiledRequirement, rule: RuleTold, *, told: bool) -> Iterator[Point]:
        """Of whom and for which countries it is asked and, where that is told, when."""
        if compiled.person:
            yield 0, self.words.say("why.for-whom", people=self.said(self.here(compiled.person)))
        if compiled.country:
            yield 0, self.words.say("why.each-country", countries=self.said(self.here(compiled.country)))
        if rule.chosen and told:
            yield from self.condition("needed", self.here(rule.chosen.needed))
        if rule.chosen and rule.chosen.recommended and told:
            recommended = self.here(rule.chosen.recommended)
            if recommended.source != "False":
                yield from self.condition("recommended", recommended)

    def dates(self, rule: RuleTold) -> str:
        """The day of the version, what chose it, and when the next begins."""
        say, date = self.words.say, self.words.date
        chosen = say(_CHOSEN_BY[rule.chosen_by], date=date(rule.day))
        since = say("why.in-force", date=date(rule.since)) if rule.since else say("why.none-yet")
        until = say("why.next-version", date=date(rule.until)) if rule.until else say("why.no-next")
        return f"{since} {chosen} {until}"

    def figure(self, compiled: CompiledFigure) -> Iterator[Point]:
        """How a figure is worked out, and what it is held against."""
        if compiled.value:
            yield from self.value("why.value", self.here(compiled.value))
        for part, value in zip(compiled.figure.parts, compiled.parts, strict=True):
            yield from self.value("why.part", self.here(value), part=self.words.of(part.title))
        if compiled.threshold:
            yield from self.value("why.threshold", self.here(compiled.threshold))

    def here(self, compiled: Compiled) -> Compiled:
        """As it reads in this program."""
        vocabulary = self.book.vocabulary
        return for_program(compiled, {"program": self.book.checklist.program.program, "leads_to": vocabulary.leads_to})

    def said(self, compiled: Compiled) -> str:
        """In one sentence."""
        return condition_words(compiled, self.book.vocabulary, self.words, self.book.streams)

    def condition(self, key: str, compiled: Compiled) -> Iterator[Point]:
        """In one sentence, or point by point where that would be too long; `key` is needed or recommended."""
        said = self.words.say(f"why.{key}-when", condition=self.said(compiled))
        points = list(self._parts(compiled, _tree(compiled), 0)) if len(said) > LONGEST else []
        if len(points) > 1:
            yield 0, self.words.say(f"why.{key}-if", how=points[0][1])
            yield from points[1:]
        else:
            yield 0, said

    def value(self, key: str, compiled: Compiled, **names: str) -> Iterator[Point]:
        """The same of a value: one point for each case, where it has several."""
        said, tree = self.words.say(key, value=self.said(compiled), **names), _tree(compiled)
        if len(said) <= LONGEST or not isinstance(tree, ast.IfExp):
            yield 0, said
            return
        yield 0, self.words.say(key, value=self.words.say("why.by-case"), **names)
        while isinstance(tree, ast.IfExp):
            condition = self.said(_part(compiled, tree.test, BOOL))
            yield 1, self.words.say("why.case", value=self.said(_part(compiled, tree.body)), condition=condition)
            tree = tree.orelse
        yield 1, self.words.say("why.otherwise", value=self.said(_part(compiled, tree)))

    def _parts(self, whole: Compiled, node: ast.expr, depth: int, *, negated: bool = False) -> Iterator[Point]:
        """A condition, or what must hold for it not to be so, with its parts below it."""
        match node:
            case ast.UnaryOp(op=ast.Not(), operand=inner):
                yield from self._parts(whole, inner, depth, negated=not negated)
            case ast.BoolOp(op=op, values=parts):
                all_of = isinstance(op, ast.And) is not negated
                yield depth, self.words.say("why.all-of" if all_of else "why.one-of")
                for part in parts:
                    yield from self._parts(whole, part, depth + 1, negated=negated)
            case _:
                said = ast.UnaryOp(ast.Not(), node) if negated else node
                yield depth, self.said(_part(whole, said, BOOL))


def _tree(compiled: Compiled) -> ast.expr:
    return ast.parse(compiled.source.strip(), mode="eval").body


def _part(whole: Compiled, node: ast.expr, type: Type | None = None) -> Compiled:
    return replace(whole, source=ast.unparse(node), type=type or whole.type)

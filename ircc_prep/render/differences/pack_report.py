"""The report of what differs between two packs, and of the cases whose outcome changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ircc_prep.core.differences.pack_cases import CaseOutcome, Verdict
from ircc_prep.core.differences.pack_differences import PackChange
from ircc_prep.core.result import Figure, Finding, Interview, Item
from ircc_prep.core.text import Text
from ircc_prep.render.differences.nearness import near
from ircc_prep.render.differences.outcomes import verdict_line
from ircc_prep.render.differences.pack_words import PackWords
from ircc_prep.render.differences.report import Group, Report, Section, Told
from ircc_prep.render.differences.sides import Sides
from ircc_prep.render.words import Words

_MOST_FACTS = 4


@dataclass(frozen=True, slots=True)
class PackDiff:
    """All that a comparison of two packs found. `unread` are cases that couldn't be held against both, and why."""

    names: tuple[str, str]
    changes: tuple[PackChange, ...]
    outcomes: tuple[CaseOutcome, ...]
    unread: tuple[tuple[str, tuple[Text, ...]], ...]
    cases: int  # how many were held against both packs


class PackReport:
    """The report in one language."""

    def __init__(self, found: PackDiff, words: Words, sides: tuple[PackWords, PackWords]) -> None:
        """`sides` say what the parts of the old and of the new pack are."""
        self.found, self.words, self.sides = found, words, sides

    def report(self) -> Report:
        """The whole of it."""
        facts = ((self._say("old"), self.found.names[0]), (self._say("new"), self.found.names[1]))
        sections = (*self._changes(), *self._outcomes(), *self._unread())
        return Report(self._say("pack.title"), facts, tuple(self._sentences()), sections)

    def label(self, change: PackChange) -> str:
        """A change in one line: “Rule from January 1, 2026 changed: Police certificate (`police-certificate`)”."""
        part = change.part
        what = self._say(f"pack.kind.{part.kind}")
        if part.version:
            what = self._say("pack.version", what=what, date=self.words.date(part.version))
        title = self.sides[1 if change.new else 0].title(part)
        return self.words.typeset(self._say(f"pack.{change.kind}", what=what, title=title, id=part.id, file=part.file))

    def _say(self, key: str, **names: str) -> str:
        return self.words.say(f"diff.{key}", **names)

    def _sentences(self) -> Iterator[str]:
        found, words = self.found, self.words
        if not found.changes:
            yield self._say("pack.same")
        else:
            yield words.quantity("diff.pack.parts", len(found.changes)) + "."
        if found.cases:
            counts = {"count": str(len(found.outcomes)), "cases": str(found.cases)}
            yield words.typeset(self._say("pack.of-cases", **counts))

    def _changes(self) -> Iterator[Section]:
        groups: dict[str, list[Told]] = {}
        for change in self.found.changes:
            title = self._say(f"pack.kinds.{change.part.kind}")
            groups.setdefault(title, []).append(Told(self.label(change), tuple(self._fields(change))))
        if groups:
            made = tuple(Group(title, tuple(told)) for title, told in groups.items())
            yield Section(self._say("pack.section.changes"), made)

    def _fields(self, change: PackChange) -> Iterator[str]:
        """Field by field what was said and what is said."""
        if change.old is None or change.new is None:
            return
        for field in change.fields:
            was, now = (
                side.field(part, field) for side, part in zip(self.sides, (change.old, change.new), strict=True)
            )
            if was == now:
                yield self._say("pack.elsewhere", field=field)
            elif was is None or now is None:
                key = "pack.field-added" if was is None else "pack.field-removed"
                yield self.words.typeset(self._say(key, field=field, value=now or was or ""))
            else:
                old, new = near(was, now)
                yield self.words.typeset(self._say("pack.field", field=field, old=old, new=new))

    def _outcomes(self) -> Iterator[Section]:
        groups = tuple(
            Group(outcome.name, tuple(self._verdict(each, outcome) for each in outcome.verdicts))
            for outcome in self.found.outcomes
        )
        if groups:
            yield Section(self._say("pack.section.outcomes"), groups)

    def _verdict(self, verdict: Verdict, outcome: CaseOutcome) -> Told:
        sides = Sides(outcome.compared, self._words_of(outcome))
        line = verdict_line(verdict.difference, sides)
        because = tuple(
            self.words.typeset(self._say("pack.because", what=self.label(each))) for each in verdict.because
        )
        facts = tuple(self._facts(verdict, sides))
        return Told(line.text, (*line.details, *(because or (self._say("pack.because-nothing"),)), *facts))

    def _words_of(self, outcome: CaseOutcome) -> Words:
        """The words with this program's questions, which name the facts."""
        books = (outcome.compared.old.book, outcome.compared.new.book)
        questions = [each.question for book in books for each in book.questions]
        titles = {each.requirement.id: each.requirement.title for book in books for each in book.requirements}
        return Words(self.words.wording, self.words.language, questions, titles)

    def _facts(self, verdict: Verdict, sides: Sides) -> Iterator[str]:
        """What the case says that the verdict rests on."""
        result = verdict.difference.any
        context = sides.new if verdict.difference.new else sides.old
        told: Sequence[str] = ()
        if isinstance(result, Item):
            in_hand = "holding" in verdict.difference.changed and "status" not in verdict.difference.changed
            told = context.facts.told(result.holding_reads if in_hand else result.why, result.country)
        elif isinstance(result, Finding):
            told = [context.facts.entry(fact) or context.facts.path(fact) for fact in result.facts]
        elif isinstance(result, Figure | Interview):
            told = context.facts.missing(result.missing_facts)
        if told:
            shown = context.points(tuple(told), _MOST_FACTS)
            yield self.words.typeset(self._say("pack.rests-on", facts="; ".join(shown)))

    def _unread(self) -> Iterator[Section]:
        entries = tuple(
            Told(name, tuple(self.words.of(problem) for problem in problems)) for name, problems in self.found.unread
        )
        if entries:
            yield Section(self._say("pack.section.unread"), (Group(None, entries),))

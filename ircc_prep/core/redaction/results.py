"""Everything that follows from a case, as an audience may see it: items, findings, figures, questions, advice."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.facts import Facts
from ircc_prep.core.open_questions import entry_fields, question_fact
from ircc_prep.core.redaction.key import Key
from ircc_prep.core.redaction.people import in_the_place_of_the_name
from ircc_prep.core.result import (
    Evaluation,
    Figure,
    Finding,
    Guidance,
    Interview,
    Item,
    OfficerQuestion,
    OpenQuestion,
    Read,
)
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text, same

Kind = TypeVar("Kind")
_NOT_SHOWN = Text(
    "It rests on an answer that isn’t shown here.", "Cela repose sur une réponse qui n’est pas montrée ici."
)


class Results:
    """The results of the true evaluation for one audience.

    `plain` is what would follow without the answers that are left out wholly: a reason, a piece of advice or a question
    that isn't among it would tell what was answered.
    """

    def __init__(self, key: Key, true: Evaluation, plain: Evaluation, kept: Collection[str]) -> None:
        self.key = key
        self.true = true
        self.plain = plain
        self.kept = kept
        self.log = key.audience == "log"

    def items(self) -> tuple[Item, ...]:
        """The items under the roles' ids, in the same order."""
        return tuple(self._item(item) for item in self.true.items)

    def _item(self, item: Item) -> Item:
        told = self._told.get(item.name)
        same_outcome = told is not None and (told.status, told.reason) == (item.status, item.reason)
        return replace(
            item,
            person=self._person(item.person),
            country=self.key.countries.get(item.country or "", item.country),
            reason=item.reason if same_outcome else _NOT_SHOWN,
            why=self._reads(item.why),
            missing_facts=self._open(item.missing_facts),
            holding_reads=self._reads(item.holding_reads),
        )

    @cached_property
    def _told(self) -> Mapping[str, Item]:
        return {item.name: item for item in self.plain.items}

    def interview(self) -> Interview:
        """How likely an interview is, with the reasons that tell nothing of what is left out."""
        interview = self.true.interview
        reasons = () if self.log else _also_in(interview.reasons, self.plain.interview.reasons)
        return replace(interview, reasons=reasons, missing_facts=self._open(interview.missing_facts))

    def findings(self) -> tuple[Finding, ...]:
        """The findings in the same order: a log gets their titles, others their sentences."""
        return tuple(self._finding(finding) for finding in self.true.findings)

    def _finding(self, finding: Finding) -> Finding:
        facts = self._paths(fact for fact in finding.facts if fact not in self.key.withheld)
        moved = replace(finding, person=self._person(finding.person), facts=facts, asks=self._open(finding.asks))
        if self.log or finding not in self.plain.findings:
            message = finding.title if self.log else _sentences(finding.title, _NOT_SHOWN)
            bare = replace(moved, message=message, officer_may_ask=None, prepare=None, words={})
            return replace(bare, start=None, end=None) if self.log else self._dated(bare)
        words = {name: self.key.said(value, self.kept) for name, value in finding.words.items()}
        return self._dated(replace(moved, words=words))

    def _dated(self, finding: Finding) -> Finding:
        start, end = (self.key.day(day) if day else None for day in (finding.start, finding.end))
        return replace(finding, start=start, end=end)

    def figures(self) -> tuple[Figure, ...]:
        """The figures; in a log their names alone."""
        return tuple(self._figure(figure) for figure in self.true.figures)

    def _figure(self, figure: Figure) -> Figure:
        moved = replace(figure, missing_facts=self._open(figure.missing_facts))
        if not self.log:
            return moved
        return replace(moved, low=None, high=None, threshold=None, least_threshold=None, parts=(), note=None)

    def officer_questions(self) -> tuple[OfficerQuestion, ...]:
        """What an officer may ask. A log gets none: which apply tells what was answered."""
        known = {(question.id, question.person) for question in self.plain.officer_questions}
        chosen = [each for each in self.true.officer_questions if (each.id, each.person) in known and not self.log]
        return tuple(
            replace(each, person=self._person(each.person), verifies=self._reads(each.verifies)) for each in chosen
        )

    def guidance(self) -> tuple[Guidance, ...]:
        """What is worth knowing. A log gets none, as of the questions."""
        return () if self.log else _also_in(self.true.guidance, self.plain.guidance)

    def open_questions(self, book: Rulebook, facts: Facts) -> tuple[OpenQuestion, ...]:
        """What would be open had nothing sensitive been answered, about people by their roles.

        That a question isn't open any more, or is asked at all, would tell what was answered to a sensitive one. Those
        themselves aren't among them either.
        """
        asked = [each for each in self.plain.open_questions if not self._sensitive(each, book)]
        return tuple(self._open_question(each, book, facts) for each in asked)

    def _sensitive(self, question: OpenQuestion, book: Rulebook) -> bool:
        compiled = book.question_about(question_fact(question.fact))
        return question.fact in self.key.withheld or (compiled is not None and compiled.question.sensitive)

    def _open_question(self, question: OpenQuestion, book: Rulebook, facts: Facts) -> OpenQuestion:
        fact = self.key.path(question.fact)
        compiled = book.question_about(question_fact(question.fact))
        owner = fact.split(".")[1] if fact.startswith("people.") else ""
        ask, why = question.ask, question.why
        if compiled:
            ask, why = (self._named(text, owner) for text in (compiled.question.ask, compiled.question.why))
        elif ask == same(question.fact):
            ask = same(fact)
        given = None if question.given is None or self.log else self.key.day(PartialDate.parse(question.given))
        return OpenQuestion(
            fact,
            ask,
            why,
            tuple(self._names.get(name, name) for name in question.settles if name not in self._unknown),
            question.unsure,
            str(given) if given else None,
            entry_fields(facts, fact),
        )

    def _named(self, text: Text, owner: str) -> Text:
        """The question's own words, with the role in the place of the name."""
        name = self.key.names.get(owner)
        return text if name is None else in_the_place_of_the_name(text, name)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """The names of results that hold a person's id or a country, as they are now."""
        items = zip(self.true.items, self.items(), strict=True)
        found = zip(self.true.findings, self.findings(), strict=True)
        names = {old.name: new.name for old, new in items}
        return names | {f"finding/{old.name}": f"finding/{new.name}" for old, new in found}

    @cached_property
    def _unknown(self) -> set[str]:
        """The names of results that hold a person's id or a country, and that the true evaluation doesn't have."""
        items, found = self.plain.items, self.plain.findings
        return {*(item.name for item in items), *(f"finding/{each.name}" for each in found)} - self._names.keys()

    def cited(self, made: Evaluation) -> set[str]:
        """The sources that what is left rests on."""
        results = (made.items, made.figures, made.findings)
        advice = (made.interview.reasons, made.officer_questions, made.guidance)
        groups = (*results, *advice)
        return {source for group in groups for each in group for source in each.sources}

    def _person(self, id: str | None) -> str | None:
        return None if id is None else self.key.ids.get(id, "nobody")

    def _paths(self, paths: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.key.path(path) for path in paths)

    def _open(self, paths: Iterable[str]) -> tuple[str, ...]:
        """What is still to be answered, without what is sensitive: see `open_questions`."""
        return self._paths(path for path in paths if path not in self.key.withheld)

    def _reads(self, reads: Iterable[Read]) -> tuple[Read, ...]:
        return tuple(self.key.read(read) for read in reads if read.fact not in self.key.withheld)


def _also_in(ones: Iterable[Kind], others: Iterable[Kind]) -> tuple[Kind, ...]:
    known = list(others)
    return tuple(each for each in ones if each in known)


def _sentences(title: Text, rest: Text) -> Text:
    return Text(f"{title.en}. {rest.en}", f"{title.fr}. {rest.fr}")

"""What no output tells: sensitive answers, and that a question of safety exists at all.

A packet may be read by somebody who must not know what was answered, or asked. So the evaluation itself holds no
value of such an answer, and what waits for an answer on safety waits for nothing that has a name. Only the
questionnaire, which asks with care, learns of those questions: they stand apart, in `unspoken`.
"""

from collections.abc import Iterable
from dataclasses import replace

from ircc_prep.core.checklist import Question
from ircc_prep.core.result import Evaluation, Figure, Finding, Item, OfficerQuestion, Read
from ircc_prep.core.rulebook import Rulebook


def kept_back(question: Question) -> bool:
    """Whether the answer to a question is never told. An entry of a list is the person's own file, and is."""
    return question.type is not None and (question.sensitive or question.safety)


def discreet(book: Rulebook, evaluation: Evaluation) -> Evaluation:
    """The evaluation without the values of sensitive answers, and without a word of what is asked about safety."""
    return _Discretion(book).evaluation(evaluation)


class _Discretion:
    def __init__(self, book: Rulebook) -> None:
        questions = [compiled.question for compiled in book.questions]
        self.untold = frozenset(each.fact for each in questions if kept_back(each))
        self.unnamed = frozenset(each.fact for each in questions if each.safety)

    def evaluation(self, found: Evaluation) -> Evaluation:
        return replace(
            found,
            items=tuple(map(self._item, found.items)),
            interview=replace(found.interview, missing_facts=self._named(found.interview.missing_facts)),
            findings=tuple(map(self._finding, found.findings)),
            figures=tuple(map(self._figure, found.figures)),
            officer_questions=tuple(map(self._officer_question, found.officer_questions)),
            open_questions=tuple(each for each in found.open_questions if each.fact not in self.unnamed),
            unspoken=tuple(each for each in found.open_questions if each.fact in self.unnamed),
        )

    def _item(self, item: Item) -> Item:
        return replace(
            item,
            why=self._told(item.why),
            missing_facts=self._named(item.missing_facts),
            holding_reads=self._told(item.holding_reads),
        )

    def _finding(self, finding: Finding) -> Finding:
        facts = tuple(fact for fact in finding.facts if fact not in self.untold)
        return replace(finding, facts=facts, asks=self._named(finding.asks))

    def _figure(self, figure: Figure) -> Figure:
        return replace(figure, missing_facts=self._named(figure.missing_facts))

    def _officer_question(self, question: OfficerQuestion) -> OfficerQuestion:
        return replace(question, verifies=self._told(question.verifies))

    def _told(self, reads: Iterable[Read]) -> tuple[Read, ...]:
        return tuple(read for read in reads if read.fact not in self.untold)

    def _named(self, facts: Iterable[str]) -> tuple[str, ...]:
        return tuple(fact for fact in facts if fact not in self.unnamed)

"""What is compared of each result of an evaluation, with people and paths as the newer case has them."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from ircc_prep.core.case import Case
from ircc_prep.core.differences.case_differences import value_at
from ircc_prep.core.differences.matching import Matched
from ircc_prep.core.result import Evaluation, Figure, Finding, Guidance, Interview, Item, OfficerQuestion, OpenQuestion
from ircc_prep.core.said import EntryAt, Someone

Saying = Mapping[str, Any]
_TEXTS = ("title", "reason", "fault", "disputed", "prepare")
_ITEM = ("status", "holding", "rule_from", "confidence", "form", "kind", "sources", *_TEXTS)
_FIGURE = ("low", "high", "threshold", "least_threshold", "unit", "parts", "note", "sources", "title")
_FINDING = (
    "severity", "says", "start", "end", "confidence", "sources",
    "title", "message", "matters", "officer_may_ask", "prepare",
)  # fmt: skip
_GUIDANCE = ("section", "urgent", "title", "text", "in_short", "confidence", "disputed", "sources")


class Side:
    """One of two evaluations. The older one has `together`, which says what its paths and ids are in the newer."""

    def __init__(self, evaluation: Evaluation, together: Matched | None) -> None:
        self.evaluation = evaluation
        self._together = together

    def path(self, path: str) -> str:
        """A fact's path; one that leads to what is gone can't be mistaken for another."""
        return path if self._together is None else self._together.path(path) or f"gone:{path}"

    def person(self, id: str | None) -> str | None:
        """A person's id."""
        return self._together.person(id) if self._together else id

    def name(self, result: Any) -> Hashable:
        """What makes a result the same one. Findings may share a name: several gaps of one person are of one check."""
        if isinstance(result, OpenQuestion):
            return self.path(result.fact)  # its words hold names, which are answers themselves
        if isinstance(result, Item):
            return result.id, self.person(result.person), result.country
        if isinstance(result, Finding):
            return result.code, self.person(result.person), result.says
        if isinstance(result, OfficerQuestion):
            return result.id, self.person(result.person)
        return result.name if isinstance(result, Figure) else result.id

    def item(self, item: Item) -> Saying:
        """All but the facts that it was read from."""
        return {**_named(item, _ITEM), "missing_facts": self._paths(item.missing_facts)}

    def interview(self, interview: Interview) -> Saying:
        """How likely it is, and why."""
        reasons = tuple((reason.id, reason.message, reason.sources) for reason in interview.reasons)
        missing = self._paths(interview.missing_facts)
        return {"likelihood": interview.likelihood, "reasons": reasons, "missing_facts": missing}

    def finding(self, finding: Finding) -> Saying:
        """Its words with what fills them: an entry counts by what it says."""
        words = {name: self._said(value) for name, value in finding.words.items()}
        paths = {"facts": self._paths(finding.facts), "asks": self._paths(finding.asks)}
        return {**_named(finding, _FINDING), "words": words, **paths}

    def figure(self, figure: Figure) -> Saying:
        """Its value, threshold and parts."""
        return {**_named(figure, _FIGURE), "missing_facts": self._paths(figure.missing_facts)}

    def officer_question(self, question: OfficerQuestion) -> Saying:
        """Its words."""
        return _named(question, ("ask", "looks_for", "prepare", "sources"))

    def guidance(self, guidance: Guidance) -> Saying:
        """Its words and where it stands."""
        return _named(guidance, _GUIDANCE)

    def open_question(self, question: OpenQuestion) -> Saying:
        """What is known of it, and what it settles. Its words hold names, which are answers themselves."""
        settles = frozenset("/".join(self.person(part) or "" for part in name.split("/")) for name in question.settles)
        return {"unsure": question.unsure, "given": question.given, "settles": settles}

    def facts(self, result: Any) -> tuple[str, ...]:
        """The facts that a result rests on or waits for, by the paths of this side's own case."""
        if isinstance(result, Item):
            reads = (read.fact for read in (*result.why, *result.holding_reads))
            return (*_whose(result.person), *reads, *result.missing_facts)
        if isinstance(result, Finding):
            return (*_whose(result.person), *result.facts, *result.asks)
        if isinstance(result, Figure | Interview):
            return result.missing_facts
        if isinstance(result, OfficerQuestion):
            return tuple(read.fact for read in result.verifies)
        return (result.fact,) if isinstance(result, OpenQuestion) else ()

    def _paths(self, paths: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self.path, paths))

    def _said(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(self._said, value))
        if isinstance(value, EntryAt):
            return self.path(value.path), self._entry(self.evaluation.case, value.path)
        return Someone(self.person(value.id) or "") if isinstance(value, Someone) else value

    def _entry(self, case: Case, path: str) -> Any:
        """What an entry says; a paper under its owner's id in the newer case."""
        entry = value_at(case, path)
        owner = getattr(entry, "person", None)
        return entry.model_copy(update={"person": self.person(owner)}) if owner else entry


def _named(result: Any, names: Iterable[str]) -> Saying:
    return {name: getattr(result, name) for name in names}


def _whose(person: str | None) -> tuple[str, ...]:
    """The person themselves: what is asked of somebody rests on their being in the file."""
    return (f"people.{person}",) if person else ()

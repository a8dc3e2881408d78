"""The order of an officer's questions for the person at hand: first what their own findings raise."""

from collections.abc import Sequence
from dataclasses import replace

from ircc_prep.core.result import Finding, OfficerQuestion

_GRAVE = ("blocker", "warning", "note")


def ranked(questions: Sequence[OfficerQuestion], findings: Sequence[Finding]) -> tuple[OfficerQuestion, ...]:
    """The questions with the findings that raise them, those first that a graver finding raises.

    A finding raises a question that is held against a fact of the finding. A note raises none: it is something to look
    up, or legitimate. Otherwise the checklist's own order stays.
    """
    standing_out = [(place, each) for place, each in enumerate(findings) if each.severity != "note"]
    told = [
        replace(question, raised_by=tuple(place for place, finding in standing_out if _raises(finding, question)))
        for question in questions
    ]
    return tuple(sorted(told, key=lambda question: _rank(question, findings)))


def _rank(question: OfficerQuestion, findings: Sequence[Finding]) -> int:
    return min((_GRAVE.index(findings[place].severity) for place in question.raised_by), default=len(_GRAVE))


def _raises(finding: Finding, question: OfficerQuestion) -> bool:
    return any(_touches(read.fact, fact) for read in question.verifies for fact in finding.facts)


def _touches(one: str, other: str) -> bool:
    """Whether two paths are the same, or one lies within the other: a field in its entry, an entry in its list."""
    shorter, longer = sorted((one, other), key=len)
    return longer == shorter or longer.startswith((f"{shorter}.", f"{shorter}["))

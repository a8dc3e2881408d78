"""The order of an officer's questions for the person at hand: first what their own findings raise."""

from collections.abc import Sequence
from dataclasses import replace

from ircc_prep.core.result import Finding, OfficerQuestion

MOST_RAISED = 3
_GRAVE = ("blocker", "warning", "note")


def ranked(questions: Sequence[OfficerQuestion], findings: Sequence[Finding]) -> tuple[OfficerQuestion, ...]:
    """The questions with the findings that raise them, those first that a graver finding raises.

    A finding raises a question that is about its facts and nothing else: one that is also held against other lists is
    asked of everybody. It raises the first few such questions only, so that the mark keeps its meaning. A note raises
    none: it is something to look up, or legitimate. Otherwise the checklist's own order stays.
    """
    raised: dict[int, list[int]] = {}
    for place, finding in enumerate(findings):
        if finding.severity != "note":
            touched = [number for number, question in enumerate(questions) if _raises(finding, question)]
            for number in touched[:MOST_RAISED]:
                raised.setdefault(number, []).append(place)
    told = [replace(question, raised_by=tuple(raised.get(number, ()))) for number, question in enumerate(questions)]
    return tuple(sorted(told, key=lambda question: _rank(question, findings)))


def _rank(question: OfficerQuestion, findings: Sequence[Finding]) -> int:
    return min((_GRAVE.index(findings[place].severity) for place in question.raised_by), default=len(_GRAVE))


def _raises(finding: Finding, question: OfficerQuestion) -> bool:
    """Whether some of the finding's facts, and none outside its lists and answers, are what the question verifies."""
    about = {_list(fact) for fact in finding.facts}
    touched = any(_touches(read.fact, fact) for read in question.verifies for fact in finding.facts)
    return touched and all(_list(read.fact) in about for read in question.verifies)


def _list(path: str) -> str:
    """The list that a path lies in, or the path itself."""
    return path.split("[", 1)[0]


def _touches(one: str, other: str) -> bool:
    """Whether two paths are the same, or one lies within the other: a field in its entry, an entry in its list."""
    shorter, longer = sorted((one, other), key=len)
    return longer == shorter or longer.startswith((f"{shorter}.", f"{shorter}["))

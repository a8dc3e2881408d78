"""Findings as a reader counts them: the same thing said of several people is one point, with one number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ircc_prep.core.result import Finding, Severity
from ircc_prep.core.said import Someone, Value
from ircc_prep.render.facts import Facts
from ircc_prep.render.said import filled

# What to do first comes first.
SEVERITIES: tuple[Severity, ...] = ("blocker", "warning", "note")
_ANYBODY = "\N{INFORMATION SEPARATOR ONE}"  # stands for the name while sentences are compared; in no text


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that an officer may notice, and the findings that say it: one, or the same of several people."""

    number: int
    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding whose sentences are said in full."""
        return self.findings[0]

    @property
    def others(self) -> tuple[str, ...]:
        """The other people of whom the same is true."""
        return tuple(finding.person for finding in self.findings[1:] if finding.person)


def points(findings: Sequence[Finding], facts: Facts) -> tuple[Point, ...]:
    """The findings as numbered points, the gravest first, otherwise in their own order."""
    together: dict[tuple[object, ...], list[Finding]] = {}
    for index, finding in enumerate(sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))):
        group = together.setdefault((*_sameness(finding, facts), None), [])
        if any(other.person == finding.person for other in group):
            together[(*_sameness(finding, facts), index)] = [finding]  # twice of one person: two points
        else:
            group.append(finding)
    return tuple(Point(number, tuple(group)) for number, group in enumerate(together.values(), 1))


def _sameness(finding: Finding, facts: Facts) -> tuple[object, ...]:
    """What two findings share when they say the same of two people."""
    if finding.person is None:
        return (finding.code, finding.says, finding.facts, finding.start, finding.end)
    words = _nameless(finding.words, finding.person)
    said = (filled(text, words, facts) for text in (finding.message, finding.officer_may_ask, finding.prepare) if text)
    return (finding.code, finding.says, finding.start, finding.end, *said)


def _nameless(words: Mapping[str, Value], person: str) -> Mapping[str, Value]:
    return {name: _ANYBODY if value == Someone(person) else value for name, value in words.items()}

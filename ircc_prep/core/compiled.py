"""The entries of a checklist with their conditions compiled: what a rulebook is made of."""

from collections.abc import Mapping
from dataclasses import dataclass

from ircc_prep.core.checklist import (
    Due,
    FigureRule,
    GuidanceRule,
    HoldingKey,
    InterviewRule,
    OfficerQuestionRule,
    Question,
    Requirement,
    Rule,
    SignalRule,
)
from ircc_prep.core.expressions import Compiled
from ircc_prep.core.text import Text
from ircc_prep.core.values import Type


@dataclass(frozen=True, slots=True)
class CompiledHolding:
    """What is looked at, the conditions that make it not good enough, by the contract's word, and what then to say."""

    of: Compiled | None
    in_hand: Compiled | None
    faults: Mapping[str, Compiled]
    because: Mapping[HoldingKey, Text]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """One version of a requirement."""

    rule: Rule
    needed: Compiled
    recommended: Compiled | None
    disputed_when: Compiled
    holding: CompiledHolding


@dataclass(frozen=True, slots=True)
class CompiledDue:
    """A last day, and while it matters."""

    due: Due
    day: Compiled
    when: Compiled


@dataclass(frozen=True, slots=True)
class CompiledRequirement:
    """A requirement, whom it is asked of, its last day, and its versions in the order of their dates."""

    requirement: Requirement
    file: str
    person: Compiled | None
    country: Compiled | None
    rules: tuple[CompiledRule, ...]
    due: CompiledDue | None


@dataclass(frozen=True, slots=True)
class CompiledQuestion:
    """A question of the questionnaire. `type` is the answer's, or the case field's."""

    question: Question
    file: str
    when: Compiled
    type: Type


@dataclass(frozen=True, slots=True)
class CompiledFigure:
    """A figure, its parts and threshold."""

    figure: FigureRule
    file: str
    when: Compiled
    value: Compiled | None
    parts: tuple[Compiled, ...]
    threshold: Compiled | None


@dataclass(frozen=True, slots=True)
class CompiledOfficerQuestion:
    """An officer question and the facts that it verifies."""

    question: OfficerQuestionRule
    file: str
    person: Compiled | None
    when: Compiled
    verifies: tuple[Compiled, ...]


@dataclass(frozen=True, slots=True)
class CompiledGuidance:
    """A piece of guidance, when it applies and its last day."""

    guidance: GuidanceRule
    file: str
    when: Compiled
    due: CompiledDue | None


@dataclass(frozen=True, slots=True)
class CompiledInterviewRule:
    """One rule of how likely an interview is."""

    rule: InterviewRule
    when: Compiled


@dataclass(frozen=True, slots=True)
class CompiledSignal:
    """Something in the file that may bring an interview about, and when."""

    rule: SignalRule
    file: str
    when: Compiled


# What is shown to a reader while its own condition holds.
CompiledNote = CompiledOfficerQuestion | CompiledGuidance | CompiledFigure

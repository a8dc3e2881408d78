"""The checklist as its files say it: sources, dated tables, topics, programs. The format is docs/format.md.

This module is the door to its parts: entry, registers, topic and program.
"""

from pydantic import Field, StrictStr

from ircc_prep.core.entry import LIKELIHOOD_SCALE, Entry, HoldingKey, LikelihoodName
from ircc_prep.core.program import (
    FindingRule,
    FindingWords,
    InterviewRule,
    InterviewRules,
    Program,
    ProgramStatus,
    Review,
)
from ircc_prep.core.registers import Source, SourcesFile, Table, TablesFile, TableVersion
from ircc_prep.core.topic import (
    Due,
    Example,
    FigurePart,
    FigureRule,
    ForEach,
    ForPerson,
    GuidanceRule,
    HoldingRule,
    OfficerQuestionRule,
    Question,
    Requirement,
    Rule,
    SignalRule,
    Timing,
    Topic,
)

__all__ = [
    "LIKELIHOOD_SCALE",
    "Checklist",
    "Due",
    "Example",
    "FigurePart",
    "FigureRule",
    "FindingRule",
    "FindingWords",
    "ForEach",
    "ForPerson",
    "GuidanceRule",
    "HoldingKey",
    "HoldingRule",
    "InterviewRule",
    "InterviewRules",
    "LikelihoodName",
    "OfficerQuestionRule",
    "Program",
    "ProgramStatus",
    "Question",
    "Requirement",
    "Review",
    "Rule",
    "SignalRule",
    "Source",
    "SourcesFile",
    "Table",
    "TableVersion",
    "TablesFile",
    "Timing",
    "Topic",
]


class Checklist(Entry):
    """A program with everything that it draws on.

    Keys of `topics` and `findings` are file names; topics are in the questionnaire's natural order.
    """

    file: StrictStr
    program: Program
    topics: dict[str, Topic]
    sources: dict[str, Source]
    tables: dict[str, Table]
    findings: dict[str, FindingRule] = Field(default_factory=dict)

"""What every format of `check` is made from: cases that were checked, and files that couldn't be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ircc_prep.core.gate.concern import Concern
from ircc_prep.core.gate.places import keys_to
from ircc_prep.core.gate.verdict import Verdict
from ircc_prep.core.problems import Path, Place, Problem
from ircc_prep.core.result import Evaluation
from ircc_prep.core.text import Language
from ircc_prep.render.words import Words


class Places(Protocol):
    """What knows where each part of a case file stands."""

    def place(self, path: Path) -> Place:
        """Where the value at a path of keys begins; the nearest parent's place where the file has no such path."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A case that was checked, as its readers may see it. Redacted, its name tells nothing and it has no places."""

    name: str
    evaluation: Evaluation
    concerns: tuple[Concern, ...]
    verdict: Verdict
    words: Words
    source: Places | None
    documented: Mapping[str, str]  # where the documentation explains each requirement

    def place(self, concern: Concern) -> Place | None:
        """Where in the case file, or beside it, the concern is best looked at; None where no place may be told."""
        if self.source is None:
            return None
        if concern.place:
            return concern.place
        return self.source.place(keys_to(concern.facts[0], self.evaluation.case) if concern.facts else ())


@dataclass(frozen=True, slots=True)
class Unread:
    """A case that couldn't be read, with everything that is the matter with it; its problems have their places."""

    name: str
    problems: tuple[Problem, ...]
    language: Language


Cases = Sequence[Checked | Unread]

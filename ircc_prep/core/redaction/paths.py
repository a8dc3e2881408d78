"""Paths of facts: what they are under the roles' ids, and what the fact at their end tells."""

import re
from collections.abc import Mapping

from ircc_prep.core.case import Case, Noun
from ircc_prep.core.nouns import field_name
from ircc_prep.core.redaction.labels import LABELS, Label

_OF_A_PERSON = re.compile(r"people\.([^.\[]+)")
_STEP = re.compile(r"[^.\[\]]+")
_INDEX = re.compile(r"\[\d+\]")


def renamed(path: str, ids: Mapping[str, str]) -> str:
    """The path with the person's id as others see it; somebody whom the file doesn't know is nobody."""
    return _OF_A_PERSON.sub(lambda found: f"people.{ids.get(found[1], 'nobody')}", path, count=1)


def label_of(path: str, answers: Mapping[str, Label]) -> Label | type[Noun]:
    """What the fact at a path of the case tells of a person; of one that nothing is known of, the worst is assumed."""
    if path in answers:
        return answers[path]
    steps = _STEP.findall(_INDEX.sub("", path))
    if steps[0] == "people":
        steps = [steps[0], *steps[2:]]
    here: Label | type[Noun] = Case
    for step in steps:
        if isinstance(here, str):
            break
        here = LABELS[here].get(field_name(step), "words")
    return here

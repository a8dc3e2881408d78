"""The case as an audience may see it: field by field, as the table of labels and the key say."""

from collections.abc import Iterator
from typing import Any

from ircc_prep.core.case import Case, Noun
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.nouns import field_path
from ircc_prep.core.redaction.key import MASKED, Key
from ircc_prep.core.redaction.labels import LABELS, Label

Leaf = tuple[str, Label, Any]  # a fact's path, what it tells, what the file says


def leaves(noun: Noun, path: str = "") -> Iterator[Leaf]:
    """Every answered field of the case that isn't a noun itself; a list of words or countries is one leaf."""
    for name, label in LABELS[type(noun)].items():
        value = getattr(noun, name)
        here = f"{path}.{field_path(name)}" if path else field_path(name)
        if isinstance(label, str):
            if value is not None:
                yield here, label, value
        elif isinstance(value, Noun):
            yield from leaves(value, here)
        else:
            for index, each in enumerate(value or ()):
                yield from leaves(each, f"{here}.{each.id}" if name == "people" else f"{here}[{index}]")


def masked(case: Case, key: Key) -> tuple[Case, frozenset[str]]:
    """The case for the key's audience, and the paths of the facts that were answered and aren't there any more."""
    hidden = {
        key.path(path)
        for path, label, value in leaves(case)
        if label not in ("answers", "paths") and _shown(label, value, key) is None
    }
    shown: Case = _noun(case, key)
    return shown, frozenset(hidden)


def kept_words(case: Case) -> frozenset[str]:
    """The words of closed lists and the codes in a case: those that a sentence may say by themselves."""
    return frozenset(value for _, label, value in leaves(case) if label == "fact" and isinstance(value, str))


def _noun(noun: Any, key: Key) -> Any:
    # A copy isn't validated: a role's id and the number of a country fit where the ones in the file did.
    return noun.model_copy(update={name: _field(name, noun, key) for name in LABELS[type(noun)]})


def _field(name: str, noun: Noun, key: Key) -> Any:
    label, value = LABELS[type(noun)][name], getattr(noun, name)
    if label == "answers":
        return {id: _answer(id, each, key) for id, each in value.items() if id not in key.withheld}
    if label == "paths":
        return tuple(key.path(path) for path in value if path not in key.withheld)
    if isinstance(label, str):
        return _shown(label, value, key)
    if isinstance(value, tuple):
        return tuple(_noun(each, key) for each in value)
    return None if value is None else _noun(value, key)


def _shown(label: Label, value: Any, key: Key) -> Any:
    if isinstance(value, tuple):
        shown = (key.value(label, each) for each in value)
        return tuple(MASKED if each is None else each for each in shown)  # as many as there are
    return key.value(label, value)


def _answer(id: str, value: Any, key: Key) -> Any:
    if value is None:
        return None
    shown = key.value(key.answers[id], _dated(value, key.answers[id]))
    return MASKED if shown is None else str(shown) if key.answers[id] == "day" else shown


def _dated(value: Any, label: Label) -> Any:
    """An answer that is a date as one: the file holds its words, and a bare year as a number."""
    return PartialDate.parse(str(value)) if label == "day" else value

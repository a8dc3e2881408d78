"""What an audience may see of the concerns: what its evaluation tells, and nobody's reasons or names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ircc_prep.core.gate import strict
from ircc_prep.core.gate.concern import Concern, concerns, named_apart
from ircc_prep.core.gate.verdict import Verdict
from ircc_prep.core.redaction.key import AUDIENCES
from ircc_prep.core.result import Audience, Evaluation
from ircc_prep.core.text import Text

_NEITHER = {"country": None, "months": None}
_NOT_SHOWN = Text("What it is about isn’t shown here.", "Ce dont il s’agit n’est pas montré ici.")


def for_audience(found: Sequence[Concern], evaluation: Evaluation) -> tuple[Concern, ...]:
    """The concerns of the whole evaluation as the one for an audience tells them, in the same order and as many."""
    if evaluation.redaction is None:
        return tuple(found)
    told = iter([*concerns(evaluation), *strict.unverified_rules(evaluation)])
    return tuple(named_apart(_shown(each, told, evaluation) for each in found))


def verdict_for(audience: Audience, verdict: Verdict) -> Verdict:
    """The verdict as an audience may see it: what is gone from the baseline tells a log no country and no time."""
    if AUDIENCES[audience].get("country", "keep") == "keep":
        return verdict
    return replace(verdict, gone=tuple(known.model_copy(update=_NEITHER) for known in verdict.gone))


def _shown(concern: Concern, told: Iterator[Concern], evaluation: Evaluation) -> Concern:
    if concern.kind not in ("strict", "waiver") or concern.id == strict.UNVERIFIED:
        return replace(next(told), standing=concern.standing, expires=concern.expires)
    if concern.kind == "waiver":
        # Whose it is may be a name, and its file's may too.
        return replace(concern, name=concern.id, person=None, country=None, place=None)
    if concern.id == strict.STALE and set(concern.sources) <= set(evaluation.sources):
        return replace(concern, reason=None, owner=None)
    return replace(
        concern,
        name=concern.id,
        message=_NOT_SHOWN,
        person=None,
        country=None,
        hint=None,
        facts=(),
        sources=(),
        state="",
        reason=None,
        owner=None,
    )

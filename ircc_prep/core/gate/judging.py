"""The door of the gate: cases held against what may fail, with what somebody answers for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ircc_prep.core.case import Case
from ircc_prep.core.gate import strict
from ircc_prep.core.gate.baseline import Known, accepted
from ircc_prep.core.gate.concern import Concern, concerns, named_apart
from ircc_prep.core.gate.strict import strict_concerns
from ircc_prep.core.gate.verdict import FailOn, Verdict, exit_code
from ircc_prep.core.gate.waivers import PlacedWaiver, expired, idle, waived
from ircc_prep.core.problems import did_you_mean
from ircc_prep.core.result import Evaluation
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text


@dataclass(frozen=True, slots=True)
class Rules:
    """What may fail, and what doesn't count. None: no such file was given."""

    fail_on: FailOn = "missing"
    strict: bool = False
    stale_after: int = 0  # days; for `strict`
    waivers: tuple[PlacedWaiver, ...] | None = None
    baseline: Mapping[str, Sequence[Known]] | None = None  # by what each case is called there


@dataclass(frozen=True, slots=True)
class Subject:
    """A case to be judged: its file, what a baseline calls it, what the person gave, and what follows from it."""

    file: str
    known_as: str
    case: Case
    evaluation: Evaluation
    book: Rulebook


@dataclass(frozen=True, slots=True)
class Judged:
    """What is the matter with a case and what became of each concern."""

    concerns: tuple[Concern, ...]
    verdict: Verdict


def judge(subjects: Sequence[Subject], rules: Rules, *, whole: bool) -> list[Judged]:
    """The cases one by one. `whole`: no other case was named that couldn't be read, and that a waiver may be for."""
    found = [_concerns(subject, rules) for subject in subjects]
    about_waivers = _about_waivers(subjects, found, rules, whole=whole)
    return [
        _judged(subject, each, about, rules)
        for subject, each, about in zip(subjects, found, about_waivers, strict=True)
    ]


def _concerns(subject: Subject, rules: Rules) -> tuple[Concern, ...]:
    found = concerns(subject.evaluation)
    if not rules.strict:
        return found
    return (*found, *strict_concerns(subject.evaluation, subject.case, subject.book, rules.stale_after))


def _judged(subject: Subject, found: Sequence[Concern], about: Sequence[Concern], rules: Rules) -> Judged:
    evaluation = subject.evaluation
    mine = [placed.waiver for placed in rules.waivers or () if _is_for(placed, subject)]
    standing = (*waived(found, mine, evaluation.checked_on), *about)
    known = (rules.baseline or {}).get(subject.known_as, ())
    standing, gone = accepted(standing, known, subject.known_as, evaluation.case)
    code = exit_code(standing, rules.fail_on)
    has = (rules.waivers is not None, rules.baseline is not None)
    return Judged(standing, Verdict(code, rules.fail_on, rules.strict, *has, gone))


def _is_for(placed: PlacedWaiver, subject: Subject) -> bool:
    return placed.waiver.is_for(subject.file, subject.case.program)


def _about_waivers(
    subjects: Sequence[Subject], found: Sequence[Sequence[Concern]], rules: Rules, *, whole: bool
) -> list[list[Concern]]:
    """What is the matter with the waivers themselves, each told once: at the first case that it is for.

    One that is for no case of this run is left alone: another run needs it.
    """
    told: list[list[Concern]] = [[] for _ in subjects]
    for placed in rules.waivers or ():
        places = [n for n, subject in enumerate(subjects) if _is_for(placed, subject)]
        covered = [n for n in places if any(placed.waiver.covers(concern) for concern in found[n])]
        if not places:
            continue
        if not placed.waiver.holds(subjects[0].evaluation.checked_on):
            told[(covered or places)[0]].append(expired(placed))
        elif not covered and whole and _can_be_found(placed, rules):
            hint = _nearest(placed, [subjects[n].book for n in places], [each for n in places for each in found[n]])
            told[places[0]].append(idle(placed, hint, strict=rules.strict))
    return [list(named_apart(each)) for each in told]


def _can_be_found(placed: PlacedWaiver, rules: Rules) -> bool:
    """Whether this run looks for such a thing at all: what `--strict` finds isn't there without it."""
    return rules.strict or (placed.waiver.finding or "").split("/")[0] not in strict.IDS


def _nearest(placed: PlacedWaiver, books: Iterable[Rulebook], found: Iterable[Concern]) -> Text:
    """What to do about a waiver that covers nothing: the nearest name where there is no such one, else take it out."""
    waiver = placed.waiver
    if waiver.item is not None:
        known = {"interview", *(compiled.requirement.id for book in books for compiled in book.requirements)}
    else:
        known = {rule.finding for book in books for rule in book.checklist.findings.values()}
        known |= {concern.called for concern in found if concern.kind == "strict"}
    named = waiver.item or waiver.finding or ""
    guess = None if named in known else did_you_mean(named, sorted(known))
    return guess or Text(
        "Take it out, or check its item, person and country: it covers only what it names.",
        "Retirez-la, ou vérifiez son élément, sa personne et son pays : elle ne vise que ce qu’elle nomme.",
    )

"""Cases opened, evaluated and held against the gate, for one run of `check`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import typer

from ircc_prep.api.judging import checked_of, subject_of
from ircc_prep.api.opening import Opened
from ircc_prep.cli.language import HELP_LANGUAGE
from ircc_prep.cli.opening import open_case
from ircc_prep.cli.options import Settings
from ircc_prep.cli.output import problem_lines
from ircc_prep.core.gate.baseline import Known, known_now
from ircc_prep.core.gate.judging import Rules, judge
from ircc_prep.core.gate.verdict import FailOn, worst
from ircc_prep.core.problems import Problem
from ircc_prep.core.result import Audience
from ircc_prep.core.text import Text
from ircc_prep.errors import IrccPrepError
from ircc_prep.files import baseline, waivers
from ircc_prep.files.checklists import Pack
from ircc_prep.render.formats.checked import Checked, Unread

A_YEAR = 365  # days after which a source is stale
_SEE_UNREDACTED = Text("Without --redact the errors say what to do.", "Sans --redact, les erreurs disent quoi faire.")


@dataclass(frozen=True, slots=True)
class Gate:
    """What may fail and what doesn't count, as the options say it."""

    fail_on: FailOn = "missing"
    strict: bool = False
    stale_after: int = A_YEAR
    waivers: Path | None = None
    baseline: Path | None = None
    write_baseline: Path | None = None

    def rules(self, today: date) -> Rules:
        """The same, with the files read; raises UsageError. A baseline that is written anew isn't read."""
        signed = waivers.load(self.waivers, today) if self.waivers else None
        known = baseline.load(self.baseline) if self.baseline and not self.write_baseline else None
        return Rules(self.fail_on, self.strict, self.stale_after, signed, known)

    def known_as(self, case: Path) -> str:
        """What the baseline that is written or read calls a case."""
        lies = self.write_baseline or self.baseline
        return baseline.known_as(case, lies) if lies else ""


@dataclass(frozen=True, slots=True)
class Found:
    """What one run found. `failed` is the exit code of the cases that can't be read; 0 where all could be."""

    cases: tuple[Checked | Unread, ...]
    opened: tuple[Opened, ...]
    code: int
    failed: int
    known: tuple[Known, ...]  # what a baseline of this run holds

    @property
    def exit_code(self) -> int:
        """What the command ends with: that a case can't be read goes before all else."""
        return self.failed or self.code


def found(
    paths: Sequence[Path], gate: Gate, settings: Settings, today: date, audience: Audience, *, reported: bool
) -> Found:
    """The cases, judged. What can't be read is told of on stderr and kept among them.

    A single case that can't be read is raised as the error that it is, unless it is to be `reported`.
    """
    rules = gate.rules(today)
    pack, names = Pack(settings.checklists, examples=False), _names(paths, audience)
    opening = settings if audience == "self" else replace(settings, quiet=True)  # what is said of a file names it
    tried = [_tried(path, name, pack, opening, audience) for path, name in zip(paths, names, strict=True)]
    opened = tuple(each for each in tried if isinstance(each, Opened))
    errors = [each for each in tried if isinstance(each, IrccPrepError)]
    if errors and len(paths) == 1 and not reported:
        raise errors[0]
    _tell(errors, settings)
    subjects = [subject_of(each, gate.known_as(each.file.path), today) for each in opened]
    judged = judge(subjects, rules, whole=not errors)
    known: tuple[Known, ...] = ()
    if gate.write_baseline:
        now = [known_now(one.concerns, each.known_as, each.case) for each, one in zip(subjects, judged, strict=True)]
        of_now = {each.known_as: entries for each, entries in zip(subjects, now, strict=True)}
        known = tuple(entry for entries in of_now.values() for entry in entries)
        judged = judge(subjects, replace(rules, baseline=of_now), whole=not errors)
    results = iter(zip(subjects, judged, strict=True))
    cases = tuple(
        Unread(name, each.problems, settings.language())
        if isinstance(each, IrccPrepError)
        else checked_of(name, each, *next(results), settings.language(each.case), audience)
        for name, each in zip(names, tried, strict=True)
    )
    code = worst(each.verdict.code for each in judged)
    return Found(cases, opened, code, max((error.exit_code for error in errors), default=0), known)


def _tried(path: Path, name: str, pack: Pack, settings: Settings, audience: Audience) -> Opened | IrccPrepError:
    """The case; or why it can't be read, as its readers may be told."""
    try:
        return open_case(path, settings, pack)
    except IrccPrepError as error:
        problems = error.problems if audience == "self" else (_nameless(each, path, name) for each in error.problems)
        return type(error)(*problems)


def _nameless(problem: Problem, path: Path, name: str) -> Problem:
    """A problem under another name: a file is often called after somebody, and an error's words hold its name."""
    if problem.place is None:
        what = Text(f"{name} can’t be read.", f"Impossible de lire {name}.")
        return replace(problem, what=what, hint=_SEE_UNREDACTED)
    if problem.place.file != str(path):  # a checklist's
        return problem
    return replace(problem, hint=_SEE_UNREDACTED, place=replace(problem.place, file=name))


def _tell(errors: Iterable[IrccPrepError], settings: Settings) -> None:
    for error in errors:
        for problem in error.problems:
            typer.echo(problem_lines(problem, settings.lang or HELP_LANGUAGE), err=True)


def _names(paths: Sequence[Path], audience: Audience) -> list[str]:
    if audience == "self":
        return [str(path) for path in paths]
    return ["CASE"] if len(paths) == 1 else [f"CASE-{number}" for number in range(1, len(paths) + 1)]

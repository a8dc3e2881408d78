"""A case checked, as a Python program reads it: the whole result as data, and what most programs want of it."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ircc_prep import __version__
from ircc_prep.api.choices import StrPath, audience_of, chosen, day_of, language_of, path_of
from ircc_prep.api.given import OpenCase
from ircc_prep.api.judging import checked_of, subject_of
from ircc_prep.core.gate.concern import Kind, Level, Standing
from ircc_prep.core.gate.judging import Rules, judge
from ircc_prep.core.gate.verdict import READY, FailOn
from ircc_prep.core.result import Audience, HoldingState, Likelihood, Severity, Status
from ircc_prep.core.text import Language
from ircc_prep.files import baseline as baselines
from ircc_prep.files import waivers as waiver_files
from ircc_prep.render.formats.results import case_data


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items and findings there are. A needed item is ready or to get; the other items are counted apart."""

    ready: int
    to_get: int
    undetermined: int
    not_needed: int
    recommended: int
    blockers: int
    warnings: int
    notes: int


@dataclass(frozen=True, slots=True)
class Item:
    """One requirement for one person and, where it applies, one country.

    `name` is unique in the case: `police-certificate/maria/AE`. `holding` is None where nothing has to be held.
    `reason` says in one sentence why it is needed, isn't, or can't be told yet. `sources` are keys of the result's.
    """

    id: str
    name: str
    title: str
    person: str | None
    country: str | None
    status: Status
    holding: HoldingState | None
    reason: str
    missing_facts: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def to_get(self) -> bool:
        """Whether it is needed and isn't ready."""
        return self.status == "needed" and self.holding != "ready"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the file that an officer would ask about. `facts` are paths in the case file."""

    code: str
    severity: Severity
    person: str | None
    message: str
    facts: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing that a check may fail for, and whether it counts. docs/scripts.md#gate explains levels and standings.

    `name` is unique in the case. `expires` is the last day of the waiver that covers it.
    """

    kind: Kind
    id: str
    name: str
    level: Level
    person: str | None
    country: str | None
    message: str
    facts: tuple[str, ...]
    standing: Standing
    expires: date | None


@dataclass(frozen=True, slots=True)
class Check:
    """What a check found. Its texts are in one language, and personal data unless it was redacted.

    `exit_code` is that of the command: 0 ready, 1 not ready, 3 nothing fails and something can't be told yet.
    `result` is the whole as `check --format json` writes it: `ircc-prep/result/1`, whose keys stay.
    """

    exit_code: int
    checked_on: date
    interview: Likelihood
    counts: Counts
    items: tuple[Item, ...] = field(repr=False)
    findings: tuple[Finding, ...] = field(repr=False)
    concerns: tuple[Concern, ...] = field(repr=False)
    result: dict[str, Any] = field(repr=False)

    @property
    def ready(self) -> bool:
        """Whether nothing that `fail_on` names is left, and everything can be told."""
        return self.exit_code == READY

    @property
    def findings_by_code(self) -> dict[str, tuple[Finding, ...]]:
        """The findings of each code, in their order; a code that found nothing isn't there."""
        codes = dict.fromkeys(finding.code for finding in self.findings)
        return {code: tuple(each for each in self.findings if each.code == code) for code in codes}


def check(
    case: OpenCase,
    *,
    on: date | None = None,
    fail_on: FailOn = "missing",
    strict: bool = False,
    stale_after: int = 365,
    waivers: StrPath | None = None,
    baseline: StrPath | None = None,
    lang: Language | None = None,
    redact: Audience = "self",
) -> Check:
    """Holds a case against its checklist, as `ircc-prep check` does.

    `on` is the day of the check (None: today). `fail_on` is what makes it fail: `blocker`, `missing`, `warning` or
    `never`. `strict` adds sources that nobody compared for more than `stale_after` days, rules that aren't verified,
    and what in the case counts for nothing. `waivers` and `baseline` are files; a baseline knows a case by the path of
    its file, so that it knows nothing of one that is no file. `lang` is the language of the texts (None: the case's,
    else English), `redact` for whose eyes they are.

    Raises UsageError for a file of waivers or a baseline that can't be read or isn't valid, and for a word that isn't
    one of those above.
    """
    today, audience = day_of(on), audience_of(redact)
    path = path_of(baseline)
    signed = waiver_files.load(Path(waivers), today) if waivers is not None else None
    known = baselines.load(path) if path else None
    rules = Rules(chosen("fail_on", fail_on, FailOn), strict, stale_after, signed, known)
    opened = case.behind.opened
    file = opened.file.path
    subject = subject_of(opened, baselines.known_as(file, path) if path else "", today)
    (judged,) = judge([subject], rules, whole=True)
    name = str(file) if audience == "self" else "CASE"
    found = checked_of(name, opened, subject, judged, language_of(lang, opened.case), audience)
    return _check(case_data(found, __version__), today)


def _check(result: dict[str, Any], today: date) -> Check:
    gate = result["gate"]
    return Check(
        exit_code=gate["exit_code"],
        checked_on=today,
        interview=result["interview"]["likelihood"],
        counts=Counts(**result["summary"]),
        items=tuple(map(_item, result["items"])),
        findings=tuple(map(_finding, result["findings"])),
        concerns=tuple(map(_concern, gate["concerns"])),
        result=result,
    )


def _item(item: dict[str, Any]) -> Item:
    return Item(
        id=item["id"],
        name="/".join(part for part in (item["id"], item["person"], item["country"]) if part),
        title=item["title"],
        person=item["person"],
        country=item["country"],
        status=item["status"],
        holding=item["holding"],
        reason=item["reason"],
        missing_facts=tuple(item["missing_facts"]),
        sources=tuple(item["sources"]),
    )


def _finding(finding: dict[str, Any]) -> Finding:
    return Finding(
        code=finding["code"],
        severity=finding["severity"],
        person=finding["person"],
        message=finding["message"],
        facts=tuple(finding["facts"]),
        sources=tuple(finding["sources"]),
    )


def _concern(concern: dict[str, Any]) -> Concern:
    return Concern(
        kind=concern["kind"],
        id=concern["id"],
        name=concern["name"],
        level=concern["level"],
        person=concern["person"],
        country=concern["country"],
        message=concern["message"],
        facts=tuple(concern["facts"]),
        standing=concern["standing"],
        expires=date.fromisoformat(concern["expires"]) if concern["expires"] else None,
    )

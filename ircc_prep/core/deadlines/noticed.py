"""Days that the officer's eye knows of: passports, statuses in Canada, medical exams, a child's age.

The words, sources and confidence are those of the findings; a finding that is raised says more than its rule.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ircc_prep.core.case import Passport
from ircc_prep.core.deadlines.deadline import Deadline, Kind
from ircc_prep.core.result import Evaluation
from ircc_prep.core.review.canada import NONE, TEMPORARY, certainly_there, kind_of, may_be_citizen, parts
from ircc_prep.core.review.checks.medical_runs_out import EXAMS
from ircc_prep.core.review.checks.passport_expires import NOT_FOR_RESIDENCE
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.passports import may_have_no_passport
from ircc_prep.core.review.timeline import Span
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.said import When

PASSPORT, STATUS, MEDICAL = "passport-expires", "status-ends", "medical-runs-out"
RESTORATION = "ask-for-restoration"  # the line of the checklists that counts the same day
# Findings that name a day which no item and no list gives: the word that holds it, and what it is a day of.
NAMED: dict[tuple[str, str], tuple[str, Kind, str]] = {
    (MEDICAL, "soon"): ("ends", "paper", "medical-exam"),
    (MEDICAL, "before-that-day"): ("ends", "paper", "medical-exam"),
    (STATUS, "restoration"): ("last_day", "last-day", RESTORATION),
    ("child-age-line", "turning"): ("turns", "age", "age"),
    ("child-age-line", "soon"): ("turns", "age", "age"),
}


def named(book: Rulebook, found: Evaluation) -> Iterator[Deadline]:
    """The days that findings name."""
    for finding in found.findings:
        word, kind, subject = NAMED.get((finding.code, finding.says), ("", "paper", ""))
        said = finding.words.get(word)
        if not isinstance(said, When):
            continue
        # The day before the birthday is the last on which the age is what it was.
        day = said.date.plus_days(-1) if kind == "age" else said.date
        yield Deadline(
            kind,
            subject,
            day,
            finding.person,
            title=finding.title,
            advice=None if kind == "age" else finding.prepare,
            sources=tuple(book.sources[id] for id in finding.sources),
            confidence=finding.confidence,
        )


def advised(book: Rulebook, deadline: Deadline) -> Deadline:
    """Of a medical exam, what the finding on it says to do: nobody books another before IRCC asks for it."""
    rule = book.findings.get(MEDICAL)
    if rule is None or deadline.subject not in EXAMS:
        return deadline
    return replace(deadline, advice=rule.says["soon"].prepare)


def passports(book: Rulebook, found: Evaluation, file: File) -> Iterator[Deadline]:
    """The passport of each person who comes along that is valid longest.

    None of refugees and protected persons: to renew one with the country that somebody fled can do harm.
    """
    for person in file.family:
        held = [each.expires for _, each in person.passports or () if each.expires and _counts(file, each)]
        stays_behind = person.person.accompanying is False
        if held and not stays_behind and not may_have_no_passport(file, person):
            expires = max(held, key=lambda day: day.last)
            yield from _of_rule(book, found, PASSPORT, None, Deadline("passport", "passport", expires, person.id))


def _counts(file: File, passport: Passport) -> bool:
    return file.leads_to == "temporary-residence" or passport.kind not in NOT_FOR_RESIDENCE


def statuses(book: Rulebook, found: Evaluation, file: File) -> Iterator[Deadline]:
    """Of each person who lives in Canada, the last day of each kind of temporary status.

    A kind is told by its number in the order in which they began: ids are digests, and a word could be guessed back.
    """
    for person in file.family:
        if _is_there(person, file.today):
            for nth, status in enumerate(_last_of_each_kind(person)):
                deadline = Deadline("permit", "status", status.end, person.id, nth)
                yield from _of_rule(book, found, STATUS, "ends-soon", deadline)


def _last_of_each_kind(person: PersonFile) -> list[Span]:
    """The one that ends last of each kind; none where one that isn't temporary ends after all, or one goes on."""
    listed = [status for status in person.status or () if kind_of(status) != NONE]
    if not listed or may_be_citizen(person) or any(status.ongoing for status in listed):
        return []
    if kind_of(max(listed, key=_ending)) not in TEMPORARY:
        return []
    begun = sorted(listed, key=lambda status: status.longest[0])
    kinds = dict.fromkeys(kind_of(status) for status in begun if kind_of(status) in TEMPORARY)
    return [max((status for status in listed if kind_of(status) == kind), key=_ending) for kind in kinds]


def _ending(status: Span) -> tuple[date, date]:
    return status.end.last, status.end.first


def _is_there(person: PersonFile, today: date) -> bool:
    return bool(list(parts(certainly_there(person), (today, today))))


def _of_rule(book: Rulebook, found: Evaluation, code: str, says: str | None, deadline: Deadline) -> Iterator[Deadline]:
    """The deadline with what the finding says of the person, or else with what its rule says in general."""
    rule = book.findings.get(code)
    if rule is None:
        return
    raised = next((each for each in found.findings if (each.code, each.person) == (code, deadline.person)), None)
    words = raised or (rule.says[says] if says else None)
    sources = (words.sources if words else ()) or rule.sources
    yield replace(
        deadline,
        advice=words.prepare if words else None,
        sources=tuple(book.sources[id] for id in sources),
        confidence=(words.confidence if words else None) or rule.confidence,
    )

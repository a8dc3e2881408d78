"""What is new since the application was sent: an applicant answers for the whole file until the decision (IRPA 16(1)).

New is what certainly began after submission and wasn't so already: a home in another place, another activity, a
passport, another status, a refusal, a charge, a marriage. Children are the matter of `child-unlisted`, charges that the
answer denies that of `charge-unlisted`. People may have told IRCC long ago, so it is a note, and nothing at all where
the answer about such changes says yes: telling IRCC is on the list of steps then. Only where that answer certainly says
otherwise is it a contradiction. A family that moves to one place has moved once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ircc_prep.core.case import Activity, Charge, Noun, Passport, Period, Refusal, StatusInCanada, Stay
from ircc_prep.core.dates import PartialDate, add_months
from ircc_prep.core.derive.experience import PAID
from ircc_prep.core.review.beginnings import beginnings
from ircc_prep.core.review.family import day_of
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.places import Places, place_of
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Span
from ircc_prep.core.review.whereabouts import folded
from ircc_prep.core.said import Value, When, entries
from ircc_prep.core.text import Text

MARRIED_ON = "relationship.married_on"
ON_ARRIVAL = "port-of-entry"  # in this stream the officer who examines the person is told of changes (IRPR 51)
MOVING = 1  # months for which the old home may be kept beside the new one
TOWN = 2  # parts of a place that say the town: country and city
DECIDED = {("permanent-resident",), ("citizen",), ("protected-person",)}


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of change: what it is called, the answer that speaks of it, and the words where that says otherwise."""

    name: Text
    answer: str
    denied: str | None = None


@dataclass(frozen=True, slots=True)
class New:
    """Something new: its path, the day from which it is so, and whether an answer that denies it must be wrong."""

    sort: Sort
    path: str
    day: PartialDate
    surely: bool = True


HOME = Sort(Text("another address", "une autre adresse"), "changes.address", "home-denied")
# “Is there anything else to change: … work, studies …”: the question names these two, so a no speaks of them.
WORK = Sort(Text("other work or studies", "un autre travail ou d’autres études"), "changes.other_fact", "work-denied")
ACTIVITY = Sort(Text("another activity", "une autre activité"), "changes.other_fact")
PASSPORT = Sort(Text("a passport", "un passeport"), "changes.passport", "passport-denied")
STATUS = Sort(Text("another status in Canada", "un autre statut au Canada"), "changes.other_fact")
REFUSAL = Sort(Text("a refusal", "un refus"), "changes.other_fact")
CHARGE = Sort(Text("an arrest or a charge", "une arrestation ou une accusation"), "changes.criminal")
MARRIAGE = Sort(Text("a marriage", "un mariage"), "changes.marital_status", "marriage-denied")
DAY_OF_MARRIAGE = Text("the day of the marriage", "la date du mariage")
_OF_ENTRIES: dict[type[Noun], Sort] = {
    Activity: ACTIVITY, Passport: PASSPORT, StatusInCanada: STATUS, Refusal: REFUSAL, Charge: CHARGE,
}  # fmt: skip


@check("changed-since-submission")
def changed_since_submission(file: File) -> Iterator[Raised]:
    """For each person in the family, what is new since submission, beside the answers about changes."""
    sent = file.case.submitted
    if sent is None or not file.already_submitted:
        return
    moved: set[tuple[str | None, ...]] = set()
    for person in file.family:
        found = [*_homes(person, sent, moved), *_entries(person, sent), *_marriage(file, person, sent)]
        denied = [each for each in found if each.sort.denied and each.surely and _answer(file, each) is False]
        for says in dict.fromkeys(each.sort.denied for each in denied):
            if says:
                yield _raised(says, person, sent, [each for each in denied if each.sort.denied == says])
        told = [each for each in found if each not in denied and _worth_telling(file, each)]
        if told:
            says = "tell-on-arrival" if file.case.stream == ON_ARRIVAL else "tell"
            yield _raised(says, person, sent, told)


def _answer(file: File, new: New) -> Any:
    return file.answers.get(new.sort.answer)


def _worth_telling(file: File, new: New) -> bool:
    """Whether no step says so already, and no other finding."""
    answer = _answer(file, new)
    return answer is None if new.sort is CHARGE else answer is not True


def _raised(says: str, person: PersonFile, sent: PartialDate, found: Sequence[New]) -> Raised:
    paths = tuple(each.path for each in found)
    first = min((each.day for each in found), key=lambda day: (day.first, day.last))
    names = tuple(dict.fromkeys(each.sort.name for each in found))
    listed = entries([path for path in paths if path != MARRIED_ON])
    where = (*listed, DAY_OF_MARRIAGE) if MARRIED_ON in paths else listed
    words: dict[str, Value] = {"sent": When(sent), "news": names, "day": When(first), "entries": where}
    return Raised(says, person.id, paths, first, words=words)


def _homes(person: PersonFile, sent: PartialDate, moved: set[tuple[str | None, ...]]) -> Iterator[New]:
    """Homes since submission in a place where the person certainly didn't live on that day.

    “Your address” is the applicant's, and it has certainly changed only where a home is certainly that of the day, and
    every one that may be was left.
    """
    stays = [(span, span.entry) for span in person.lived or () if isinstance(span.entry, Stay)]
    then = [(span, stay) for span, stay in stays if _then(stay, sent)]
    if not then:
        return
    left = max(date.max if span.ongoing else span.longest[1] for span, _ in then)
    at_home = any(_certainly_then(span, sent) for span, _ in then)
    known = Places(stay for _, stay in then)
    applicant = person.person.role == "principal-applicant"
    for span, stay in stays:
        if span.start and _since(span.start, sent, person) and known.certainly_lack(stay):
            town = place_of(stay)[:TOWN]
            if applicant or town not in moved:
                surely = applicant and at_home and left <= add_months(span.start.first, MOVING)
                yield New(HOME, span.path, span.start, surely)
            moved.add(town)


def _entries(person: PersonFile, sent: PartialDate) -> Iterator[New]:
    """Entries of the other lists that certainly began since, and don't only carry on what was so on that day.

    Permanent residence, citizenship and protection are what such files are decided with: nobody has to tell of them.
    """
    lists = (person.person.activities or (), person.person.status_in_canada or ())
    then = {_what(entry) for listed in lists for entry in listed if _then(entry, sent)}
    for each in beginnings(person):
        sort = WORK if _work_or_studies(each.entry) else _OF_ENTRIES.get(type(each.entry))
        known = isinstance(each.entry, Activity | StatusInCanada) and _what(each.entry) in then | DECIDED
        if sort and _since(each.day, sent, person) and not known:
            yield New(sort, each.path, each.day)


def _work_or_studies(entry: Noun) -> bool:
    return isinstance(entry, Activity) and entry.kind in (*PAID, "study")


def _marriage(file: File, person: PersonFile, sent: PartialDate) -> Iterator[New]:
    day = day_of(file, MARRIED_ON)
    if person is file.applicant and day and _since(day, sent, person):
        yield New(MARRIAGE, MARRIED_ON, day)


def _since(day: PartialDate, sent: PartialDate, person: PersonFile) -> bool:
    """Whether the day certainly comes after submission; what is still to come is no change yet."""
    return sent.before(day) is True and day.first <= person.today


def _then(entry: Period, sent: PartialDate) -> bool:
    """Whether it may have been so on the day of submission."""
    begun = entry.start is None or entry.start.first <= sent.last
    return begun and (entry.end is None or entry.end.last >= sent.first)


def _certainly_then(span: Span, sent: PartialDate) -> bool:
    """Whether every reading has it so on the day of submission, whichever that is."""
    return span.shortest is not None and span.shortest[0] <= sent.first and sent.last <= span.shortest[1]


def _what(entry: Activity | StatusInCanada) -> tuple[str | None, ...]:
    """What an entry says apart from its dates: the same work with the same employer, the same status."""
    if isinstance(entry, Activity):
        return entry.kind, folded(entry.title or ""), folded(entry.organization or ""), entry.country
    return (entry.kind,)

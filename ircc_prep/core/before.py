"""What to have at hand before the first question of a program, for somebody who has no case yet.

Everything is read off the program itself. Two made-up cases that say nothing but who is in them are held against its
rules: one of a person alone, and one of a whole family that is called to an interview. What the first certainly needs,
everyone needs; what else the second may need depends on the person.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ircc_prep.core.case import Case
from ircc_prep.core.checklist import Source, Timing
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.nouns import NOUN_FIELDS
from ircc_prep.core.questionnaire import applicable
from ircc_prep.core.result import Item
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.span import asked_of
from ircc_prep.core.text import Text

_INVITED = "interview.invited"
_TO_LOOK_UP = ("money", "number", "date", "text", "country")  # a yes or no needs nothing at hand
_KINDS = ("document", "step", "form", "fee")  # what others must issue first


@dataclass(frozen=True, slots=True)
class Need:
    """A document, form, fee or step, why it is needed, and what is known of its time."""

    id: str
    kind: str
    form: str | None
    title: Text
    because: Text
    timing: Timing | None
    disputed: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preparation:
    """What to have at hand, and what the program will want."""

    program: str
    title: Text
    summary: Text
    stream: Text | None
    streams: Mapping[str, Text]  # to choose from, where none is chosen
    warning: Text | None  # of a program that is closed or paused
    alone: tuple[int, int]  # the usual number of questions for one person
    family: tuple[int, int]  # the same for a family of three
    history_years: int | None
    people: bool  # whether names and dates of birth are asked
    lists: tuple[str, ...]  # the lists of a person's life that are asked, by their key in the case file
    answers: tuple[Text, ...]  # the questions that want an amount, a date or a word that one may have to look up
    everyone: tuple[Need, ...]
    depends: tuple[Need, ...]
    sources: Mapping[str, Source]


def before_you_start(book: Rulebook, stream: str | None, today: date) -> Preparation:
    """What to have at hand for a program, or for one of its streams."""
    alone = _case(book, stream, ["principal-applicant", *_sponsors(book)])
    family = _case(book, stream, ["principal-applicant", "spouse-or-partner", "dependent-child", *_sponsors(book)])
    invited = family.model_copy(update={"answers": {_INVITED: True}}) if _INVITED in book.answer_types else family
    certain = evaluate(book, alone, today)
    everyone = {item.id for item in certain.items if item.status == "needed" and item.country is None}
    possible = [*certain.items, *evaluate(book, invited, today).items]
    of_one, of_family = asked_of(book, alone, today), asked_of(book, family, today)
    asked = {fact for sitting in of_family for fact in sitting}
    needs = _needs(book, possible)
    program = book.checklist.program
    cited = {id for need in needs for id in need.sources}
    return Preparation(
        program=program.program,
        title=program.title,
        summary=program.summary,
        stream=book.streams.get(stream or ""),
        streams={} if stream else book.streams,
        warning=certain.program_status,
        alone=_counted(of_one),
        family=_counted(of_family),
        history_years=program.review.history_years,
        people=bool(asked & {"person.date_of_birth", "person.family_name"}),
        lists=tuple(_lists(asked)),
        answers=tuple(_answers(book, applicable(book, family, today))),
        everyone=tuple(need for need in needs if need.id in everyone),
        depends=tuple(need for need in needs if need.id not in everyone),
        sources={id: source for id, source in book.sources.items() if id in cited},
    )


def _counted(sittings: Sequence[Sequence[str]]) -> tuple[int, int]:
    counts = [len(sitting) for sitting in sittings]
    return min(counts), max(counts)


def _case(book: Rulebook, stream: str | None, roles: Sequence[str]) -> Case:
    people = [{"id": role, "role": role} for role in roles]
    data = {"schema": 1, "program": book.checklist.program.program, "people": people}
    return Case.model_validate(data | ({"stream": stream} if stream else {}))


def _sponsors(book: Rulebook) -> list[str]:
    """A sponsor, where the program asks sponsors for anything."""
    asked = any(compiled.question.for_each == "sponsors" for compiled in book.questions)
    wanted = any(compiled.requirement.for_each.person == "sponsors" for compiled in book.requirements)
    return ["sponsor"] if asked or wanted else []


def _lists(asked: set[str]) -> Iterator[str]:
    """The lists, in the order of the case file."""
    for field, type in NOUN_FIELDS["person"].items():
        if type.kind == "list" and f"person.{field}" in asked:
            yield field


def _answers(book: Rulebook, asked: set[str]) -> Iterator[Text]:
    for compiled in book.questions:
        question = compiled.question
        if question.type in _TO_LOOK_UP and question.fact in asked and not question.safety:
            yield question.ask


def _needs(book: Rulebook, items: Sequence[Item]) -> list[Need]:
    """Each requirement that some item may need, once: what takes longest first, then what has a day to be kept."""
    timings = {compiled.requirement.id: compiled.requirement.timing for compiled in book.requirements}
    wanted = {item.id: item for item in reversed(items) if item.status in ("needed", "recommended", "undetermined")}
    order = {compiled.requirement.id: index for index, compiled in enumerate(book.requirements)}
    needs = [_need(item, timings[item.id]) for item in wanted.values()]

    def place(need: Need) -> tuple[int, bool, int, int]:
        takes = need.timing.takes if need.timing else None
        return -(takes or 0), need.timing is None, _KINDS.index(need.kind), order[need.id]

    return sorted(needs, key=place)


def _need(item: Item, timing: Timing | None) -> Need:
    sources = dict.fromkeys([*item.sources, *(timing.sources if timing else ())])
    return Need(
        item.id, item.kind, item.form, item.title, item.reason, timing, item.disputed is not None, tuple(sources)
    )

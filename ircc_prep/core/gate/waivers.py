"""Waivers: somebody took responsibility, until a day, for going on although something is the matter.

A waiver changes nothing about the case: an item that is waived is still to get, and the packet still asks for it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, ValidationInfo
from pydantic_core import PydanticCustomError

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.entry import Day
from ircc_prep.core.fields import Country, Id, Name
from ircc_prep.core.gate.concern import Concern, Level
from ircc_prep.core.problems import Place, Problem
from ircc_prep.core.said import When
from ircc_prep.core.text import Text, same
from ircc_prep.core.validation.complaints import problems_of
from ircc_prep.core.validation.saying import named

LONGEST = timedelta(days=366)
_OF_AN_ITEM = frozenset({"item", "undecided", "interview"})


def _filled(text: str, info: ValidationInfo) -> str:
    if not text:
        name = named((info.field_name or "",))
        what = Text(f"{name.en} is empty.", f"{name.fr} est vide.")
        hint = Text(
            "Whoever finds the waiver later has to know.", "La personne qui relira cette dérogation en aura besoin."
        )
        raise PydanticCustomError("too_short", "empty", {"what": what, "hint": hint})
    return text


def _not_too_long(day: date, info: ValidationInfo) -> date:
    # Who never has to look again hasn't gone on for once: they have changed the rule.
    latest = info.context["today"] + LONGEST if info.context else day
    if day > latest:
        what = Text(
            "This waiver would hold for more than a year after the day of the check.",
            "Cette dérogation vaudrait plus d’un an après le jour de la vérification.",
        )
        hint = Text(
            f"Give it a day until {latest}, and look at it again then.",
            f"Donnez-lui une date d’ici au {latest}, et revoyez-la alors.",
        )
        raise PydanticCustomError("waiver_too_long", "too long", {"what": what, "hint": hint})
    return day


Words = Annotated[Name, AfterValidator(_filled), Field(json_schema_extra={"minLength": 1})]


class _Part(BaseModel):
    """A part of the file of waivers. Unknown keys are errors; nothing is changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Waiver(_Part):
    """One thing that somebody answers for. It covers what it names and no more: without a person, nobody's things."""

    case: Words | None = Field(None, description="the case’s file name, or a program; every case without it")
    item: Id | None = Field(None, description="a requirement’s id, or `interview`")
    finding: Words | None = Field(
        None, description="a finding’s code, or `unverified-rule/…` as --strict calls it; in place of an item"
    )
    person: Id | None = None
    country: Country | None = None
    reason: Words
    owner: Words = Field(description="who answers for it")
    expires: Annotated[Day, AfterValidator(_not_too_long)] = Field(
        description="the last day on which it holds, at most a year ahead"
    )

    def is_for(self, file: str, program: str) -> bool:
        """Whether it is for the case in that file. `maria.yaml` and `2026/maria.yaml` are both for 2026/maria.yaml."""
        if self.case is None or self.case == program:
            return True
        named, parts = _parts(self.case), _parts(file)
        return parts[-len(named) :] == named

    def covers(self, concern: Concern) -> bool:
        """Whether the concern is what it names."""
        of_an_item = concern.kind in _OF_AN_ITEM
        named = self.item if of_an_item else self.finding
        return (named, self.person, self.country) == (concern.called, concern.person, concern.country)

    def holds(self, today: date) -> bool:
        """Whether its last day isn't past."""
        return today <= self.expires


class WaiversFile(_Part):
    """A file of waivers."""

    version: Literal[1] = Field(alias="schema", description="the version of this format")
    waivers: tuple[Waiver, ...]


@dataclass(frozen=True, slots=True)
class PlacedWaiver:
    """A waiver, and where its file has it."""

    waiver: Waiver
    place: Place


def read_waivers(data: Any, today: date) -> tuple[WaiversFile | None, list[Problem]]:
    """The waivers that the data describe on that day (None where they describe none), and what is wrong with them."""
    unclear = list(_not_one_thing(data))
    try:
        return WaiversFile.model_validate(data, context={"today": today}), unclear
    except ValidationError as error:
        return None, [*problems_of(error, WaiversFile), *unclear]


def _not_one_thing(data: Any) -> Iterator[Problem]:
    """Waivers that name an item and a finding, or neither: not those where one of the two may be misspelt."""
    listed = data.get("waivers") if isinstance(data, dict) else None
    for index, each in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(each, dict) and ("item" in each) == ("finding" in each) and set(each) <= set(Waiver.model_fields):
            what = Text("A waiver is for one item or one finding.", "Une dérogation vise un élément ou un constat.")
            hint = Text("Give it “item” or “finding”.", "Donnez-lui «\u00a0item\u00a0» ou «\u00a0finding\u00a0».")
            yield Problem("not-allowed", ("waivers", index), what, hint)


def waived(concerns: Sequence[Concern], waivers: Sequence[Waiver], today: date) -> tuple[Concern, ...]:
    """The concerns with what became of them; where several waivers cover one, the one that holds longest."""
    return tuple(_under(concern, waivers, today) for concern in concerns)


def _under(concern: Concern, waivers: Sequence[Waiver], today: date) -> Concern:
    waiver = max((each for each in waivers if each.covers(concern)), key=lambda each: each.expires, default=None)
    if waiver is None:
        return concern
    return replace(
        concern,
        standing="waived" if waiver.holds(today) else "expired",
        reason=same(waiver.reason),
        owner=waiver.owner,
        expires=waiver.expires,
    )


def expired(placed: PlacedWaiver) -> Concern:
    """An expired waiver fails a check by itself: it is renewed or taken out."""
    return _about(
        placed,
        "waiver-expired",
        "blocker",
        Text("A waiver ended {day}.", "Une dérogation a pris fin {day}."),
        Text(
            "Look at it again: renew it, or take it out of the file.",
            "Revoyez-la : renouvelez-la, ou retirez-la du fichier.",
        ),
    )


def idle(placed: PlacedWaiver, hint: Text, *, strict: bool) -> Concern:
    """A waiver that covers nothing: it is done with, or misspelt."""
    what = Text("A waiver covers nothing.", "Une dérogation ne vise rien.")
    return _about(placed, "waiver-idle", "blocker" if strict else "note", what, hint)


def _about(placed: PlacedWaiver, id: str, level: Level, message: Text, hint: Text) -> Concern:
    waiver = placed.waiver
    parts = (id, waiver.item or waiver.finding, waiver.person, waiver.country)
    return Concern(
        kind="waiver",
        id=id,
        name="/".join(part for part in parts if part),
        level=level,
        message=message,
        person=waiver.person,
        country=waiver.country,
        hint=hint,
        words={"day": When(PartialDate.on(waiver.expires))},
        expires=waiver.expires,
        place=placed.place,
    )


def _parts(file: str) -> list[str]:
    return [part for part in file.replace("\\", "/").split("/") if part not in ("", ".")]

"""The sources that the sections rest on, grouped so that they can be found: laws, IRCC, other governments, the rest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ircc_prep.core.checklist import Source
from ircc_prep.core.text import Language
from ircc_prep.render.context import Context
from ircc_prep.render.parts import Section, SourceGroup, SourceLine
from ircc_prep.render.words import Words

_SECTION = {
    "en": re.compile(r"(?P<law>.+), section (?P<number>\d+(?:\.\d+)*)(?: \((?P<about>.+)\))?"),
    "fr": re.compile(r"(?P<law>.+), article (?P<number>\d+(?:\.\d+)*)(?: \((?P<about>.+)\))?"),
}
_KINDS = ("law", "ircc", "government", "secondary")
_OF_MANY_PUBLISHERS = ("government", "secondary")


@dataclass(frozen=True, slots=True)
class _Part:
    """A section of a law: its number, what it is about, and the address with … for the number."""

    law: str
    number: str
    about: str | None
    address: str


def numbered(context: Context) -> dict[str, int]:
    """Numbers for the sources that were cited, in the order in which the list gives them."""
    sources = context.evaluation.sources
    order = sorted(context.numbers, key=lambda id: (_order(sources[id]), context.numbers[id]))
    return {id: number for number, id in enumerate(order, 1)}


def sources_section(context: Context) -> Section:
    """The sources under the numbers given above, each with its address, its own date and the day of the last look."""
    words, sources = context.words, context.evaluation.sources
    together: dict[tuple[str, ...], list[str]] = {}
    for id in sorted(context.numbers, key=lambda id: context.numbers[id]):
        together.setdefault(_group_of(sources[id]), []).append(id)
    groups = tuple(_group([(context.numbers[id], sources[id]) for id in ids], words) for ids in together.values())
    return Section("sources", words.say("section.sources"), "sources", words.say("lead.sources"), sources=groups)


def _order(source: Source) -> tuple[int, str, str, tuple[int, ...]]:
    """Laws by name and section, then IRCC, then the rest. The English words decide, for both languages."""
    part = _part(source, "en")
    if part:
        return 0, part.law, str(source.dated), tuple(int(digits) for digits in part.number.split("."))
    return 1 + _KINDS.index(source.kind), "" if source.kind in _OF_MANY_PUBLISHERS else source.publisher.en, "", ()


def _group_of(source: Source) -> tuple[str, ...]:
    """What sources must share to stand in one group."""
    part = _part(source, "en")
    if part:
        return "section", part.law, str(source.dated), part.address
    return (source.kind,) if source.kind in _OF_MANY_PUBLISHERS else (source.kind, source.publisher.en)


def _part(source: Source, language: Language) -> _Part | None:
    """The section of a law that a source is, when its title and address say so in the usual way, in both languages."""
    parts = {each: _part_in(source, each) for each in _SECTION}
    return parts[language] if all(parts.values()) else None


def _part_in(source: Source, language: str) -> _Part | None:
    chosen: Language = "fr" if language == "fr" else "en"
    found, url = _SECTION[language].fullmatch(source.title.of(chosen)), source.url.of(chosen)
    if source.kind != "law" or not found:
        return None
    address = re.sub(rf"-{re.escape(found['number'])}\.html$", "-….html", url)
    return None if address == url else _Part(found["law"], found["number"], found["about"], address)


def _group(numbered: Sequence[tuple[int, Source]], words: Words) -> SourceGroup:
    """One law or publisher. What is true of all is said once."""
    first = numbered[0][1]
    law, many = _part(first, words.language), first.kind in _OF_MANY_PUBLISHERS
    checked = len({source.checked for _, source in numbered}) == 1
    told = [words.of(first.publisher), _dated(first, words)] if law else []
    told += [_checked(first, words)] if checked else []
    title = law.law if law else words.say(f"sources.{first.kind}") if many else words.of(first.publisher)
    lines = []
    for number, source in numbered:
        part = _part(source, words.language)
        own = [words.of(source.publisher)] if many else []
        own += [] if part else [_dated(source, words)]
        own += [] if checked else [_checked(source, words)]
        own += [_capital(words.say("sources.low"))] if source.confidence == "low" else []
        own += [words.of(source.note).rstrip(".")] if source.note else []
        lines.append(SourceLine(number, _title(source, part, words), source.url.of(words.language), tuple(own)))
    address = law.address if law else None
    if law and len(numbered) == 1:
        address = first.url.of(words.language)
    return SourceGroup(title, tuple(told), address, tuple(lines))


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _title(source: Source, part: _Part | None, words: Words) -> str:
    if part is None:
        return words.of(source.title)
    section = words.say("sources.section", number=part.number)
    return f"{section} ({part.about})" if part.about else section


def _dated(source: Source, words: Words) -> str:
    if source.dated == "undated":
        return _capital(words.say("line.undated"))
    return _capital(words.say("line.page-dated", date=words.date(source.dated)))


def _checked(source: Source, words: Words) -> str:
    return _capital(words.say("line.checked", date=words.date(source.checked)))

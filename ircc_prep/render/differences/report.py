"""What a report of differences is made of: flat, in one language, with nothing left to decide but the layout."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that differs. Changes have a number, by which others refer to them."""

    text: str
    details: tuple[str, ...] = ()
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Things that belong together: a person's, a program's."""

    title: str | None
    entries: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the report."""

    title: str
    groups: tuple[Group, ...]
    lead: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report."""

    title: str
    facts: tuple[tuple[str, str], ...]
    sentences: tuple[str, ...]
    sections: tuple[Section, ...]


def section(title: str, entries: list[Told], lead: str | None = None) -> tuple[Section, ...]:
    """A section of one group, or none where there is nothing in it."""
    return (Section(title, (Group(None, tuple(entries)),), lead),) if entries else ()

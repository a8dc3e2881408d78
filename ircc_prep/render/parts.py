"""What a view is made of: flat, frozen, in one language, with nothing left for a template to decide."""

from dataclasses import dataclass
from typing import Literal

from ircc_prep.core.text import Language
from ircc_prep.render.timeline_parts import Timeline

# How a line stands out. Always said in words too: the packet is read in black and white.
Tone = Literal["ready", "missing", "open", "extra", "urgent", "plain"]
# How a section is laid out: boxes to tick, plain reading, questions with room to write, two columns of question and
# answer, one running line an entry.
Layout = Literal["checklist", "plain", "questions", "short", "tight", "figures", "timelines", "sources", "sheet"]
LineKind = Literal["why", "facts", "paper", "fault", "prepare", "caution", "ask", "settles", "note"]

_LONG = 450  # letters: about nine lines in the packet


@dataclass(frozen=True, slots=True)
class Line:
    """Something said under an entry: a labelled sentence, points, or both."""

    kind: LineKind
    label: str | None
    text: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a section: a document, a question, a finding, a right."""

    name: str  # the same in both languages
    title: str
    tone: Tone = "plain"
    state: str | None = None  # the tone in words
    boxes: tuple[str, ...] = ()  # to tick by hand
    lines: tuple[Line, ...] = ()
    cites: tuple[int, ...] = ()  # numbers of sources
    room: int = 0  # empty lines to write on
    compact: bool = False  # one row is enough: there is nothing to do but to tick it
    number: int | None = None  # by which a timeline refers to it

    @property
    def letters(self) -> int:
        """How much is said under the title."""
        return sum(len(line.text) + sum(map(len, line.points)) for line in self.lines)

    @property
    def long(self) -> bool:
        """Whether it may go on over the end of a page: keeping it whole would leave a hole on the page before."""
        return self.letters > _LONG


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that belong together: a person's, or one kind."""

    name: str
    title: str | None
    entries: tuple[Entry, ...]
    layout: Layout | None = None  # None: the section's
    heads: tuple[str, ...] = ()  # of the columns, in short lists


@dataclass(frozen=True, slots=True)
class FigurePart:
    """One row of a figure."""

    title: str
    value: str
    most: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its parts."""

    name: str
    title: str
    value: str
    threshold: str | None
    verdict: str | None
    tone: Tone
    parts: tuple[FigurePart, ...]
    lines: tuple[Line, ...]
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as the list at the end gives it: what its group doesn't say already."""

    number: int
    title: str
    url: str
    told: tuple[str, ...]  # publisher, the page's own date, the day someone last compared, how sure it is, a note


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Sources of one law or publisher."""

    title: str
    told: tuple[str, ...]  # what is true of all of them
    address: str | None  # of all of them, with … where each has its section's number
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One named section; `--only` chooses by name."""

    name: str
    title: str
    layout: Layout
    lead: str | None
    groups: tuple[Group, ...] = ()
    figures: tuple[Figure, ...] = ()
    timelines: tuple[Timeline, ...] = ()
    sources: tuple[SourceGroup, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show. That nothing stood out in the file is something to say."""
        return not (self.groups or self.figures or self.timelines or self.sources or self.name == "findings")

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all groups."""
        return tuple(entry for group in self.groups for entry in group.entries)


@dataclass(frozen=True, slots=True)
class Heading:
    """The title block."""

    kind: str
    program: str
    stream: str | None
    warning: str | None  # the program is closed or paused
    facts: tuple[tuple[str, str], ...]
    footer: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number at a glance."""

    name: str
    number: int
    words: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do first, with whose it is and where from, or what the matter is."""

    text: str
    detail: str | None

    @property
    def letters(self) -> int:
        """How long it is."""
        return len(self.text) + len(self.detail or "")


@dataclass(frozen=True, slots=True)
class Glance:
    """What a reader needs in ten seconds."""

    title: str
    sentence: str
    counts: tuple[Count, ...]
    interview: tuple[str, str]  # when or how likely it is, and a word under it
    first_title: str
    first: tuple[Step, ...]
    more: str | None
    urgent: str | None = None  # what can't wait until its section is reached


@dataclass(frozen=True, slots=True)
class Letter:
    """A firm's letter, on a page before the packet."""

    day: str
    lines: tuple[Line, ...]
    signed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Branding:
    """What a firm puts on the packet."""

    firm: str
    consultant: str | None
    licence: str | None
    contact: tuple[str, ...]
    logo: str | None  # the picture itself, as a data: address
    alt: str | None  # what the logo shows
    footer: str | None
    main: str | None  # colours, #rrggbb; None: the packet's own
    accent: str | None
    letter: Letter | None

    @property
    def details(self) -> tuple[str, ...]:
        """Who gives advice and by what licence, and how to reach the firm."""
        who = " · ".join(part for part in (self.consultant, self.licence) if part)
        return (who, *self.contact) if who else self.contact


@dataclass(frozen=True, slots=True)
class View:
    """A whole output in one language."""

    language: Language
    heading: Heading
    glance: Glance | None
    sections: tuple[Section, ...]
    about_title: str
    about: tuple[str, ...]
    phrases: dict[str, str]  # the few fixed words that layouts need: column heads, "Page", "Your notes"
    brand: Branding | None = None
    kept: str | None = None  # by what a browser knows the packet again; None: it keeps no ticks

    @property
    def footers(self) -> tuple[str, ...]:
        """The lines at the foot of each page."""
        own = self.brand.footer if self.brand else None
        return (self.heading.footer, own) if own else (self.heading.footer,)

    def section(self, name: str) -> Section | None:
        """The section of that name, if it is shown and has something in it."""
        return next((section for section in self.sections if section.name == name), None)

"""What is the same for every client of a batch, and one client's share of the work. Both travel to other processes."""

import json
import re
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import Literal, get_args

from ircc_prep.core.brand import BrandWithLogo
from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Language
from ircc_prep.files.clients.client import Choices, Client
from ircc_prep.render.ics import Event

Output = Literal["packet", "result", "calendar", "cover-letter", "request-letter", "handover-note"]
OUTPUTS: tuple[Output, ...] = get_args(Output)
USUAL: tuple[Output, ...] = ("packet", "result", "calendar")  # where nobody chose

_LINE_BREAK = re.compile(r"\s*\n\s*")
_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Plan:
    """The day and the form of everything that is made.

    `written` is the moment at which the batch began, which calendars bear: a batch that goes on later keeps it, so that
    the clock decides nothing. `language` is for a client for whom nobody chose one. `pack` is the digest of the
    checklists (`packs.digest`): a worker that has others refuses the work. `options` is a digest of what was chosen for
    all clients.
    """

    day: date
    written: datetime
    suffix: str
    language: Language
    pack: str
    tool: str
    options: str
    date_order: str | None = None  # how the tables of the source write days
    checklists: str | None = None  # a folder of one's own
    dry: bool = False  # check every client, make nothing
    firm: bool = False  # the dates of all clients in one calendar


@dataclass(frozen=True, slots=True)
class Task:
    """A client, what was chosen for it (its own choices over those for all), and its brand, already read."""

    key: str
    client: Client
    choices: Choices
    brand: BrandWithLogo | None = field(default=None, repr=False)
    dates_only: bool = False  # its files are there already

    @property
    def input(self) -> str:
        """A digest of the client as it was read and of what was chosen for it."""
        return digest(self.choices, self.brand, self.client.digest)


@dataclass(frozen=True, slots=True)
class BatchCounts:
    """What the check of a client found: as many items and findings as a check counts."""

    ready: int
    to_get: int
    undetermined: int
    blockers: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a client: its files, by their names, or the problems that kept them from being made."""

    key: str
    files: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    counts: BatchCounts | None = None
    problems: tuple[Problem, ...] = ()
    dates: tuple[Event, ...] = field(default=(), repr=False)  # for the firm's calendar


def shown(text: str) -> str:
    """A text on one line, without what steers a terminal or the halves of letters that names of files may hold."""
    line = _LINE_BREAK.sub(" ", text)
    return "".join(
        letter if letter.isprintable() or letter in _SPACES else "\N{REPLACEMENT CHARACTER}" for letter in line
    )


def digest(choices: Choices, brand: BrandWithLogo | None, *more: object) -> str:
    """The SHA-256 of choices, with the brand as it was read and not where it lies, and of more that JSON can hold."""
    drawn = sha256(brand.brand.model_dump_json().encode() + b"\0" + (brand.logo or b"")).hexdigest() if brand else None
    said = json.dumps([{**asdict(choices), "brand": drawn}, *more], sort_keys=True)
    return sha256(said.encode()).hexdigest()

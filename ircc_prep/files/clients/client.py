"""One client as a source gives it: the case in the clear, what was chosen for its outputs, what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Literal

from ircc_prep.core.problems import Path as KeyPath
from ircc_prep.core.problems import Place, Problem

OutputLanguage = Literal["en", "fr", "both"]
Paper = Literal["letter", "a4"]
DateOrder = Literal["dmy", "mdy", "ymd"]


@dataclass(frozen=True, slots=True)
class Choices:
    """How a client's outputs are to be; None where nobody chose."""

    lang: OutputLanguage | None = None
    brand: Path | None = None  # a file in the source's own folder
    only: tuple[str, ...] | None = None
    without: tuple[str, ...] | None = None
    paper: Paper | None = None
    large_print: bool | None = None
    fillable: bool | None = None
    outputs: tuple[str, ...] | None = None

    def over(self, others: "Choices") -> "Choices":
        """These choices, and the others where these say nothing."""
        names = [each.name for each in fields(self)]
        mine = {name: getattr(self, name) for name in names}
        return Choices(**{name: getattr(others, name) if mine[name] is None else mine[name] for name in names})


@dataclass(frozen=True, slots=True)
class Known:
    """The words that choices may use, which belong to whoever makes the outputs."""

    outputs: tuple[str, ...]
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Client:
    """One family of a source. Everything in it can be sent to another process.

    `name` is what the consultant calls it: it may be anything, two clients may share it, and it is never a path.
    `origin` is where it stands, to be shown: `clients.csv:12`, `cases/maria.yaml`. `plain` is the case as YAML or JSON,
    already unlocked; None where it couldn't be read. `digest` is the SHA-256 of what was read, as it lay there.
    """

    name: str
    origin: str
    digest: str
    choices: Choices = field(default_factory=Choices)
    plain: bytes | None = field(default=None, repr=False)
    places: Mapping[KeyPath, Place] | None = field(default=None, repr=False)  # cells; None where plain's own lines tell
    start: Place | None = None  # where in the source `plain` begins; None where it is a file of its own
    problems: tuple[Problem, ...] = ()
    locked: bool = False

"""The annotations of GitHub Actions: commands that the runner reads from what a step prints."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ircc_prep.core.gate.concern import Concern, Level
from ircc_prep.core.problems import Place
from ircc_prep.render.formats import told
from ircc_prep.render.formats.checked import Cases, Checked, Unread
from ircc_prep.render.formats.located import from_here

Command = Literal["error", "warning", "notice"]
_COMMANDS: Mapping[Level, Command] = {
    "blocker": "error",
    "missing": "error",
    "undecided": "warning",
    "warning": "warning",
    "note": "notice",
}
_ORDER: tuple[Level, ...] = tuple(_COMMANDS)
_UNREAD = -1  # before the gravest
_ANSWERED = len(_ORDER)  # after the least


@dataclass(frozen=True, slots=True)
class _Annotation:
    """A command of the runner, and how grave what it says is: the least number is the gravest."""

    rank: int
    command: Command
    place: Place | None
    title: str
    message: str

    def line(self) -> str:
        """The command as the runner reads it."""
        named: dict[str, str] = {}
        if self.place:
            named = {"file": from_here(self.place.file), "line": str(self.place.line), "col": str(self.place.column)}
        named["title"] = self.title
        properties = ",".join(f"{name}={_property(value)}" for name, value in named.items())
        return f"::{self.command} {properties}::{_data(self.message)}"


def github(cases: Cases) -> str:
    """The gravest first, since GitHub shows ten of each command in a step; then each case's count, folded away."""
    annotations = [each for case in cases for each in _annotations(case)]
    lines = [each.line() for each in sorted(annotations, key=lambda each: each.rank)]
    return "\n".join([*lines, *_counts([case for case in cases if isinstance(case, Checked)])]) + "\n"


def _annotations(case: Checked | Unread) -> Iterator[_Annotation]:
    if isinstance(case, Checked):
        yield from (_of_concern(case, concern) for concern in case.concerns)
        return
    for problem in case.problems:
        message = told.paragraphs(problem.what.of(case.language), problem.hint.of(case.language))
        yield _Annotation(_UNREAD, "error", problem.place, f"[{problem.id}]", message)


def _of_concern(checked: Checked, concern: Concern) -> _Annotation:
    answered_for = told.answered_for(checked, concern)
    message = told.paragraphs(told.message(checked, concern), answered_for, told.advice(checked, concern))
    title = f"{told.label(checked, concern)} [{concern.id}]"
    rank = _ORDER.index(concern.level) if concern.counts else _ANSWERED
    return _Annotation(
        rank, _COMMANDS[concern.level] if concern.counts else "notice", checked.place(concern), title, message
    )


def _counts(cases: list[Checked]) -> Iterator[str]:
    if not cases:
        return
    yield f"::group::{_data(cases[0].words.say('formats.result'))}"
    for case in cases:
        yield _no_command(f"- {case.words.colon(case.name)} {', '.join(_counted(case))}")
    yield "::endgroup::"


def _counted(checked: Checked) -> list[str]:
    """What counts, by level, then what became of the rest; with waivers or a baseline even where it is nothing."""
    words, verdict = checked.words, checked.verdict
    levels = Counter(concern.level for concern in checked.concerns if concern.counts)
    said = [words.quantity(f"formats.count.{level}", levels[level]) for level in _ORDER if levels[level]]
    said = said or [words.say("formats.count.nothing")]
    standings = Counter(concern.standing for concern in checked.concerns)
    if verdict.has_waivers:
        said += [words.quantity(f"gate.{standing}", standings[standing]) for standing in ("waived", "expired")]
    if verdict.has_baseline:
        said.append(words.quantity("gate.accepted", standings["accepted"]))
    return said


def _no_command(line: str) -> str:
    """A line that the runner only prints, whatever a file is called: `::` stands first in a command, `##[` anywhere."""
    return _data(line).replace("##[", "## [")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

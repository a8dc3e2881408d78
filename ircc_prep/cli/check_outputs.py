"""Where the results of `check` go: which format in which file, written only once everything is there to be written."""

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ircc_prep import __version__
from ircc_prep.cli.checking import Found, Gate
from ircc_prep.cli.opening import tell_unlocked
from ircc_prep.cli.options import Settings
from ircc_prep.cli.output import never_replacing, put
from ircc_prep.cli.views import glyphs
from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import UsageError
from ircc_prep.files import baseline
from ircc_prep.render.formats.checked import Cases
from ircc_prep.render.formats.page import Screen, text
from ircc_prep.render.formats.registry import FORMATS, Format, of_suffix, written

_WIDTH, _HEIGHT = 80, 24


@dataclass(frozen=True, slots=True)
class Output:
    """One output; without a path it goes to standard output."""

    format: Format
    path: Path | None

    @property
    def reports(self) -> bool:
        """Whether it tells of cases that can't be read, even of a single one."""
        return FORMATS[self.format].reports


def outputs_of(formats: Sequence[Format], files: Sequence[Path], *, typed: bool) -> list[Output]:
    """The outputs that the options ask for; raises UsageError where they don't say which goes where.

    Formats that weren't `typed`, but come from a file of settings, are for what no file name tells.
    """
    paths = [None if str(file) == "-" else file for file in files]
    if not files:
        found = [Output(format, None) for format in formats or (Format.text,)]
    elif formats and typed:
        if len(formats) != len(files):
            raise _unpaired(len(formats), len(files))
        found = [Output(format, path) for format, path in zip(formats, paths, strict=True)]
    else:
        usual = formats[0] if formats else Format.text
        found = [Output((of_suffix(path.suffix) if path else None) or usual, path) for path in paths]
    if sum(each.path is None for each in found) > 1:
        raise _unpaired(len(formats), len(files))
    return found


def refuse_clashes(cases: Sequence[Path], gate: Gate, outputs: Sequence[Output]) -> None:
    """Raises UsageError where something that is written would take the place of something else of this run."""
    written_to = [each.path for each in outputs if each.path]
    written_to += [gate.write_baseline] if gate.write_baseline else []
    for path in written_to:
        never_replacing(cases, path)
    read_too = [gate.waivers, None if gate.write_baseline else gate.baseline]
    files: dict[str, Path] = {}
    for used in (*written_to, *read_too):
        if used is None or _is_a_device(used):
            continue
        if files.setdefault(os.path.realpath(used), used) is not used:
            raise UsageError.saying(
                Text(f"{used} is named for two things.", f"{used} est indiqué pour deux usages."),
                Text("Give each a file of its own.", "Donnez à chacun son propre fichier."),
                id="one-file-twice",
            )


def write(found: Found, outputs: Sequence[Output], settings: Settings, today: date) -> None:
    """Makes every output, then writes them, files first: nothing is opened before everything is made.

    On a terminal the text is there to be read where all else went to files. Of a single case that can't be read there
    is nothing to tell but in the formats that report.
    """
    nothing_read = len(found.cases) == 1 and not found.opened
    wanted = [each for each in outputs if each.reports or not nothing_read]
    if wanted and all(each.path for each in wanted) and sys.stdout.isatty() and not settings.quiet and not nothing_read:
        wanted.append(Output(Format.text, None))
    made = [(each.path, _made(each, found.cases, settings, today)) for each in wanted]
    for path, result in sorted(made, key=lambda one: one[0] is None):
        put(result, path)
        for opened in found.opened:
            tell_unlocked(opened, path, settings)


def keep_baseline(found: Found, gate: Gate, settings: Settings, today: date) -> None:
    """Writes the baseline that is asked for; not while a case can't be read, whose part would be lost."""
    if gate.write_baseline is None:
        return
    if found.failed:
        settings.tell(
            Text(
                f"{gate.write_baseline} isn’t written: not every case can be read.",
                f"{gate.write_baseline} n’est pas écrit : un dossier au moins est illisible.",
            )
        )
        return
    baseline.save(gate.write_baseline, found.known, today)
    number = sum(known.count for known in found.known)
    settings.tell(
        Text(
            f"{gate.write_baseline} accepts {number}: from now on only what is new fails.",
            f"Points acceptés dans {gate.write_baseline} : {number}. Dès maintenant, seul le nouveau fait échouer.",
        )
    )


def _made(output: Output, cases: Cases, settings: Settings, today: date) -> str:
    if output.format is Format.text and output.path is None:
        width = shutil.get_terminal_size((_WIDTH, _HEIGHT)).columns
        return text(cases, Screen(width, settings.color, glyphs(settings)))
    return written(output.format, cases, __version__, today)


def _is_a_device(path: Path) -> bool:
    return path.exists() and not path.is_file()


def _unpaired(formats: int, files: int) -> UsageError:
    what = Text(
        f"It can’t be told which format goes where: {formats} × --format, {files} × -o.",
        f"On ne peut pas savoir quel format va où : {formats} × --format, {files} × -o.",
    )
    hint = Text(
        "Give each -o its --format, in the same order (“-o -” is standard output), or let the names tell: -o a.sarif.",
        "Donnez à chaque -o son --format, dans le même ordre (« -o - » est la sortie standard), ou laissez le nom du "
        "fichier décider : -o a.sarif.",
    )
    return UsageError(Problem("which-format", (), what, hint))

"""Packs of checklists for their authors' own programs: checked, tested and compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ircc_prep import __version__
from ircc_prep.api.choices import StrPath, audience_of, day_of, language_of, names, path_of
from ircc_prep.api.given import Given
from ircc_prep.api.linting import problems_in_pack
from ircc_prep.api.pack_comparing import Comparison, case_files, refuse_no_pack, sides_of
from ircc_prep.api.pack_trying import stale, told, tried
from ircc_prep.core.problems import Problem
from ircc_prep.core.result import Audience
from ircc_prep.core.text import Language
from ircc_prep.files.checklists import Pack
from ircc_prep.files.wording import wording
from ircc_prep.render.differences.pack_json import pack_json
from ircc_prep.render.words import Words


@dataclass(frozen=True, slots=True)
class Tried:
    """How many examples were run, and every expectation that wasn't met, with its place."""

    examples: int
    problems: tuple[Problem, ...]


def lint_pack(
    folder: StrPath | None = None,
    *,
    programs: Sequence[str] = (),
    stale_after: int | None = None,
    on: date | None = None,
) -> tuple[Problem, ...]:
    """Everything that is wrong with the checklists of a folder (None: the shipped ones), as `pack lint` lists it.

    `programs` are those that are looked at (none: all). `stale_after` adds the sources that nobody compared for so many
    days before the day `on` (None: today), and the tables that have ended. Takes some seconds for each program. Raises
    UsageError for a folder or program that there isn't; with `stale_after`, ChecklistError where a program can't be
    read at all.
    """
    pack, only = Pack(path_of(folder)), names(programs)
    problems = list(problems_in_pack(pack, only))
    if stale_after is not None:
        problems += stale(pack, only, day_of(on), stale_after)
    return tuple(told(problems))


def try_pack(folder: StrPath | None = None, *, programs: Sequence[str] = ()) -> Tried:
    """Runs the examples that stand in the checklists of a folder (None: the shipped ones), as `pack test` does.

    Raises UsageError for a folder or program that there isn't.
    """
    count, problems = tried(Pack(path_of(folder)), names(programs))
    return Tried(count, tuple(told(problems)))


def diff_packs(
    old: StrPath | None,
    new: StrPath,
    *,
    cases: Sequence[StrPath] | None = None,
    programs: Sequence[str] = (),
    on: date | None = None,
    lang: Language = "en",
    redact: Audience = "self",
    passphrase: str | None = None,
    identities: Sequence[StrPath] = (),
) -> dict[str, Any]:
    """What two packs say differently, and which cases change outcome, and why: `ircc-prep/pack-diff/1`.

    `old` and `new` are folders of checklists (`old` None: the shipped ones). `cases` are files and folders of cases
    (None: the shipped examples); one that can't be read is told of under `unread`, and stops nothing. `programs` are
    those that are compared (none: all). The passphrase and the identities open cases that are locked.

    Raises UsageError for a folder that is no pack or a program that there isn't, ChecklistError for an invalid pack.
    """
    folders = [path_of(old), Path(new)]
    for each in folders:
        if each is not None:
            refuse_no_pack(each)
    language = language_of(lang)
    keys = Given(passphrase, tuple(map(Path, identities)))
    files = None if cases is None else list(case_files(map(Path, cases)))
    sides = sides_of(folders, names(programs), None, language)
    found = Comparison(sides, day_of(on), audience_of(redact), keys).found(files)
    return pack_json(found, Words(wording(), language), __version__)

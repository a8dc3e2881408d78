"""Folders of checklists: which are packs, which of those are whole, and where the shipped example cases are."""

from importlib.resources.abc import Traversable
from pathlib import Path

from ircc_prep.errors import ChecklistError
from ircc_prep.files import yaml_text
from ircc_prep.files.checklists import Pack
from ircc_prep.files.resources import folder

# What every whole pack has beside its programs; each alone is enough to be a pack that lies over the shipped one.
REGISTERS = ("common", "findings", "sources", "values")


def is_pack(path: Path) -> bool:
    """Whether a folder is laid out as checklists are."""
    return path.is_dir() and (bool(_programs(path)) or any(_has_yaml(path / each) for each in REGISTERS))


def is_whole(path: Path) -> bool:
    """Whether a folder has all that its programs use, and the registers that they rest on: a pack by itself.

    Any other folder lies over the shipped checklists, as it does with `--checklists`.
    """
    programs = _programs(path)
    return (
        bool(programs)
        and all(_has_yaml(path / each) for each in REGISTERS)
        and all((path / f"{topic}.yaml").is_file() for program in programs for topic in _uses(program))
    )


def pack_in(path: Path) -> Pack:
    """The pack of a folder, without its examples; raises UsageError where there is no such folder."""
    return Pack(path, examples=False, alone=path.is_dir() and is_whole(path))


def personas() -> list[Traversable]:
    """The shipped example cases, by name."""
    return sorted(
        (each for each in folder("checklists").joinpath("personas").iterdir() if each.name.endswith(".yaml")),
        key=lambda each: each.name,
    )


def _programs(path: Path) -> list[Path]:
    return sorted(path.glob("*/program.yaml"))


def _has_yaml(path: Path) -> bool:
    return path.is_dir() and any(path.glob("*.yaml"))


def _uses(program: Path) -> tuple[str, ...]:
    """The topics that a program's own file names; none where it can't be read, which reading the pack will tell of."""
    try:
        data = yaml_text.read(program.read_bytes(), str(program), ChecklistError).data
    except (ChecklistError, OSError):
        return ()
    uses = data.get("uses") if isinstance(data, dict) else None
    return tuple(map(str, uses)) if isinstance(uses, list) else ()

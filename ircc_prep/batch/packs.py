"""Which checklists and words a batch was made with: a digest of their files, and the dates of their sources."""

from collections.abc import Iterator
from hashlib import sha256
from importlib.resources.abc import Traversable
from pathlib import Path

from ircc_prep.files.checklists import Pack
from ircc_prep.files.resources import folder

_SUFFIXES = (".yaml", ".j2", ".css", ".js")


def digest(own: Path | None) -> str:
    """The SHA-256 of the files and their names: a folder of one's own, the shipped checklists, and the templates."""
    whole = sha256()
    for root in (own, folder("checklists"), folder("templates")):
        for name, entry in sorted(_files(root), key=lambda each: each[0]) if root else ():
            whole.update(f"{name}\0{sha256(entry.read_bytes()).hexdigest()}\n".encode())
        whole.update(b"\n")
    return whole.hexdigest()


def source_dates(pack: Pack) -> dict[str, dict[str, str]]:
    """For every source of the register, the date that the page bears and the day on which it was last checked."""
    register: dict[str, dict[str, str]] = {}
    for program in pack.programs()[:1]:  # every program reads the whole register
        checklist, _ = pack.read(program)
        for id, source in sorted(checklist.sources.items()) if checklist else ():
            register[id] = {"dated": str(source.dated), "checked": source.checked.isoformat()}
    return register


def _files(root: Traversable, above: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in root.iterdir():
        name = f"{above}{entry.name}"
        if entry.is_dir():
            yield from _files(entry, f"{name}/")
        elif name.endswith(_SUFFIXES):
            yield name, entry

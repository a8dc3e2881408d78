"""The manifest of a finished batch: every file with its size and digest, to be held against the folder years later."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any, Literal

from ircc_prep.batch.journal import Begun
from ircc_prep.batch.ledger import Ledger
from ircc_prep.batch.out import Out, Written
from ircc_prep.core.text import Text
from ircc_prep.errors import IrccPrepError, UsageError

FILE, SUMS = "manifest.json", "SHA256SUMS"
FILES = (FILE, SUMS)
_SCHEMA = "ircc-prep/batch-manifest/1"
_LARGEST = 256 << 20  # bytes

Sources = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that isn't as the manifest says."""

    how: Literal["changed", "missing", "extra"]
    name: str


def write(out: Out, begun: Begun, ledger: Ledger, others: list[Written], sources: Sources) -> None:
    """Writes the manifest, and the same digests as `sha256sum -c` reads them. `others` are the files of all clients."""
    files = sorted([*others, *_clients_files(ledger)], key=lambda each: each.name)
    whole = {
        "schema": _SCHEMA,
        "tool": {"version": begun.tool},
        "day": begun.day.isoformat(),
        "written": begun.written.isoformat(),
        "checklists": {"sha256": begun.pack, "sources": sources},
        "files": [asdict(file) for file in files],
    }
    kept = out.write(FILE, f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode(), lasting=True)
    out.write(SUMS, _sums([*files, kept]), lasting=True)


def differences(out: Out) -> Iterator[Difference]:
    """What isn't as it was when the batch was finished. Raises UsageError where there is no whole manifest."""
    files, sums = _read(out)
    there = set(out.files())
    for name, file in files.items():
        if name not in there:
            yield Difference("missing", name)
        elif out.look(name) != file:
            yield Difference("changed", name)
    for name in sorted(there - files.keys() - {FILE, SUMS}):
        yield Difference("extra", name)
    if (found := out.look(SUMS)) is None:
        yield Difference("missing", SUMS)
    elif found.sha256 != sha256(sums).hexdigest():
        yield Difference("changed", SUMS)


def _clients_files(ledger: Ledger) -> Iterator[Written]:
    for row in ledger.rows.values():
        for file in row.entry.files if row.entry else ():
            yield replace(file, name=f"{row.named.folder}/{file.name}")


def _sums(files: list[Written]) -> bytes:
    lines = (f"{file.sha256}  {file.name}\n" for file in sorted(files, key=lambda each: each.name))
    return "".join(lines).encode()


def _read(out: Out) -> tuple[dict[str, Written], bytes]:
    """The files as the manifest has them, and what SHA256SUMS has to say: of them, and of the manifest itself."""
    kept = out.look(FILE)
    if kept is None:
        raise _nothing(out)
    try:
        whole: Any = json.loads((out.path / FILE).read_bytes()) if kept.size <= _LARGEST else {}
        files = {file["name"]: Written(file["name"], file["size"], file["sha256"]) for file in whole["files"]}
        sums = _sums([*files.values(), kept])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise _unreadable(out) from None
    if whole.get("schema") != _SCHEMA:
        raise _unreadable(out)
    return files, sums


def _nothing(out: Out) -> IrccPrepError:
    return UsageError.saying(
        Text(f"There is no finished batch in {out.shown}.", f"Il n’y a pas de lot terminé dans {out.shown}."),
        Text(
            "Give the folder that --out named. A batch that was interrupted goes on with --resume.",
            "Indiquez le répertoire que --out a nommé. Un lot interrompu se poursuit avec --resume.",
        ),
        id="no-batch",
    )


def _unreadable(out: Out) -> IrccPrepError:
    return UsageError.saying(
        Text(
            f"{out.shown / FILE} isn’t a manifest that this version can read.",
            f"{out.shown / FILE} n’est pas un manifeste que cette version peut lire.",
        ),
        Text(
            "It was changed, or is of a newer version. `sha256sum -c SHA256SUMS` in that folder checks the files too.",
            "Il a été modifié, ou produit par une version plus récente. Dans ce répertoire, `sha256sum -c SHA256SUMS` "
            "vérifie aussi les fichiers.",
        ),
        id="bad-manifest",
    )

"""What two packs of checklists say differently: parts that were added, removed and changed, field by field."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from ircc_prep.core.checklist import Checklist
from ircc_prep.core.differences.pack_parts import Key, Part, PartKind, parts_of

_ORDER: tuple[PartKind, ...] = get_args(PartKind)


@dataclass(frozen=True, slots=True)
class PackChange:
    """One part that differs; `old` or `new` is None where there was or is none. `fields` are those that differ."""

    old: Part | None
    new: Part | None
    fields: tuple[str, ...] = ()

    @property
    def kind(self) -> Literal["added", "removed", "changed"]:
        """What happened to it."""
        return "added" if self.old is None else "removed" if self.new is None else "changed"

    @property
    def part(self) -> Part:
        """The part as it is, or as it was."""
        found = self.new or self.old
        if found is None:
            raise ValueError("a change has at least one side")
        return found


def pack_differences(old: Iterable[Checklist], new: Iterable[Checklist]) -> tuple[PackChange, ...]:
    """Everything that the programs of two packs say differently, kind by kind. Examples and comments say nothing.

    The rules of a requirement that is there on one side alone are part of it, and aren't told of by themselves; nor are
    the versions of such a table, the words of such a finding, and the rest of such a program's own file.
    """
    before, after = parts_of(old), parts_of(new)
    found = []
    for key in dict.fromkeys((*after, *before)):
        was, now = before.get(key), after.get(key)
        if was and now:
            fields = _differing(was, now)
            if fields:
                found.append(PackChange(was, now, fields))
        elif not _belongs(key, before if was is None else after):
            continue
        else:
            found.append(PackChange(was, now))
    return tuple(sorted(found, key=lambda each: _ORDER.index(each.part.kind)))


_WHOLES: dict[PartKind, PartKind] = {
    "rule": "requirement", "table-version": "table", "saying": "finding", "status": "program",
}  # fmt: skip

_SHARED = frozenset({"common", "findings", "sources", "values"})


def _belongs(key: Key, others: dict[Key, Part]) -> bool:
    """Whether what a part belongs to is in the other pack too; a part that stands by itself is told of always."""
    kind, file, id, _ = key
    folder = file.partition("/")[0]
    if (
        kind != "program"
        and folder not in _SHARED
        and ("program", f"{folder}/program.yaml", folder, None) not in others
    ):
        return False
    whole = _WHOLES.get(kind)
    return whole is None or (whole, file, id.partition("/")[0], None) in others


def _differing(was: Part, now: Part) -> tuple[str, ...]:
    names = dict.fromkeys((*now.says, *was.says))
    found = [name for name in names if was.says.get(name) != now.says.get(name)]
    # Rules that came or went are told of; only another order of the same ones is news.
    rules = "interview.rules"
    if rules in found and set(was.says[rules]) != set(now.says[rules]):
        found.remove(rules)
    return tuple(found)

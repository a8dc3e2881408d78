"""Which of the things that two packs say differently an outcome rests on."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from ircc_prep.core.differences.outcome_differences import Difference
from ircc_prep.core.differences.pack_differences import PackChange
from ircc_prep.core.differences.pack_parts import Part
from ircc_prep.core.result import Figure, Finding, Interview, Item
from ircc_prep.core.rulebook import Rulebook

_WORDS_ONLY = frozenset({"ask", "why", "help", "title", "because", "otherwise", "prepare", "message", "reason", "note"})


def reasons(
    difference: Difference[Any], changes: Sequence[PackChange], books: tuple[Rulebook, Rulebook]
) -> tuple[PackChange, ...]:
    """The changes that a verdict rests on: its own entry or version, the tables that it reads, what it waits for.

    Nothing where only a check in the program's code could tell: findings may rest on all that a program says.
    """
    near = [each for each in changes if _is_of(each.part, books)]
    own = [each for each in near if _is_own(each, difference)]
    texts = [text for side in _entries(difference, books) for text in side]
    read = [each for each in near if _is_read(each, texts, _facts(difference))]
    found = [each for each in near if each in own or each in read]
    return tuple(each for each in found if each.kind != "changed" or not _WORDS_ONLY.issuperset(each.fields)) or tuple(
        found
    )


def _is_of(part: Part, books: tuple[Rulebook, Rulebook]) -> bool:
    """Whether a part is in one of the program's own files or in one that it shares."""
    shared = ("sources", "values")
    return any(
        part.file in (*shared, book.checklist.file, *book.checklist.topics, *book.checklist.findings) for book in books
    )


def _is_own(change: PackChange, difference: Difference[Any]) -> bool:
    result, part = difference.any, change.part
    if isinstance(result, Item):
        if part.kind == "rule" and part.id == result.id:
            days = {each.rule_from for each in (difference.old, difference.new) if each}
            return part.version in days
        return part.kind == "requirement" and part.id == result.id
    if isinstance(result, Finding):
        return part.kind in ("finding", "saying") and part.id.partition("/")[0] == result.code
    if isinstance(result, Figure):
        return part.kind == "figure" and part.id == result.name
    if isinstance(result, Interview):
        return part.kind in ("interview-rule", "signal") or "interview.rules" in change.fields
    return False


def _entries(difference: Difference[Any], books: tuple[Rulebook, Rulebook]) -> Iterator[list[str]]:
    """The conditions of the entry that a verdict is made by, in each pack."""
    for result, book in zip((difference.old, difference.new), books, strict=True):
        if isinstance(result, Item):
            rules = (each for one in book.requirements if one.requirement.id == result.id for each in one.rules)
            yield [
                compiled.source
                for each in rules
                if each.rule.start == result.rule_from
                for compiled in (
                    each.needed,
                    each.recommended,
                    each.holding.of,
                    each.holding.in_hand,
                    *each.holding.faults.values(),
                )
                if compiled
            ]
        elif isinstance(result, Figure):
            figures = [each for each in book.figures if each.figure.name == result.name]
            yield [
                compiled.source
                for each in figures
                for compiled in (each.when, each.value, each.threshold, *each.parts)
                if compiled
            ]


def _facts(difference: Difference[Any]) -> Collection[str]:
    """The facts that a verdict was read from or waits for, on either side."""
    found: set[str] = set()
    for result in (difference.old, difference.new):
        if isinstance(result, Item):
            found |= {read.fact for read in (*result.why, *result.holding_reads)} | set(result.missing_facts)
        elif isinstance(result, Finding):
            found |= {*result.facts, *result.asks}
        elif isinstance(result, Figure | Interview):
            found |= set(result.missing_facts)
    return found


def _is_read(change: PackChange, texts: Sequence[str], facts: Collection[str]) -> bool:
    part = change.part
    if part.kind in ("table", "table-version"):
        return any(f"'{part.id}'" in text or f'"{part.id}"' in text for text in texts)
    return part.kind == "question" and (part.id in facts or any(map(_word(part.id), texts)))


def _word(fact: str) -> Callable[[str], object]:
    """Whether a condition names the fact itself: `funds.amount` isn't in `funds.amount_needed`."""
    return re.compile(rf"(?<![\w.]){re.escape(fact)}(?![\w.])").search

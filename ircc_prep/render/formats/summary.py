"""Several cases as one page of Markdown, for the summary of a job: a table of them all, then each under its name."""

import re
from collections import Counter
from collections.abc import Iterator

from ircc_prep.core.gate.concern import Level
from ircc_prep.core.wording import unsteering
from ircc_prep.render.formats.checked import Cases, Checked, Unread
from ircc_prep.render.formats.located import said
from ircc_prep.render.formats.page import markdown
from ircc_prep.render.markdown import literal
from ircc_prep.render.words import Words

_COLUMNS: tuple[Level, ...] = ("blocker", "missing", "undecided", "warning")
_HEADING = re.compile("^(?=#+ )", re.MULTILINE)


def summary(cases: Cases) -> str:
    """The page; headings of a case stand one level lower on it. One case needs no table: it is as it is."""
    if len(cases) == 1:
        return markdown(cases)
    words = next((case.words for case in cases if isinstance(case, Checked)), None)
    parts = ["\n".join(_table(cases, words))] if words else []
    for case in cases:
        text = _unread(case) if isinstance(case, Unread) else _HEADING.sub("#", markdown([case]))
        parts.append(f"# {_line(case.name)}\n\n{text}")
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _table(cases: Cases, words: Words) -> Iterator[str]:
    heads = [words.say(f"formats.column.{name}") for name in ("case", *_COLUMNS)]
    yield f"| {' | '.join(heads)} |"
    yield f"| --- |{' ---: |' * len(_COLUMNS)}"
    for case in cases:
        yield f"| {_line(case.name)} | {' | '.join(_cells(case, words))} |"


def _cells(case: Checked | Unread, words: Words) -> Iterator[str]:
    if isinstance(case, Unread):
        yield words.say("formats.unread")
        yield from [""] * (len(_COLUMNS) - 1)
        return
    counts = Counter(concern.level for concern in case.concerns if concern.counts)
    yield from (str(counts[level]) for level in _COLUMNS)


def _unread(case: Unread) -> str:
    lines = []
    for problem in case.problems:
        where = f"{said(problem.place)}: " if problem.place else ""
        lines += [f"- {_line(where + problem.what.of(case.language))}  ", f"  {_line(problem.hint.of(case.language))}"]
    return "\n".join(lines)


def _line(text: str) -> str:
    return literal(unsteering(" ".join(text.split())))

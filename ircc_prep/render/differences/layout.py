"""A report of differences as plain text, on a terminal, and as Markdown."""

from collections.abc import Iterator

from ircc_prep.core.bidi import isolated
from ircc_prep.render.differences.report import Report, Told
from ircc_prep.render.markdown import literal
from ircc_prep.render.rows import Row, as_rows, titled
from ircc_prep.render.terminal import NARROWEST, WIDEST, colored
from ircc_prep.render.wrapping import cells, wrap

_BULLET = "- "
_NUMBER = 5  # columns for “ 12. ”


def report_text(report: Report, width: int = 80, *, color: bool = False) -> str:
    """The report as text that ends in a newline."""
    rows = [Row(row.role, isolated(row.text)) for row in _rows(report, min(max(width, NARROWEST), WIDEST))]
    return colored(rows) if color else "\n".join(row.text for row in rows) + "\n"


def report_markdown(report: Report) -> str:
    """The report as Markdown."""
    return "\n".join(_markdown(report)).strip("\n") + "\n"


def _rows(report: Report, width: int) -> Iterator[Row]:
    yield from as_rows("title", wrap(report.title, width))
    broad = max((cells(label) for label, _ in report.facts), default=0) + 2
    for label, value in report.facts:
        yield from as_rows("body", wrap(value, width, label + " " * (broad - cells(label))))
    if report.sentences:
        yield Row("body", "")
    for sentence in report.sentences:
        yield from as_rows("title", wrap(sentence, width))
    for section in report.sections:
        yield from titled(section.title.upper())
        if section.lead:
            yield from as_rows("quiet", wrap(section.lead, width))
        for group in section.groups:
            if group.title:
                yield from titled(group.title)
            for told in group.entries:
                yield from _told(told, width)


def _told(told: Told, width: int) -> Iterator[Row]:
    mark = f"{told.number:>{_NUMBER - 2}}. " if told.number else f"  {_BULLET}"
    indent = " " * cells(mark)
    yield from as_rows("body", wrap(told.text, width, mark))
    for detail in told.details:
        yield from as_rows("quiet", wrap(detail, width, indent, f"{indent}  "))


def _markdown(report: Report) -> Iterator[str]:
    yield from (f"# {literal(report.title)}", "")
    for label, value in report.facts:
        yield f"- **{literal(label)}** — {literal(value)}"
    for sentence in report.sentences:
        yield from ("", literal(sentence))
    for section in report.sections:
        yield from ("", f"## {literal(section.title)}", "")
        if section.lead:
            yield from (literal(section.lead), "")
        for group in section.groups:
            if group.title:
                yield from ("", f"### {literal(group.title)}", "")
            for told in group.entries:
                # A number is written out: Markdown would count anew in each list.
                number = f"**{told.number}.** " if told.number else ""
                yield f"- {number}{literal(told.text)}"
                yield from (f"  - {literal(detail)}" for detail in told.details)

"""Letters as plain text, one language after the other."""

from collections.abc import Iterable, Iterator, Sequence

from ircc_prep.core.bidi import isolated
from ircc_prep.render.letters.letter import Letter
from ircc_prep.render.parts import Line
from ircc_prep.render.rows import Row, as_rows
from ircc_prep.render.text import brand_rows, section_rows
from ircc_prep.render.wrapping import cells, wrap

BLANK = "_" * 30
_EMPTY = Row("body", "")


def letters_text(letters: Sequence[Letter], width: int = 80) -> str:
    """The letters as plain text."""
    rule = "\n" + "=" * width + "\n\n"
    return rule.join("\n".join(isolated(row.text) for row in _letter(each, width)) + "\n" for each in letters)


def _letter(letter: Letter, width: int) -> Iterator[Row]:
    view, heading = letter.view, letter.view.heading
    if view.brand:
        yield from brand_rows(view.brand, width)
    yield from (Row("body", letter.day), _EMPTY)
    if letter.to:
        yield from (*as_rows("body", wrap(letter.to, width)), _EMPTY)
    yield from (Row("title", heading.kind.upper()), *as_rows("title", wrap(heading.program, width)))
    if heading.warning:
        yield from as_rows("urgent", wrap(heading.warning, width, "[!] "))
    yield _EMPTY
    broad = max(cells(label) for label, _ in heading.facts) + 2
    for label, value in heading.facts:
        yield from as_rows("body", wrap(value or BLANK, width, label + " " * (broad - cells(label))))
    yield from _paragraphs(letter.opening, width)
    for section in view.sections:
        yield from section_rows(section, view, width)
    yield from _paragraphs(letter.closing, width)
    if letter.signed:
        signed = letter.signed
        yield from (_EMPTY, Row("body", signed.word), _EMPTY, _EMPTY, Row("body", BLANK))
        for line in signed.lines or (f"{signed.name} {BLANK}",):
            yield from as_rows("body", wrap(line, width))
    if view.brand and view.brand.footer:
        yield from (_EMPTY, *as_rows("body", wrap(view.brand.footer, width)))


def _paragraphs(lines: Iterable[Line], width: int) -> Iterator[Row]:
    for line in lines:
        yield from (_EMPTY, *as_rows("body", wrap(line.text, width)))

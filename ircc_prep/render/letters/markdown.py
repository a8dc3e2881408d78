"""Letters as Markdown, one language after the other."""

import re
from collections.abc import Iterator, Sequence

from ircc_prep.render.letters.letter import Letter
from ircc_prep.render.letters.text import BLANK
from ircc_prep.render.markdown import brand_lines, line_lines, section_lines
from ircc_prep.render.parts import Line


def letters_markdown(letters: Sequence[Letter]) -> str:
    """The letters as one Markdown document."""
    parts = ("\n".join(_letter(each)) for each in letters)
    return re.sub(r"\n{3,}", "\n\n", "\n\n---\n\n".join(parts)).strip("\n") + "\n"


def _letter(letter: Letter) -> Iterator[str]:
    view, heading = letter.view, letter.view.heading
    yield from brand_lines(view)
    for told in (letter.day, letter.to):
        yield from _line(told or "")
    yield from ("", f"# {heading.kind}", "")
    yield from _line(heading.program)
    if heading.warning:
        yield from _line(heading.warning)
    for label, value in heading.facts:
        yield from line_lines(Line("note", label, value or BLANK))
    for line in letter.opening:
        yield from line_lines(line)
    for section in view.sections:
        yield from section_lines(section, view)
    yield ""
    for line in letter.closing:
        yield from line_lines(line)
    if letter.signed:
        for told in (letter.signed.word, BLANK, *(letter.signed.lines or (f"{letter.signed.name} {BLANK}",))):
            yield from _line(told)
    if view.brand and view.brand.footer:
        yield from _line(view.brand.footer)


def _line(text: str) -> Iterator[str]:
    return line_lines(Line("note", None, text))

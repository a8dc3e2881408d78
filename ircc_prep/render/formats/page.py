"""The check as text and as Markdown: the case itself, then what counts for the exit code."""

from dataclasses import dataclass, replace

from ircc_prep.core.bidi import isolated
from ircc_prep.core.text import Text
from ircc_prep.core.wording import unsteering
from ircc_prep.render.formats.answered import answered, as_lines
from ircc_prep.render.formats.checked import Cases, Checked, Unread
from ircc_prep.render.markdown import literal
from ircc_prep.render.markdown import markdown as of_views
from ircc_prep.render.rows import MARKS
from ircc_prep.render.terminal import NARROWEST, WIDEST, check_text
from ircc_prep.render.timeline_text import BLOCKS, Glyphs
from ircc_prep.render.view import build

_UNREAD = Text(
    "{name} can’t be read, and wasn’t checked: the errors say why.",
    "Impossible de lire {name}, qui n’a pas été vérifié : les erreurs disent pourquoi.",
)


@dataclass(frozen=True, slots=True)
class Screen:
    """What text is read on: its width in columns, whether it shows colour, and what draws a timeline there."""

    width: int = 80
    color: bool = False
    glyphs: Glyphs | None = BLOCKS


FILE = Screen()


def text(cases: Cases, screen: Screen = FILE) -> str:
    """The cases one after the other as text."""
    return "\n\n".join(_text(case, screen) for case in cases)


def markdown(cases: Cases) -> str:
    """The cases one after the other as Markdown."""
    return "\n\n".join(_markdown(case) for case in cases)


def _text(case: Checked | Unread, screen: Screen) -> str:
    if isinstance(case, Unread):
        return f"{MARKS['urgent']} {_unread(case)}\n"
    view = build(case.evaluation, case.words)
    name = unsteering(case.name)
    said = check_text(view, width=screen.width, color=screen.color, case_name=name, glyphs=screen.glyphs)
    section = answered(case)
    if section is None:
        return said
    lines = as_lines(section, min(max(screen.width, NARROWEST), WIDEST))
    turned = [isolated(line) for line in lines] if screen.glyphs else lines
    return said + "\n".join(turned) + "\n"


def _markdown(case: Checked | Unread) -> str:
    if isinstance(case, Unread):
        return f"**{literal(_unread(case))}**\n"
    view = build(case.evaluation, case.words)
    section = answered(case)
    return of_views([replace(view, sections=(*view.sections, section)) if section else view])


def _unread(case: Unread) -> str:
    return _UNREAD.format(name=unsteering(case.name)).of(case.language)

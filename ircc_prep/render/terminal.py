"""What `check` prints. Colour only underlines what the words and marks already say."""

from dataclasses import replace

from ircc_prep.core.bidi import isolated
from ircc_prep.render.check_rows import check_rows
from ircc_prep.render.parts import View
from ircc_prep.render.rows import Row
from ircc_prep.render.timeline_text import BLOCKS, Glyphs

NARROWEST, WIDEST = 40, 100
_STYLES = {
    "title": "bold",
    "head": "bold",
    "ready": "green",
    "missing": "bold yellow",
    "open": "bold cyan",
    "extra": "",
    "urgent": "bold red",
    "quiet": "dim",
    "command": "cyan",
}


def check_text(
    view: View, *, width: int = 80, color: bool = False, case_name: str = "CASE", glyphs: Glyphs | None = BLOCKS
) -> str:
    """The check as text, ending in a newline. `case_name` is the file's name in the commands worth typing next.

    `glyphs` draw the timeline; None is for screen readers and leaves it out. They speak the letters in their order,
    and some would read the marks aloud that keep a name from turning round the dates beside it.
    """
    rows = check_rows(view, min(max(width, NARROWEST), WIDEST), case_name, glyphs)
    if glyphs is not None:
        rows = [replace(row, text=isolated(row.text)) for row in rows]
    return colored(rows) if color else "\n".join(row.text for row in rows) + "\n"


def colored(rows: list[Row]) -> str:
    """Rows in the colours of their roles."""
    from rich.console import Console
    from rich.text import Text

    console = Console(force_terminal=True, color_system="standard", legacy_windows=False, width=10_000)
    with console.capture() as capture:
        for row in rows:
            # Text, not markup: a name may hold square brackets.
            console.print(Text(row.text, style=_STYLES.get(row.role, "")), soft_wrap=True, highlight=False)
    return capture.get()

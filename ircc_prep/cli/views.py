"""What draws a timeline on the terminal that somebody has."""

import locale

from ircc_prep.cli.options import Settings
from ircc_prep.render.timeline_text import ASCII, BLOCKS, Glyphs


def glyphs(settings: Settings) -> Glyphs | None:
    """What draws a timeline on this terminal: none for a screen reader, ASCII where the locale knows nothing else."""
    if settings.accessible:
        return None
    return BLOCKS if locale.getencoding().upper() == "UTF-8" else ASCII

"""The only door to Pillow: a picture that somebody chose, read once and drawn anew from its pixels alone.

What else the file holds (where a photo was taken, who made it, data behind the end) stays behind, and what reaches
the packet is a small PNG of our own making.
"""

import io
import warnings
from typing import Any

from ircc_prep.core.brand import SAVE_AGAIN
from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import BrandError

LARGEST = 1024 * 1024  # bytes
WIDEST = 3000  # pixels, across and down
_PRINTED = (560, 200)  # pixels: 45 by 16 mm at 300 dots an inch, and a little more
_FORMATS = ("PNG", "JPEG")


def redrawn(raw: bytes) -> bytes:
    """The picture as a PNG on white, no larger than it is printed; the same bytes for the same picture.

    Raises BrandError for anything but a whole PNG or JPEG within the limits.
    """
    if len(raw) > LARGEST:
        raise _refused("too-large", _TOO_LARGE)
    from PIL import Image, ImageFile

    lenient = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint allows them for the whole process: half a logo, and no word
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(raw), formats=_FORMATS) as picture:
            if max(picture.size) > WIDEST:
                raise _refused("too-large", _TOO_WIDE)
            return _png(picture)
    except Image.DecompressionBombError:
        raise _refused("too-large", _TOO_WIDE) from None
    except (OSError, ValueError, SyntaxError):  # what Pillow raises for damaged files
        raise _refused("bad-picture", _NO_PICTURE) from None
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _png(picture: Any) -> bytes:
    from PIL import Image

    pixels = picture.convert("RGBA")
    pixels.thumbnail(_PRINTED, Image.Resampling.LANCZOS)
    drawn = Image.new("RGB", pixels.size, "white")
    drawn.paste(pixels, mask=pixels)
    written = io.BytesIO()
    drawn.save(written, "PNG")
    return written.getvalue()


def _refused(id: str, what: Text) -> BrandError:
    return BrandError(Problem(id, (), what, SAVE_AGAIN))


_TOO_LARGE = Text("The logo is larger than 1 MiB.", "Le logo dépasse 1 Mio.")
_TOO_WIDE = Text(
    f"The logo has more than {WIDEST:,} pixels on a side.",
    f"Le logo a plus de {WIDEST:,} pixels de côté.".replace(",", "\N{NO-BREAK SPACE}"),
)
_NO_PICTURE = Text("The logo isn’t a whole PNG or JPEG picture.", "Le logo n’est pas une image PNG ou JPEG complète.")

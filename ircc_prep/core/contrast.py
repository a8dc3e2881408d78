"""How well a colour stands out on white paper, as WCAG 2 measures it, and the nearest darker one that does."""

TEXT = 4.5  # for words (WCAG 2, 1.4.3)
LINES = 3.0  # for lines and other shapes (WCAG 2, 1.4.11)

_BRIGHTEST = 255
_CHANNELS = (0.2126, 0.7152, 0.0722)  # how much red, green and blue count for the eye


def on_white(colour: str) -> float:
    """The contrast of a colour, written `#rrggbb`, with white: from 1 (white itself) to 21 (black)."""
    return 1.05 / (_luminance(_parts(colour)) + 0.05)


def darkened(colour: str, needed: float) -> str:
    """The lightest shade of the same hue that has the contrast with white that is needed; itself where it has it."""
    parts = _parts(colour)
    for brightness in range(_BRIGHTEST, 0, -1):
        red, green, blue = (part * brightness // _BRIGHTEST for part in parts)
        shade = f"#{red:02x}{green:02x}{blue:02x}"
        if on_white(shade) >= needed:
            return shade
    return "#000000"


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(parts: tuple[int, int, int]) -> float:
    return sum(weight * _linear(part / _BRIGHTEST) for weight, part in zip(_CHANNELS, parts, strict=True))


def _linear(part: float) -> float:
    """The light of a channel, from how it is written (sRGB)."""
    # Written so in the standard's text; the exact 0.04045 of sRGB makes no difference at 8 bits.
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004

"""How a packet is laid out on its paper: what a reader chooses, apart from what it says."""

from dataclasses import dataclass
from typing import Literal

Paper = Literal["letter", "a4"]


@dataclass(frozen=True, slots=True)
class Look:
    """The paper, the size of the letters, and whether boxes and lines can be filled in on a screen."""

    paper: Paper = "letter"
    large_print: bool = False
    fillable: bool = False

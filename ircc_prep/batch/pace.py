"""How fast a batch goes, and how long it will take from here. What an earlier run had made says nothing of that."""

from dataclasses import dataclass

_TOO_FEW = 3  # workers are still getting ready


@dataclass(frozen=True, slots=True)
class Pace:
    """What is known after so many seconds: how many clients there are, how many are done, how many of them now."""

    total: int
    settled: int
    now: int
    seconds: float

    @property
    def a_minute(self) -> float | None:
        """Clients a minute; None while too few are done to say."""
        return 60 * self.now / self.seconds if self.now >= _TOO_FEW and self.seconds > 0 else None

    @property
    def left(self) -> float | None:
        """The seconds that it takes from here, at this pace."""
        rate = self.a_minute
        return 60 * (self.total - self.settled) / rate if rate else None

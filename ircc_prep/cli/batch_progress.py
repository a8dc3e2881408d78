"""How far a batch has come: a bar on a terminal, quiet lines everywhere else."""

import os
import sys
import time

from ircc_prep.batch.ledger import Ledger
from ircc_prep.batch.pace import Pace
from ircc_prep.cli.options import Settings
from ircc_prep.cli.output import unread
from ircc_prep.core.text import same
from ircc_prep.files.wording import wording
from ircc_prep.render.progress import Bar
from ircc_prep.render.words import Words

_EVERY_SECONDS = 30.0
_STEPS = 10  # lines of a whole batch, however fast it is
_MINUTE = 60


class Progress:
    """Tells of a batch that is going on, on standard error; nothing with --quiet."""

    def __init__(self, total: int, settings: Settings) -> None:
        self._total = total
        self._settings = settings
        self._words = Words(wording(), settings.language())
        self._begun = self._told = time.monotonic()
        self._step = 0
        self._bar: Bar | None = None
        if _draws(settings):
            self._bar = Bar(total, color=settings.color)
            self._bar.__enter__()

    def show(self, ledger: Ledger) -> None:
        """After a client: the bar, or a line where enough was done or enough time went by."""
        now = time.monotonic()
        pace = Pace(self._total, ledger.settled, ledger.settled - ledger.ways["kept"], now - self._begun)
        step = _STEPS * ledger.settled // max(self._total, 1)
        with unread():
            if self._bar:
                self._bar.show(ledger.settled, self._said(pace, ledger.failed))
            elif step > self._step or now - self._told > _EVERY_SECONDS:
                self._step, self._told = step, now
                self._settings.tell(same(self._said(pace, ledger.failed)))

    def close(self) -> None:
        """Takes the bar away."""
        if self._bar:
            with unread():
                self._bar.__exit__(None, None, None)
            self._bar = None

    def _said(self, pace: Pace, failed: int) -> str:
        words = self._words
        parts = [words.say("batch.of", done=str(pace.settled), total=str(pace.total))]
        if failed:
            parts.append(words.quantity("batch.failures", failed))
        if pace.a_minute is not None and pace.left is not None and pace.settled < pace.total:
            parts += [words.say("batch.rate", rate=f"{pace.a_minute:.0f}"), self._left(pace.left)]
        return ", ".join(parts)

    def _left(self, seconds: float) -> str:
        minutes = round(seconds / _MINUTE)
        if minutes < 1:
            return self._words.say("batch.soon")
        hours, minutes = divmod(minutes, _MINUTE)
        if hours:
            return self._words.say("batch.hours", hours=str(hours), minutes=f"{minutes:02}")
        return self._words.quantity("batch.minutes", minutes)


def _draws(settings: Settings) -> bool:
    """Whether a bar can be drawn here, and doesn't disturb."""
    plain = settings.quiet or settings.accessible or os.environ.get("TERM") == "dumb"
    return sys.stderr.isatty() and not plain

"""How far one is, in calm words: how many questions are left that matter, and roughly what part is done."""

from ircc_prep.ask.keeper import Keeper
from ircc_prep.ask.talk import Talk

# From what part on each of these is said.
_PARTS = ((0.85, "nearly"), (0.6, "most"), (0.45, "half"), (0.3, "some"), (0.12, "under-way"), (0.0, "begun"))


class Progress:
    """The line above each question. What is said to be done never goes back, though new questions may come up."""

    def __init__(self, talk: Talk, keeper: Keeper) -> None:
        self.talk = talk
        self.keeper = keeper
        self._most = 0.0

    def line(self, left: int) -> str:
        """`left` questions that matter, and the part that is done; what was skipped isn't left, and isn't done."""
        done = sum(each.state in ("answered", "unsure") for each in self.keeper.standings())
        self._most = max(self._most, done / max(done + len(self.keeper.asks()), 1))
        part = next(key for least, key in _PARTS if self._most >= least)
        return self.talk.say(
            "ask.progress", left=self.talk.phrases.quantity("ask.left", left), part=self.talk.say(f"ask.part.{part}")
        )

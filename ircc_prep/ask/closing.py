"""The end: what is known now, what is still open, and that coming back is easy."""

from ircc_prep.ask.loop import Loop
from ircc_prep.ask.talk import Talk
from ircc_prep.ask.waiting import tell_waiting


def summary(talk: Talk, loop: Loop) -> None:
    """How far the file is; never a grade, only what is there and what waits."""
    keeper, screen, phrases = loop.keeper, talk.screen, talk.phrases
    found = keeper.evaluation().summary
    screen.blank()
    screen.rule(talk.say("ask.closing.title"))
    for key, count in {"ready": found.ready, "to-get": found.to_get, "undecided": found.undetermined}.items():
        if count:
            screen.item("–", phrases.quantity(f"ask.closing.{key}", count))
    tell_waiting(talk, loop.overview.lines(loop.passed), in_pages=False)
    screen.blank()
    screen.text(talk.say("ask.closing.next"))

"""The end: what is known now, what is still open, and that coming back is easy."""

from ircc_prep.ask.loop import Loop
from ircc_prep.ask.talk import Talk

MOST_LISTED = 8


def summary(talk: Talk, loop: Loop) -> None:
    """How far the file is; never a grade, only what is there and what waits."""
    keeper, screen, phrases = loop.keeper, talk.screen, talk.phrases
    found = keeper.evaluation().summary
    screen.blank()
    screen.rule(talk.say("ask.closing.title"))
    for key, count in {"ready": found.ready, "to-get": found.to_get, "undecided": found.undetermined}.items():
        if count:
            screen.item("–", phrases.quantity(f"ask.closing.{key}", count))
    for key, paths in {"open": [ask.path for ask in keeper.asks()], "unsure": keeper.data.get("unsure") or []}.items():
        # What is asked of safety isn't named on a screen that stays.
        told = [path for path in paths if (asked := loop.questions.about(path)) and not asked.question.safety]
        questions = list(dict.fromkeys(filter(None, map(loop.questions.words, told))))
        if questions:
            screen.blank()
            screen.text(phrases.quantity(f"ask.closing.{key}", len(questions)))
        for question in questions[:MOST_LISTED]:
            screen.item("–", question)
        if len(questions) > MOST_LISTED:
            screen.item("–", phrases.quantity("ask.closing.more", len(questions) - MOST_LISTED))
    screen.blank()
    screen.text(talk.say("ask.closing.next"))

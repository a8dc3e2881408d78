"""Before the end: what was answered, by topic and person, what still waits, and whether to finish."""

from itertools import groupby
from typing import Literal

from ircc_prep.ask.loop import Loop
from ircc_prep.ask.overview import Line
from ircc_prep.ask.phrases import capital
from ircc_prep.ask.prompts.base import Option
from ircc_prep.ask.replies import Command
from ircc_prep.ask.talk import Talk
from ircc_prep.ask.waiting import tell_waiting
from ircc_prep.core.open_questions import question_fact

Choice = Literal["finish", "change", "back"]


class Review:
    """The answers on a page or two, to be read over."""

    def __init__(self, talk: Talk, loop: Loop) -> None:
        self.talk = talk
        self.loop = loop

    def ask(self) -> Choice:
        """Shows everything, and whether that is all."""
        talk = self.talk
        lines = list(self.loop.overview.lines(self.loop.passed))
        talk.screen.blank()
        talk.screen.rule(talk.say("ask.review.title"))
        self._answers(lines)
        tell_waiting(talk, lines, in_pages=True)
        talk.screen.blank()
        talk.screen.question(talk.say("ask.review.ask"))
        options = [Option(key, talk.say(f"ask.review.{key}")) for key in ("finish", "change")]
        reply: object = "change"
        with self.loop.moving():
            reply = talk.pick(options, (Command.BACK, Command.STOP))
        return "finish" if reply == "finish" else "back" if reply is Command.BACK else "change"

    def _answers(self, lines: list[Line]) -> None:
        """A line for each answer, under its topic and person."""
        answered = [
            line for line in lines if line.answer and line.state in ("answered", "aside", "unsure", "in-part", "open")
        ]
        for heading, group in groupby(answered, key=lambda line: line.heading):
            said = [*map(self._said, group)]
            self.talk.turn_page_for(heading, *said[:2])  # no heading alone at the end of a page
            self.talk.screen.title(heading)
            for line in said:
                self.talk.turn_page_for(line)
                self.talk.screen.item("–", line)

    def _said(self, line: Line) -> str:
        return self.loop.overview.said(line, line.question, self._name(line))

    def _name(self, line: Line) -> str | None:
        """What a field of the case file is called; None for an answer, which has only its question."""
        phrases, fact = self.talk.phrases, question_fact(line.path)
        field = fact.rpartition(".")[2]
        known = (f"field.{fact}", f"field.case.{fact}", f"list.{field}" if fact.startswith("person.") else "")
        name = next((phrases.say(key) for key in known if key in phrases.wording), None)
        if name is None:
            return None
        entry = self.loop.questions.entry(line.path)
        return self.talk.say("ask.overview.of-entry", entry=entry, field=name) if entry else capital(name)

"""The list of all questions with their answers, by topic and person: to look at, and to go to any of them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ircc_prep.ask.called import called
from ircc_prep.ask.keeper import Keeper
from ircc_prep.ask.phrases import capital
from ircc_prep.ask.prompts.base import Option
from ircc_prep.ask.questions import Questions
from ircc_prep.ask.talk import Talk
from ircc_prep.core.standing import Standing

PROGRAM, STREAM, PEOPLE, PAPERS = "program", "stream", "people", "documents"  # what is asked in parts of its own
LONGEST_QUESTION = 90


@dataclass(frozen=True, slots=True)
class Line:
    """One question as the list has it. `state` is that of its standing, or `skipped`."""

    path: str
    heading: str
    question: str
    answer: str
    state: str


class Overview:
    """The list as it stands now."""

    def __init__(self, talk: Talk, keeper: Keeper, questions: Questions) -> None:
        self.talk = talk
        self.keeper = keeper
        self.questions = questions

    def choose(self, under_way: Collection[str], skipped: Collection[str]) -> str | None:
        """The path of the question chosen; None to go back. What is being asked right now isn't offered."""
        talk = self.talk
        lines = [line for line in self.lines(skipped) if not _touches(line.path, under_way)]
        talk.screen.blank()
        talk.screen.title(talk.say("ask.overview.title"))
        options = [Option(line.path, self._row(line), heading=line.heading) for line in lines]
        reply = talk.find(options, talk.say("ask.overview.page"))
        return reply if isinstance(reply, str) else None

    def lines(self, skipped: Collection[str]) -> Iterator[Line]:
        """What is asked apart first, then topic by topic and person by person."""
        yield from self._parts()
        for standing in self.keeper.standings():
            if standing.path == STREAM or (words := self.questions.words(standing.path)) is None:
                continue
            answer = self.questions.answer_words(standing.path)
            yield Line(standing.path, self._heading(standing), words, answer, self._state(standing, answer, skipped))

    def _state(self, standing: Standing, answer: str, skipped: Collection[str]) -> str:
        if standing.question.question.safety:
            return "answered"  # whatever it is: that nothing is known, or was skipped, would be told too
        if standing.state == "unsure" and answer:
            return "in-part"
        return "skipped" if standing.state == "open" and standing.path in skipped else standing.state

    def said(self, line: Line, question: str, name: str | None = None) -> str:
        """The question, or the name of what it asks for, with its answer and what else is to be said of it."""
        shown = name or question
        if line.answer and name:
            shown = self.talk.say("ask.overview.field", field=name, answer=line.answer)
        elif line.answer:
            shown = self.talk.say("ask.overview.row", question=question, answer=line.answer)
        if line.state == "answered" or (line.answer and line.state == "open"):
            return shown
        return self.talk.say("ask.overview.said", question=shown, state=self.talk.say(f"ask.overview.{line.state}"))

    def _row(self, line: Line) -> str:
        question = line.question
        if len(question) > LONGEST_QUESTION:
            question = f"{question[:LONGEST_QUESTION].rsplit(' ', 1)[0]} …"
        return self.said(line, question)

    def _parts(self) -> Iterator[Line]:
        talk, data = self.talk, self.keeper.data
        heading = talk.say("ask.overview.case")
        program = talk.phrases.of(self.keeper.book.checklist.program.title)
        yield Line(PROGRAM, heading, talk.say("ask.program.ask"), program, "answered")
        if self.keeper.book.streams:
            stream = self.keeper.book.streams.get(data.get("stream") or "")
            state = "answered" if stream else "unsure" if "stream" in (data.get("unsure") or []) else "open"
            yield Line(STREAM, heading, self._stream(), talk.phrases.of(stream) if stream else "", state)
        people = self.keeper.case.people or ()
        names = ", ".join(called(self.keeper.case, person, talk.phrases) for person in people)
        yield Line(PEOPLE, heading, talk.say("ask.people.title"), names, "answered" if people else "open")
        papers = data.get("documents")
        words = talk.phrases.quantity("ask.documents.ticked", len(papers)) if papers else ""
        yield Line(PAPERS, heading, talk.say("ask.documents.title"), words, "answered" if papers else "open")

    def _stream(self) -> str:
        asked = self.keeper.book.question_about("stream")
        return self.talk.phrases.of(asked.question.ask) if asked else self.talk.say("ask.stream.ask")

    def _heading(self, standing: Standing) -> str:
        title = self.talk.phrases.of(self.keeper.book.checklist.topics[standing.question.file].title)
        person = self.keeper.case.person(standing.person) if standing.person else None
        if person is None:
            return title
        name = capital(called(self.keeper.case, person, self.talk.phrases))
        return self.talk.say("ask.overview.of-person", topic=title, person=name)


def _touches(path: str, under_way: Collection[str]) -> bool:
    """Whether a question is one of those being asked, or about an entry of a list that is open."""
    if path == PROGRAM and STREAM in under_way:
        return True  # another program has other streams
    return any(path == each or path.startswith(f"{each}[") or each.startswith(f"{path}[") for each in under_way)

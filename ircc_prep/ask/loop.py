"""The questions one after another: always the first that can still change something, and to any of them when asked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ircc_prep.ask.keeper import Keeper
from ircc_prep.ask.listed import left_open
from ircc_prep.ask.overview import Overview
from ircc_prep.ask.progress import Progress
from ircc_prep.ask.questions import Questions
from ircc_prep.ask.replies import Command, MovedError, Reply
from ircc_prep.ask.talk import Talk
from ircc_prep.core.questionnaire import Ask, Group, next_of


class Loop:
    """Puts questions until none is left.

    `asked` are the paths answered in this sitting, in their order; `at` is where one is in them. `parts` are what the
    list of questions leads to besides: the people, the papers.
    """

    def __init__(self, talk: Talk, keeper: Keeper, parts: dict[str, Callable[[], object]]) -> None:
        self.talk = talk
        self.keeper = keeper
        self.parts = parts
        self.questions = Questions(talk, keeper)
        self.overview = Overview(talk, keeper, self.questions)
        self.progress = Progress(talk, keeper)
        self.asked: list[str] = []
        self.at = 0
        self.passed: set[str] = set()  # skipped in this sitting
        self.left_alone: set[str] = set()  # skipped, and to stay so
        self.under_way: list[str] = []  # what is being asked; the last was reached from the list during those before
        self._resumed: str | None = None  # what was being asked when something else was answered from the list
        self._group: Group | None = None  # the topic and person of the last question

    def run(self) -> None:
        """Until nothing is left that matters, or only what was skipped and is to stay so."""
        while True:
            path = self._next()
            if path is not None:
                self._put(path)
            elif not self._skipped_after_all():
                return

    def back(self) -> None:
        """To the last question of this sitting; where there is none, to the list of all of them."""
        earlier = [place for place in range(self.at) if self._counts(self.asked[place])]
        if earlier:
            self.at = earlier[-1]
            return
        self.talk.screen.echo(self.talk.say("ask.noted.first"))
        with self.moving():
            self.jump()

    def jump(self) -> None:
        """Shows the list of all questions, asks what is chosen there, and returns to where one was.

        Raises MovedError where a single question was being asked: after another answer it may ask for nothing more.
        """
        before = self.talk.screen.remembered()
        path = self.overview.choose(self.under_way, self.passed)
        if path is not None:
            self._go(path)
            if not self.under_way or not self._is_a_part(self.under_way[-1]):
                raise MovedError
        self.talk.screen.recall(before)

    @contextmanager
    def moving(self) -> Iterator[None]:
        """Where it doesn't matter that something was answered from the list."""
        try:
            yield
        except MovedError:
            return

    @contextmanager
    def asking(self, path: str) -> Iterator[None]:
        """While a part or a question is being asked."""
        self.under_way.append(path)
        try:
            yield
        finally:
            self.under_way.pop()

    # --- what comes next

    def left(self) -> list[Ask]:
        """What is worth asking and wasn't skipped."""
        return [ask for ask in self.keeper.asks() if ask.path not in self.passed]

    def _next(self) -> str | None:
        """A question gone back to, a list left open, what was interrupted, or the next that matters."""
        again = [place for place in range(self.at, len(self.asked)) if self._counts(self.asked[place])]
        self.at = again[0] if again else len(self.asked)
        if again:
            return self.asked[self.at]
        half_done = [path for path in left_open(self.keeper.data) if path not in self.passed]
        if half_done:
            return half_done[0]
        left = self.left()
        resumed, self._resumed = self._resumed, None
        found = next((ask for ask in left if ask.path == resumed), None) or next_of(left, self._group, self.asked)
        return found.path if found else None

    def _counts(self, path: str) -> bool:
        """Whether a question put in this sitting is still one: no other answer has made it beside the point since."""
        if "[" in path:  # of an entry: answered, it is a part of its list
            return self.questions.about(path) is not None
        return any(each.path == path and each.state != "aside" for each in self.keeper.standings())

    def _skipped_after_all(self) -> bool:
        """Whether the person wants to see the skipped questions once more."""
        skipped = {ask.path for ask in self.keeper.asks() if ask.given is None} & self.passed - self.left_alone
        if not skipped:
            return False
        talk = self.talk
        talk.screen.blank()
        talk.screen.question(talk.phrases.quantity("ask.skipped", len(skipped)))
        reply: object = Command.LIST
        with self.moving():
            reply = talk.yes_no(Command.SKIP, Command.BACK, Command.STOP)
        if reply is Command.BACK:
            self.back()
        elif reply is True:
            self.passed -= skipped
        elif reply is False or reply is Command.SKIP:
            self.left_alone |= skipped
        return not skipped <= self.left_alone

    # --- putting it

    def _put(self, path: str) -> None:
        if self.questions.about(path) is None:
            self.passed.add(path)
            return
        self._group = next((ask.group for ask in self.keeper.asks() if ask.path == path), self._group)
        try:
            reply = self._ask(path)
        except MovedError:
            self._resumed = path
            return
        if reply is Command.BACK:
            self.back()
            return
        self._note(path, reply)
        if self.at < len(self.asked):  # gone back to: then on to the one after it
            self.at += 1
            return
        if path in self.asked:
            self.asked.remove(path)
        self.asked.append(path)
        self.at = len(self.asked)

    def _ask(self, path: str) -> Reply:
        with self.asking(path):
            return self.questions.put(path, self.progress.line(len(self.left())))

    def _note(self, path: str, reply: Reply) -> None:
        if reply is Command.SKIP:
            self.passed.add(path)
            self.talk.screen.echo(self.talk.say("ask.noted.skipped"))
        else:
            self.passed.discard(path)

    def _go(self, path: str) -> None:
        """Asks what was chosen in the list; *back* leaves it as it is."""
        if path in self.parts:
            with self.asking(path), self.moving(), self.questions.telling_changes():
                self.parts[path]()
            return
        reply: Reply | None = None
        while reply is None:
            with self.moving():
                reply = self._ask(path)
        if reply is Command.BACK:
            return
        self._note(path, reply)
        if path not in self.asked:
            self.asked.insert(self.at, path)
            self.at += 1

    def _is_a_part(self, path: str) -> bool:
        """Whether what is being asked has several prompts of its own, and goes on as it was."""
        return path in self.parts or self.questions.is_list(path)

"""The questions one after another: always the first that can still change something, and back again when asked."""

from typing import Any

from ircc_prep.ask.entries import FIELDS, Entry, described, entry_names
from ircc_prep.ask.fields import Field, field_of
from ircc_prep.ask.groups import Group
from ircc_prep.ask.keeper import Keeper
from ircc_prep.ask.listed import Listed, left_open
from ircc_prep.ask.phrases import capital
from ircc_prep.ask.put import EVERY, Prompt, put, words_of
from ircc_prep.ask.replies import Command, Given, Reply
from ircc_prep.ask.talk import Talk
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.open_questions import question_fact
from ircc_prep.core.questionnaire import Ask, undecided
from ircc_prep.core.rulebook import CompiledQuestion
from ircc_prep.core.text import Text, same

MOST_RESULTS, MOST_SOURCES = 3, 2


class Loop:
    """Puts questions until none is left.

    `asked` are the paths answered in this sitting, in their order; `at` is where one is in them.
    """

    def __init__(self, talk: Talk, keeper: Keeper) -> None:
        self.talk = talk
        self.keeper = keeper
        self.asked: list[str] = []
        self.at = 0
        self.passed: set[str] = set()  # skipped in this sitting, or known as exactly as the person can say
        self.left_alone: set[str] = set()  # skipped, and to stay so

    def run(self) -> None:
        """Until nothing is left that matters, or only what was skipped and is to stay so."""
        while True:
            path, left = self._next()
            if path is not None:
                self._put(path, left)
            elif not self._skipped_after_all():
                return

    def _next(self) -> tuple[str | None, list[Ask]]:
        """What to ask about: a question gone back to, a list left open, or the first that matters; and what is left."""
        left = [ask for ask in self.keeper.asks() if ask.path not in self.passed]
        if self.at < len(self.asked):
            return self.asked[self.at], left
        half_done = [path for path in left_open(self.keeper.data) if path not in self.passed]
        return next(iter([*half_done, *(ask.path for ask in left)]), None), left

    def _skipped_after_all(self) -> bool:
        """Whether the person wants to see the skipped questions once more."""
        skipped = {ask.path for ask in self.keeper.asks() if ask.given is None} & self.passed - self.left_alone
        if not skipped:
            return False
        talk = self.talk
        talk.screen.blank()
        talk.screen.question(talk.phrases.quantity("ask.skipped", len(skipped)))
        reply = talk.yes_no(Command.STOP)
        if reply is True:
            self.passed -= skipped
        else:
            self.left_alone |= skipped
        return reply is True

    def _put(self, path: str, left: list[Ask]) -> None:
        compiled = self.keeper.book.question_about(question_fact(path))
        if compiled is None:
            self.passed.add(path)
            return
        self._heading(path, compiled, len(left))
        reply = self._group(path, compiled) if self._is_group(compiled) else self._fact(path, compiled)
        self._after(path, reply)

    def _after(self, path: str, reply: Reply) -> None:
        talk = self.talk
        if reply is Command.BACK:
            if self.at == 0:
                talk.screen.echo(talk.say("ask.noted.first"))
            self.at = max(0, self.at - 1)
            return
        if reply is Command.SKIP:
            self.passed.add(path)
            talk.screen.echo(talk.say("ask.noted.skipped"))
        elif reply is Command.UNSURE:
            self._unsure(path)
        if path in self.asked:
            self.asked.remove(path)
        self.asked.append(path)
        self.at = len(self.asked)

    def _unsure(self, path: str) -> None:
        """Keeps *I don't know*; what is known of a date already stays, and isn't asked about again in this sitting."""
        self.talk.screen.echo(self.talk.say("ask.noted.unsure"))
        if self._known_in_part(path) is None:
            self.keeper.unsure(path)
        else:
            self.passed.add(path)

    # --- one fact

    def _fact(self, path: str, compiled: CompiledQuestion) -> Reply:
        talk = self.talk
        field = field_of(compiled, self.keeper.book.streams, talk.phrases.wording)
        prompt = self._prompt(path, field, discreet=compiled.question.sensitive)
        while True:
            reply = put(talk, prompt)
            if not isinstance(reply, Given):
                return reply
            if prompt.within is not None and str(reply.value) == str(prompt.within):
                self.passed.add(path)
            if self.keeper.answer(path, reply.value):
                return reply
            talk.screen.wrong(talk.say("ask.wrong.text"))

    def _prompt(self, path: str, field: Field, *, discreet: bool) -> Prompt:
        talk, now = self.talk, self.keeper.fact(path)
        within = self._known_in_part(path) if field.kind in ("date", "end") else None
        take = talk.say("ask.take.keep", value=words_of(talk, field, now)) if now is not None else ""
        if within is not None:
            talk.screen.text(talk.say("ask.known-in-part", date=talk.phrases.date(within)))
        commands = (*EVERY, Command.TAKE) if take else EVERY
        return Prompt(field, lambda: self._explain(path), commands, now, take, within, discreet)

    def _known_in_part(self, path: str) -> PartialDate | None:
        """The year or month that the file has for a date, where it has no day."""
        value = self.keeper.fact(path)
        try:
            known = PartialDate.parse(str(value))
        except ValueError:
            return None
        compiled = self.keeper.book.question_about(question_fact(path))
        return known if compiled and compiled.type.kind == "date" and not known.exact else None

    # --- one list

    def _is_group(self, compiled: CompiledQuestion) -> bool:
        return field_of(compiled, self.keeper.book.streams, self.talk.phrases.wording).kind == "group"

    def _group(self, path: str, compiled: CompiledQuestion) -> Reply:
        field = field_of(compiled, self.keeper.book.streams, self.talk.phrases.wording)
        group = Group(self.talk, Listed(self.keeper, path), field.noun, lambda: self._explain(path), self._names(path))
        return group.ask()

    # --- words

    def words(self, path: str) -> str | None:
        """The question about a path; None where the checklist has none."""
        compiled = self.keeper.book.question_about(question_fact(path))
        return self._filled(compiled.question.ask, path) if compiled else None

    def _heading(self, path: str, compiled: CompiledQuestion, left: int) -> None:
        talk, screen, question = self.talk, self.talk.screen, compiled.question
        waiting = undecided(self.keeper.evaluation())
        screen.blank()
        screen.rule(
            talk.say(
                "ask.progress",
                left=talk.phrases.quantity("ask.left", max(left, 1)),
                waiting=talk.phrases.quantity("ask.waiting", waiting),
            )
        )
        if (entry := self._entry(path)) is not None:
            screen.help(entry)
        if question.sensitive:
            screen.help(talk.say("ask.sensitive"))
        screen.question(self._filled(question.ask, path))
        if question.help:
            screen.help(self._filled(question.help, path))

    def _entry(self, path: str) -> str | None:
        """Which entry of a list a question is about."""
        noun, entry = self._noun_and_entry(path)
        if entry is None or noun not in FIELDS:
            return None
        field = path.rpartition("[")[0].rpartition(".")[2]
        title = capital(self.talk.phrases.say_or(f"list.{field}", noun))
        return self.talk.say("ask.about-entry", list=title, entry=described(self.talk, noun, entry))

    def _noun_and_entry(self, path: str) -> tuple[str, Entry | None]:
        """What kind of entry of a list a path leads into, and the entry."""
        holder = path.rpartition(".")[0]
        if not holder.endswith("]"):
            return "", None
        list_path, _, index = holder.rstrip("]").rpartition("[")
        return question_fact(path).partition(".")[0], (self.keeper.fact(list_path) or [])[int(index)]

    def _names(self, path: str) -> dict[str, str]:
        steps = path.split(".")
        names = {}
        if steps[0] == "people" and len(steps) > 1 and (person := self.keeper.case.person(steps[1])):
            role = self.talk.say(f"choice.role.{person.role}")
            names["person"] = person.display_name if person.display_name != person.id else role
        noun, entry = self._noun_and_entry(path)
        if noun == "document" and entry:
            titles = {each.requirement.id: each.requirement.title for each in self.keeper.book.requirements}
            return {"item": self.talk.phrases.of(titles.get(entry["item"], same(entry["item"])))}
        return names | (entry_names(self.talk, noun, entry) if entry else {})

    def _filled(self, text: Text, path: str) -> str:
        return self.talk.phrases.filled(text, self._names(path))

    def _explain(self, path: str) -> None:
        """Why this is asked, what it would decide, and what that rests on."""
        talk, screen = self.talk, self.talk.screen
        compiled = self.keeper.book.question_about(question_fact(path))
        if compiled is None:
            return
        screen.reason(self._filled(compiled.question.why, path))
        for key, titles in self._decides(path).items():
            if titles:
                screen.reason(talk.say(f"ask.why.{key}", titles="; ".join(titles)))

    def _decides(self, path: str) -> dict[str, list[str]]:
        """The titles of the items that wait for this answer, and of their sources."""
        found = self.keeper.evaluation()
        waiting = [question for question in found.open_questions if question.fact == path]
        settles = {name for question in waiting for name in question.settles}
        items = [item for item in found.items if item.name in settles]
        sources: list[Any] = [found.sources[id] for item in items for id in item.sources if id in found.sources]
        titles = list(dict.fromkeys(self.talk.phrases.of(item.title) for item in items))
        pages = list(dict.fromkeys(self.talk.phrases.of(source.title) for source in sources))
        return {"decides": titles[:MOST_RESULTS], "sources": pages[:MOST_SOURCES]}

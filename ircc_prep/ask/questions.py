"""One question of a checklist: its words, the prompt that it takes, why it is asked, and what its answer sets aside."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ircc_prep.ask.called import called, sentences
from ircc_prep.ask.entries import FIELDS, Entry, described, entry_names
from ircc_prep.ask.fields import Field, field_of
from ircc_prep.ask.groups import Group
from ircc_prep.ask.keeper import Keeper
from ircc_prep.ask.listed import Listed
from ircc_prep.ask.phrases import capital
from ircc_prep.ask.put import EVERY, Prompt, put, words_of
from ircc_prep.ask.replies import Command, Given, Reply
from ircc_prep.ask.safety import Safety
from ircc_prep.ask.settling import settled
from ircc_prep.ask.talk import Talk
from ircc_prep.core.compiled import CompiledQuestion
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.open_questions import question_fact
from ircc_prep.core.text import Text, same

MOST_RESULTS, MOST_SOURCES, MOST_NAMED = 3, 2, 3


class Questions:
    """Puts the questions of one case, whichever is asked for."""

    def __init__(self, talk: Talk, keeper: Keeper) -> None:
        self.talk = talk
        self.keeper = keeper
        self.safety = Safety(talk, keeper)
        self._warned = False  # whether this sitting has said in full that a question can be hard

    def put(self, path: str, progress: str) -> Reply:
        """One question; the answer is saved when this returns. The path must be one that the checklist asks about."""
        compiled = self.about(path)
        if compiled is None:
            return Command.SKIP
        if not compiled.question.safety:
            return self._put(path, compiled, progress)
        with self.safety.covered():
            reply = self.safety.ask_first(path) or self._put(path, compiled, progress)
            if isinstance(reply, Given) and self.keeper.fact(path) is True:
                self.safety.tell()
            return reply

    def about(self, path: str) -> CompiledQuestion | None:
        """The checklist's question about a path."""
        return self.keeper.book.question_about(question_fact(path))

    def is_list(self, path: str) -> bool:
        """Whether a whole list is asked for."""
        compiled = self.about(path)
        return compiled is not None and self._field(compiled).kind == "group"

    def _put(self, path: str, compiled: CompiledQuestion, progress: str) -> Reply:
        self._heading(path, compiled, progress)
        with self.telling_changes():
            if self.is_list(path):
                field = self._field(compiled)
                listed = Listed(self.keeper, path)
                reply = Group(self.talk, listed, field.noun, lambda: self._explain(path), self._names(path)).ask()
            else:
                reply = self._fact(path, compiled)
            if reply is Command.UNSURE:
                self._unsure(path)
        return reply

    def _unsure(self, path: str) -> None:
        """Keeps *I don't know*; what is known of a date already stays."""
        known = self._known_in_part(path)
        said = {"date": self.talk.phrases.date(known)} if known else {}
        self.talk.screen.echo(self.talk.say("ask.noted.in-part" if known else "ask.noted.unsure", **said))
        if self.safety.for_now(path):
            self.keeper.hold(path, None)
        else:
            self.keeper.unsure(path, known_in_part=known is not None)

    @contextmanager
    def telling_changes(self) -> Iterator[None]:
        """Says which answers count no more after what is answered here, and which count again.

        Questions of safety are passed over in silence: their being answered is nobody's business.
        """
        before = self.keeper.aside()
        yield
        now = self.keeper.aside()
        for key, paths in {"aside": now - before, "again": before - now}.items():
            named = [each.path for each in self.keeper.standings() if each.path in paths]
            told = [path for path in named if (asked := self.about(path)) and not asked.question.safety]
            if not told:
                continue
            self.talk.screen.echo(self.talk.phrases.quantity(f"ask.noted.{key}", len(told)))
            for path in told[:MOST_NAMED]:
                self.talk.screen.choice("–", self.words(path) or path)
            if len(told) > MOST_NAMED:
                self.talk.screen.choice("–", self.talk.phrases.quantity("ask.closing.more", len(told) - MOST_NAMED))

    # --- one fact

    def _field(self, compiled: CompiledQuestion) -> Field:
        return field_of(compiled, self.keeper.book.streams, self.talk.phrases.wording)

    def _fact(self, path: str, compiled: CompiledQuestion) -> Reply:
        prompt = self._prompt(path, self._field(compiled), discreet=compiled.question.sensitive)
        keep = self.keeper.hold if self.safety.for_now(path) else self.keeper.answer
        while True:
            reply = put(settled(self.talk, prompt.field, prompt.within), prompt)
            if not isinstance(reply, Given):
                return reply
            if prompt.within is not None and str(reply.value) == str(prompt.within) and self._is_wanted(path):
                return Command.UNSURE  # nothing more is known of it
            if keep(path, reply.value):
                return reply
            self.talk.screen.wrong(self.talk.say("ask.wrong.text"))

    def _is_wanted(self, path: str) -> bool:
        return any(ask.path == path for ask in self.keeper.asks())

    def _prompt(self, path: str, field: Field, *, discreet: bool) -> Prompt:
        talk, now = self.talk, self.keeper.fact(path)
        within = self._known_in_part(path) if field.kind in ("date", "end") else None
        take = self._kept_words(field, now, discreet=discreet) if now is not None else ""
        if within is not None:
            known = "year" if len(str(within)) == len("2019") else "month"
            talk.screen.text(talk.say(f"ask.known-in-part.{known}", date=talk.phrases.date(within)))
        # Of a date known in part, the key that keeps it says that no more is known.
        asked = EVERY if within is None else tuple(each for each in EVERY if each is not Command.UNSURE)
        commands = (*asked, Command.TAKE) if take else asked
        return Prompt(field, lambda: self._explain(path), commands, now, take, within, discreet)

    def _kept_words(self, field: Field, value: Any, *, discreet: bool) -> str:
        """What the key that keeps an answer says; a sensitive one isn't shown."""
        if discreet:
            return self.talk.say("ask.take.keep-unseen")
        return self.talk.say("ask.take.keep", value=words_of(self.talk, field, value))

    def _known_in_part(self, path: str) -> PartialDate | None:
        """The year or month that the file has for a date, where it has no day."""
        compiled = self.about(path)
        try:
            known = PartialDate.parse(str(self.keeper.fact(path)))
        except ValueError:
            return None
        return known if compiled and compiled.type.kind == "date" and not known.exact else None

    # --- words

    def words(self, path: str) -> str | None:
        """The question about a path; None where the checklist has none."""
        compiled = self.about(path)
        if compiled and compiled.question.safety:
            return self.talk.say("ask.safety.question")
        return self._filled(compiled.question.ask, path) if compiled else None

    def answer_words(self, path: str) -> str:
        """The answer to a question, in words; a list by its number of entries."""
        compiled, value = self.about(path), self.keeper.fact(path)
        if compiled is not None and (compiled.question.safety or (compiled.question.sensitive and value is not None)):
            return self.talk.say("ask.overview.unseen")
        if compiled is None or value is None:
            return ""
        field = self._field(compiled)
        if field.kind == "group":
            count = len([entry for entry in value if entry])
            return self.talk.phrases.quantity("ask.overview.entries", count) if count else self.talk.say("ask.none")
        return words_of(self.talk, field, value)

    def _heading(self, path: str, compiled: CompiledQuestion, progress: str) -> None:
        talk, screen, question = self.talk, self.talk.screen, compiled.question
        screen.blank()
        screen.rule(progress)
        if (entry := self.entry(path)) is not None:
            screen.help(entry)
        if question.sensitive and not question.safety:  # the page before said it
            screen.help(talk.say("ask.sensitive-again" if self._warned else "ask.sensitive"))
            self._warned = True
        screen.question(self._filled(question.ask, path))
        if question.help:
            screen.help(self._filled(question.help, path))

    def entry(self, path: str) -> str | None:
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
        entries = self.keeper.fact(list_path) or []
        return question_fact(path).partition(".")[0], entries[int(index)] if int(index) < len(entries) else None

    def _names(self, path: str) -> dict[str, str]:
        steps = path.split(".")
        names = {}
        if steps[0] == "people" and len(steps) > 1 and (person := self.keeper.case.person(steps[1])):
            names["person"] = called(self.keeper.case, person, self.talk.phrases)
        noun, entry = self._noun_and_entry(path)
        if noun == "document" and entry:
            titles = {each.requirement.id: each.requirement.title for each in self.keeper.book.requirements}
            return {"item": self.talk.phrases.of(titles.get(entry["item"], same(entry["item"])))}
        return names | (entry_names(self.talk, noun, entry) if entry else {})

    def _filled(self, text: Text, path: str) -> str:
        filled = self.talk.phrases.filled(text, self._names(path))
        return sentences(filled, self.keeper.case, self.talk.phrases)

    def _explain(self, path: str) -> None:
        """Why this is asked, what it would decide, and what that rests on."""
        talk, screen = self.talk, self.talk.screen
        compiled = self.about(path)
        if compiled is None:
            return
        screen.reason(self._filled(compiled.question.why, path))
        for key, titles in self._decides(path).items():
            if titles:
                screen.reason(talk.say(f"ask.why.{key}", titles="; ".join(titles)))

    def _decides(self, path: str) -> dict[str, list[str]]:
        """The titles of the items that wait for this answer, and of their sources."""
        found = self.keeper.evaluation()
        waiting = [question for question in found.to_ask if question.fact == path]
        settles = {name for question in waiting for name in question.settles}
        items = [item for item in found.items if item.name in settles]
        sources: list[Any] = [found.sources[id] for item in items for id in item.sources if id in found.sources]
        titles = list(dict.fromkeys(self.talk.phrases.of(item.title) for item in items))
        pages = list(dict.fromkeys(self.talk.phrases.of(source.title) for source in sources))
        return {"decides": titles[:MOST_RESULTS], "sources": pages[:MOST_SOURCES]}

"""Repeating lists (places, jobs, trips, passports …): what is there, then add, change, remove, order, or that's all."""

from collections.abc import Mapping
from typing import Any

from ircc_prep.ask.called import sentences
from ircc_prep.ask.entries import changeable, described, fields_of, is_dated
from ircc_prep.ask.entry_fields import NOTHING, EntryFields
from ircc_prep.ask.list_view import ListView
from ircc_prep.ask.listed import Listed, Removed
from ircc_prep.ask.neighbours import Gap, Noticed, first_month_asked, noticed
from ircc_prep.ask.phrases import capital
from ircc_prep.ask.prompts.base import Option
from ircc_prep.ask.put import EVERY
from ircc_prep.ask.replies import Command, Given, Reply
from ircc_prep.ask.table import PAGE, in_order, order_of
from ircc_prep.ask.talk import Explain, Talk
from ircc_prep.core.open_questions import question_fact

_LATER = (Command.WHY, Command.BACK, Command.STOP)
_SMALL = (Command.BACK, Command.STOP)
_NEVER_EMPTY = frozenset({"stay"})  # everybody lived somewhere


class Group:
    """One list of one person, being asked."""

    def __init__(self, talk: Talk, listed: Listed, noun: str, explain: Explain | None, names: dict[str, str]) -> None:
        self.talk = talk
        self.listed = listed
        self.noun = noun
        self.names = names
        self.explain = explain
        self.begun = False  # whether something else was on the screen since the question was put
        self.fields = EntryFields(talk, listed, noun, names)
        self.view = ListView(talk, listed, noun, names)
        self.removed: list[Removed] = []  # what can be brought back, the last first
        newest_first = order_of(noun, listed.entries) == "newest-first"
        self.at = 0 if newest_first else len(listed.entries) - 1  # the entry touched last; at first, the newest

    def ask(self) -> Reply:
        """The whole list, until the person says that it is complete; or a command."""
        while True:
            self.listed.refresh()
            if not self.listed.entries:
                if (reply := self._begin()) is not None:
                    return reply
                continue
            self.begun = True
            seen = noticed(self.listed, self.noun)
            self.view.table(self.at)
            self.view.notes(seen)
            reply = self._do(self._menu(seen), seen.nearest(self.at))
            if reply is not None:
                return reply

    def _begin(self) -> Reply | None:
        """The first entry, or that there is none; None once one was begun."""
        if self.begun:
            self._question_again()
        self.begun = True
        self.view.how_far_back()
        nothing = [] if self.noun in _NEVER_EMPTY else [Option("none", self._say("nothing"))]
        options = [Option("add", self.talk.say(f"ask.first.{self.noun}")), *nothing, *self._undo_options()]
        reply = self.talk.pick(options, EVERY, self.explain)
        if isinstance(reply, Command):
            self.listed.forget()
            return reply  # type: ignore[return-value]  # pick deals with the other commands itself
        if reply == "none":
            self.listed.write(finished=True)
            self.talk.screen.echo(self._say("nothing"))
            return Given([])
        if reply == "undo":
            self._undo()
        else:
            self._add()
        return None

    def _question_again(self) -> None:
        """What the list is about, once more: what was asked last was one of its fields."""
        self.talk.screen.blank()
        asked = self.listed.keeper.book.question_about(question_fact(self.listed.path))
        if asked is not None:
            words = self.talk.phrases.filled(asked.question.ask, self.names)
            self.talk.screen.question(sentences(words, self.listed.keeper.case, self.talk.phrases))
        else:
            self.view.title()

    def _menu(self, seen: Noticed) -> str | Command:
        options = [Option(key, self._say(key)) for key in ("add", "change", "remove", "done")]
        options += [Option(key, self.talk.say(f"lists.do.{key}")) for key in self._ordering()]
        options += self._undo_options()
        page = self.view.page(self.at)
        ways = {"earlier": page.earlier, "later": page.later}
        options += [Option(key, self.talk.say(f"lists.do.{key}")) for key, there in ways.items() if there]
        gap = seen.nearest(self.at)
        take = self.talk.say("lists.take.gap", period=self.view.period(gap)) if gap else ""
        return self.talk.pick(options, (*_LATER, Command.TAKE) if take else _LATER, self.explain, take)

    def _do(self, chosen: str | Command, gap: Gap | None) -> Reply | None:
        """What was chosen; the answer where that ends the list."""
        if chosen is Command.BACK:
            return Command.BACK
        if chosen is Command.TAKE and gap is not None:
            self._fill(gap)
        elif chosen in ("earlier", "later"):
            self.at = self.view.page(self.at).first + (PAGE if chosen == "later" else -PAGE)
        elif chosen == "done":
            self.listed.write(finished=True)
            return Given(len(self.listed.entries))
        else:
            actions = {
                "add": self._add, "change": self._change, "remove": self._remove, "sort": self._sort,
                "move": self._move, "undo": self._undo,
            }  # fmt: skip
            actions[str(chosen)]()
        return None

    # --- adding

    def _add(self) -> None:
        """A new entry at the end, field by field."""
        index = len(self.listed.entries)
        self.listed.make_room(index)
        self._enter(index)

    def _fill(self, gap: Gap) -> None:
        """A new entry for a gap, which offers its dates; a list that was in order is so afterwards."""
        entries = self.listed.entries
        dates = gap.dates(entries, first_month_asked(self.listed, self.noun))
        order = order_of(self.noun, entries)
        before, after = (gap.after, gap.before) if order == "newest-first" else (gap.before, gap.after)
        place = len(entries)
        if order:
            place = before + 1 if before is not None else after if after is not None else place
        self.talk.screen.echo(capital(self.talk.say("lists.take.gap", period=self.view.period(gap))))
        self.listed.make_room(place)
        if self._enter(place, dates) and order not in ("", "mixed", order_of(self.noun, entries)):
            self._put_in_place(place, order)

    def _put_in_place(self, index: int, order: str) -> None:
        """An entry that was put where its gap is, and begins elsewhere, to where it belongs in time."""
        others = [at for at in range(len(self.listed.entries)) if at != index]
        ways = [[*others[:place], index, *others[place:]] for place in range(len(others) + 1)]
        fitting = [way for way in ways if order_of(self.noun, [self.listed.entries[at] for at in way]) == order]
        if fitting:
            self.listed.arrange(fitting[0])
            self.at = fitting[0].index(index)

    def _enter(self, index: int, offers: Mapping[str, Any] = NOTHING) -> bool:
        """The fields of a new entry, and whether it is kept.

        *Back* goes to the field before. At the first it leaves the entry, and half an entry isn't kept: but it can be
        brought back.
        """
        listed, at = self.listed, 0
        self.at = index
        while at < len(fields := fields_of(self.noun, listed.entries[index])):
            if self.fields.ask(index, fields[at], offers) is not Command.BACK:
                at += 1
            elif at == 0:
                break
            else:
                at -= 1
        said = bool(listed.entries[index]) or any(marked == index for marked, _ in listed.marks)
        if at and said:
            return True
        dropped = listed.remove(index)
        self.at = min(index, len(listed.entries) - 1)
        if said:
            self.removed.append(dropped)
            self.talk.screen.echo(self.talk.say("lists.done.dropped"))
        return False

    # --- changing and removing

    def _change(self) -> None:
        """One entry's fields, any of them, until that's all."""
        index = self._which("ask.group.change-which")
        while index is not None:
            self.at = index
            entry = self.listed.entries[index]
            options = [Option(key, self.fields.title_and_value(index, key)) for key in changeable(self.noun, entry)]
            self.talk.screen.blank()
            self.talk.screen.question(self.talk.say("ask.group.change-what"))
            self.talk.screen.item("–", self._described(index))
            reply = self.talk.pick([*options, Option("done", self._say("enough"))], _SMALL)
            if reply == "done" or isinstance(reply, Command):
                return
            self.fields.ask(index, reply)

    def _remove(self) -> None:
        index = self._which("ask.group.remove-which")
        if index is None:
            return
        self.talk.screen.blank()
        self.talk.screen.question(self.talk.say("ask.group.remove-sure"))
        self.talk.screen.item("–", self._described(index))
        if self.talk.yes_no(*_SMALL) is True:
            self.removed.append(self.listed.remove(index))
            self.at = min(index, len(self.listed.entries) - 1)
            self.talk.screen.echo(self.talk.say("lists.done.removed"))

    def _undo_options(self) -> list[Option]:
        if not self.removed:
            return []
        last = described(self.talk, self.noun, self.removed[-1].entry)
        return [Option("undo", self.talk.say("lists.do.undo", entry=last))]

    def _undo(self) -> None:
        self.at = self.listed.restore(self.removed.pop())
        self.talk.screen.echo(self.talk.say("lists.done.undone"))

    # --- order

    def _ordering(self) -> list[str]:
        """How the list can be put in order: by its dates where they are mixed, by hand where it has none."""
        entries = self.listed.entries
        if is_dated(self.noun):
            return ["sort"] if order_of(self.noun, entries) == "mixed" else []
        return ["move"] if len(entries) > 1 else []

    def _sort(self) -> None:
        order = in_order(self.noun, self.listed.entries)
        self.listed.arrange(order)
        self.at = order.index(self.at) if self.at in order else 0
        now = order_of(self.noun, self.listed.entries)
        self.talk.screen.echo(self.talk.say(f"lists.done.sorted.{now or 'mixed'}"))

    def _move(self) -> None:
        """One entry to another place."""
        index = self._which("lists.move.which")
        if index is None:
            return
        others = [at for at in range(len(self.listed.entries)) if at != index]
        places = [Option("0", self.talk.say("lists.move.first"))]
        places += [
            Option(str(place), self.talk.say("lists.move.after", entry=self._described(at)))
            for place, at in enumerate(others, 1)
        ]
        self.talk.screen.blank()
        self.talk.screen.question(self.talk.say("lists.move.where"))
        self.talk.screen.item("–", self._described(index))
        reply = self.talk.pick(places, _SMALL)
        if isinstance(reply, Command):
            return
        others.insert(int(reply), index)
        self.listed.arrange(others)
        self.at = int(reply)
        self.talk.screen.echo(self.talk.say("lists.done.moved"))

    def _which(self, question: str) -> int | None:
        """Which entry is meant; the only one without asking."""
        entries = self.listed.entries
        if len(entries) == 1:
            return 0
        self.talk.screen.blank()
        self.talk.screen.question(self.talk.say(question))
        options = [Option(str(index), self._described(index)) for index in range(len(entries))]
        reply = self.talk.pick([*options, Option("none", self._say("none-of-them"))], _SMALL)
        return int(reply) if isinstance(reply, str) and reply.isdigit() else None

    def _described(self, index: int) -> str:
        return described(self.talk, self.noun, self.listed.entries[index])

    def _say(self, key: str) -> str:
        return self.talk.say(f"ask.group.{key}")

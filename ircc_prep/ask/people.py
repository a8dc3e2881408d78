"""Who is in the case: the principal applicant first, then partner, children, sponsor and other family."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from ircc_prep.ask.called import called, sentences
from ircc_prep.ask.keeper import Data, Keeper
from ircc_prep.ask.phrases import capital
from ircc_prep.ask.prompts.base import Line, Option
from ircc_prep.ask.put import is_name
from ircc_prep.ask.replies import Command
from ircc_prep.ask.talk import Talk
from ircc_prep.core import edit
from ircc_prep.core.bidi import without_marks
from ircc_prep.core.rulebook import Rulebook

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})
LONGEST_ID = 40
FALLBACKS: Mapping[str, str] = {
    "principal-applicant": "applicant",
    "spouse-or-partner": "partner",
    "dependent-child": "child",
    "sponsor": "sponsor",
    "other-family": "family",
}
_SEVERAL = frozenset({"dependent-child", "other-family"})
_SAYS_NAMES = (Command.WHY, Command.SKIP, Command.BACK, Command.STOP)
_YES_NO = (Command.WHY, Command.BACK, Command.STOP)


def id_for(names: str, role: str, taken: set[str]) -> str:
    """An id from the first given name: `maria`; where its letters aren't Latin ones, from the role: `child-1`."""
    plain = unicodedata.normalize("NFKD", names.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    base = words[0][: LONGEST_ID - 4] if words else FALLBACKS[role]
    numbered = not words and role in _SEVERAL
    if base not in taken and not numbered:
        return base
    number = 1 if numbered else 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"


def has_sponsor(book: Rulebook) -> bool:
    """Whether the program asks anything of a sponsor."""
    questions = [each.question for each in book.questions]
    asked = any(question.for_each == "sponsors" or question.fact.startswith("sponsor.") for question in questions)
    return asked or any("sponsors" in (each.requirement.for_each.person or "") for each in book.requirements)


class People:
    """Names the people of a case, one question at a time."""

    def __init__(self, talk: Talk, keeper: Keeper) -> None:
        self.talk = talk
        self.keeper = keeper
        self._removed: tuple[str, Data, Data] | None = None  # who, and the data before and after

    @property
    def people(self) -> list[dict[str, Any]]:
        """The people named so far."""
        return self.keeper.data.get("people") or []

    def name_all(self) -> Command | None:
        """Everybody, for a new case; *back* at the first question leaves."""
        steps = ["principal-applicant", "spouse-or-partner", "dependent-child", "other-family"]
        if has_sponsor(self.keeper.book):
            steps.insert(1, "sponsor")
        at = 0
        while at < len(steps):
            if self._step(steps[at]) is not Command.BACK:
                at += 1
            elif at == 0:
                return Command.BACK
            else:
                at -= 1
        return None

    def confirm(self, keeping: Collection[str] = (), *, first: bool = False) -> None:
        """Who is there, and whether anybody is missing, misspelt or too many. Those `keeping` names can't go now.

        Where it comes `first`, there is nothing to go back to.
        """
        commands = (Command.WHY, Command.STOP) if first else (Command.WHY, Command.BACK, Command.STOP)
        while True:
            self._table()
            options = [Option("done", self.talk.say("ask.people.complete"))]
            options += [Option(role, self.talk.say(f"ask.people.add.{role}")) for role in self._roles_to_add()]
            options.append(Option("rename", self.talk.say("ask.people.rename")))
            removable = [each for each in self.people[1:] if each["id"] not in keeping]
            options += [Option("remove", self.talk.say("ask.people.remove"))] if removable else []
            options += self._undo_options()
            reply = self.talk.pick(options, commands, self._explain("everybody"))
            if reply == "done" or isinstance(reply, Command):
                self.talk.screen.echo(self.talk.say("ask.people.complete"))
                return
            if reply == "rename":
                self._rename()
            elif reply == "remove":
                self._remove(removable)
            elif reply == "undo":
                self._undo()
            else:
                self._name(reply)

    def _rename(self) -> None:
        person = self._which(self.people)
        if person is not None:
            self._name(person["role"], person)

    def _remove(self, people: list[dict[str, Any]]) -> None:
        """Takes somebody out of the case, with what was said of them; after a yes."""
        person = self._which(people)
        if person is None:
            return
        self.talk.screen.blank()
        self.talk.screen.question(self.talk.say("ask.people.remove-sure", person=self._called(person)))
        if self.talk.yes_no(Command.BACK, Command.STOP) is True:
            before = self.keeper.data
            self.keeper.keep(edit.without_person(before, person["id"]))
            self._removed = (self._called(person), before, self.keeper.data)
            self.talk.screen.echo(self.talk.say("ask.noted.removed"))

    def _undo_options(self) -> list[Option]:
        """Bringing back whoever was taken out last, as long as nothing was changed since."""
        if self._removed is None or self._removed[2] is not self.keeper.data:
            return []
        return [Option("undo", self.talk.say("lists.do.undo", entry=self._removed[0]))]

    def _undo(self) -> None:
        if self._removed is not None:
            self.keeper.keep(self._removed[1])
            self._removed = None
            self.talk.screen.echo(self.talk.say("lists.done.undone"))

    def _which(self, people: list[dict[str, Any]]) -> dict[str, Any] | None:
        """The person meant; the only one without asking."""
        if len(people) == 1:
            return people[0]
        self.talk.screen.blank()
        self.talk.screen.question(self.talk.say("ask.people.which"))
        options = [Option(person["id"], self._called(person)) for person in people]
        options.append(Option("", self.talk.say("ask.people.nobody")))
        reply = self.talk.pick(options, (Command.BACK, Command.STOP))
        return next((person for person in people if person["id"] == reply), None)

    def _called(self, person: dict[str, Any]) -> str:
        names = " ".join(filter(None, [person.get("given_names"), person.get("family_name")]))
        if not names:
            return capital(self._given(person))
        return self.talk.say(
            "ask.people.called", person=capital(names), role=self.talk.say(f"choice.role.{person['role']}")
        )

    def _given(self, person: dict[str, Any]) -> str:
        """The given names; without any name the role, as it stands within a sentence."""
        known = self.keeper.case.person(person["id"])
        return str(person.get("given_names") or (called(self.keeper.case, known, self.talk.phrases) if known else ""))

    def _roles_to_add(self) -> list[str]:
        there = {person["role"] for person in self.people}
        roles = ["spouse-or-partner", "dependent-child", "other-family"]
        if has_sponsor(self.keeper.book):
            roles.insert(0, "sponsor")
        return [role for role in roles if role in _SEVERAL or role not in there]

    def _step(self, role: str) -> Command | None:
        """One role: whether there is somebody, and who; those named before are there to be kept or mended."""
        there = self._in(role)
        if role == "principal-applicant":
            return self._name(role, *there)
        self._ask(self._question(role))
        named = ", ".join(map(self._given, there))
        reply = self.talk.yes_no(*_YES_NO, explain=self._explain(role), take=self._keep(named) if there else "")
        if reply is Command.TAKE:
            self.talk.screen.echo(named)
            return None
        if isinstance(reply, Command):
            return reply
        self.talk.screen.echo(self.talk.say("ask.yes" if reply else "ask.no"))
        if not reply:
            self._take_out(there)
            return None
        asked = None if there and role in _SEVERAL else self._name(role, *there)
        if asked is Command.BACK or (role in _SEVERAL and self._others(role) is Command.BACK):
            return self._step(role)
        return None

    def _others(self, role: str) -> Command | None:
        """More people in a role, until there is no other; *back* goes to the name of the last one."""
        while True:
            self._ask(f"another.{role}")
            another = self.talk.yes_no(Command.BACK, Command.STOP)
            if another is Command.BACK:
                if self._name(role, self._in(role)[-1]) is Command.BACK:
                    return Command.BACK
                continue
            self.talk.screen.echo(self.talk.say("ask.yes" if another is True else "ask.no"))
            if another is False:
                return None
            self._name(role)

    def _in(self, role: str) -> list[dict[str, Any]]:
        return [person for person in self.people if person["role"] == role]

    def _keep(self, names: str) -> str:
        return self.talk.say("ask.take.keep", value=names)

    def _question(self, role: str) -> str:
        """The question whether there is somebody in a role, given who is there already."""
        roles = {person["role"] for person in self.people}
        of_the_sponsor = self.keeper.book.checklist.program.review.couple == "sponsor"
        if role == "spouse-or-partner" and "sponsor" in roles and of_the_sponsor:
            return "spouse-or-partner-too"
        return "dependent-child-of-two" if role == "dependent-child" and "spouse-or-partner" in roles else role

    def _name(self, role: str, person: dict[str, Any] | None = None) -> Command | None:
        """Asks the given names and adds the person, or renames the one given; skipping leaves the name as it is."""
        self._ask(f"name.{role}")
        named = str((person or {}).get("given_names") or "")
        commands = self.talk.labels(_SAYS_NAMES, self._keep(named) if named else "")
        typed, wrong = "", ""
        while True:
            line = Line(commands, self.talk.say("ask.hint.given-names"), typed, wrong=wrong)
            reply = self.talk.write(line, self._explain("name"))
            if reply is Command.BACK:
                return Command.BACK
            if isinstance(reply, Command):
                if person is None:
                    self._add(role, "")
                elif reply is Command.TAKE:
                    self.talk.screen.echo(named)
                return None
            typed = without_marks(reply)
            if not typed.strip():
                wrong = self.talk.say("ask.remind.line")
            elif not is_name(typed):
                wrong = self.talk.say("ask.wrong.name")
            elif self._put(role, " ".join(typed.split()), person):
                return None
            else:
                wrong = self.talk.say("ask.wrong.text")

    def _put(self, role: str, names: str, person: dict[str, Any] | None) -> bool:
        """A new person, or another name for one; an id never changes once it is given."""
        if person is None:
            return self._add(role, names)
        if not self.keeper.answer(f"people.{person['id']}.given_names", names):
            return False
        self.talk.screen.echo(names)
        return True

    def _add(self, role: str, names: str) -> bool:
        id = id_for(names, role, {person["id"] for person in self.people})
        person = {"id": id, "role": role} | ({"given_names": names} if names else {})
        if not self.keeper.keep(edit.with_fact(self.keeper.data, "people", [*self.people, person])):
            return False
        self.talk.screen.echo(names or self.talk.say("ask.people.without-name"))
        return True

    def _take_out(self, there: list[dict[str, Any]]) -> None:
        """Takes out those of whom only the name is known, and says so."""
        gone = [person for person in there if set(person) <= {"id", "role", "given_names"}]
        if gone:
            left = [person for person in self.people if person not in gone]
            people = ", ".join(map(self._given, gone))
            self.keeper.keep(edit.with_fact(self.keeper.data, "people", left))
            self.talk.screen.echo(self.talk.say("ask.people.taken-out", people=people))

    def _ask(self, key: str) -> None:
        screen, person = self.talk.screen, self._principal()
        screen.blank()
        asked = self.talk.say(f"ask.people.ask.{key}", person=person)
        screen.question(sentences(asked, self.keeper.case, self.talk.phrases))
        help = f"ask.people.help.{key}"
        if help in self.talk.phrases.wording:
            screen.help(self.talk.say(help, person=person))

    def _explain(self, key: str) -> Any:
        return lambda: self.talk.screen.reason(self.talk.say(f"ask.people.why.{key}", person=self._principal()))

    def _principal(self) -> str:
        first = next((person for person in self.people if person["role"] == "principal-applicant"), None)
        if first is None:
            return ""
        return self._given(first)

    def _table(self) -> None:
        screen = self.talk.screen
        screen.blank()
        screen.title(self.talk.say("ask.people.title"))
        for person in self.people:
            screen.item("–", self._called(person))
        screen.blank()
        screen.question(self.talk.say("ask.people.everybody"))

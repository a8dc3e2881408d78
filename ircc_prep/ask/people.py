"""Who is in the case: the principal applicant first, then partner, children, sponsor and other family."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from ircc_prep.ask.keeper import Keeper
from ircc_prep.ask.phrases import capital
from ircc_prep.ask.prompts.base import Line, Option
from ircc_prep.ask.replies import Command
from ircc_prep.ask.talk import Talk
from ircc_prep.core import edit
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

    def confirm(self) -> None:
        """For a case that is continued: who is there, and whether anybody is missing."""
        while True:
            self._table()
            options = [Option("done", self.talk.say("ask.people.complete"))]
            options += [Option(role, self.talk.say(f"ask.people.add.{role}")) for role in self._roles_to_add()]
            reply = self.talk.pick(options, (Command.WHY, Command.STOP), self._explain("everybody"))
            if reply == "done" or isinstance(reply, Command):
                self.talk.screen.echo(self.talk.say("ask.people.complete"))
                return
            self._name(reply)

    def _roles_to_add(self) -> list[str]:
        there = {person["role"] for person in self.people}
        roles = ["spouse-or-partner", "dependent-child", "other-family"]
        if has_sponsor(self.keeper.book):
            roles.insert(0, "sponsor")
        return [role for role in roles if role in _SEVERAL or role not in there]

    def _step(self, role: str) -> Command | None:
        if role == "principal-applicant":
            self._forget(role)
            return self._name(role)
        self._ask(self._question(role))
        reply = self.talk.yes_no(*_YES_NO, explain=self._explain(role))
        if isinstance(reply, Command):
            return reply
        self.talk.screen.echo(self.talk.say("ask.yes" if reply else "ask.no"))
        self._forget(role)
        if not reply:
            return None
        if self._name(role) is Command.BACK:
            return self._step(role)
        while role in _SEVERAL and self._another(role):
            self._name(role)
        return None

    def _question(self, role: str) -> str:
        """The question whether there is somebody in a role, given who is there already."""
        roles = {person["role"] for person in self.people}
        if role == "spouse-or-partner" and "sponsor" in roles:
            return "spouse-or-partner-too"
        return "dependent-child-of-two" if role == "dependent-child" and "spouse-or-partner" in roles else role

    def _another(self, role: str) -> bool:
        self._ask(f"another.{role}")
        another = self.talk.yes_no(Command.STOP) is True
        self.talk.screen.echo(self.talk.say("ask.yes" if another else "ask.no"))
        return another

    def _name(self, role: str) -> Command | None:
        """Asks the given names and adds the person; skipping leaves the name open."""
        self._ask(f"name.{role}")
        typed = ""
        while True:
            line = Line(self.talk.labels(_SAYS_NAMES), self.talk.say("ask.hint.given-names"), typed)
            reply = self.talk.write(line, self._explain("name"))
            if reply is Command.BACK:
                return Command.BACK
            typed = "" if isinstance(reply, Command) else reply
            if reply is not Command.SKIP and not typed.strip():
                self.talk.screen.wrong(self.talk.say("ask.remind.line"))
                continue
            if self._add(role, " ".join(typed.split())):
                return None
            self.talk.screen.wrong(self.talk.say("ask.wrong.text"))

    def _add(self, role: str, names: str) -> bool:
        id = id_for(names, role, {person["id"] for person in self.people})
        person = {"id": id, "role": role} | ({"given_names": names} if names else {})
        if not self.keeper.keep(edit.with_fact(self.keeper.data, "people", [*self.people, person])):
            return False
        self.talk.screen.echo(names or self.talk.say("ask.people.without-name", id=id))
        return True

    def _forget(self, role: str) -> None:
        """Takes out those in a role of whom only the name is known: the question about them is put again."""
        known = {"id", "role", "given_names"}
        left = [person for person in self.people if person["role"] != role or set(person) - known]
        if left == self.people:
            return
        if any(person["role"] == "principal-applicant" for person in left):
            self.keeper.keep(edit.with_fact(self.keeper.data, "people", left))
        elif not left:
            self.keeper.keep(edit.with_fact(self.keeper.data, "people", None))

    def _ask(self, key: str) -> None:
        screen, person = self.talk.screen, self._principal()
        screen.blank()
        screen.question(self.talk.say(f"ask.people.ask.{key}", person=person))
        help = f"ask.people.help.{key}"
        if help in self.talk.phrases.wording:
            screen.help(self.talk.say(help, person=person))

    def _explain(self, key: str) -> Any:
        return lambda: self.talk.screen.reason(self.talk.say(f"ask.people.why.{key}", person=self._principal()))

    def _principal(self) -> str:
        first = next((person for person in self.people if person["role"] == "principal-applicant"), None)
        if first is None:
            return ""
        return str(first.get("given_names") or self.talk.phrases.say("choice.role.principal-applicant"))

    def _table(self) -> None:
        screen = self.talk.screen
        screen.blank()
        screen.title(self.talk.say("ask.people.title"))
        for person in self.people:
            names = " ".join(filter(None, [person.get("given_names"), person.get("family_name")])) or person["id"]
            role = self.talk.say(f"choice.role.{person['role']}")
            screen.item("–", f"{capital(names)}, {role}")
        screen.blank()
        screen.question(self.talk.say("ask.people.everybody"))

"""Which of the needed papers are in hand, and the few things about each that decide whether it is good enough."""

import re
from typing import Any

from ircc_prep.ask.called import called
from ircc_prep.ask.fields import noun_field
from ircc_prep.ask.keeper import Keeper
from ircc_prep.ask.paper_search import search
from ircc_prep.ask.phrases import capital
from ircc_prep.ask.prompts.base import Option, Ticks
from ircc_prep.ask.put import EVERY, Prompt, put, words_of
from ircc_prep.ask.replies import Command, Given, Reply
from ircc_prep.ask.settling import settled
from ircc_prep.ask.talk import Talk
from ircc_prep.core import edit
from ircc_prep.core.compiled import CompiledRequirement
from ircc_prep.core.result import Item
from ircc_prep.core.text import Text

_READS = re.compile(r"\bheld\.(\w+)")
_ORDER = ("issued", "expires", "original", "language", "translated")
_OFFICIAL = ("en", "fr")
Paper = dict[str, Any]


class Documents:
    """The papers of a case, ticked and described."""

    def __init__(self, talk: Talk, keeper: Keeper) -> None:
        self.talk = talk
        self.keeper = keeper

    def ask(self) -> Command | None:
        """Offers the list; *later* is a good answer. Gives back *back*."""
        talk = self.talk
        while self._items():
            talk.screen.blank()
            talk.screen.rule(talk.say("ask.documents.title"))
            talk.screen.question(talk.say("ask.documents.offer"))
            options = [Option(key, talk.say(f"ask.documents.{key}")) for key in ("now", "later")]
            options.append(Option("find", talk.say("lists.papers.find")))
            reply = talk.pick(options, (Command.BACK, Command.STOP))
            if reply is Command.BACK:
                return Command.BACK
            if reply == "find":
                self.find()
            elif reply != "now" or self.tick() is not Command.BACK:
                return None
        return None

    def find(self) -> None:
        """Papers in hand one after another, by any part of a name or by a form's number, until the person goes back."""
        while items := self._items():
            found = search(self.talk, items, self._in_full)
            if isinstance(found, Command):
                return
            held = {name for name, item in items.items() if self._paper(item) is not None}
            self.talk.screen.echo(self.talk.say("lists.papers.noted", paper=self._in_full(items[found])))
            self._store(items, frozenset(held | {found}))
            self._describe()

    def tick(self) -> Command | None:
        """The list itself, and then what decides about each paper. Gives back *back*."""
        while items := self._items():
            ticked = self._ticked(items)
            if isinstance(ticked, Command):
                return ticked if ticked is Command.BACK else None
            self._store(items, ticked)
            if self._describe() is not Command.BACK:
                return None
        self.talk.screen.echo(self.talk.say("ask.documents.none"))
        return None

    def _items(self) -> dict[str, Item]:
        """What can be ticked: whatever is needed or worth having, and is looked for among the documents."""
        requirements = {each.requirement.id: each for each in self.keeper.book.requirements}
        found = (item for item in self.keeper.evaluation().items if item.status in ("needed", "recommended"))
        return {item.name: item for item in found if _among_documents(requirements[item.id], item)}

    def _ticked(self, items: dict[str, Item]) -> frozenset[str] | Command:
        """The names of the items in hand; *skip* for later."""
        talk = self.talk
        talk.screen.blank()
        talk.screen.question(talk.say("ask.documents.which"))
        held = frozenset(name for name, item in items.items() if self._paper(item) is not None)
        commands = talk.labels((Command.SKIP, Command.BACK, Command.STOP))
        hint = talk.say("ask.hint.tick-plain" if talk.screen.plain else "ask.hint.tick")
        return talk.tick(Ticks(self._options(items), commands, hint, talk.say("ask.remind.tick"), held))

    def _options(self, items: dict[str, Item]) -> list[Option]:
        options, above = [], None
        for name, item in sorted(items.items(), key=lambda pair: self._position(pair[1])):
            heading = self._whose(item)
            options.append(Option(name, self._title(item), heading=heading if heading != above else ""))
            above = heading
        return options

    def _position(self, item: Item) -> int:
        people = [person.id for person in self.keeper.case.people or ()]
        return people.index(item.person) if item.person in people else -1

    def _whose(self, item: Item) -> str:
        person = self.keeper.case.person(item.person) if item.person else None
        if person is None:
            return self.talk.say("ask.documents.whole-case")
        return capital(called(self.keeper.case, person, self.talk.phrases))

    def _title(self, item: Item) -> str:
        title = self.talk.phrases.of(item.title)
        form = f" ({item.form})" if item.form and item.form not in title else ""
        return f"{title}{form}" + (f" – {self.talk.phrases.country(item.country)}" if item.country else "")

    def _in_full(self, item: Item) -> str:
        """What an item is called, and whose it is."""
        return f"{self._title(item)} – {self._whose(item)}"

    def _paper(self, item: Item) -> Paper | None:
        return next((paper for paper in self.keeper.data.get("documents") or [] if _is_for(paper, item)), None)

    def _store(self, items: dict[str, Item], ticked: frozenset[str]) -> None:
        """New papers at the end; those no longer ticked go, with what was unsure about them; others stay."""
        papers: list[Paper] = list(self.keeper.data.get("documents") or [])
        gone = [paper for name, item in items.items() if name not in ticked for paper in papers if _is_for(paper, item)]
        kept = [paper for paper in papers if paper not in gone]
        new = [_new_paper(items[name]) for name in items if name in ticked and self._paper(items[name]) is None]
        unsure = [mark for mark in self.keeper.data.get("unsure") or [] if not mark.startswith("documents[")]
        moved = [moved for mark in self.keeper.data.get("unsure") or [] if (moved := _moved(mark, papers, kept))]
        data = edit.with_fact(self.keeper.data, "documents", [*kept, *new])
        data.pop("unsure", None)
        if unsure or moved:
            data["unsure"] = [*unsure, *moved]
        self.keeper.keep(data)
        self.talk.screen.echo(self.talk.phrases.quantity("ask.documents.ticked", len(ticked)))

    def _describe(self) -> Command | None:
        """Asks of each paper what its requirement looks at and isn't known yet. *Back* goes to the question before."""
        asked: list[tuple[Item, str, str]] = []
        passed: set[str] = set()
        again = False
        while True:
            wanted = asked[-1] if again else self._wanted(passed)
            if wanted is None:
                return None
            item, path, key = wanted
            if self._field(item, path, key) is Command.BACK:
                asked = asked[:-1] if again else asked
                if not asked:
                    return Command.BACK
                again = True
                continue
            if not again:
                asked.append(wanted)
            passed.add(path)
            again = False

    def _wanted(self, passed: set[str]) -> tuple[Item, str, str] | None:
        """The next thing to ask of a paper: the item that it is for, the path and the field."""
        items = self._items()
        unsure = self.keeper.data.get("unsure") or []
        for index, paper in enumerate(self.keeper.data.get("documents") or []):
            item = next((item for item in items.values() if _is_for(paper, item)), None)
            for key in self._fields(item) if item else ():
                path = f"documents[{index}].{key}"
                known = self.keeper.fact(path) is not None or path in unsure or path in passed
                language = self.keeper.fact(f"documents[{index}].language")
                if item and not known and not (key == "translated" and language in (None, *_OFFICIAL)):
                    return item, path, key
        return None

    def _fields(self, item: Item) -> list[str]:
        """The fields that decide: those the requirement's conditions read, and the language of a document."""
        requirement = next(each for each in self.keeper.book.requirements if each.requirement.id == item.id)
        holdings = [rule.holding for rule in requirement.rules if rule.rule.start == item.rule_from]
        conditions = [each for held in holdings for each in (held.of, held.in_hand, *held.faults.values()) if each]
        read = {field for condition in conditions for field in _READS.findall(condition.source)}
        if item.kind == "document" and not (holdings and "untranslated" in holdings[0].faults):
            read |= {"language", "translated"}
        return [field for field in _ORDER if field in read]

    def _field(self, item: Item, path: str, key: str) -> Reply:
        talk = self.talk
        asked = self.keeper.book.question_about(f"document.{key}")
        talk.screen.blank()
        talk.screen.help(f"{self._title(item)} – {self._whose(item)}")
        names = {"item": talk.phrases.of(item.title)}
        talk.screen.question(
            talk.phrases.filled(asked.question.ask, names) if asked else talk.say(f"field.document.{key}")
        )
        if asked and asked.question.help:
            talk.screen.help(talk.phrases.filled(asked.question.help, names))
        why: Text | None = asked.question.why if asked else None
        explain = (lambda: talk.screen.reason(talk.phrases.of(why))) if why else None
        field, now = noun_field("document", key, talk.phrases.wording), self.keeper.fact(path)
        take = talk.say("ask.take.keep", value=words_of(talk, field, now)) if now is not None else ""
        commands = (*EVERY, Command.TAKE) if take else EVERY
        reply = put(settled(talk, field), Prompt(field, explain, commands, now, take))
        if isinstance(reply, Given):
            self.keeper.answer(path, reply.value)
        elif reply is Command.UNSURE:
            self.keeper.unsure(path)
            talk.screen.echo(talk.say("ask.noted.unsure"))
        return reply


def _among_documents(requirement: CompiledRequirement, item: Item) -> bool:
    """Whether what is in hand is told by ticking, and not by passports, tests or a condition."""
    rule = next((each for each in requirement.rules if each.rule.start == item.rule_from), None)
    return rule is not None and rule.holding.of is None and rule.holding.in_hand is None


def _is_for(paper: Paper, item: Item) -> bool:
    whose = paper.get("person") in (None, item.person)
    return paper["item"] == item.id and whose and paper.get("country") == item.country


def _new_paper(item: Item) -> Paper:
    paper = {"item": item.id, "person": item.person, "country": item.country}
    return {key: value for key, value in paper.items() if value}


def _moved(mark: str, papers: list[Paper], kept: list[Paper]) -> str | None:
    """A mark about a paper, at the place where that paper is now."""
    match = re.fullmatch(r"documents\[(\d+)\]\.(\w+)", mark)
    if not match or int(match[1]) >= len(papers) or papers[int(match[1])] not in kept:
        return None
    return f"documents[{kept.index(papers[int(match[1])])}].{match[2]}"

"""Sitting somebody down in front of one list of a case: plainly with lines typed, or drawn with keys."""

from dataclasses import dataclass, field
from typing import Any

from prompt_toolkit.input import PipeInput

from ircc_prep.ask.groups import Group
from ircc_prep.ask.keeper import Keeper
from ircc_prep.ask.listed import Listed
from ircc_prep.ask.replies import Reply
from ircc_prep.ask.talk import Talk
from ircc_prep.core.nouns import NOUN_FIELDS
from ircc_prep.core.text import Language
from tests.ask.sitting import MARIA, TODAY, book, drawn_talk, plain_talk, shown

PERSON = "people.maria"


@dataclass
class ListSitting:
    """What was saved of a list, what was on the screen, and the reply that left it: None where it was cut off."""

    reply: Reply | None
    screen: str
    saved: list[dict[str, Any]] = field(default_factory=list)
    key: str = ""

    @property
    def entries(self) -> list[dict[str, Any]]:
        """The entries as the file has them; without the empty one that keeps an open list open."""
        entries: list[dict[str, Any]] = self.saved[-1]["people"][0].get(self.key) or []
        return entries[:-1] if entries and not entries[-1] else entries

    @property
    def unsure(self) -> list[str]:
        unsure: list[str] = self.saved[-1].get("unsure") or []
        return unsure


def case_with(key: str = "", entries: list[dict[str, Any]] | None = None, **person: Any) -> dict[str, Any]:
    """Maria's case, old enough for ten years of history, with one list of hers."""
    maria = {**MARIA["people"][0], "date_of_birth": "1992-07-03", **person}
    listed = {key: entries} if key and entries is not None else {}
    return {**MARIA, "submitted": "2026-10-01", "people": [maria | listed]}


def type_lines(key: str, lines: list[str], data: dict[str, Any], language: Language = "en") -> ListSitting:
    """The accessible twin: each of these lines typed; the end of them cuts the sitting off."""
    return _sit(plain_talk(lines, language), key, data)


def type_keys(pipe: PipeInput, key: str, keys: str, data: dict[str, Any], language: Language = "en") -> ListSitting:
    """The drawn list: these keys typed, then Ctrl-C."""
    pipe.send_text(keys + "\x03")
    return _sit(drawn_talk(language), key, data)


def _sit(talk: Talk, key: str, data: dict[str, Any]) -> ListSitting:
    saved: list[dict[str, Any]] = [data]
    keeper = Keeper(data, saved.append, book, TODAY)
    member = NOUN_FIELDS["person"][key].of
    assert member is not None
    group = Group(talk, Listed(keeper, f"{PERSON}.{key}"), member.noun, None, {"person": "Maria"})
    try:
        reply: Reply | None = group.ask()
    except (EOFError, KeyboardInterrupt):
        reply = None
    return ListSitting(reply, shown(talk).replace("\u00a0", " "), saved, key)

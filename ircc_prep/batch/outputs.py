"""The files of one client, as bytes."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ircc_prep.api.letters import letter_bytes
from ircc_prep.api.opening import Opened
from ircc_prep.api.printing import packet_bytes, sections
from ircc_prep.api.views import view, words_for
from ircc_prep.batch.plan import USUAL, Plan, Task, shown
from ircc_prep.core.deadlines.whole import deadlines
from ircc_prep.core.result import Evaluation
from ircc_prep.core.text import LANGUAGES, Language
from ircc_prep.render.calendar import calendar_text, events
from ircc_prep.render.firm_calendar import keyed, named
from ircc_prep.render.ics import Event
from ircc_prep.render.letters.letter import LetterKind
from ircc_prep.render.look import Look
from ircc_prep.render.press import Press
from ircc_prep.render.result_json import result

_LETTERS: Mapping[str, LetterKind] = {
    "cover-letter": "cover",
    "request-letter": "request",
    "handover-note": "handover",
}


@dataclass(frozen=True, slots=True)
class Making:
    """A client's case and what is to be made of it."""

    plan: Plan
    task: Task
    opened: Opened
    evaluation: Evaluation
    press: Press | None

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The names and bytes of what is wanted, but for what would be empty. Raises as what makes each does."""
        for output in self.task.choices.outputs or USUAL:
            name, content = self._file(output)
            if content:
                yield name, content

    def dates(self) -> list[Event]:
        """The client's dates for the firm's calendar, in the firm's language, with what the firm calls the client."""
        words = words_for(self.opened.book, self.plan.language)
        own = events(self.evaluation, deadlines(self.opened.book, self.evaluation), words)
        return named(keyed(own, self.task.key), shown(self.task.client.name), words)

    def _file(self, output: str) -> tuple[str, bytes]:
        if output == "result":
            return "result.json", self._result()
        if output == "calendar":
            return "calendar.ics", self._calendar()
        content = self._packet() if output == "packet" else self._letter(_LETTERS[output])
        return f"{output}{self.plan.suffix}", content

    def _packet(self) -> bytes:
        choices, brand = self.task.choices, self.task.brand
        chosen = sections(choices.only or (), choices.without or (), brand)
        views = [view(self.evaluation, self.opened.book, each, chosen, brand) for each in self._languages]
        return packet_bytes(views, self.plan.suffix, self._look, self.press)

    def _letter(self, kind: LetterKind) -> bytes:
        return letter_bytes(
            kind,
            self.opened,
            self.evaluation,
            self._languages,
            self._look,
            self.task.brand,
            self.plan.suffix,
            self.press,
        )

    def _result(self) -> bytes:
        words = words_for(self.opened.book, self._language)
        said = json.dumps(result(self.evaluation, self.plan.tool, words), ensure_ascii=False, indent=2)
        return f"{said}\n".encode()

    def _calendar(self) -> bytes:
        words = words_for(self.opened.book, self._language)
        ahead = deadlines(self.opened.book, self.evaluation)
        return calendar_text(self.evaluation, ahead, words, self.plan.written).encode()

    @property
    def _look(self) -> Look:
        choices = self.task.choices
        return Look(choices.paper or "letter", bool(choices.large_print), bool(choices.fillable))

    @property
    def _languages(self) -> Sequence[Language]:
        return LANGUAGES if self.task.choices.lang == "both" else (self._language,)

    @property
    def _language(self) -> Language:
        """The language of what is in one only: as chosen, else the case's, else the plan's."""
        chosen = self.task.choices.lang
        if chosen is None or chosen == "both":
            return self.opened.case.language or self.plan.language
        return chosen

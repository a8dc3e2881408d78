"""The case as it grows: every answer is checked and saved before the next question is put."""

from collections.abc import Callable
from datetime import date
from typing import Any

from pydantic import ValidationError

from ircc_prep.core import edit
from ircc_prep.core.case import Case
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.questionnaire import Ask, worth_asking
from ircc_prep.core.result import Evaluation
from ircc_prep.core.rulebook import Rulebook

Data = dict[str, Any]
Save = Callable[[Data], None]


class Keeper:
    """The data of a case file, the rulebook of its program, and where to save."""

    def __init__(self, data: Data, save: Save, book_of: Callable[[str], Rulebook], today: date) -> None:
        self.data = data
        self.today = today
        self._save = save
        self._book_of = book_of
        self._book: tuple[str, Rulebook] | None = None
        self._asks: tuple[Ask, ...] | None = None  # what follows from the data as they stand; gone with every change
        self._evaluation: Evaluation | None = None

    @property
    def book(self) -> Rulebook:
        """The rulebook of the case's program; read once."""
        program = self.data["program"]
        if self._book is None or self._book[0] != program:
            self._book = (program, self._book_of(program))
        return self._book[1]

    @property
    def case(self) -> Case:
        """What the data mean."""
        return Case.model_validate(self.data)

    def keep(self, data: Data) -> bool:
        """Saves changed data; False, with nothing changed, where the case file couldn't hold them."""
        try:
            Case.model_validate(data)
        except ValidationError:
            return False
        self._save(data)
        self.data = data
        self._asks = self._evaluation = None
        return True

    def fact(self, path: str) -> Any:
        """What the case says at a path."""
        return edit.fact_in(self.data, path)

    def answer(self, path: str, value: Any) -> bool:
        """Keeps an answer."""
        return self.keep(edit.with_fact(self.data, path, value))

    def unsure(self, path: str) -> None:
        """Keeps that the person was asked and doesn't know."""
        self.keep(edit.with_unsure(self.data, path))

    def asks(self) -> tuple[Ask, ...]:
        """What is worth asking now."""
        if self._asks is None:
            self._asks = worth_asking(self.book, self.case, self.today)
        return self._asks

    def evaluation(self) -> Evaluation:
        """What follows from the case as it stands."""
        if self._evaluation is None:
            self._evaluation = evaluate(self.book, self.case, self.today)
        return self._evaluation

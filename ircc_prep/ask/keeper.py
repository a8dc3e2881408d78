"""The case as it grows: every answer is checked and saved before the next question is put."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError

from ircc_prep.core import edit
from ircc_prep.core.aside import set_aside
from ircc_prep.core.case import Case
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.questionnaire import Ask, worth_asking
from ircc_prep.core.result import Evaluation
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.standing import Standing, standings

Data = dict[str, Any]
Save = Callable[[Data], None]
Forget = Callable[[Collection[str]], None]
_DAYS = frozenset({"submitted", "planned_submission"})  # one asks for the day that was, the other for one to come


@dataclass
class _Found:
    """What follows from the data as they stand; gone with every change of them."""

    case: Case | None = None
    asks: tuple[Ask, ...] | None = None
    evaluation: Evaluation | None = None
    standings: tuple[Standing, ...] | None = None
    aside: frozenset[str] | None = None


class Keeper:
    """The data of a case file, the rulebook of its program, and where to save.

    `forget` takes private answers out of whatever else `save` has written; it is told as soon as one isn't to be kept.
    `held` are answers for now only: they count while this object lives, and are never given to `save`.
    """

    def __init__(
        self,
        data: Data,
        save: Save,
        book_of: Callable[[str], Rulebook],
        today: date,
        forget: Forget = lambda _ids: None,
    ) -> None:
        self.data = data
        self.held: dict[str, Any] = {}
        self.today = today
        self._save = save
        self._forget = forget
        self._book_of = book_of
        self._book: tuple[str, Rulebook] | None = None
        self._found = _Found()

    @property
    def book(self) -> Rulebook:
        """The rulebook of the case's program; read once."""
        program = self.data["program"]
        if self._book is None or self._book[0] != program:
            self._book = (program, self._book_of(program))
        return self._book[1]

    @property
    def case(self) -> Case:
        """What the data mean, with what is held."""
        if self._found.case is None:
            whole = self.data
            for path, value in self.held.items():
                whole = edit.with_unsure(whole, path) if value is None else edit.with_fact(whole, path, value)
            self._found.case = Case.model_validate(whole)
        return self._found.case

    def keep(self, data: Data) -> bool:
        """Saves changed data; False, with nothing changed, where the case file couldn't hold them."""
        try:
            case = Case.model_validate(data)
        except ValidationError:
            return False
        gone = self._private(self.data) - self._private(data)
        self._save(data)
        self.data = data
        self._found = _Found(case=None if self.held else case)
        if gone:
            self._forget({path for path, _ in gone})
        return True

    def hold(self, path: str, value: Any) -> bool:
        """An answer for now only (None: the person doesn't know). What the file said there is taken out of it."""
        try:
            Case.model_validate(edit.with_fact(self.data, path, value))
        except ValidationError:
            return False
        if self.is_kept(path):
            self.keep(edit.with_fact(self.data, path, None))
        self._forget({path})  # an earlier sitting may have left it in a backup
        self.held[path] = value
        self._found = _Found()
        return True

    def is_kept(self, path: str) -> bool:
        """Whether the file has an answer there, or that the person doesn't know."""
        return edit.fact_in(self.data, path) is not None or path in (self.data.get("unsure") or [])

    def fact(self, path: str) -> Any:
        """What the case says at a path."""
        return self.held[path] if path in self.held else edit.fact_in(self.data, path)

    def answer(self, path: str, value: Any) -> bool:
        """Keeps an answer."""
        if not self.keep(edit.with_fact(self.data, path, value)):
            return False
        self._let_go(path)
        return True

    def unsure(self, path: str, *, known_in_part: bool = False) -> None:
        """Keeps that the person was asked and doesn't know, or knows no more than a year or a month."""
        self.keep(edit.with_unsure(self.data, path, known_in_part=known_in_part))
        self._let_go(path)

    def asks(self) -> tuple[Ask, ...]:
        """What is worth asking now.

        Nobody is asked both when they applied and when they will: while that isn't known, neither.
        """
        if self._found.asks is None:
            asks = worth_asking(self.book, self.case, self.today, self.evaluation())
            self._found.asks = tuple(ask for ask in asks if ask.certain or ask.path not in _DAYS)
        return self._found.asks

    def evaluation(self) -> Evaluation:
        """What follows from the case as it stands."""
        if self._found.evaluation is None:
            self._found.evaluation = evaluate(self.book, self.case, self.today)
        return self._found.evaluation

    def standings(self) -> tuple[Standing, ...]:
        """Where every question stands."""
        if self._found.standings is None:
            self._found.standings = standings(self.book, self.case, self.today, self.asks())
        return self._found.standings

    def aside(self) -> frozenset[str]:
        """The answers that another one has set aside."""
        if self._found.aside is None:
            self._found.aside = set_aside(self.book, self.case, self.today)
        return self._found.aside

    def _private(self, data: Data) -> set[tuple[str, str]]:
        """The private answers in the data, with what they say."""
        if not self.data.get("program"):
            return set()
        answers, unsure = data.get("answers") or {}, data.get("unsure") or []
        paths = self.book.facts_on_safety
        return {(path, str(answers.get(path))) for path in paths if path in answers or path in unsure}

    def _let_go(self, path: str) -> None:
        if path in self.held:
            del self.held[path]
            self._found = _Found()

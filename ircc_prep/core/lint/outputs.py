"""What outputs must say, and what they must not give away."""

from collections.abc import Iterator

from ircc_prep.core.compiled import CompiledRule
from ircc_prep.core.expressions import Compiled
from ircc_prep.core.lint.places import placed
from ircc_prep.core.lint.questions import named
from ircc_prep.core.problems import Path, Problem
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import LANGUAGES, Text

_LETTERS_FOR_THE_DAY = 170


def unexplained_holdings(book: Rulebook) -> Iterator[Problem]:
    """Every condition on what is in hand without a word of what is the matter when it isn't good enough."""
    for path, compiled in placed("requirements", book.requirements):
        for number, rule in enumerate(compiled.rules):
            for key, state in _states(rule):
                if state not in rule.holding.because:
                    yield _unexplained((*path, "rules", number, "holding", key), state)


def told_by_safety(book: Rulebook) -> Iterator[Problem]:
    """Everything printed for those alone who answered a question of safety: whoever controls them may read it.

    Requirements are left out, but for the days that a calendar counts: the paper may be the very application for
    protection.
    """
    safety = [compiled.question.fact for compiled in book.questions if compiled.question.safety]
    for path, when in (*_shown(book), *_in_calendars(book)):
        for fact in safety:
            if named(fact, when.source):
                yield Problem(
                    "told-by-safety",
                    path,
                    Text(f"Who sees this has answered “{fact}”.", f"Qui voit ceci a répondu à « {fact} »."),
                    Text(
                        "Show it to everybody whom it may concern, in words that fit them all.",
                        "Montrez-le à toutes les personnes qu’il peut concerner, en des mots qui conviennent à toutes.",
                    ),
                )


def long_for_the_day(book: Rulebook) -> Iterator[Problem]:
    """Everything in short that isn't short: all of them share one page with what to bring."""
    for path, compiled in placed("guidance", book.guidance):
        said = compiled.guidance.in_short
        for language in LANGUAGES if said else ():
            letters = len(said.of(language)) if said else 0
            if letters > _LETTERS_FOR_THE_DAY:
                yield Problem(
                    "too-long",
                    (*path, "in_short", language),
                    Text(
                        f"{letters} letters, at most {_LETTERS_FOR_THE_DAY} here.",
                        f"{letters} lettres, au plus {_LETTERS_FOR_THE_DAY} ici.",
                    ),
                    Text(
                        "Keep what somebody needs in the room itself; the text has the rest.",
                        "Gardez ce dont on a besoin sur place; le texte dit le reste.",
                    ),
                )


def _states(rule: CompiledRule) -> Iterator[tuple[str, str]]:
    """The keys with a condition that can be true, each with the state that it leads to."""
    for key, fault in rule.holding.faults.items():
        if not fault.constant:
            yield key, key
    if rule.holding.in_hand:
        yield "in_hand", "incomplete"


def _unexplained(path: Path, state: str) -> Problem:
    return Problem(
        "unexplained-holding",
        path,
        Text("Nothing says what is the matter then.", "Rien ne dit ce qui ne va pas dans ce cas."),
        Text(
            f"Write it in both languages, under because: {state}.",
            f"Écrivez-le dans les deux langues, sous because: {state}.",
        ),
    )


def _shown(book: Rulebook) -> Iterator[tuple[Path, Compiled]]:
    """The conditions under which something is printed that no requirement stands behind."""
    for path, asked in placed("officer_questions", book.officer_questions):
        yield (*path, "when"), asked.when
    for path, told in placed("guidance", book.guidance):
        yield (*path, "when"), told.when
    for path, signal in placed("signals", book.signals):
        yield (*path, "when"), signal.when


def _in_calendars(book: Rulebook) -> Iterator[tuple[Path, Compiled]]:
    """What the days in a calendar are counted from: it is shown on locked screens, and synced."""
    days = [(path, required.due) for path, required in placed("requirements", book.requirements)]
    days += [(path, told.due) for path, told in placed("guidance", book.guidance)]
    for path, due in days:
        if due:
            yield (*path, "due", "day"), due.day
            yield (*path, "due", "when"), due.when

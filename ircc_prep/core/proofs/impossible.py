"""What nothing can bring about: rules in the shadow of others, and papers that are never good enough."""

from collections.abc import Collection, Iterable, Iterator

from ircc_prep.core.compiled import CompiledInterviewRule
from ircc_prep.core.examples import Ran
from ircc_prep.core.lint.places import placed
from ircc_prep.core.problems import Path, Problem
from ircc_prep.core.proofs.aims import deciding_aim, holding_aim, status_aim, told_aims
from ircc_prep.core.proofs.gaps import as_example, example_missing
from ircc_prep.core.proofs.search import Witness, shown
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text

_ASKED_FOR = ("needed", "recommended")
_NOWHERE = ("never", "not-found")


def unreachable(book: Rulebook, ran: Iterable[Ran]) -> Iterator[Problem]:
    """Every rule of the interview that never is the first to apply, with a case in which it comes too late.

    A rule that gives the outcome of an example isn't looked into.
    """
    told = {reason.id for each in ran if each.evaluation for reason in each.evaluation.interview.reasons}
    for number, rule in enumerate(book.interview):
        says_otherwise = any(before.rule.likelihood != rule.rule.likelihood for before in book.interview[:number])
        hidden = says_otherwise and rule.rule.id not in told
        if hidden and shown(book, deciding_aim(book, number)) == "never":
            yield _in_the_shadow(book, rule, (book.checklist.file, "interview", "rules", number, "when"))


def ready_in(ran: Iterable[Ran]) -> set[str]:
    """The requirements of which some example shows a paper that is good enough."""
    items = (item for each in ran if each.evaluation for item in each.evaluation.items)
    return {item.id for item in items if item.holding == "ready"}


def contradictory(book: Rulebook, ready: Collection[str]) -> Iterator[Problem]:
    """Every version that asks for a paper and finds fault with any that somebody could hold, for sure or as it seems.

    `ready` are the requirements for which examples show one that is good enough: there is nothing to look for.
    """
    for path, compiled in placed("requirements", book.requirements):
        for number, rule in enumerate(compiled.rules):
            if compiled.requirement.id in ready or not (rule.holding.faults or rule.holding.in_hand):
                continue
            found = shown(book, holding_aim(book, compiled, rule, lambda state: state == "ready"))
            asking = shown(book, status_aim(book, compiled, rule, _ASKED_FOR)) if found in _NOWHERE else None
            if isinstance(asking, Witness):
                where = (*path, "rules", number, "holding")
                yield _never_good_enough(where, asking) if found == "never" else example_missing(where, _NONE_READY)


def _never_good_enough(path: Path, asking: Witness) -> Problem:
    case = as_example(asking)
    return Problem(
        "contradictory",
        path,
        Text("No paper is ever good enough for this.", "Aucun document ne convient jamais."),
        Text(
            f"Correct the conditions. This case asks for it: {case}",
            f"Corrigez les conditions. Ce cas l’exige : {case}",
        ),
    )


def _in_the_shadow(book: Rulebook, rule: CompiledInterviewRule, path: Path) -> Problem:
    found = shown(book, told_aims(book, rule).being_true)
    case = as_example(found) if isinstance(found, Witness) else "?"
    return Problem(
        "unreachable",
        path,
        Text("A rule before this one always decides first.", "Une règle qui précède décide toujours avant celle-ci."),
        Text(
            f"Put it first, or remove it. In this case it applies too late: {case}",
            f"Placez-la avant, ou supprimez-la. Dans ce cas, elle s’applique trop tard : {case}",
        ),
    )


_NONE_READY = Text(
    "No example shows a paper that is good enough, and in none of the cases tried is one.",
    "Aucun exemple ne montre un document qui convient, et aucun des cas essayés n’en montre un.",
)

"""Language levels (CLB/NCLC) from test results.

The first official language is the one in which the valid results are better: the weakest ability decides (up to level
7, which every ability of a federal skilled worker needs), then the sum of the four, and English where they are equal.
IRPR 79(1) leaves the choice to the applicant; this is the choice that gives the most. A test is valid for two years
from the day it was taken (IRPR 75(2)(d), 79(2)).
"""

from typing import Any

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.derive.registry import derived
from ircc_prep.core.facts import Thing
from ircc_prep.core.tables import lookup
from ircc_prep.core.truth import Truth
from ircc_prep.core.values import NUMBER, Members, Number, bounds, choice, hull, less, span

ABILITIES = ("speaking", "listening", "reading", "writing")
LANGUAGE_OF_TEST = {
    "ielts-general": "en",
    "celpip-general": "en",
    "pte-core": "en",
    "tef-canada": "fr",
    "tcf-canada": "fr",
}
VALID_MONTHS = 24
HIGHEST_MINIMUM = 7  # the highest level that a program asks for in every ability (federal skilled workers)
TEF_COLUMN = "language.tef_equivalent_scores"


@derived("person", gives=NUMBER, takes=(choice(*ABILITIES),))
def clb(person: Thing, ability: str | None) -> Number | None:
    """The CLB/NCLC level in the person's first official language, from the best valid test; 0 where there is none."""
    return _level(person, ability, first=True)


@derived("person", gives=NUMBER, takes=(choice(*ABILITIES),))
def second_clb(person: Thing, ability: str | None) -> Number | None:
    """The CLB/NCLC level in the other official language; 0 where no valid test is given."""
    return _level(person, ability, first=False)


def table_of(test: str, ability: str) -> str:
    """The name of the table that turns a score of the test into a level."""
    return f"clb-{test}-{ability}"


def _level(person: Thing, ability: str | None, *, first: bool) -> Number | None:
    tests: Members | None = person.get("language_tests")
    if tests is None or ability is None:
        return None
    if any(member.value.get("test") is None for member in tests):
        return None
    results = {language: _best(tests, language) for language in ("en", "fr")}
    english, french = (_rank(results[language]) for language in ("en", "fr"))
    if english is None or french is None:
        return None
    english_first = _not_below(english, french)
    if english_first is None:
        return _range(results, ability)
    level: Number | None = results["en" if english_first == first else "fr"][ability]
    return level


def _best(tests: Members, language: str) -> dict[str, Any]:
    """For each ability, the level of the best valid test in a language.

    Tests are compared by their whole result, never mixed.
    """
    best: dict[str, Any] = dict.fromkeys(ABILITIES, 0)
    for member in tests:
        test: Thing = member.value
        if LANGUAGE_OF_TEST[test.get("test")] != language:
            continue
        valid = _valid(test)
        if valid is False:
            continue
        levels = {ability: _level_of(test, ability) for ability in ABILITIES}
        before, now = _rank(best), _rank(levels)
        if before is None or now is None:
            best = dict.fromkeys(ABILITIES)
        elif valid and before[1] < now[0]:
            best = levels
        elif before[0] < now[1]:  # one or the other
            best = {ability: hull(best[ability], levels[ability]) for ability in ABILITIES}
    return best


def _valid(test: Thing) -> Truth:
    taken: PartialDate | None = test.get("taken")
    if taken is None:
        return None
    submitted = test.facts.submitted
    return less(submitted, taken.plus_months(VALID_MONTHS))


def _level_of(test: Thing, ability: str) -> Any:
    """The level of one score.

    A TEF certificate shows two columns, and a score of the newer one reads too high in the older. So until the person
    says that theirs are of the column that Express Entry uses, the level is only known not to be above.
    """
    table = test.facts.tables.get(table_of(test.get("test"), ability))
    level = None if table is None else lookup(table, test.facts.submitted, test.get(ability))
    if test.get("test") != "tef-canada" or level is None:
        return level
    declared = TEF_COLUMN in test.facts.answer_types
    return level if declared and test.facts.answer(TEF_COLUMN) is True else span(0, bounds(level)[1])


Rank = tuple[float, float]


def _rank(levels: dict[str, Any]) -> tuple[Rank, Rank] | None:
    """How good a result is, at least and at most: first its weakest ability up to the highest minimum, then the sum."""
    if any(level is None for level in levels.values()):
        return None
    low, high = zip(*(bounds(level) for level in levels.values()), strict=True)
    return (min(*low, HIGHEST_MINIMUM), sum(low)), (min(*high, HIGHEST_MINIMUM), sum(high))


def _not_below(one: tuple[Rank, Rank], other: tuple[Rank, Rank]) -> Truth:
    if one[0] >= other[1]:
        return True
    return False if one[1] < other[0] else None


def _range(results: dict[str, dict[str, Any]], ability: str) -> Number:
    ends = [bounds(levels[ability]) for levels in results.values()]
    return span(min(low for low, _ in ends), max(high for _, high in ends))

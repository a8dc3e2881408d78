"""A language score that its test doesn't give: above the top of the scale, as the table of levels has it.

Mostly a slip of the keys (75 for 7.5) or the scale of another test. No level is read from such a score.
"""

from collections.abc import Iterator

from ircc_prep.core.case import LanguageTest
from ircc_prep.core.checklist import Table
from ircc_prep.core.derive.language import ABILITIES, table_of
from ircc_prep.core.review.file import File
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import EntryAt


@check("score-off-scale")
def score_off_scale(file: File) -> Iterator[Raised]:
    """One finding for each test with such scores, whoever sat it."""
    for person in file.people:
        for index, test in enumerate(person.person.language_tests or ()):
            path = f"{person.path}.language_tests[{index}]"
            above = dict(_above(file, test))
            if above:
                facts = tuple(f"{path}.{ability}" for ability in above)
                worst = max(above, key=lambda ability: getattr(test, ability) - above[ability])
                words = {"test": EntryAt(path), "score": getattr(test, worst), "top": above[worst]}
                yield Raised("above", person.id, facts, start=test.taken, words=words)


def _above(file: File, test: LanguageTest) -> Iterator[tuple[str, float]]:
    """Each ability whose score lies above the scale, with the top of it."""
    for ability in ABILITIES:
        score = getattr(test, ability)
        table = None if test.test is None else file.tables.get(table_of(test.test, ability))
        top = None if table is None else _top(table)
        if score is not None and top is not None and score > top:
            yield ability, top


def _top(table: Table) -> float | None:
    """The highest score that any version of the table knows; None where one has no end."""
    tops = [version.up_to for version in table.versions]
    return None if None in tops else max(top for top in tops if top is not None)

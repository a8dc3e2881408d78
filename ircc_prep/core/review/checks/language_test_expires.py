"""Language tests that run out before the application is in, or come after it.

Results must be less than two years old on the day of the application (IRPR 75(2)(d), 79(2), 83(1)(a); IRCC's page for
the other streams), counted here from the day of the test, as the item does. English and French are looked at apart:
the item is ready with either. `too-old` holds only for a test that is still valid today, so that an old test of
another time raises nothing. Two months before the end, about the 60 days that an invitation leaves, it is a note.
"""

from collections import defaultdict
from collections.abc import Iterator

from ircc_prep.core.dates import ONE_DAY, PartialDate, add_years
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.papers import submission_ahead
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import EntryAt, Value

ITEM = "language-test"
FRENCH = ("tef-canada", "tcf-canada")
VALID_YEARS = 2  # IRPR 75(2)(d)
SOON_MONTHS = 2  # about the 60 days that an invitation leaves
Test = tuple[str, PartialDate]  # its path, and when it was taken


@check("language-test-expires")
def language_test_expires(file: File) -> Iterator[Raised]:
    """The newest test in each language of everyone whose test the program asks for."""
    needed = {item.person for item in file.items if item.id == ITEM and item.status == "needed"}
    for person in file.family:
        if person.id in needed:
            newest = _newest(person)
            yield from _after_the_submission(file, person, newest)
            if not file.already_submitted:
                for test in newest:
                    yield from _running_out(file, person, test)


def _newest(person: PersonFile) -> tuple[Test, ...]:
    """The last test in each language; none while a test's name or day isn't answered, since it may be the last."""
    tests = person.person.language_tests or ()
    by_language: dict[bool, list[Test]] = defaultdict(list)
    for index, test in enumerate(tests):
        if test.test is None or test.taken is None:
            return ()
        by_language[test.test in FRENCH].append((f"{person.path}.language_tests[{index}]", test.taken))
    return tuple(max(each, key=lambda test: test[1].last) for each in by_language.values())


def _after_the_submission(file: File, person: PersonFile, newest: tuple[Test, ...]) -> Iterator[Raised]:
    """No test was taken by the day of the application, so it can't rest on any of them."""
    day = file.case.submitted or file.case.planned_submission
    tests = person.person.language_tests or ()
    if day and newest and all(test.taken and day.before(test.taken) is True for test in tests):
        path = "submitted" if file.case.submitted else "planned_submission"
        yield _raised("after-submission", person, newest[0], path, day=day)


def _running_out(file: File, person: PersonFile, test: Test) -> Iterator[Raised]:
    planned, taken = submission_ahead(file), test[1]
    valid_today = taken.first > add_years(file.today, -VALID_YEARS)
    last = PartialDate(*(add_years(day, VALID_YEARS) - ONE_DAY for day in (taken.first, taken.last)))
    if planned and valid_today and taken.last <= add_years(planned.first, -VALID_YEARS):
        yield _raised("too-old", person, test, "planned_submission", last=last, day=planned)
        return
    undated = file.case.submitted is None and file.case.planned_submission is None
    day = planned or (file.now if undated else None)
    if day and taken.first > add_years(day.last, -VALID_YEARS) and last.before(day.plus_months(SOON_MONTHS)) is True:
        yield _raised("runs-out", person, test, "planned_submission" if planned else "", last=last)


def _raised(says: str, person: PersonFile, test: Test, path: str, **more: Value) -> Raised:
    return Raised(
        says,
        person.id,
        facts=(f"{test[0]}.taken", *([path] if path else [])),
        start=test[1],
        words={"test": EntryAt(test[0]), **more},
    )

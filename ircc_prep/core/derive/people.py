"""Ages and the size of the family."""

from ircc_prep.core.dates import PartialDate, whole_years_between
from ircc_prep.core.derive.registry import derived
from ircc_prep.core.facts import Facts, Thing
from ircc_prep.core.values import BOOL, DATE, NUMBER, Number, span

INVITED = "interview.invited"


@derived("person", gives=NUMBER, takes=(DATE,))
def age_on(person: Thing, day: PartialDate | None) -> Number | None:
    """The completed years on a day; a range while the date of birth isn't known to the day."""
    born: PartialDate | None = person.get("date_of_birth")
    if born is None or day is None:
        return None
    return span(whole_years_between(born.last, day.first), whole_years_between(born.first, day.last))


@derived("case", gives=BOOL)
def interview_called(facts: Facts) -> bool | None:
    """Whether the case file speaks of an interview that is coming, as the file stands.

    An interview that nobody has mentioned isn't assumed: most people are never called, and nothing else could be
    settled until they are. Whoever says that they don't know is taken at their word.
    """
    if facts.case.interview is not None or facts.case.answers.get(INVITED) is True:
        return True
    if INVITED in facts.case.unsure:
        return facts.note(INVITED, None, BOOL)  # type: ignore[no-any-return]
    return False


@derived("case", gives=NUMBER)
def family_size(facts: Facts) -> int | None:
    """The principal applicant, the spouse or partner and the dependent children of both, accompanying or not."""
    members = facts.people("family")
    return None if members is None else len(members)

"""Time as an adult, before the years that the history forms ask for, for which no home is listed.

Outside Express Entry, police certificates go back to the age of 18, and which countries they are asked for is worked
out from the homes. A list that begins later may lack a long stay, and with it a certificate, and nothing else would say
so. Six months is what makes a stay a long one; less than that can't hide a certificate.
"""

from collections.abc import Iterator

from ircc_prep.core.dates import ONE_DAY, add_years, covers_months
from ircc_prep.core.derive.stays import LONG_STAY_MONTHS
from ircc_prep.core.review.canada import CANADA
from ircc_prep.core.review.file import ADULT, File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Days, by_month, covered, uncovered
from ircc_prep.core.said import Period


@check("earlier-homes")
def earlier_homes(file: File) -> Iterator[Raised]:
    """The first such time of each adult who may need certificates, in every reading of the dates."""
    for person in file.family:
        window = _before_the_forms(file, person)
        if person.lived is None or window is None or CANADA in (person.person.citizenships or ()):
            continue
        empty = [days for days in uncovered(covered(person.lived), window) if covers_months(*days, LONG_STAY_MONTHS)]
        if empty:
            start, end = by_month(empty[0])
            yield Raised(
                "before" if len(empty) == 1 else "several",
                person.id,
                facts=(f"{person.path}.stays",),
                start=start,
                end=end,
                words={"period": Period(start, end)},
            )


def _before_the_forms(file: File, person: PersonFile) -> Days | None:
    """From the 18th birthday to the years in which every month is looked at; None where there is no such time."""
    asked = file.history_window(person)
    if asked is None or person.born is None:
        return None
    begins = add_years(person.born.last, ADULT)
    return (begins, asked[0] - ONE_DAY) if begins < asked[0] else None

"""Whether the application has been sent."""

from ircc_prep.core.derive.registry import derived
from ircc_prep.core.facts import Facts
from ircc_prep.core.values import BOOL

SENT = "application.sent"


@derived("case", gives=BOOL)
def application_sent(facts: Facts) -> bool | None:
    """Whether the application has been sent: it has if the file gives the day (`submitted`); else `application.sent`.

    A planned day says nothing of it, since plans change.
    """
    if facts.case.submitted is not None:
        return True
    sent: bool | None = facts.note(SENT, facts.case.answers.get(SENT), BOOL)
    return sent

"""What people are called on the screen: by their names, and by their role while nobody has given one."""

from ircc_prep.ask.phrases import Phrases
from ircc_prep.core.called import by_role
from ircc_prep.core.case import Case, Person
from ircc_prep.core.redaction.people import opened


def called(case: Case, person: Person, phrases: Phrases) -> str:
    """The name as people say it; without one the role, as it stands within a sentence: “the sponsor”."""
    role = by_role(case).get(person.id)
    return phrases.of(role) if role else person.display_name


def sentences(words: str, case: Case, phrases: Phrases) -> str:
    """Sentences that may begin with a role, which then takes a capital as a name has it."""
    return opened(words, map(phrases.of, by_role(case).values()))

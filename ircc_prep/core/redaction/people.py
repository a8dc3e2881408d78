"""People by their role instead of their name: an id for scripts, a name for readers."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from ircc_prep.core.case import Case, Role
from ircc_prep.core.text import Text

_IDS: Mapping[Role, str] = {
    "principal-applicant": "applicant",
    "spouse-or-partner": "partner",
    "dependent-child": "child",
    "sponsor": "sponsor",
    "other-family": "relative",
}
_NAMES: Mapping[Role, Text] = {
    "principal-applicant": Text("the principal applicant", "le demandeur principal"),
    "spouse-or-partner": Text("the partner", "le conjoint"),
    "dependent-child": Text("child", "l’enfant"),
    "sponsor": Text("the sponsor", "le répondant"),
    "other-family": Text("relative", "le membre de la parenté"),
}
# There is one of each in most files; of the others, the first has a number too.
_MOSTLY_ONE: frozenset[Role] = frozenset({"principal-applicant", "spouse-or-partner", "sponsor"})


def roles_of(case: Case) -> tuple[Mapping[str, str], Mapping[str, Text]]:
    """What each person's id becomes, and what the person is called under the new one."""
    people = case.people or ()
    many = Counter(person.role for person in people)
    seen = Counter[str]()
    ids: dict[str, str] = {}
    names: dict[str, Text] = {}
    for person in people:
        seen[person.role] += 1
        alone = person.role in _MOSTLY_ONE and many[person.role] == 1
        number, name = seen[person.role], _NAMES[person.role]
        id = _IDS[person.role] if alone else f"{_IDS[person.role]}-{number}"
        ids[person.id] = id
        names[id] = name if alone else Text(f"{name.en} {number}", f"{name.fr} {number}")
    return ids, names


def in_the_place_of_the_name(text: Text, role: Text) -> Text:
    """A question's words with a role where the person's name would stand; a sentence that begins with it is opened."""
    said = Text(text.format(person=role.en).en, text.format(person=role.fr).fr)
    return Text(opened(said.en, [role.en]), opened(said.fr, [role.fr]))


def opened(sentences: str, names: Iterable[str]) -> str:
    """Sentences with a capital where one begins with a role: a role isn't written with one, as a name is."""
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    if not known:
        return sentences
    return re.sub(rf"(?:^|(?<=[.?!] ))(?:{known})", lambda found: found[0][:1].upper() + found[0][1:], sentences)

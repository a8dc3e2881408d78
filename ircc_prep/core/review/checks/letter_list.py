"""What the interview letter itself asks for, beside what is in hand.

The letter's own list comes before any general one, so a thing that isn't in hand is said even where an item counts it
as to get. Words are matched with the ids, titles and form numbers of the program's items, in both languages, without
accents, capitals, signs and plurals; whatever matches none of them is left for the reader to compare. One paper
in hand is enough: whether it is good enough, and whether everybody has theirs, is said by the items. Raised only while
the day of the interview isn't over and the papers in hand are answered.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping

from ircc_prep.core.checklist import Requirement
from ircc_prep.core.review.file import File
from ircc_prep.core.review.passports import may_have_no_passport
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import EntryAt
from ircc_prep.core.text import LANGUAGES, Text

# Passports stand in a list of their own, and letters call them by several names.
PASSPORTS = ("passport", "all-passports")
_PASSPORT_NAMES = ("passport", "passeport", "travel document", "titre de voyage", "document de voyage")
_SHORTEST_PLURAL = 4  # “gas” and “his” are no plurals


@check("letter-list")
def letter_list(file: File) -> Iterator[Raised]:
    """One finding for everything that is missing, and one for all the words that no item is known by."""
    day = file.interview.date
    if file.case.documents is None or (day is not None and day.before(file.now) is True):
        return
    names, in_hand = _names(file), _in_hand(file)
    missing: dict[Text | EntryAt, str] = {}
    unknown: list[str] = []
    for index, words in enumerate(file.interview.requested or ()):
        path = f"interview.requested[{index}]"
        ids = names.get(plain(words))
        if ids is None:
            unknown.append(path)
        elif not ids & in_hand:
            requirement = file.requirements.get(min(ids))
            missing.setdefault(requirement.title if requirement else EntryAt(path), path)
    if missing:
        yield Raised("missing", facts=tuple(missing.values()), words={"things": tuple(missing)})
    if unknown:
        yield Raised("by-hand", facts=tuple(unknown), words={"words": tuple(EntryAt(path) for path in unknown)})


def plain(words: str) -> str:
    """The words in letters that can be compared: `Certificats de mariage` is `certificat de mariage`."""
    folded = unicodedata.normalize("NFKD", words).casefold()
    kept = (letter if letter.isalnum() else " " for letter in folded if not unicodedata.combining(letter))
    return " ".join(_singular(word) for word in "".join(kept).split())


def _singular(word: str) -> str:
    short = len(word) < _SHORTEST_PLURAL
    return word if short else word.removesuffix("s").removesuffix("ie").removesuffix("y")


def _names(file: File) -> Mapping[str, set[str]]:
    """The ids of the items, by everything that they may be called."""
    names: dict[str, set[str]] = defaultdict(set)
    for id, requirement in file.requirements.items():
        titles = [getattr(requirement.title, language) for language in LANGUAGES]
        for name in (id, requirement.form or "", *titles, *(title.partition(" (")[0] for title in titles)):
            names[plain(name)].add(id)
    for _, document in file.documents():
        names[plain(document.item)].add(document.item)
    for name in _PASSPORT_NAMES:
        names[plain(name)].add(PASSPORTS[0])
    names.pop("", None)
    return names


def _in_hand(file: File) -> set[str]:
    """The ids of the items for which anything is, or for want of an answer may be, in hand."""
    found = {document.item for _, document in file.documents()}
    for item in file.items:
        requirement = file.requirements.get(item.id)
        unanswered = item.missing_facts and requirement and _looks_at_answers(requirement)
        if item.id not in PASSPORTS and item.holding and (item.holding != "missing" or unanswered):
            found.add(item.id)
    return found.union(PASSPORTS) if _passports_may_be_there(file) else found


def _looks_at_answers(requirement: Requirement) -> bool:
    """Whether the item looks at a list of the person's or at an answer, and not at the papers in hand."""
    return any(rule.holding.of or rule.holding.in_hand for rule in requirement.rules)


def _passports_may_be_there(file: File) -> bool:
    """One of anybody in the family is enough; while a list isn't answered, and of protected persons, none is missed."""
    return any(
        person.passports or person.passports is None or may_have_no_passport(file, person) for person in file.family
    )

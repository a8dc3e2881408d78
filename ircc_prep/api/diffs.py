"""What differs between two versions of a case."""

from datetime import date
from typing import Any

from ircc_prep import __version__
from ircc_prep.api.choices import audience_of, day_of, language_of
from ircc_prep.api.given import OpenCase
from ircc_prep.core.differences.compared import Compared, Version, compared
from ircc_prep.core.differences.telling import telling
from ircc_prep.core.result import Audience
from ircc_prep.core.text import Language
from ircc_prep.files.wording import wording
from ircc_prep.render.differences.case_json import case_json
from ircc_prep.render.words import Words


def diff(
    old: OpenCase,
    new: OpenCase,
    *,
    on: date | None = None,
    lang: Language | None = None,
    redact: Audience = "self",
) -> dict[str, Any]:
    """What changed between two versions of a case and what follows from it: `ircc-prep/diff/1`.

    Both are checked on one day (`on`; None: today). `lang` is the language of the texts (None: the newer version's,
    else English); `redact` is for whose eyes they are, and gives a person one name in both. Raises UsageError for a
    word that there isn't.
    """
    before, after = (Version(each.behind.opened.case, each.behind.opened.book) for each in (old, new))
    found = telling(compared(before, after, day_of(on)), audience_of(redact))
    return case_json(found, words_of(found, language_of(lang, after.case)), __version__)


def words_of(found: Compared, language: Language) -> Words:
    """The words of both versions' checklists; where both have some, those of the newer."""
    books = (found.old.book, found.new.book)
    titles = {each.requirement.id: each.requirement.title for book in books for each in book.requirements}
    return Words(wording(), language, [each.question for book in books for each in book.questions], titles)

"""An evaluation made ready for a reader, with the interface's words and the checklist's questions."""

from ircc_prep.core.brand import BrandWithLogo
from ircc_prep.core.result import Evaluation
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Language
from ircc_prep.files.wording import wording
from ircc_prep.render.parts import View
from ircc_prep.render.view import build
from ircc_prep.render.words import Words


def words_for(book: Rulebook, language: Language) -> Words:
    """The interface's words in one language, with the checklist's questions and titles."""
    titles = {compiled.requirement.id: compiled.requirement.title for compiled in book.requirements}
    return Words(wording(), language, [compiled.question for compiled in book.questions], titles)


def view(
    evaluation: Evaluation,
    book: Rulebook,
    language: Language,
    only: frozenset[str] | None = None,
    brand: BrandWithLogo | None = None,
) -> View:
    """The view in one language; `only` keeps the named sections, `brand` is a firm's."""
    return build(evaluation, words_for(book, language), only=only, brand=brand)

"""Children who came after the submission, beside the answer on new children.

The question speaks of births, adoptions, births that are expected and custody that changed. So a yes without a child
born since is ordinary for somebody who expects a child, and a note; a child certainly born since beside a no is a
contradiction.
"""

from collections.abc import Iterator

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.review.file import File
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import Someone, Value

ANSWER = "changes.new_child"


@check("child-unlisted")
def child_unlisted(file: File) -> Iterator[Raised]:
    """The answer, once the application is in, beside the births of the dependent children."""
    submitted, answer = file.case.submitted, file.answers.get(ANSWER)
    if submitted is None or not file.already_submitted:
        return
    if answer is True and not any(_perhaps_since(submitted, child.born) for child in file.children):
        yield Raised("nobody-since", facts=(ANSWER, "people"), words={"submitted": submitted})
    born_since = [child for child in file.children if child.born and submitted.before(child.born)]
    if answer is False and born_since:
        facts = (ANSWER, "submitted", *(f"{child.path}.date_of_birth" for child in born_since))
        named = tuple(Someone(child.id) for child in born_since)
        words: dict[str, Value] = {"children": named, "submitted": submitted}
        yield Raised("born-since", facts=facts, words=words)


def _perhaps_since(submitted: PartialDate, born: PartialDate | None) -> bool:
    return born is None or born.last > submitted.first

"""More than one person in the role of spouse or partner.

Canadian immigration law knows one spouse or partner at a time: who was married to somebody else at the time of the
marriage is no spouse (IRPR 5(b)(i)).
"""

from collections.abc import Iterator

from ircc_prep.core.review.file import File
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.said import Someone


@check("two-partners")
def two_partners(file: File) -> Iterator[Raised]:
    """Everyone listed as spouse or partner, together in one finding."""
    if len(file.partners) > 1:
        facts = tuple(f"{partner.path}.role" for partner in file.partners)
        yield Raised("several", facts=facts, words={"partners": tuple(Someone(each.id) for each in file.partners)})

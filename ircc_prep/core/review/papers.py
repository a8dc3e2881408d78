"""Papers in hand beside the items that they are for, and the days on which they have to be good."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ircc_prep.core.case import Document
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.result import Item
from ircc_prep.core.review.file import File
from ircc_prep.core.said import EntryAt
from ircc_prep.core.text import Text

ARRIVAL_STREAM = "port-of-entry"  # there the file's “interview” is the day of arrival


@dataclass(frozen=True, slots=True)
class Paper:
    """A document in hand with its path. One without a person is the principal applicant's, as it is for the items."""

    path: str
    document: Document
    holder: str | None


class Papers:
    """What is in hand, found by item, person and country without reading the list again."""

    def __init__(self, file: File) -> None:
        principal = file.applicant.id if file.applicant else None
        self.all = tuple(Paper(path, held, held.person or principal) for path, held in file.documents())
        self._file = file
        self._held: dict[tuple[str, str | None, str | None], list[Paper]] = defaultdict(list)
        for paper in self.all:
            for country in {paper.document.country, None}:
                self._held[paper.document.item, paper.holder, country].append(paper)

    def of(self, item: str, person: str | None, country: str | None = None) -> Sequence[Paper]:
        """What somebody holds for an item; with a country, what is from there."""
        return self._held.get((item, person, country), ())

    def ready(self, *ids: str) -> Iterator[tuple[Item, Sequence[Paper]]]:
        """The items with these ids that are needed and ready, with their papers."""
        for item in self._file.items:
            if item.id in ids and item.status == "needed" and item.holding == "ready":
                yield item, self.of(item.id, item.person, item.country)

    def title(self, paper: Paper) -> Text | EntryAt:
        """What the paper is called in this program; what the file says of it where the program doesn't ask for it."""
        requirement = self._file.requirements.get(paper.document.item)
        return requirement.title if requirement else EntryAt(paper.path)


def newest(papers: Sequence[Paper]) -> tuple[Paper, PartialDate] | None:
    """The paper issued last; None where a date of issue isn't given, since that paper may be the last."""
    dated = [(paper, paper.document.issued) for paper in papers if paper.document.issued is not None]
    if not dated or len(dated) < len(papers):
        return None
    return max(dated, key=lambda pair: (pair[1].last, pair[1].first))


def submission_ahead(file: File) -> PartialDate | None:
    """The planned day of submission while it certainly lies ahead."""
    ahead = not file.already_submitted and file.now.before(file.submitted) is True
    return file.submitted if ahead else None


def meeting_ahead(file: File) -> PartialDate | None:
    """The day of the interview or arrival, unless it is certainly over."""
    day = file.interview.date
    return None if day is None or day.before(file.now) is True else day


def meeting(file: File) -> Text:
    """What the file's “interview” is: at a port of entry, the arrival."""
    if file.case.stream == ARRIVAL_STREAM:
        return Text("the arrival", "l’arrivée")
    return Text("the interview", "l’entrevue")

"""The registers that rules rest on: sources, and dated tables of values."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictFloat, StrictInt, StrictStr
from pydantic_core import PydanticCustomError

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.entry import Bilingual, Confidence, Day, Entry, KebabId
from ircc_prep.core.text import Text

_WEB_PAGE = re.compile(r"https?://[^\s/?#]+")


def _web_pages(pair: Text) -> Text:
    # A link is clicked on, in the packet too: nothing but a page may be behind it, whoever wrote the checklist.
    if not (_WEB_PAGE.match(pair.en) and _WEB_PAGE.match(pair.fr)):
        what = Text("“url” isn’t the address of a web page.", "« url » n’est pas l’adresse d’une page Web.")
        hint = Text("Begin it with https://, in both languages.", "Commencez-la par https://, dans les deux langues.")
        raise PydanticCustomError("not_a_page", "not a web page", {"what": what, "hint": hint})
    return pair


class Source(Entry):
    """A page or a section of law that a rule rests on."""

    title: Bilingual
    publisher: Bilingual
    url: Annotated[Bilingual, AfterValidator(_web_pages)]
    kind: Literal["law", "ircc", "government", "secondary"]
    dated: Literal["undated"] | PartialDate = Field(description="the date that the page itself bears")
    checked: Day = Field(description="the day someone last compared the rule with it")
    confidence: Confidence
    note: Bilingual | None = None


class SourcesFile(Entry):
    """A file of `checklists/sources`."""

    sources: dict[KebabId, Source]


class TableVersion(Entry):
    """The rows in force from a day on."""

    start: Day = Field(alias="from")
    until: Day | None = Field(None, description="the last day on which these rows are known to hold")
    rows: dict[StrictInt | StrictFloat | StrictStr, StrictInt | StrictFloat] = Field(min_length=1)
    each_more: StrictInt | StrictFloat | None = None
    up_to: StrictInt | StrictFloat | None = Field(None, description="the top of the scale: unknown above it")
    sources: tuple[KebabId, ...] = Field(min_length=1)
    confidence: Confidence = "high"
    note: Bilingual | None = None


class Table(Entry):
    """A dated table of values."""

    title: Bilingual
    unit: StrictStr | None = None
    versions: tuple[TableVersion, ...] = Field(min_length=1)


class TablesFile(Entry):
    """A file of `checklists/values`."""

    tables: dict[KebabId, Table]

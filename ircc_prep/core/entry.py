"""What the models of a checklist are made of: texts in both languages, days, ids, conditions."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, StrictStr, WithJsonSchema
from pydantic_core import PydanticCustomError

from ircc_prep.core.text import Text

KEBAB = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def _bilingual(value: Any) -> Text:
    if isinstance(value, Text):
        return value
    if not isinstance(value, dict) or set(value) - {"en", "fr"}:
        raise PydanticCustomError("not_bilingual", "not an en/fr pair")
    english, french = value.get("en"), value.get("fr")
    if not isinstance(english, str) or not isinstance(french, str) or not english.strip() or not french.strip():
        raise PydanticCustomError("translation_missing", "a language is missing")
    return Text(english.strip(), french.strip())


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise PydanticCustomError("not_a_day", "not a day") from None


def _condition(value: Any) -> Any:
    # YAML reads `when: True` and `threshold: 67` as values; they are conditions like any other.
    return str(value) if isinstance(value, bool | int | float) else value


_PAIR_SCHEMA = {
    "type": "object",
    "properties": {"en": {"type": "string"}, "fr": {"type": "string"}},
    "required": ["en", "fr"],
    "additionalProperties": False,
}
Bilingual = Annotated[Text, PlainValidator(_bilingual), WithJsonSchema(_PAIR_SCHEMA)]
Day = Annotated[date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
KebabId = Annotated[StrictStr, Field(pattern=KEBAB)]
FactId = Annotated[StrictStr, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$")]
Expression = Annotated[
    StrictStr, BeforeValidator(_condition), Field(description="a condition or value: docs/format.md")
]
Confidence = Literal["high", "medium", "low"]
PersonSet = Literal["people", "applicants", "applicant", "partners", "children", "sponsors", "family"]
AnswerType = Literal["bool", "choice", "number", "money", "date", "text", "country"]
HoldingKey = Literal["expired", "issued-too-early", "expires-too-soon", "untranslated", "incomplete"]
SectionName = Literal[
    "about-documents", "the-interview", "who-interviews", "rights", "on-the-day", "settlement", "who-to-ask", "after"
]  # fmt: skip
# What stands at a program's end; a landing is the last step towards permanent residence itself.
LeadsTo = Literal["permanent-residence", "landing", "temporary-residence", "other"]
LikelihoodName = Literal["necessary", "usual", "possible", "rare", "may-be-waived", "none"]
RaisedLikelihood = Literal["rare", "possible", "usual", "necessary"]
# From the least to the most. `may-be-waived` isn't on it: it says what a manual allows, not how likely something is.
LIKELIHOOD_SCALE: tuple[LikelihoodName, ...] = ("none", "rare", "possible", "usual", "necessary")


class Entry(BaseModel):
    """Anything in a checklist file. Unknown keys are errors; nothing is changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

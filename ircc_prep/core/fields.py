"""What the values of a case file may look like: names, ids, codes, dates that may still be going on."""

import re
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    StrictStr,
)
from pydantic_core import PydanticCustomError

from ircc_prep.core.countries import COUNTRY_CODES
from ircc_prep.core.dates import PartialDate

LONGEST_TEXT = 2000
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_LANGUAGE_TAG = re.compile(r"[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*")
# Controls, and the marks that turn the direction of the text round: with them a name could read as another one.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def _plain(text: str) -> str:
    if _FORBIDDEN.search(text):
        raise PydanticCustomError("control_character", "control character")
    if len(text) > LONGEST_TEXT:
        raise PydanticCustomError("too_long", "too long")
    return text.strip()


def _one_line(text: str) -> str:
    if "\n" in text or "\t" in text:
        raise PydanticCustomError("control_character", "control character")
    return _plain(text)


def _digits(code: Any) -> Any:
    # A number made of digits only needs no quotes in YAML; what YAML read is exact, since 007 stays text.
    return str(code) if isinstance(code, int) and not isinstance(code, bool) and code >= 0 else code


def _identifier(text: str) -> str:
    if not _ID.fullmatch(text):
        raise PydanticCustomError("bad_id", "not an id")
    return text


def country_code(code: str) -> str:
    if code not in COUNTRY_CODES:
        raise PydanticCustomError("country", "not a country", {"given": code[:20]})
    return code


def _language_tag(tag: str) -> str:
    if not _LANGUAGE_TAG.fullmatch(tag):
        raise PydanticCustomError("language_tag", "not a language")
    return tag if "-" in tag else tag.lower()


def nothing_answered(value: Any) -> Any:
    return {} if value is None else value  # a key with nothing after it: not answered


def no_entries(value: Any) -> Any:
    return () if value is None else value


def _end(value: Any) -> Any:
    return None if value == "present" else value


Name = Annotated[StrictStr, AfterValidator(_one_line)]
Lines = Annotated[StrictStr, AfterValidator(_plain)]  # text of several lines
Code = Annotated[Name, BeforeValidator(_digits), Field(json_schema_extra={"type": ["string", "integer"], "minimum": 0})]
Id = Annotated[StrictStr, AfterValidator(_identifier), Field(json_schema_extra={"pattern": f"^{_ID.pattern}$"})]
Country = Annotated[
    StrictStr,
    AfterValidator(country_code),
    Field(description="ISO 3166 alpha-2 code", json_schema_extra={"pattern": "^[A-Z]{2}$"}),
]
LanguageTag = Annotated[
    StrictStr,
    AfterValidator(_language_tag),
    Field(description="BCP 47 language", json_schema_extra={"pattern": f"^{_LANGUAGE_TAG.pattern}$"}),
]
End = Annotated[
    PartialDate | None, BeforeValidator(_end), Field(description="a date, or `present`; left out while it is going on")
]
Number = StrictInt | StrictFloat
Score = Annotated[Number, Field(ge=0, le=999)]

LARGEST_ANSWER = 10**15  # no amount comes near; larger ones would only break sums and their display
_Bounded = Field(ge=-LARGEST_ANSWER, le=LARGEST_ANSWER)
# What an answer to a checklist's question may be; its own type is held against the question later.
Answer = StrictBool | Annotated[StrictInt, _Bounded] | Annotated[StrictFloat, _Bounded] | Lines

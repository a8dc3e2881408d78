"""`why` as a Python program asks it: assumptions are values, the answer is data."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ircc_prep.api.choices import audience_of, day_of, language_of
from ircc_prep.api.explaining import answered, explained
from ircc_prep.api.given import OpenCase
from ircc_prep.core.result import Audience
from ircc_prep.core.text import Language

Assumed = bool | int | float | str | date | list[str] | None


def why(
    case: OpenCase,
    item: str | None = None,
    *,
    assume: Mapping[str, Assumed] | None = None,
    on: date | None = None,
    lang: Language | None = None,
    redact: Audience = "self",
) -> dict[str, Any]:
    """Why a result is as it is, as `ircc-prep why --format json` writes it: `ircc-prep/why/1`.

    `item` is a requirement's id, alone or with a person and a country (`police-certificate/maria/AE`), a finding's,
    `computed/NAME` or `interview`; everything that fits is explained. `assume` are answers by their facts, as if the
    case said so (None: as if it weren't answered); the case isn't changed. Without an item, only what they would change
    is told. Partial dates are words: `"2019-03"`.

    Raises UsageError where the case has no such item or fact, where the fact can't have that value, and without both.
    """
    opened = case.behind.opened
    written = [f"{fact}={_word(value)}" for fact, value in (assume or {}).items()]
    found = answered(opened, case.behind.pack, item, written, audience_of(redact), day_of(on))
    return explained(found, language_of(lang, opened.case))


def _word(value: Assumed) -> str:
    """A value as it is written after `--if fact=`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return f"[{','.join(value)}]"
    return value.isoformat() if isinstance(value, date) else str(value)

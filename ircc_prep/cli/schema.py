"""`ircc-prep schema`: the JSON Schemas that scripts and editors rely on."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from ircc_prep.cli.language import say
from ircc_prep.cli.options import Settings
from ircc_prep.cli.output import put
from ircc_prep.files.checklists import Pack


class Which(StrEnum):
    """The published formats."""

    case = "case"
    result = "result"
    checklist = "checklist"
    brand = "brand"
    why = "why"
    unread = "unread"


def schema(
    which: Annotated[Which, typer.Argument(help=say("Which format.", "Quel format."))],
    *,
    settings: Settings,
) -> int:
    """Prints a JSON Schema (2020-12)."""
    from ircc_prep.core import schemas

    if which is Which.case:
        answers, _ = Pack(settings.checklists, examples=False).declared_anywhere()
        found = schemas.case_schema(answers)
    elif which is Which.result:
        found = schemas.result_schema()
    elif which is Which.brand:
        found = schemas.brand_schema()
    elif which is Which.why:
        from ircc_prep.core.why.schema import why_schema

        found = why_schema()
    elif which is Which.unread:
        from ircc_prep.core.unread_schema import unread_schema

        found = unread_schema()
    else:
        found = schemas.checklist_schema()
    put(json.dumps(found, ensure_ascii=False, indent=2))
    return 0

"""`ircc-prep schema`: the JSON Schemas that scripts and editors rely on."""

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated, Any

import typer

from ircc_prep.cli.language import say
from ircc_prep.cli.options import Settings
from ircc_prep.cli.output import put
from ircc_prep.core import schemas
from ircc_prep.core.differences.schemas import diff_schema, pack_diff_schema
from ircc_prep.core.unread_schema import unread_schema
from ircc_prep.core.why.schema import why_schema
from ircc_prep.files.checklists import Pack


class Which(StrEnum):
    """The published formats."""

    case = "case"
    result = "result"
    checklist = "checklist"
    brand = "brand"
    why = "why"
    unread = "unread"
    diff = "diff"
    pack_diff = "pack-diff"


def schema(
    which: Annotated[Which, typer.Argument(help=say("Which format.", "Quel format."))],
    *,
    settings: Settings,
) -> int:
    """Prints a JSON Schema (2020-12)."""
    put(json.dumps(_SCHEMAS[which](settings), ensure_ascii=False, indent=2))
    return 0


def _case(settings: Settings) -> dict[str, Any]:
    answers, _ = Pack(settings.checklists, examples=False).declared_anywhere()
    return schemas.case_schema(answers)


_SCHEMAS: Mapping[Which, Callable[[Settings], dict[str, Any]]] = {
    Which.case: _case,
    Which.result: lambda _: schemas.result_schema(),
    Which.checklist: lambda _: schemas.checklist_schema(),
    Which.brand: lambda _: schemas.brand_schema(),
    Which.why: lambda _: why_schema(),
    Which.unread: lambda _: unread_schema(),
    Which.diff: lambda _: diff_schema(),
    Which.pack_diff: lambda _: pack_diff_schema(),
}

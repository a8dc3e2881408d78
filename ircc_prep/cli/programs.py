"""`ircc-prep programs`: what is covered, on what sources, and the day each was last checked."""

import json
from enum import StrEnum
from typing import Annotated, Any

import typer

from ircc_prep.cli.language import say
from ircc_prep.cli.options import Settings
from ircc_prep.cli.output import put
from ircc_prep.core.checklist import Program
from ircc_prep.core.citations import cited
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Language, Text
from ircc_prep.files.checklists import Pack


class ListFormat(StrEnum):
    """How a list is written."""

    text = "text"
    json = "json"


def programs(
    format: Annotated[
        ListFormat, typer.Option("--format", help=say("How the list is written.", "Format de la liste."))
    ] = ListFormat.text,
    *,
    settings: Settings,
) -> int:
    """Lists every program with a checklist."""
    pack = Pack(settings.checklists, examples=False)
    books = [pack.load(program) for program in pack.programs()]
    language = settings.language()
    if format is ListFormat.json:
        put(json.dumps([_entry(book, language) for book in books], ensure_ascii=False, indent=2))
        return 0
    for book in books:
        put("\n".join(_lines(book, language)))
    return 0


def _entry(book: Rulebook, language: Language) -> dict[str, Any]:
    program = book.checklist.program
    used = cited(book)
    return {
        "program": program.program,
        "title": program.title.of(language),
        "streams": {id: title.of(language) for id, title in program.streams.items()},
        "status": [
            {"from": str(status.start), "state": status.state, "sources": list(status.sources)}
            for status in program.status
        ],
        "requirements": len(book.requirements),
        "officer_questions": len(book.officer_questions),
        "sources": {
            id: {
                "title": source.title.of(language),
                "url": source.url.of(language),
                "checked": str(source.checked),
                "dated": str(source.dated),
                "confidence": source.confidence,
            }
            for id in used
            for source in (book.sources[id],)
        },
    }


def _lines(book: Rulebook, language: Language) -> list[str]:
    entry = _entry(book, language)
    days = sorted(source["checked"] for source in entry["sources"].values())
    low = sum(source["confidence"] == "low" for source in entry["sources"].values())
    streams = ", ".join(f"{id} ({title})" for id, title in entry["streams"].items())
    counts = entry["requirements"], entry["officer_questions"]
    state = _closed(book.checklist.program)
    lines = [
        *([state] if state else []),
        *([Text(f"Streams: {streams}", f"Volets : {streams}")] if streams else []),
        Text(
            "{} requirements, {} officer questions".format(*counts),
            "{} exigences, {} questions d’agent".format(*counts),
        ),
        Text(
            f"{len(days)} sources, {low} of low confidence; checked between {days[0]} and {days[-1]}",
            f"{len(days)} sources (peu sûres : {low}); comparées entre le {days[0]} et le {days[-1]}",
        ),
    ]
    return [f"{entry['program']}  {entry['title']}", *(f"  {line.of(language)}" for line in lines)]


def _closed(program: Program) -> Text | None:
    """What the newest status says, where the program takes no new applications; those in process go on."""
    newest = max(program.status, key=lambda status: status.start, default=None)
    if newest is None or newest.state == "open":
        return None
    if newest.state == "paused":
        return Text(
            f"Paused since {newest.start}: no new applications for now; those already made go on",
            f"En pause depuis le {newest.start} : pas de nouvelles demandes pour le moment; "
            "celles déjà présentées suivent leur cours",
        )
    return Text(
        f"Closed since {newest.start}: no new applications; those already made go on",
        f"Fermé depuis le {newest.start} : plus de nouvelles demandes; celles déjà présentées suivent leur cours",
    )

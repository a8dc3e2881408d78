"""The report of a batch: what became of every client. Of a person it holds the client's name, and nothing else."""

import json
from collections.abc import Iterator
from typing import Any

from ircc_prep.batch.journal import Begun
from ircc_prep.batch.ledger import Ledger, Row
from ircc_prep.batch.out import Out, Written
from ircc_prep.batch.plan import shown
from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Language
from ircc_prep.files.clients.neutral import csv_of
from ircc_prep.files.wording import wording
from ircc_prep.render.words import Words

CSV, JSON = "report.csv", "report.json"
FILES = (CSV, JSON)
COUNTS = ("ready", "to_get", "undetermined", "blockers", "warnings")
_COLUMNS = ("client", "status", *COUNTS, "problem", "what_to_do", "id", "problems", "folder", "origin")
_DELIMITERS: dict[Language, str] = {"en": ",", "fr": ";"}  # what Excel expects
_SCHEMA = "ircc-prep/batch-report/1"


def write(out: Out, begun: Begun, ledger: Ledger, language: Language) -> list[Written]:
    """Writes the report as a table for people and as JSON for scripts."""
    rows = [entry(row, language) for row in ledger.rows.values()]
    whole = {
        "schema": _SCHEMA,
        "tool": {"version": begun.tool},
        "day": begun.day.isoformat(),
        "summary": {"clients": len(rows), "made": len(rows) - ledger.failed, "failed": ledger.failed},
        "clients": rows,
    }
    return [
        out.write(CSV, csv_of(_table(rows, Words(wording(), language)), _DELIMITERS[language]), lasting=True),
        out.write(JSON, f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode(), lasting=True),
    ]


def entry(row: Row, language: Language) -> dict[str, Any]:
    """One client as the report tells of it: `problem` is the first of its problems."""
    done = row.entry
    counts = done.counts if done else None
    problems = [_told(problem, language) for problem in row.problems]
    return {
        "client": shown(row.name),
        "origin": shown(row.origin),
        "status": "made" if counts else "failed",
        "folder": row.named.folder if done and done.files else None,
        "files": [file.name for file in done.files] if done else [],
        **{name: getattr(counts, name) if counts else None for name in COUNTS},
        "problem": problems[0] if problems else None,
        "problems": problems,
    }


def _told(problem: Problem, language: Language) -> dict[str, str | None]:
    return {
        "id": problem.id,
        "where": shown(str(problem.place)) if problem.place else None,
        "what": shown(problem.what.of(language)),
        "hint": shown(problem.hint.of(language)),
    }


def _table(rows: list[dict[str, Any]], words: Words) -> Iterator[list[Any]]:
    yield [words.say(f"batch.column.{column}") for column in _COLUMNS]
    for row in rows:
        problem = row["problem"] or {}
        where = f"{problem['where']}: " if problem.get("where") else ""
        cells = {
            **row,
            "status": words.say(f"batch.{row['status']}"),
            "problem": f"{where}{problem['what']}" if problem else "",
            "what_to_do": problem.get("hint"),
            "id": problem.get("id"),
            "problems": len(row["problems"]) or "",
        }
        yield [cells[column] for column in _COLUMNS]

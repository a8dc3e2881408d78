"""The formats of `check`: what each is called, which file names mean it, and what writes it. Each is loaded late."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ircc_prep.render.formats.checked import Cases


class Format(StrEnum):
    """How the result is written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    sarif = "sarif"
    junit = "junit"
    github = "github"
    markdown = "markdown"


@dataclass(frozen=True, slots=True)
class Written:
    """How a format is written. `reports`: it is read by what shows problems, so even one unreadable case is in it."""

    write: Callable[[Cases, str, date], str]
    suffix: str | None = None
    reports: bool = False


def written(format: Format, cases: Cases, version: str, today: date) -> str:
    """The cases in a format, as this version of the tool found them on that day."""
    return FORMATS[format].write(cases, version, today)


def of_suffix(suffix: str) -> Format | None:
    """The format that a file name ending in this means."""
    return next((format for format, each in FORMATS.items() if each.suffix == suffix.lower()), None)


def _text(cases: Cases, version: str, today: date) -> str:  # noqa: ARG001
    from ircc_prep.render.formats.page import text

    return text(cases)


def _markdown(cases: Cases, version: str, today: date) -> str:  # noqa: ARG001
    from ircc_prep.render.formats.summary import summary

    return summary(cases)


def _json(cases: Cases, version: str, today: date) -> str:  # noqa: ARG001
    from ircc_prep.render.formats.results import json_text

    return json_text(cases, version)


def _jsonl(cases: Cases, version: str, today: date) -> str:  # noqa: ARG001
    from ircc_prep.render.formats.results import json_lines

    return json_lines(cases, version)


def _sarif(cases: Cases, version: str, today: date) -> str:  # noqa: ARG001
    from ircc_prep.render.formats.sarif import sarif

    return sarif(cases, version)


def _junit(cases: Cases, version: str, today: date) -> str:  # noqa: ARG001
    from ircc_prep.render.formats.junit import junit

    return junit(cases, today)


def _github(cases: Cases, version: str, today: date) -> str:  # noqa: ARG001
    from ircc_prep.render.formats.github import github

    return github(cases)


FORMATS: Mapping[Format, Written] = {
    Format.text: Written(_text, ".txt"),
    Format.json: Written(_json, ".json"),
    Format.jsonl: Written(_jsonl, ".jsonl"),
    Format.sarif: Written(_sarif, ".sarif", reports=True),
    Format.junit: Written(_junit, ".xml", reports=True),
    Format.github: Written(_github, reports=True),
    Format.markdown: Written(_markdown, ".md"),
}

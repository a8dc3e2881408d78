"""The formats as others read them: libraries for SARIF and JUnit, and the rules of GitHub's runner."""

import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import xmlschema
from junitparser import JUnitXml
from sarif_pydantic import Sarif
from sarif_pydantic.sarif import Run

from tests.render.formats.sarif_schema import SARIF

_COMMAND = re.compile(r"::(?P<name>[a-z]+)(?: (?P<properties>.*?))?::(?P<data>.*)", re.DOTALL)
_ESCAPES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


def run_of(text: str) -> Run:
    """The run in a SARIF file, once it is valid."""
    log = json.loads(text)
    jsonschema.validate(log, SARIF, cls=jsonschema.Draft202012Validator)
    (run,) = Sarif.model_validate(log).runs
    return run


def results_of(text: str) -> list[dict[str, Any]]:
    """The results in a SARIF file as plain JSON, once it is valid."""
    run_of(text)
    found: list[dict[str, Any]] = json.loads(text)["runs"][0]["results"]
    return found


def unplain(text: str | None) -> str:
    """What a reader makes of a plain message: doubled braces are braces."""
    return (text or "").replace("{{", "{").replace("}}", "}")


@cache
def _xsd() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(Path(__file__).with_name("junit.xsd")))


def suites_of(text: str) -> JUnitXml:
    """The suites in a JUnit file, once it is valid."""
    _xsd().validate(text)
    return JUnitXml.fromstring(text.encode())


@dataclass(frozen=True)
class Command:
    """A workflow command as the runner takes it apart."""

    name: str
    properties: Mapping[str, str]
    data: str


def commands_of(text: str) -> list[Command]:
    """The commands in what a step prints. The runner reads line by line, and trims a line before it looks."""
    return [command for line in io.StringIO(text, newline=None) if (command := _command(line.strip()))]


def _command(line: str) -> Command | None:
    found = _COMMAND.fullmatch(line)
    if not found:
        assert "##[" not in line, "a command in the runner's older spelling"
        return None
    pairs = [pair.split("=", 1) for pair in (found["properties"] or "").split(",") if "=" in pair]
    return Command(found["name"], {name: _read(value) for name, value in pairs}, _read(found["data"], data=True))


def _read(text: str, *, data: bool = False) -> str:
    known = [escape for escape in _ESCAPES if not (data and escape in ("%3A", "%2C"))]
    return re.sub("|".join(known), lambda escape: _ESCAPES[escape[0]], text)

"""The outputs held against the official schemas, which may not be copied here: `./dev test` fetches what holds them."""

import io
import json
import os
import tarfile
from pathlib import Path

import jsonschema
import pytest
import xmlschema

from ircc_prep.core.problems import Place
from ircc_prep.core.result import Audience
from ircc_prep.core.text import LANGUAGES, Language
from ircc_prep.render.formats.checked import Cases
from ircc_prep.render.formats.junit import junit
from ircc_prep.render.formats.sarif import sarif
from tests.render.formats.made import DAY, VERSION, found, unread

FETCHED = Path(__file__).parents[3] / ".venv" / "official-schemas"
pytestmark = pytest.mark.skipif(
    not FETCHED.is_dir() and not os.environ.get("CI"), reason="the official schemas weren't fetched: ./dev test"
)


def official(archive: str, name: str) -> str:
    """The text of a schema in one of the archives."""
    (found,) = FETCHED.glob(f"{archive}-*.tar.gz")
    with tarfile.open(found) as opened:
        (member,) = (each for each in opened.getmembers() if each.name.endswith(f"/{name}"))
        read = opened.extractfile(member)
        assert read is not None
        return read.read().decode()


def cases(language: Language, audience: Audience) -> Cases:
    return [
        found("c d/é 100%.yaml", language, audience),
        unread(place=Place("/elsewhere/bad.yaml", 3, 5)),
        unread("gone.yaml"),
    ]


@pytest.mark.parametrize("audience", ["self", "consultant", "log"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_is_valid(language: Language, audience: Audience) -> None:
    schema = json.loads(official("sarif_pydantic", "sarif-schema-2.1.0.json"))
    log = json.loads(sarif(cases(language, audience), VERSION))
    jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker()).validate(log)


@pytest.mark.parametrize("audience", ["self", "consultant", "log"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_junit_is_valid(language: Language, audience: Audience) -> None:
    """The schema of the plug-in with which Jenkins reads JUnit, and after which others read it."""
    schema = xmlschema.XMLSchema(io.StringIO(official("pytest", "junit-10.xsd")))
    schema.validate(junit(cases(language, audience), DAY))

"""A keyboard to type on, and the questionnaire in front of it."""

from collections.abc import Iterator
from typing import Any

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from ircc_prep.ask.talk import Talk
from ircc_prep.core.text import Language
from tests.ask.sitting import Sit, Sitting, drawn_talk, sitting


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[PipeInput]:
    """A keyboard; what is sent to it is typed ahead. The screen is so high that nothing has to be read page by page."""
    monkeypatch.setenv("LINES", "500")
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


@pytest.fixture
def talk(keys: PipeInput) -> Talk:
    """A talk in English on a drawn screen."""
    return drawn_talk("en")


@pytest.fixture
def sit(keys: PipeInput) -> Sit:
    """Runs the questionnaire with these keys typed; ends like Ctrl-C where they run out before it does."""

    def run(typed: str, data: dict[str, Any] | None = None, language: Language | None = "en") -> Sitting:
        talk = drawn_talk(language or "en")
        new_case = data is None and language is not None  # then the welcome waits to be read
        keys.send_text(("\r" if new_case else "") + typed + "\x03")
        return sitting(talk, data, language)

    return run

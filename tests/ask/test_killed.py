"""Killed at every prompt of a whole questionnaire: the file is whole, and at most the answer being typed is lost."""

import os
import re
import signal
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest
import yaml

from ircc_prep.core.case import Case
from tests.ask.sitting import number_of
from tests.ask.test_moving_about import permit

ROOT = Path(__file__).parents[2]
MOST_PROMPTS = 120
MARK = "\r\n> "
HALF_AN_ANSWER = "19"
NOT_PRIVATE = {"trp.trafficking_victim": False, "trp.family_violence": False}
AT_THE_ENDS = ("Is that everybody?", "Is everything as it should be?")  # a new sitting comes to them by another way
pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")]


class Sittings:
    """One questionnaire in many sittings, each killed at its next prompt."""

    def __init__(self, case: Path) -> None:
        self.case = case
        self.terminal = self._start()

    def _start(self) -> "pexpect.spawn[str]":
        environment = {key: value for key, value in os.environ.items() if not key.startswith("IRCC_PREP")}
        environment |= {"TERM": "xterm", "PYTHONPATH": str(ROOT), "ACCESSIBLE": "1"}
        command = ["-m", "ircc_prep", "ask", "--lang", "en", str(self.case)]
        return pexpect.spawn(
            sys.executable, command, env=environment, encoding="utf-8", dimensions=(24, 80), timeout=60
        )

    def prompt(self) -> str | None:
        """What the next prompt asks; None at the end."""
        if self.terminal.expect_exact([MARK, pexpect.EOF]) == 1:
            return None
        return str(self.terminal.before)

    def killed_and_resumed(self) -> str | None:
        """Kills it with an answer half typed, looks at the file, starts again and goes back to the same prompt."""
        before = self.said()
        self.terminal.send(HALF_AN_ANSWER)
        self.terminal.kill(signal.SIGKILL)
        self.terminal.close(force=True)
        assert self.said() == before
        if before is not None:
            Case.model_validate(before)
        self.terminal = self._start()
        prompt = self.prompt()
        if prompt is not None and "Is that everybody?" in prompt:
            self.terminal.send("1\r")
            prompt = self.prompt()
        return prompt

    def said(self) -> dict[str, Any] | None:
        return yaml.safe_load(self.case.read_text(encoding="utf-8")) if self.case.exists() else None


def reply_to(prompt: str) -> str:
    """An answer that the prompt takes: the first line of a list, nothing to list, or *I don't know*."""
    shown = prompt[prompt.rindex("? why") - 2000 if "? why" in prompt else 0 :]
    nothing = re.search(r"(\d)\. None: there is nothing", shown)
    if nothing:
        return nothing[1]
    if "papers that you have already?" in shown:
        return "2"
    return "1" if re.search(r"\s1\. ", shown) else "*"


HARD_QUESTION = re.compile(r"\s*This question can be hard(?: too: > skips it\.|\..*?none\s+is\s+kept\.)", re.DOTALL)


def question(prompt: str) -> str:
    """What is asked: all below the line that says how many are left, or the last line with a question mark."""
    below = prompt.rpartition(" matter · ")[2].partition("\n")[2] if " matter · " in prompt else ""
    below = HARD_QUESTION.sub("", below)  # said in full once in a sitting, and a resumed one is another
    return below or [line.strip() for line in prompt.splitlines() if line.rstrip().endswith("?")][-1]


def test_a_questionnaire_that_is_killed_at_every_prompt_comes_to_its_end(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(yaml.safe_dump(permit(**NOT_PRIVATE)), encoding="utf-8")
    case.chmod(0o600)
    sittings = Sittings(case)
    prompt, seen = sittings.prompt(), set[str]()
    for _ in range(MOST_PROMPTS):
        if prompt is None:
            break
        if question(prompt) not in seen:
            seen.add(question(prompt))
            again = sittings.killed_and_resumed()
            assert again is not None
            if question(prompt) not in AT_THE_ENDS:
                assert question(again) == question(prompt)
            prompt = again
        sittings.terminal.send(f"{reply_to(prompt)}\r")
        prompt = sittings.prompt()
    assert prompt is None
    assert len(seen) > 20


def test_a_new_case_that_is_killed_at_each_of_its_first_prompts_holds_what_was_answered(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    for keys, kept in (
        ([], None),
        ([number_of("temporary-resident-permit")], {"program": "temporary-resident-permit"}),
        (
            [number_of("temporary-resident-permit"), "Maria"],
            {"people": [{"id": "maria", "role": "principal-applicant", "given_names": "Maria"}]},
        ),
    ):
        case.unlink(missing_ok=True)
        sittings = Sittings(case)
        for key in keys:
            sittings.prompt()
            sittings.terminal.send(f"{key}\r")
        sittings.prompt()
        sittings.terminal.send(HALF_AN_ANSWER)
        sittings.terminal.kill(signal.SIGKILL)
        sittings.terminal.close(force=True)
        said = sittings.said()
        assert said == kept if kept is None else kept.items() <= (said or {}).items()

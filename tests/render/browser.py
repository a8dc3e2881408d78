"""Chromium without a window, driven over a pipe by its own protocol: no driver, no port, no network."""

import json
import os
import select
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ON_A_MAC = "/Applications/{0}.app/Contents/MacOS/{0}"
_OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-component-update", "--disable-background-networking", "--disable-default-apps",
    "--no-default-browser-check", "--hide-scrollbars", "--remote-debugging-pipe",
)  # fmt: skip
_PATIENCE = 60.0  # seconds without a word from the browser


def installed() -> str | None:
    """The program, if there is one."""
    on_a_mac = (_ON_A_MAC.format(name) for name in ("Chromium", "Google Chrome"))
    return next((found for name in (*_NAMES, *on_a_mac) if (found := shutil.which(name))), None)


class Browser:
    """One browser with one page, and a profile that stays in its folder."""

    def __init__(self, program: str, profile: Path) -> None:
        self.requested: list[str] = []  # every address that the page asked for
        self.said: list[str] = []  # what the page's errors and the console said
        self._program, self._profile = program, profile
        self._waiting = b""
        self._last = 0
        self._session: str | None = None

    def __enter__(self) -> Self:
        commands, self._commands = os.pipe()
        self._answers, answers = os.pipe()
        # The browser reads from 3 and writes to 4.
        pipes = f'exec "$0" "$@" 3<&{commands} 4>&{answers}'
        start = ["bash", "-c", pipes, self._program, *_OPTIONS, f"--user-data-dir={self._profile}"]
        self._process = subprocess.Popen(start, pass_fds=(commands, answers), stderr=subprocess.DEVNULL)
        os.close(commands)
        os.close(answers)
        try:
            target = self.do("Target.createTarget", url="about:blank")["targetId"]
            self._session = self.do("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            for domain in ("Page", "Network", "Runtime", "Log"):
                self.do(f"{domain}.enable")
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._session = None
        try:
            self.do("Browser.close")  # lets it write its storage down
            self._process.wait(_PATIENCE)
        finally:
            self._end()

    def _end(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._commands)
        os.close(self._answers)

    def open(self, page: Path | str) -> None:
        """Opens a file or an address, and waits until it is there."""
        self.do("Page.navigate", url=page if isinstance(page, str) else page.as_uri())
        self._until("Page.loadEventFired")

    def reload(self) -> None:
        """Opens the same file again."""
        self.do("Page.reload", ignoreCache=True)
        self._until("Page.loadEventFired")

    def run(self, script: str) -> Any:
        """What an expression in the page says, once its promise is kept."""
        answer = self.do("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def do(self, method: str, **parameters: Any) -> Mapping[str, Any]:
        """One command of the protocol, and its result."""
        sent = self._send(method, parameters)
        while True:
            told = self._next()
            if told.get("id") == sent:
                assert "error" not in told, (method, told["error"])
                result: Mapping[str, Any] = told["result"]
                return result

    def _send(self, method: str, parameters: Mapping[str, Any]) -> int:
        self._last += 1
        command = {"id": self._last, "method": method, "params": parameters}
        command |= {"sessionId": self._session} if self._session else {}
        unsent = json.dumps(command).encode() + b"\0"
        while unsent:
            unsent = unsent[os.write(self._commands, unsent) :]
        return self._last

    def _until(self, event: str) -> None:
        while self._next().get("method") != event:
            pass

    def _next(self) -> Mapping[str, Any]:
        """What the browser says next; events are noted, and questions of the page answered with yes."""
        while b"\0" not in self._waiting:
            assert select.select([self._answers], [], [], _PATIENCE)[0], "the browser says nothing"
            read = os.read(self._answers, 1 << 20)
            assert read, "the browser has ended"
            self._waiting += read
        line, self._waiting = self._waiting.split(b"\0", 1)
        told: Mapping[str, Any] = json.loads(line)
        match told.get("method"):
            case "Network.requestWillBeSent":
                self.requested.append(told["params"]["request"]["url"])
            case "Runtime.exceptionThrown":
                self.said.append(str(told["params"]["exceptionDetails"]))
            case "Log.entryAdded":
                self.said.append(told["params"]["entry"]["text"])
            case "Page.javascriptDialogOpening":
                self._send("Page.handleJavaScriptDialog", {"accept": True})
        return told


def tell(violations: Sequence[Mapping[str, Any]]) -> list[str]:
    """Axe's violations, one a line: the rule, and the first places."""
    return [f"{found['id']}: {found['nodes'][0]['html'][:200]} ({len(found['nodes'])})" for found in violations]

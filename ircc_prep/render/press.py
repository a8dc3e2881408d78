"""A press: WeasyPrint in a process of its own, so that a crash of a native library is a message and no crash of ours.

The process starts at once and gets ready while its parent does something else. It prints one document after the other,
and is replaced if it dies. Documents and PDFs go through pipes: nothing of them stands in an argument or a file.
"""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib.resources.abc import Traversable
from tempfile import TemporaryDirectory
from threading import Event, Timer
from types import TracebackType
from typing import IO, Any, Self

from ircc_prep.core.text import Text
from ircc_prep.errors import EngineError, IrccPrepError

# Far more than any document takes, so that a hang ends some time: a packet takes seconds, a thousand pages a minute.
SECONDS = 600.0
# The child looks for modules where its parent does, and runs nothing of the parent's script.
_CHILD = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from ircc_prep.render.press_child import serve; serve()"
)


class Press:
    """One warm child process; a context manager, since the child ends with it."""

    def __init__(self, templates: Traversable, *, seconds: float = SECONDS) -> None:
        """Starts the child at once. A document that takes longer than `seconds` is given up."""
        self._templates = templates
        self._seconds = seconds
        self._child: _Child | None = _Child(templates)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def pdf(self, xhtml: str, *, page_rules: str = "", font_check: str = "", fillable: bool = False) -> bytes:
        """The same bytes as `pdf.pdf`, and the same errors; EngineError where the engine broke down.

        After a breakdown or an interruption the next document gets a new child.
        """
        job = {"xhtml": xhtml, "page_rules": page_rules, "font_check": font_check, "fillable": fillable}
        if self._child and not self._child.alive:
            self.close()
        self._child = self._child or _Child(self._templates)
        try:
            made = self._child.answer(job, self._seconds)
        except BaseException:
            self.close()
            raise
        if isinstance(made, MemoryError):
            self.close()
            raise _too_large() from made
        if isinstance(made, Exception):
            raise made
        return bytes(made)

    def close(self) -> None:
        """Ends the child and what it kept in its folder."""
        child, self._child = self._child, None
        if child:
            child.end()


class _Child:
    def __init__(self, templates: Traversable) -> None:
        # WeasyPrint keeps the bundled fonts in temporary files; a child that is killed can't delete them.
        self._folder = TemporaryDirectory(prefix="ircc-prep-", ignore_cleanup_errors=True)
        # The library's warnings may quote the document, and a crash is told by us. -P: the folder that somebody happens
        # to be in is no place to load modules from.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "TMPDIR": self._folder.name},
        )
        with suppress(BrokenPipeError):  # told when a document is asked for
            self._send(sys.path)
            self._send(templates)

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def answer(self, job: Mapping[str, object], seconds: float) -> Any:
        """What the child makes of a job: the bytes, or the error that it met."""
        late = Event()

        def give_up() -> None:
            late.set()
            self._process.kill()

        timer = Timer(seconds, give_up)
        timer.daemon = True
        timer.start()
        try:
            self._send(job)
            return pickle.load(_open(self._process.stdout))  # noqa: S301  # from our own child
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            code = self._process.wait()
            raise (_too_slow() if late.is_set() else _broken(code)) from error
        finally:
            timer.cancel()

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        with suppress(OSError):  # what the child didn't read any more
            _open(self._process.stdin).close()
        _open(self._process.stdout).close()
        self._folder.cleanup()

    def _send(self, held: object) -> None:
        pipe = _open(self._process.stdin)
        pickle.dump(held, pipe, protocol=pickle.HIGHEST_PROTOCOL)
        pipe.flush()


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None, "the child has pipes"  # noqa: S101  # for mypy: Popen was given PIPE
    return pipe


_OTHERWISE = Text(
    "Or write the packet as .html, .md or .txt, which need no engine.",
    "Ou produisez le document en .html, .md ou .txt, sans cette bibliothèque.",
)


def _told(what: Text, do: Text, id: str) -> IrccPrepError:
    return EngineError.saying(what, Text(f"{do.en} {_OTHERWISE.en}", f"{do.fr} {_OTHERWISE.fr}"), id=id)


def _broken(code: int) -> IrccPrepError:
    how = signal.Signals(-code).name if code < 0 else str(code)
    return _told(
        Text(
            f"The library that draws the PDF broke down ({how}). No PDF was written.",
            f"La bibliothèque qui dessine le PDF a cessé de fonctionner ({how}). Aucun PDF n’a été produit.",
        ),
        Text(
            "Install or update Pango and some fonts (Debian, Ubuntu: sudo apt-get install libpangoft2-1.0-0 "
            "fonts-dejavu-core), then try again.",
            "Installez ou mettez à jour Pango et quelques polices (Debian, Ubuntu : sudo apt-get install "
            "libpangoft2-1.0-0 fonts-dejavu-core), puis réessayez.",
        ),
        "engine-broke-down",
    )


def _too_slow() -> IrccPrepError:
    return _told(
        Text(
            "The PDF took too long and was given up. No PDF was written.",
            "Le PDF prenait trop de temps et a été abandonné. Aucun PDF n’a été produit.",
        ),
        Text("Try again when the computer has less to do.", "Réessayez quand l’ordinateur sera moins occupé."),
        "engine-too-slow",
    )


def _too_large() -> IrccPrepError:
    return _told(
        Text(
            "The PDF needs more memory than there is. No PDF was written.",
            "Le PDF demande plus de mémoire qu’il n’y en a. Aucun PDF n’a été produit.",
        ),
        Text(
            "Close other programs, or print fewer sections at a time (--only).",
            "Fermez d’autres programmes, ou imprimez moins de sections à la fois (--only).",
        ),
        "engine-out-of-memory",
    )

"""The press's child process: gets ready, then answers each document with its PDF or with the error that it met."""

import gc
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Mapping
from contextlib import suppress
from importlib.resources.abc import Traversable
from queue import SimpleQueue
from threading import Thread
from typing import Any

from ircc_prep.errors import IrccPrepError
from ircc_prep.render.pdf import pdf

_MEMORY = 4 << 30  # bytes of addresses; a packet of a thousand rows takes a tenth of that
_NOTHING = '<html lang="en"><head><title>-</title></head><body><p>-</p></body></html>'


def serve() -> None:
    """Reads the templates' folder and then documents from standard input; ends with it, whatever it is doing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer: it ends the child
    _limit()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints would stand in the middle of an answer
    received: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_receive, args=(received,), daemon=True).start()
    gc.disable()  # garbage is collected between documents
    templates = received.get()
    with suppress(IrccPrepError):  # told when a document is asked for
        pdf(_NOTHING, templates)  # loads the engine, the styles and the fonts
    gc.collect()
    gc.freeze()  # what is loaded now stays, and need not be looked at again
    while True:
        pickle.dump(_made(received.get(), templates), answers, protocol=pickle.HIGHEST_PROTOCOL)
        answers.flush()
        gc.collect()


def _receive(received: "SimpleQueue[Any]") -> None:
    """Passes on what the parent sends. A parent that is gone, however it went, has no use for its child."""
    with suppress(EOFError, OSError, pickle.UnpicklingError):
        while True:
            received.put(pickle.load(sys.stdin.buffer))  # noqa: S301  # from our own parent
    os._exit(0)


def _made(job: Mapping[str, Any], templates: Traversable) -> bytes | Exception:
    try:
        return pdf(job["xhtml"], templates, **{name: job[name] for name in job if name != "xhtml"})
    except IrccPrepError as error:
        return error
    except Exception as error:  # noqa: BLE001  # a bug is told by the parent, with its exit code
        return _portable(error)


def _portable(error: Exception) -> Exception:
    """The error with where it happened, for the log that a person may ask for; by its name where it can't travel."""
    where = "".join(traceback.format_exception(error))
    try:
        travelled: Exception = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own
    except Exception:  # noqa: BLE001  # whatever keeps it from travelling
        travelled = RuntimeError(type(error).__name__)
    travelled.add_note(where)
    return travelled


def _limit() -> None:
    """Bounds the memory, and leaves no image of it behind after a crash: it would hold the document."""
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.RLIM_INFINITY))

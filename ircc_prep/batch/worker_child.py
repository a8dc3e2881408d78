"""A worker's process: answers each piece of work with its result or its error, and ends when nobody waits for it."""

import os
import pickle
import signal
import sys
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import Any

from ircc_prep.batch import work


def serve() -> None:
    """Reads work from standard input until its end, whatever it is doing then."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    _leave_no_image()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints would stand in the middle of an answer
    received: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_receive, args=(received,), daemon=True).start()
    while True:
        call, given = received.get()
        try:
            answer = True, call(*given)
        except Exception as error:  # noqa: BLE001 - it is the parent's to raise
            answer = False, error
        pickle.dump(answer, answers, protocol=pickle.HIGHEST_PROTOCOL)
        answers.flush()


def _leave_no_image() -> None:
    """Keeps a crash from leaving an image of the memory behind: it would hold cases in the clear."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _receive(received: "SimpleQueue[Any]") -> None:
    """Passes on what the parent sends. When it is gone, however it went, nothing that was started may stay behind."""
    try:
        while True:
            received.put(pickle.load(sys.stdin.buffer))  # noqa: S301  # from our own parent
    finally:
        with suppress(Exception):  # the other thread may be in the middle of something
            work.cool()
        os._exit(0)

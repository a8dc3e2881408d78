"""Worker processes on this computer, shaped like a `concurrent.futures.Executor`.

Its own processes and not a ProcessPoolExecutor, which a single worker that dies breaks as a whole: here such a death is
the failure of what that worker was given, and the next piece of work gets a new worker.
"""

import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from threading import Timer
from types import TracebackType
from typing import IO, Any, Self, TypeVar

T = TypeVar("T")

# Far more than a client takes: what draws its PDFs gives up after ten minutes for each.
SECONDS = 3600.0
_TO_LEAVE = 10.0  # seconds
# The child looks for modules where its parent does, and runs nothing of the parent's script.
_CHILD = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from ircc_prep.batch.worker_child import serve; serve()"
)


class WorkerDiedError(Exception):
    """The process that had the work is gone: killed, crashed, out of memory, or far too slow."""


class Workers:
    """So many processes, each with one piece of work at a time; a context manager, since they end with it."""

    def __init__(self, jobs: int, *, seconds: float = SECONDS) -> None:
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="ircc-prep-worker")
        self._idle: SimpleQueue[_Worker | None] = SimpleQueue()
        self._all: list[_Worker] = []
        self._seconds = seconds
        for _ in range(jobs):
            self._idle.put(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Waits for the work that was given; after an error, Ctrl-C too, it is abandoned."""
        self.shutdown(cancel_futures=error is not None)

    def submit(self, call: Callable[..., T], /, *given: Any) -> "Future[T]":
        """The answer of a worker, once there is one; WorkerDiedError where it died over it."""
        return self._threads.submit(self._answered, call, given)

    def shutdown(self, *, cancel_futures: bool = False) -> None:
        """Ends the processes; first what they are doing, if that isn't given up."""
        if cancel_futures:
            self._threads.shutdown(wait=False, cancel_futures=True)
            for worker in list(self._all):
                worker.leave()
        self._threads.shutdown(wait=True)
        for worker in list(self._all):
            worker.end()

    def pids(self) -> list[int]:
        """The processes that are there now."""
        return [worker.pid for worker in list(self._all)]

    def _answered(self, call: Callable[..., T], given: tuple[Any, ...]) -> T:
        worker = self._idle.get() or self._new()
        well = False
        try:
            right, answer = worker.answer((call, given), self._seconds)
            well = True
        finally:
            if not well:
                worker.end()
                self._all.remove(worker)
            self._idle.put(worker if well else None)
        if not right:
            raise answer
        return answer  # type: ignore[no-any-return]

    def _new(self) -> "_Worker":
        worker = _Worker()
        self._all.append(worker)
        return worker


class _Worker:
    def __init__(self) -> None:
        # What a library prints may quote a case, and a death is told of by us. -P: the folder that somebody happens to
        # be in is no place to load modules from.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        with suppress(OSError):  # told when it is given work
            self._send(sys.path)

    @property
    def pid(self) -> int:
        return self._process.pid

    def answer(self, work: object, seconds: float) -> tuple[bool, Any]:
        """Whether the work was done, and its result or its error."""
        timer = Timer(seconds, self._process.kill)
        timer.daemon = True
        timer.start()
        try:
            self._send(work)
            answer: tuple[bool, Any] = pickle.load(_open(self._process.stdout))  # noqa: S301  # from our own child
        except (OSError, ValueError, EOFError, pickle.UnpicklingError) as error:
            raise WorkerDiedError from error
        finally:
            timer.cancel()
        return answer

    def leave(self) -> None:
        """Tells the process that nobody waits for it any more: it ends itself, and what it started."""
        with suppress(OSError):
            _open(self._process.stdin).close()

    def end(self) -> None:
        """Ends the process."""
        self.leave()
        try:
            self._process.wait(_TO_LEAVE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        _open(self._process.stdout).close()

    def _send(self, held: object) -> None:
        pipe = _open(self._process.stdin)
        pickle.dump(held, pipe, protocol=pickle.HIGHEST_PROTOCOL)
        pipe.flush()


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None, "the child has pipes"  # noqa: S101  # for mypy: Popen was given PIPE
    return pipe

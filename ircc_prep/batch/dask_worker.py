"""What a dask worker does with what it is sent: it hands it to processes of its own.

dask logs what a call was given and what it raised, shows it on its dashboard, and starts anew where a worker dies. So a
call is given a parcel that shows nothing of what it holds; it never raises; and what a client can crash is not the
dask worker but a process that it started. These end when nothing was asked of them for a while, whatever became of
whoever asked.
"""

import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from threading import Lock, Timer
from typing import Any

from ircc_prep import __version__
from ircc_prep.batch import dask_troubles as troubles
from ircc_prep.batch.workers import WorkerDiedError, Workers
from ircc_prep.errors import IrccPrepError

IDLE = 60.0  # seconds
Versions = dict[str, str]


@dataclass(frozen=True, slots=True)
class Parcel:
    """A call and what it is given, closed."""

    content: bytes = field(repr=False)


@dataclass(slots=True)
class _Kept:
    """The processes of this dask worker, how many there may be, and how many calls need them now."""

    threads: int = 1
    workers: Workers | None = None
    busy: int = 0
    timer: Timer | None = None


_kept = _Kept()
_lock = Lock()  # a dask worker may have several threads


def parcel(call: Callable[..., Any], given: tuple[Any, ...]) -> Parcel:
    """The call, ready to be sent."""
    return Parcel(pickle.dumps((call, given), protocol=pickle.HIGHEST_PROTOCOL))


def versions() -> Versions:
    """What has to be the same at both ends, since the same case has to give the same bytes everywhere."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"ircc-prep": __version__, "Python": python, "dask": version("distributed")}


def unfit_scheduler(wanted: Versions, dask_scheduler: Any) -> IrccPrepError | None:
    """Why a scheduler may not be given clients, if so. The name of its parameter makes dask pass the scheduler."""
    return _unfit(wanted, dask_scheduler)


def unfit(wanted: Versions, dask_worker: Any) -> IrccPrepError | None:
    """The same of a worker, which also learns how many processes it may have."""
    if error := _unfit(wanted, dask_worker):
        return error
    if type(dask_worker.data) is not dict:  # dask's other stores write to the disk what memory has no room for
        return troubles.spills(dask_worker.address)
    _kept.threads = dask_worker.state.nthreads
    return None


def _unfit(wanted: Versions, server: Any) -> IrccPrepError | None:
    found = versions()
    if found != wanted:
        return troubles.other_version(server.address, wanted, found)
    # Where it listens too: who says 127.0.0.1 may listen to the whole network, and dask asks nobody for a password.
    for address in (server.address, *(listener.listen_address for listener in server.listeners)):
        if not troubles.private(address):
            return troubles.open_to_others(address)
    return None


def answered(parcel: Parcel) -> bytes:
    """Whether the call was answered, and its answer or the error, pickled; it raises nothing."""
    try:
        with _processes() as workers:
            return workers.submit(_called, parcel.content).result()
    except IrccPrepError as error:
        return _failed(error)
    except WorkerDiedError:
        return _failed(WorkerDiedError())
    except Exception as error:  # noqa: BLE001 - its words could hold what the case says
        return _failed(troubles.cant_begin(type(error).__name__))


def _called(content: bytes) -> bytes:
    call, given = pickle.loads(content)  # noqa: S301  # from whoever may run programs here anyway
    return pickle.dumps((True, call(*given)), protocol=pickle.HIGHEST_PROTOCOL)


def _failed(error: Exception) -> bytes:
    return pickle.dumps((False, error), protocol=pickle.HIGHEST_PROTOCOL)


@contextmanager
def _processes() -> Iterator[Workers]:
    """As many processes as the dask worker has threads: each may crash alone, and none waits for another."""
    with _lock:
        if _kept.timer:
            _kept.timer.cancel()
        _kept.workers = workers = _kept.workers or Workers(_kept.threads)
        _kept.busy += 1
    try:
        yield workers
    finally:
        with _lock:
            _kept.busy -= 1
            if not _kept.busy:
                _kept.timer = Timer(IDLE, _end)
                _kept.timer.daemon = True
                _kept.timer.start()


def _end() -> None:
    with _lock:
        if _kept.busy or _kept.workers is None:
            return
        workers, _kept.workers = _kept.workers, None
    workers.shutdown()

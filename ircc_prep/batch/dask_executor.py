"""Work for other computers, through the executor of dask.distributed."""

import asyncio
import logging
import pickle
import re
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

from ircc_prep.batch import dask_troubles as troubles
from ircc_prep.batch.dask_worker import Parcel, answered, parcel, unfit, unfit_scheduler, versions
from ircc_prep.batch.flow import Workforce
from ircc_prep.batch.workers import SECONDS, WorkerDiedError
from ircc_prep.errors import IrccPrepError

if TYPE_CHECKING:
    from distributed import Client, Security

# Sending costs 2 to 20 ms, whatever is sent, and a client tenths of a second to seconds. A worker that is lost takes a
# chunk along; at the end all wait for the slowest.
CHUNK = 4
_TO_CONNECT = 10.0  # seconds
_TO_LEAVE = 5.0
_LOOK = 2.0
_TIMES = 3
_PATIENCE = 60.0  # a worker's nanny starts another within seconds
_ADDRESS = re.compile(r"(tcp|tls)://(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+):[0-9]{1,5}")
_TALKATIVE = ("distributed", "distributed.client", "tornado", "tornado.application")


@contextmanager
def opened(address: str) -> Iterator[Workforce]:
    """The workers of the scheduler at `tls://HOST:PORT` or `tcp://HOST:PORT`, while they are needed.

    Raises UsageError for another address, one that would send cases in the clear, or where nobody answers, and
    InstallationError where the library or certificates are missing here, or where workers aren't fit for the work.
    """
    if not _ADDRESS.fullmatch(address):
        raise troubles.no_address(address)
    if not troubles.private(address):
        raise troubles.plain_network(address)
    client = _client(address)
    try:
        crew = _crew(client, address)
        with _watched(_Executor(client, address, set(crew))) as executor:
            # One more chunk for each thread than it works on lies ready.
            yield Workforce(executor, CHUNK, window=2 * sum(crew.values()))
    finally:
        with suppress(Exception):  # the scheduler may be gone
            client.close(timeout=_TO_LEAVE)  # which drops what wasn't begun


def _client(address: str) -> "Client":
    try:
        from distributed import Client
    except ImportError:
        raise troubles.no_library() from None
    for name in _TALKATIVE:  # what there is to say is said by us
        logging.getLogger(name).setLevel(logging.CRITICAL)
    security = _security(address)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of versions that differ: `_crew` refuses them
        try:
            asyncio.run(_knocked(address, security))
            return Client(
                address,
                timeout=_TO_CONNECT,
                set_as_default=False,
                security=security,
                name="ircc-prep",
                direct_to_workers=False,
            )
        except Exception as error:
            raise troubles.unreachable(address) from error


async def _knocked(address: str, security: "Security") -> None:
    """Raises where nobody answers. A client that can't connect tries to take its leave for another while."""
    from distributed.comm.core import connect

    comm = await connect(address, timeout=_TO_CONNECT, **security.get_connection_args("client"))
    await comm.close()


def _security(address: str) -> "Security":
    from distributed import Security

    if not address.startswith("tls:"):
        return Security()
    try:
        security = Security(require_encryption=True)
        context = security.get_connection_args("client")["ssl_context"]
    except (OSError, ValueError) as error:
        raise troubles.no_certificates(type(error).__name__) from error
    if context is None:
        raise troubles.no_certificates("DASK_DISTRIBUTED__COMM__TLS")
    return security


def _crew(client: "Client", address: str) -> dict[str, int]:
    """The workers, and how many pieces of work each does at once. Raises where one of them isn't fit for any."""
    with suppress(TimeoutError):
        client.wait_for_workers(1, timeout=_TO_CONNECT)
    wanted = versions()
    try:
        error = client.run_on_scheduler(unfit_scheduler, wanted)
    except Exception:  # noqa: BLE001 - it can't even find the function that it should call
        error = troubles.other_version(address, wanted, {})
    if error:
        raise error
    crew: dict[str, int] = client.nthreads()
    if not crew:
        raise troubles.no_workers(address)
    for worker, error in _looked_at(client, set(crew)).items():
        if error:
            raise error if isinstance(error, IrccPrepError) else troubles.other_version(worker, wanted, {})
    return crew


def _looked_at(client: "Client", workers: set[str]) -> dict[str, Exception | None]:
    """Why workers aren't fit; None for those that are."""
    return client.run(unfit, versions(), workers=list(workers), on_error="return") if workers else {}


@dataclass(slots=True)
class _Sent:
    """Work that is somewhere: with one of these workers."""

    parcel: Parcel
    to: frozenset[str]
    times: int
    future: "Future[bytes]"


class _Executor:
    """dask's own executor, with parcels for calls, and with errors that tell apart what has to be told apart.

    WorkerDiedError is the fate of one call; an IrccPrepError that of all. Only workers that were looked at are sent
    anything: another one writes what it can't read into its log, and comes and goes as it likes.
    """

    def __init__(self, client: "Client", address: str, fit: set[str]) -> None:
        self._client = client
        self._address = address
        self._dask = client.get_executor(pure=False)  # a pure call's key would be a digest of what it is given
        self._fit = fit
        self._known = set(fit)
        self._waiting: dict[Future[Any], _Sent | None] = {}
        self._lock = Lock()
        self._heard = monotonic()

    def submit(self, call: Callable[..., Any], /, *given: Any) -> "Future[Any]":
        """The answer of a worker, once there is one."""
        future: Future[Any] = Future()
        self._waiting[future] = None
        self._send(future, parcel(call, given), 1)
        return future

    def watch(self, ended: Event) -> None:
        """Looks at workers that come, and sends again what went to those that are gone.

        Gives everything up when there is nobody left who could do it, or nothing comes back any more.
        """
        seen = monotonic()
        while not ended.wait(_LOOK):
            with suppress(Exception):  # who doesn't answer wasn't seen
                seen = monotonic() if self._mustered() else seen
            if monotonic() - seen > _PATIENCE:
                self._give_up(_PATIENCE)
            elif monotonic() - self._heard > SECONDS:
                self._give_up(SECONDS)

    def _mustered(self) -> bool:
        """Whether anybody is there who is fit."""
        scheduler: Any = self._client.scheduler
        there = set(self._client.sync(scheduler.ncores, callback_timeout=_TO_CONNECT))
        new = _looked_at(self._client, there - self._known)
        self._known |= set(new)
        fit = (self._fit & there) | {worker for worker, error in new.items() if error is None}
        if not fit:  # and `_fit` stays as it was: for dask, no workers at all are any workers
            return False
        self._fit = fit
        for future, sent in list(self._waiting.items()):
            if sent and not sent.to & there:
                self._send_again(future, sent)
        return True

    def _send_again(self, future: "Future[Any]", sent: _Sent) -> None:
        if sent.times == _TIMES:
            self._settle(future, sent.future, (False, WorkerDiedError()))
        else:
            self._send(future, sent.parcel, sent.times + 1)
        sent.future.cancel()

    def _send(self, future: "Future[Any]", parcel: Parcel, times: int) -> None:
        to = frozenset(self._fit)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # dask finds a parcel with logos large
                gone = self._dask.submit(answered, parcel, workers=list(to))
        except Exception:  # noqa: BLE001 - each way of being disconnected has an error of its own
            self._settle(future, None, (False, troubles.lost(self._address)))
            return
        with self._lock:
            if future not in self._waiting:  # it was answered after all
                gone.cancel()
                return
            self._waiting[future] = _Sent(parcel, to, times, gone)
        gone.add_done_callback(lambda gone: self._settle(future, gone, self._answer(gone)))

    def _give_up(self, seconds: float) -> None:
        for future, sent in list(self._waiting.items()):
            error = troubles.silent(self._address, round(seconds / 60))
            self._settle(future, sent.future if sent else None, (False, error))

    def _answer(self, gone: "Future[bytes]") -> tuple[bool, Any]:
        from distributed import KilledWorker

        try:
            answer: tuple[bool, Any] = pickle.loads(gone.result())  # noqa: S301  # docs/scaling.md: whom to let in
        except CancelledError:
            return False, troubles.lost(self._address)
        except KilledWorker:
            return False, WorkerDiedError()
        except Exception as error:  # noqa: BLE001 - dask has many, and none is for a client to have
            return False, troubles.cant_begin(type(error).__name__)
        return answer

    def _settle(self, future: "Future[Any]", gone: "Future[bytes] | None", answer: tuple[bool, Any]) -> None:
        with self._lock:
            sent = self._waiting.get(future)
            if future not in self._waiting or (sent and sent.future is not gone):  # it was sent again since
                return
            del self._waiting[future]
        self._heard = monotonic()
        right, held = answer
        if right:
            future.set_result(held)
        else:
            future.set_exception(held)


@contextmanager
def _watched(executor: _Executor) -> Iterator[_Executor]:
    ended = Event()
    watch = Thread(target=executor.watch, args=(ended,), daemon=True, name="ircc-prep-dask")
    watch.start()
    try:
        yield executor
    finally:
        ended.set()

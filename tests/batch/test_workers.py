"""Worker processes that die cost what they were given, and nothing else."""

import os
import signal
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest

from ircc_prep.batch.workers import WorkerDiedError, Workers

resource = pytest.importorskip("resource")  # POSIX’s, as signals are


def test_work_is_answered_with_its_result_or_its_error() -> None:
    with Workers(1) as workers:
        assert workers.submit(sum, [1, 2, 3]).result() == 6
        with pytest.raises(ZeroDivisionError):
            workers.submit(divmod, 1, 0).result()
        assert len(workers.pids()) == 1, "an error is no death"


def test_a_worker_that_ends_itself_costs_its_own_work_only() -> None:
    with Workers(2) as workers:
        futures: list[Future[Any]] = [
            workers.submit(os._exit, 3) if n == 2 else workers.submit(pow, n, 2) for n in range(6)
        ]
        assert [future.result() for n, future in enumerate(futures) if n != 2] == [0, 1, 9, 16, 25]
        with pytest.raises(WorkerDiedError):
            futures[2].result()


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM])
def test_a_worker_that_is_killed_costs_its_own_work_only(how: signal.Signals) -> None:
    with Workers(1) as workers:
        asleep = workers.submit(time.sleep, 60)
        _until(lambda: bool(workers.pids()))
        time.sleep(0.2)
        os.kill(workers.pids()[0], how)
        with pytest.raises(WorkerDiedError):
            asleep.result(timeout=30)
        assert workers.submit(pow, 3, 2).result() == 9


def test_a_worker_that_crashes_leaves_no_image_of_its_memory() -> None:
    with Workers(1) as workers:
        assert workers.submit(resource.getrlimit, resource.RLIMIT_CORE).result() == (0, 0)


def test_what_never_comes_to_an_end_is_given_up() -> None:
    with Workers(1, seconds=2.0) as workers, pytest.raises(WorkerDiedError):
        workers.submit(time.sleep, 60).result(timeout=30)


def test_abandoned_work_leaves_no_process_behind() -> None:
    workers = Workers(2)
    for _ in range(4):
        workers.submit(time.sleep, 60)
    _until(lambda: len(workers.pids()) == 2)
    pids = workers.pids()
    workers.shutdown(cancel_futures=True)
    assert not any(_alive(pid) for pid in pids)


def test_an_answer_that_can_t_travel_costs_its_own_work_only() -> None:
    with Workers(1) as workers:
        with pytest.raises(WorkerDiedError):
            workers.submit(open, os.devnull).result(timeout=30)
        assert workers.submit(pow, 3, 2).result() == 9


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)

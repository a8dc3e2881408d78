"""Clients through workers: never many at a time, so that memory stays flat, and no more than one lost by a crash."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Protocol

from ircc_prep.batch.plan import Made, Plan, Task
from ircc_prep.batch.work import made
from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.errors import IrccPrepError

Chunk = Sequence[Task]


class Executor(Protocol):
    """The part of `concurrent.futures.Executor` that is used."""

    def submit(self, call: Callable[..., Any], /, *given: Any) -> "Future[Any]":
        """Has the call made somewhere: it and all that it is given are sent there, and its answer is sent back."""


@dataclass(frozen=True, slots=True)
class Workforce:
    """Who does the work: how many clients are sent at a time, and how many times before one comes back."""

    executor: Executor
    chunk: int
    window: int


def results(plan: Plan, tasks: Iterable[Task], workforce: Workforce) -> Iterator[Made]:
    """What becomes of the clients, as they are finished. Raises what makes every client impossible."""
    flow = _Flow(plan, workforce.executor)
    left = iter(tasks)
    while chunk := list(islice(left, workforce.chunk)):
        flow.send(chunk)
        while len(flow.waiting) >= workforce.window:
            yield from flow.finished()
    while flow.waiting:
        yield from flow.finished()


@dataclass(slots=True)
class _Flow:
    plan: Plan
    executor: Executor
    waiting: dict[Future[list[Made]], Chunk] = field(default_factory=dict)

    def send(self, chunk: Chunk) -> None:
        self.waiting[self.executor.submit(made, self.plan, chunk)] = chunk

    def finished(self) -> Iterator[Made]:
        """What has come back since, once something has.

        A chunk whose worker died is sent again client by client: only the one that it died of is lost.
        """
        done, _ = wait(self.waiting, return_when=FIRST_COMPLETED)
        for future in done:
            chunk = self.waiting.pop(future)
            try:
                yield from future.result()
            except IrccPrepError:
                raise
            except Exception:  # noqa: BLE001 - every executor has an error of its own for a worker that is gone
                yield from self._again(chunk)

    def _again(self, chunk: Chunk) -> Iterator[Made]:
        if len(chunk) == 1:
            yield Made(chunk[0].key, problems=(_lost(chunk[0]),))
            return
        for task in chunk:
            self.send([task])


def _lost(task: Task) -> Problem:
    return Problem(
        "worker-died",
        (),
        Text(
            f"{task.client.origin}: the process that worked on this client ended before it was done.",
            f"{task.client.origin} : le processus qui traitait ce client s’est terminé avant la fin.",
        ),
        Text(
            "The computer may have run out of memory. Try again with --retry-failed, and fewer --jobs.",
            "L’ordinateur a peut-être manqué de mémoire. Réessayez avec --retry-failed et moins de --jobs.",
        ),
    )

"""Where the work of a batch is done."""

from collections.abc import Iterator
from contextlib import contextmanager

from ircc_prep.batch.flow import Workforce
from ircc_prep.batch.workers import Workers
from ircc_prep.core.text import Text
from ircc_prep.errors import UsageError

LOCAL = "local"
DASK = "dask:"


@contextmanager
def opened(where: str, jobs: int) -> Iterator[Workforce]:
    """The workers that a word of --executor stands for, while they are needed. Raises UsageError for another word.

    `jobs` is for this computer; the workers of a dask scheduler bring their own number.
    """
    if where.startswith(DASK):
        from ircc_prep.batch import dask_executor

        with dask_executor.opened(where.removeprefix(DASK)) as workforce:
            yield workforce
        return
    if where != LOCAL:
        raise UsageError.saying(
            Text(f"There is no executor “{where}”.", f"Il n’y a pas d’exécuteur « {where} »."),
            Text(
                f"Use {LOCAL}, or dask:tls://HOST:PORT (docs/scaling.md).",
                f"Utilisez {LOCAL}, ou dask:tls://HÔTE:PORT (docs/scaling.md).",
            ),
        )
    with Workers(jobs) as workers:
        # One client at a time: sending costs little next to a packet, and a crash costs what was sent. One more for
        # each worker than it works on lies ready.
        yield Workforce(workers, chunk=1, window=2 * jobs)

"""What a worker does: a client's case to the bytes of its files. It writes nothing, and needs nothing of its parent.

What is slow to begin with (checklists, the engine that draws PDFs) is kept warm for the next client.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ircc_prep.api.opening import Opened, with_book
from ircc_prep.batch import packs
from ircc_prep.batch.outputs import Making
from ircc_prep.batch.plan import BatchCounts, Made, Plan, Task
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.problems import Problem
from ircc_prep.core.result import Summary
from ircc_prep.core.text import Text
from ircc_prep.errors import ChecklistError, InstallationError, IrccPrepError
from ircc_prep.files.checklists import Pack
from ircc_prep.files.clients.reading import case_of
from ircc_prep.files.resources import folder
from ircc_prep.render.press import Press


def made(plan: Plan, tasks: Sequence[Task]) -> list[Made]:
    """What becomes of each client. One that can't be made is told of by its problems, and costs no other.

    Raises ChecklistError and InstallationError: no client could be made.
    """
    warm = _warmed(plan)
    return [_made(plan, task, warm) for task in tasks]


def cool() -> None:
    """Ends what was kept warm in this process."""
    while _kept:
        _kept.pop().end()


@dataclass(slots=True)
class _Warm:
    use: tuple[str, str | None, bool]
    books: Pack
    press: Press | None = field(default=None)

    def end(self) -> None:
        if self.press:
            self.press.close()


_kept: list[_Warm] = []  # one at most, in every process


def _warmed(plan: Plan) -> _Warm:
    drawing = plan.suffix == ".pdf" and not plan.dry
    use = plan.pack, plan.checklists, drawing
    if not _kept or _kept[0].use != use:
        cool()
        own = Path(plan.checklists) if plan.checklists else None
        if packs.digest(own) != plan.pack:
            raise _other_checklists()
        press = Press(folder("templates")) if drawing else None
        _kept.append(_Warm(use, Pack(own, examples=False), press))
    return _kept[0]


def _made(plan: Plan, task: Task, warm: _Warm) -> Made:
    try:
        opened = _opened(task, warm.books)
        evaluation = evaluate(opened.book, opened.case, plan.day)
        making = Making(plan, task, opened, evaluation, warm.press)
        files = () if plan.dry or task.dates_only else tuple(making.files())
        dates = tuple(making.dates()) if plan.firm else ()
        return Made(task.key, files, _counts(evaluation.summary), dates=dates)
    except (ChecklistError, InstallationError):
        raise
    except IrccPrepError as error:
        return Made(task.key, problems=error.problems)
    except Exception as error:  # noqa: BLE001 - a bug costs one client; its words could hold what the case says
        return Made(task.key, problems=(_bug(task, error),))


def _opened(task: Task, books: Pack) -> Opened:
    return with_book(case_of(task.client), books)


def _counts(summary: Summary) -> BatchCounts:
    return BatchCounts(summary.ready, summary.to_get, summary.undetermined, summary.blockers, summary.warnings)


def _bug(task: Task, error: Exception) -> Problem:
    name = type(error).__name__
    return Problem(
        "bug",
        (),
        Text(
            f"{task.client.origin}: ircc-prep has a bug ({name}).",
            f"{task.client.origin} : ircc-prep a rencontré une erreur interne ({name}).",
        ),
        Text(
            "Make this client’s packet alone with `ircc-prep packet`; IRCC_PREP_LOG=FILE keeps the details.",
            "Produisez le document de ce client seul avec `ircc-prep packet`; IRCC_PREP_LOG=FICHIER garde les détails.",
        ),
    )


def _other_checklists() -> IrccPrepError:
    return InstallationError.saying(
        Text(
            "A worker has other checklists than the process that gives it work.",
            "Un processus de travail n’a pas les mêmes listes de contrôle que celui qui lui donne le travail.",
        ),
        Text(
            "Install the same version of ircc-prep everywhere, and don’t change checklists during a batch.",
            "Installez partout la même version d’ircc-prep et ne changez pas les listes de contrôle pendant un lot.",
        ),
        id="other-checklists",
    )

"""A bar on a terminal that shows how far a long piece of work has come."""

from types import TracebackType
from typing import Self


class Bar:
    """One bar with a line of words behind it, on standard error; it goes away at the end. A context manager."""

    def __init__(self, total: int, *, color: bool) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        console = Console(stderr=True, color_system="standard" if color else None, legacy_windows=False)
        # Text without markup: what it says may hold square brackets.
        columns = (BarColumn(24), TextColumn("{task.description}", markup=False))
        self._progress = Progress(*columns, console=console, transient=True, refresh_per_second=4)
        self._task = self._progress.add_task("", total=total)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._progress.stop()

    def show(self, done: int, words: str) -> None:
        """How much is done, and what to say of it."""
        self._progress.update(self._task, completed=done, description=words)

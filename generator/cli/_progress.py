"""A progress bar for anything that takes longer than two seconds."""

from __future__ import annotations

import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from typing_extensions import Self

_PATIENCE = 2.0


class Steps:
    """Says which step runs and how far it is; silent while everything is quick."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        console = Console(stderr=True)
        # A file or a pipe would get the bar as empty lines.
        self._shown = console.is_terminal
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=30),
            TextColumn("{task.fields[count]}"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
        )
        self._task: TaskID | None = None
        self._label = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._task is not None:
            self._progress.stop()

    def __call__(self, label: str) -> None:
        """Begin a step."""
        self._label = label
        self._show(None, None)

    def tick(self, done: int, total: int) -> None:
        """Say how far the step is."""
        self._show(done, total)

    def _show(self, done: int | None, total: int | None) -> None:
        if self._task is None:
            if not self._shown or time.monotonic() - self._began < _PATIENCE:
                return
            self._progress.start()
            self._task = self._progress.add_task(self._label, total=None, count="")
        count = f"{done}/{total}" if done is not None and total else ""
        self._progress.update(
            self._task, description=self._label, total=total, completed=done or 0, count=count
        )

"""A progress bar for anything that takes longer than two seconds."""

from __future__ import annotations

import os
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from typing_extensions import Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PATIENCE = 2.0


class Steps:
    """Says which step runs and how far it is; silent while everything is quick."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        # A file or a pipe would get the bar as empty lines, unless its reader says otherwise.
        told = os.environ.get("TTY_COMPATIBLE")
        self._shown = told == "1" if told in ("0", "1") else sys.stderr.isatty()
        self._progress: Progress | None = None
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
        if self._progress is not None:
            self._progress.stop()

    def __call__(self, label: str) -> None:
        """Begin a step."""
        self._label = label
        self._show(None, None)

    def tick(self, done: int, total: int) -> None:
        """Say how far the step is."""
        self._show(done, total)

    def _show(self, done: int | None, total: int | None) -> None:
        if self._progress is None or self._task is None:
            if not self._shown or time.monotonic() - self._began < _PATIENCE:
                return
            self._progress = _bar()
            self._progress.start()
            self._task = self._progress.add_task(self._label, total=None, count="")
        count = f"{done}/{total}" if done is not None and total else ""
        self._progress.update(
            self._task, description=self._label, total=total, completed=done or 0, count=count
        )


def _bar() -> Progress:
    # Loaded for the runs that last long enough to want one.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        TextColumn("{task.fields[count]}"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )

"""Floor 6: one command per file; a command is one new file and no list to edit."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence

import typer

from ._program import program, run


def application(words: Sequence[str] = ()) -> typer.Typer:
    """Collect the commands of this folder into the program.

    Where `words` of a command line name commands, the others are not loaded.
    """
    app = program()
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    named = [name for name in names if name.partition("_")[0] in words]
    for name in named or names:
        add = getattr(importlib.import_module(f"{__name__}.{name}"), "add", None)
        if add is not None:
            add(app)
    return app


def main() -> None:
    """Run the program; a failure becomes one sentence and an exit code, never a traceback."""
    # A run makes a million small values and no cycles to speak of; looking for them took a tenth
    # of its time. Whatever goes on to MkDocs turns the collector on again.
    gc.disable()
    _leave(run(application(sys.argv[1:])))


def _leave(code: int) -> None:
    """End the process at once: to take a library apart first would cost a tenth of a run.

    Everything is written and closed by now; only what the streams still hold is flushed.
    """
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)

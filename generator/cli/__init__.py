"""Floor 6: one command per file; a command is one new file and no list to edit."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import sys

import typer

from ._program import program, run


def application() -> typer.Typer:
    """Collect every command of this folder into the program."""
    app = program()
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        add = getattr(importlib.import_module(f"{__name__}.{name}"), "add", None)
        if add is not None:
            add(app)
    return app


def main() -> None:
    """Run the program; a failure becomes one sentence and an exit code, never a traceback."""
    # One short run makes a million small values and hardly a cycle: collect rarely.
    gc.set_threshold(50_000, 50, 1000)
    sys.exit(run(application()))

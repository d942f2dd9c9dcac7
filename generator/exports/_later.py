"""Libraries that take long to load are loaded when a file is made with them, not before."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import partial
from typing import Any


def later(module: str, function: str, *given: Any) -> Callable[[], bytes]:
    """Return a call that makes a file with a function of a module in this folder."""
    return partial(_call, module, function, given)


def _call(module: str, function: str, given: tuple[Any, ...]) -> bytes:
    loaded = importlib.import_module(f"{__package__}.{module}")
    made: bytes = getattr(loaded, function)(*given)
    return made

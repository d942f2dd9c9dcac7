"""stub"""

from __future__ import annotations

from typing import Any


def find_leaks(*_: Any) -> tuple[Any, ...]:
    return ()

"""stub"""

from __future__ import annotations

from typing import Any


def write_sheets(*_: Any) -> list[Any]:
    return []

"""A case is not both recommended beside and kept away from another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..base.finding import Finding
from ..library import Library
from ._finding import about

RULES = (("C261", "同一个案例不同时写在「相关案例」和「不相似」里"),)


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for every case that is both related and unlike."""
    for key, record in library.with_fields("unlike"):
        fields: Any = record
        related = {one.bare() for one in fields.related}
        for number, other in enumerate(fields.unlike):
            if other.bare() in related:
                message = f"「{other.id}」既在「相关案例」又在「不相似」里"
                yield about(library, key, ("unlike", number), "C261", message, hint="只留一处。")

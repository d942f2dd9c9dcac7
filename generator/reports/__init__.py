"""Floor 4: findings for people and for machines; one format per file."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence

from ..base.finding import Finding


def formats() -> tuple[str, ...]:
    """The names of the formats in this folder."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def report(findings: Sequence[Finding], form: str) -> str:
    """Write findings in one format."""
    text: str = importlib.import_module(f"{__name__}.{form}").write(findings)
    return text

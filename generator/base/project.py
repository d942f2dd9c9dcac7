"""A project as it was read from disk: a value, so that everything after it is pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .finding import Finding


@dataclass(frozen=True)
class Project:
    """The bytes of records and hand-written pages, the names of the rest, what went wrong."""

    files: Mapping[str, bytes]
    assets: frozenset[str] = frozenset()
    """Other files below docs/, relative to docs/."""
    configuration: bytes = b""
    """The bytes of mkdocs.yml."""
    findings: tuple[Finding, ...] = field(default=())
    attached: Mapping[str, bytes] = field(default_factory=dict)
    """The bytes of `assets` by the same names, read when they are asked for."""

"""Versions of a regulation as pages name them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from ..addresses import version_page
from ..base.reference import Reference
from ..citations import label
from ..versions import spans, status


class Dated(NamedTuple):
    """One version with where it stands and when it is in force."""

    version: Any
    name: str
    path: str
    status: str
    period: tuple[str, ...]
    """From when, to when, and what is uncertain about it."""


def dated(key: Reference, versions: Sequence[Any], today: date) -> tuple[Dated, ...]:
    """The versions of a regulation in their order."""
    return tuple(
        Dated(
            version,
            label(version.id),
            version_page(key, version.id),
            status(versions, position, today),
            _period(versions, position),
        )
        for position, version in enumerate(versions)
    )


def _period(versions: Sequence[Any], position: int) -> tuple[str, ...]:
    """From when to when a version is in force, no more precise than the record says."""
    version = versions[position]
    if version.date is None:
        return ("施行日期未填写",)
    end = version.expired
    if end is None and spans(versions)[position].end:
        end = next(one.date for one in versions[position + 1 :] if one.date)
    start = f"{version.date.chinese()}起"
    parts = [f"{start}，", f"至{end.chinese()}止"] if end else [start]
    if not version.effective:
        parts.append(f"（施行日期未填写，按{'公布' if version.published else '通过'}日期算）")
    return tuple(parts)

"""Versions of a regulation have ids of their own and a date from which they are in force."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..base.finding import Finding, Level, Route
from ..library import Library, key_of
from ._finding import about

RULES = (
    ("C281", "同一部法规的版本编号不重复"),
    ("C284", "每个版本都有施行日期"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about every version of every regulation."""
    for record in library.of_kind("regulation"):
        fields: Any = record
        key = key_of(record)
        seen: set[str] = set()
        for number, version in enumerate(fields.versions):
            route: Route = ("versions", number)
            if version.id.lower() in seen:
                message = f"版本「{version.id}」写了两次"
                hint = "一个版本只写一次；一年里有两个版本时写 2018-1、2018-2。"
                yield about(library, key, (*route, "id"), "C281", message, hint=hint)
            seen.add(version.id.lower())
            if not version.effective:
                message = f"版本「{version.id}」没有施行日期"
                hint = "查到后填在「施行日期」；没有它，引用无法按时间落到这个版本。"
                yield about(library, key, route, "C284", message, level=Level.NOTICE, hint=hint)

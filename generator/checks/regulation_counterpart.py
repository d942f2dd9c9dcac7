"""A counterpart that an editor fixed names articles that the two versions have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..base.finding import Finding, Level, Route
from ..base.numerals import ArticleNumber
from ..base.reference import Reference
from ..library import Library, key_of
from ..records.regulation import NO_COUNTERPART
from ..versions import ordered_versions
from ._finding import about

RULES = (("C280", "「对应上一版」写的条文，两个版本里都有"),)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about the counterparts that every regulation states."""
    for record in library.of_kind("regulation"):
        fields: Any = record
        if any(version.counterparts for version in fields.versions):
            yield from _stated(library, key_of(record), fields.versions)


def _stated(library: Library, key: Reference, versions: Any) -> Iterator[Finding]:
    places = {id(version): place for place, version in enumerate(versions)}
    before: Any = None
    for version in ordered_versions(versions):
        route: Route = ("versions", places[id(version)], "counterparts")
        if not version.counterparts:
            pass
        elif before is None:
            message = f"版本「{version.id}」是最早的一版，没有上一版可以对应"
            hint = "删去「对应上一版」，或者补上前一个版本。"
            yield about(library, key, route, "C280", message, hint=hint)
        else:
            own = {article.parsed for article in version.articles}
            earlier = {article.parsed for article in before.articles}
            for number, other in version.counterparts.items():
                way = (*route, number)
                if ArticleNumber.parse(number) not in own:
                    yield _missing(library, key, way, version, number)
                if other != NO_COUNTERPART and ArticleNumber.parse(other) not in earlier:
                    yield _missing(library, key, way, before, other)
        before = version


def _missing(library: Library, key: Reference, route: Route, version: Any, number: str) -> Finding:
    if version.excerpt == "是":
        message = f"「对应上一版」写到{number}，版本「{version.id}」是节选，没有收录这一条"
        hint = "需要对照时补上这一条。"
        return about(library, key, route, "C280", message, level=Level.NOTICE, hint=hint)
    message = f"「对应上一版」写到{number}，版本「{version.id}」没有这一条"
    hint = "左边写这一版的条文，右边写上一版的条文；没有对应写「无」。"
    return about(library, key, route, "C280", message, hint=hint)

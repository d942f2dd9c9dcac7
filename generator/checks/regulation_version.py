"""Versions and articles of a regulation do not repeat, and names belong to one regulation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..base.citation import fold_name
from ..base.finding import Finding, Level, Route
from ..library import Library, key_of
from ._finding import about

RULES = (
    ("C281", "同一部法规的版本编号不重复"),
    ("C282", "同一版本里条文序号不重复"),
    ("C283", "一个名称或简称只属于一部法规"),
    ("C284", "每个版本都有施行日期"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about every regulation."""
    for record in library.of_kind("regulation"):
        fields: Any = record
        key = key_of(record)
        way: Route
        seen: set[str] = set()
        for number, version in enumerate(fields.versions):
            route = ("versions", number)
            if version.id.lower() in seen:
                message = f"版本「{version.id}」写了两次"
                hint = "一个版本只写一次；一年里有两个版本时写 2018-1、2018-2。"
                yield about(library, key, (*route, "id"), "C281", message, hint=hint)
            seen.add(version.id.lower())
            if not version.effective:
                message = f"版本「{version.id}」没有施行日期"
                hint = "查到后填在「施行日期」；没有它，引用无法按时间落到这个版本。"
                yield about(library, key, route, "C284", message, level=Level.NOTICE, hint=hint)
            articles: set[Any] = set()
            for place, article in enumerate(version.articles):
                if article.parsed in articles:
                    message = f"版本「{version.id}」里有两个{article.number}"
                    way = (*route, "articles", place, "number")
                    hint = "检查条文序号；新增的条文写成第一百二十条之一。"
                    yield about(library, key, way, "C282", message, hint=hint)
                articles.add(article.parsed)
        for number, name in enumerate((fields.name, *fields.aliases)):
            holders = library.registry.names.get(fold_name(name), ())
            others = [holder.id for holder in holders if holder != key]
            summaries = [holder for holder in holders if holder in library.registry.summaries]
            way = ("name",) if number == 0 else ("aliases", number - 1)
            if others and len(holders) - len(summaries) == 1:
                if key in summaries and number == 0:
                    message = f"「{name}」另有官方文本「{others[0]}」，引用先指向官方文本"
                    hint = "官方文本齐全后，这份归纳可以删去。"
                    yield about(library, key, way, "C283", message, level=Level.NOTICE, hint=hint)
            elif others:
                message = f"「{name}」也是「{others[0]}」的名称或简称"
                yield about(library, key, way, "C283", message, hint="简称只留给一部法规。")

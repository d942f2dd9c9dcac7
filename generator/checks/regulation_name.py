"""A name or alias belongs to one regulation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..base.citation import fold_name
from ..base.finding import Finding, Level, Route
from ..library import Library, key_of
from ._finding import about

RULES = (("C283", "一个名称或简称只属于一部法规"),)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about names that two regulations claim."""
    registry = library.registry
    for record in library.of_kind("regulation"):
        fields: Any = record
        key = key_of(record)
        for number, name in enumerate((fields.name, *fields.aliases)):
            holders = registry.names.get(fold_name(name), ())
            others = "、".join(_called(library, one) for one in holders if one != key)
            official = [one for one in holders if one not in registry.summaries]
            route: Route = ("name",) if number == 0 else ("aliases", number - 1)
            if others and len(official) == 1:
                if key in registry.summaries and number == 0:
                    message = f"「{name}」另有官方文本{others}，引用先指向官方文本"
                    hint = "官方文本齐全后，这份归纳可以删去。"
                    yield about(library, key, route, "C283", message, level=Level.NOTICE, hint=hint)
            elif others:
                message = f"「{name}」也是{others}的名称或简称"
                hint = "简称只留给一部法规；两处都写着时，引用这个名称落不到任何一部。"
                yield about(library, key, route, "C283", message, hint=hint)


def _called(library: Library, key: Any) -> str:
    """A regulation by its name, and by its file where the name alone does not tell it."""
    fields: Any = library.records[key]
    return f"「{fields.name}」（{library.origins[key].path}）"

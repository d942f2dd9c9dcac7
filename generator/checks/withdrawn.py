"""A withdrawn record says why, and nothing teaches with it."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level
from ..library import Library
from ._finding import about

RULES = (
    ("C251", "已撤下的记录写明撤下原因"),
    ("C252", "没有记录引用已撤下的记录"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about withdrawn records and those that still use them."""
    for key, record in library.records.items():
        if record.status == "已撤下":
            if not record.withdrawn_reason:
                hint = (
                    "加一行「撤下原因: …」，会写在原来的网址上；"
                    "有替代的再加「替代记录: 种类/编号」。"
                )
                yield about(
                    library, key, ("status",), "C251", "已撤下，但没有写撤下原因", hint=hint
                )
            for link in library.backlinks.get(key, ()):
                message = f"引用了已撤下的「{key.id}」"
                yield about(
                    library,
                    link.source,
                    link.route,
                    "C252",
                    message,
                    level=Level.WARNING,
                    hint="换一条，或删去这一项。",
                )

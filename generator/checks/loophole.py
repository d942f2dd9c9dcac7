"""Loopholes have ids of their own, and something was done about each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..base.finding import Finding, Level
from ..base.reference import IDENTIFIER
from ..library import Library, key_of
from ._finding import about

RULES = (
    ("C231", "一个案例里漏洞编号不重复"),
    ("C232", "每个漏洞都有措施"),
    ("C233", "漏洞编号能作页面里的地址"),
)
_SECTION = re.compile("[a-z-]+|(?:clause|section)-[0-9]+")
"""The addresses of the sections of a page look like this."""


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about the loopholes of every case."""
    for record in library.of_kind("case"):
        key = key_of(record)
        fields: Any = record
        seen: set[str] = set()
        for number, loophole in enumerate(getattr(fields, "loopholes", ())):
            route = ("loopholes", number)
            if loophole.id in seen:
                message = f"漏洞编号「{loophole.id}」用了两次"
                yield about(
                    library,
                    key,
                    (*route, "id"),
                    "C231",
                    message,
                    hint="每个漏洞一个编号：L1、L2、L3。",
                )
            seen.add(loophole.id)
            if not IDENTIFIER.fullmatch(loophole.id) or _SECTION.fullmatch(loophole.id):
                message = f"漏洞编号「{loophole.id[:30]}」不能作页面里的地址"
                hint = "写成 L1、L2 这样的编号：字母、数字、汉字和连字符，不全是小写字母。"
                yield about(library, key, (*route, "id"), "C233", message, hint=hint)
            if not loophole.measures:
                message = f"漏洞「{loophole.id}」还没有措施"
                yield about(
                    library,
                    key,
                    route,
                    "C232",
                    message,
                    level=Level.WARNING,
                    hint="在「措施」里写针对它做了什么。",
                )

"""A record as a whole gives nobody away: one mask a person, no facts that point to one together."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level
from ..library import Library
from ..privacy import Hit
from ._privacy import in_record, joint_hits

RULES = (
    ("P111", "同一个人在一条记录里只有一种写法"),
    ("P112", "单位、职务、确切日期、确切金额没有集中写在一处"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield warnings about what only the texts of a record together show."""
    for key, record, route, text, found in joint_hits(library):
        if found.code == "P111":
            message = f"{found.what}，可能是同一个人"
            hint = (
                f"是同一个人就都写「{found.replacement}」；不是就写成甲、乙，例如 张某甲、张某乙。"
            )
        elif record.fictional == "是":
            continue
        else:
            message, hint = _together(found)
        yield in_record(library, key, route, text, found, message, Level.WARNING, hint)


def _together(found: Hit) -> tuple[str, str]:
    hint = f"单位写成「某县某局」，日期只写「{found.replacement}」，金额写成约数，至少改两项。"
    return f"{found.what}", hint

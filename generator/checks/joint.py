"""Joint work says who leads it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..base.finding import Finding, Level
from ..library import Library, key_of
from ..records.joint import Joint
from ._finding import about

RULES = (
    ("C548", "联动监督写明谁牵头"),
    ("C549", "室组、室组地写明监督检查室，组组写明参加单位"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about every piece of joint work."""
    for one in library.not_withdrawn(Joint):
        say = partial(about, library, key_of(one), level=Level.WARNING)
        if one.lead is None:
            yield say((), "C548", "没有写牵头单位", hint="在「牵头单位」里写单位编号。")
        if one.way == "组组" and not one.members:
            yield say(("way",), "C549", "组组联动没有写参加单位", hint="写上「参加单位」。")
        if one.way != "组组" and one.office is None:
            message = f"{one.way}联动没有写监督检查室"
            yield say(("way",), "C549", message, hint="写上「监督检查室」。")

"""Items of a list of supervision have ids of their own and are settled when their ledger is."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level
from ..coordination import SETTLED, items
from ..library import Library, key_of
from ._finding import about

RULES = (
    ("C557", "一张清单里事项编号不重复"),
    ("C558", "事项办结时，台账里的整改都已销号"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about the items of every list."""
    places: dict[str, int] = {}
    seen: set[tuple[str, str]] = set()
    for one in items(library):
        name = one.checklist.id
        places[name] = number = places.get(name, -1) + 1
        route = ("items", number)
        if (name, str(one.item.id)) in seen:
            message = f"事项编号「{one.item.id}」用了两次"
            hint = "每个事项一个编号：Q1、Q2、Q3。"
            yield about(library, key_of(one.checklist), (*route, "id"), "C557", message, hint=hint)
        seen.add((name, str(one.item.id)))
        if one.item.urged == SETTLED and one.open:
            names = "、".join(f"{row.id}（{row.stage}）" for row in one.open)
            message = f"督办写的是已办结，台账里还有 {len(one.open)} 项没有销号：{names}"
            hint = "把督办改回「督办中」，或先让这些整改销号。"
            yield about(
                library,
                key_of(one.checklist),
                (*route, "urged"),
                "C558",
                message,
                level=Level.WARNING,
                hint=hint,
            )

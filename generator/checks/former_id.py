"""Old ids are free: no record of the same kind has them now, and no other had them."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding
from ..base.reference import Reference, identifier_problem
from ..library import Library
from ._finding import about

RULES = (("C221", "曾用编号没有被别的记录占用"),)


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for every former id that would not lead to one record."""
    held: dict[tuple[str, str], Reference] = {}
    current = {(key.kind, key.id.lower()) for key in library.records}
    for key, record in library.records.items():
        for number, former in enumerate(record.former_ids):
            way = (key.kind, former.lower())
            route = ("former_ids", number)
            problem = identifier_problem(former)
            if problem:
                message = f"曾用编号写法不对：{problem}"
                hint = "照旧文件名写，不含 .yaml；这样的编号没有过网址，可以删去。"
                yield about(library, key, route, "C221", message, hint=hint)
            elif way in current:
                message = f"曾用编号「{former}」正被现有的记录使用"
                yield about(
                    library, key, route, "C221", message, hint="删去这一项，或给那条记录改名。"
                )
            elif way in held:
                message = f"曾用编号「{former}」已经写在「{held[way].id}」里"
                yield about(
                    library, key, route, "C221", message, hint="一个旧编号只能指向一条记录。"
                )
            else:
                held[way] = key

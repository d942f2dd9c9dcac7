"""Every reference leads to a record, and to a part that the record has."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding
from ..base.suggest import nearest
from ..library import Library
from ._finding import about
from ._parts import parts_of

RULES = (
    ("C201", "引用的记录存在"),
    ("C202", "引用的部分（# 后面）存在"),
    ("C203", "记录不引用自己"),
)
SUGGESTIONS = 200
"""So many references get the nearest id as a hint; more of them have one cause."""


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for every reference that leads nowhere."""
    by_kind: dict[str, list[str]] = {}
    for key in library.records:
        by_kind.setdefault(key.kind, []).append(key.id)
    looked_for = 0
    for link in library.links:
        target = link.target.bare()
        if target.kind not in library.kinds:
            known = "、".join(f"{name}（{kind.label}）" for name, kind in library.kinds.items())
            message = f"没有「{target.kind}」这一种记录"
            hint = f"可用的种类：{known}。"
            yield about(library, link.source, link.route, "C201", message, hint=hint)
        elif target not in library.records:
            if library.is_broken(target):
                continue
            near = None
            if looked_for < SUGGESTIONS:
                looked_for += 1
                known_ids = by_kind.get(target.kind, [])
                near = nearest(target.id, (one for one in known_ids if one != link.source.id))
            label = library.kinds[target.kind].label
            message = f"没有编号为「{target.id}」的{label}"
            hint = f"是不是「{near}」？" if near else "检查编号；编号就是文件名（不含 .yaml）。"
            yield about(library, link.source, link.route, "C201", message, hint=hint)
        elif target == link.source and not link.target.part:
            yield about(library, link.source, link.route, "C203", "引用了自己", hint="删去这一项。")
        elif link.target.part and not library.is_broken(target):
            parts = parts_of(library.records[target])
            if link.target.part not in parts:
                message = f"「{target.id}」里没有「{link.target.part}」"
                hint = f"可用的部分：{'、'.join(parts)}。"
                hint = hint if parts else "这条记录没有带编号的部分，删去 # 和后面的字。"
                yield about(library, link.source, link.route, "C202", message, hint=hint)

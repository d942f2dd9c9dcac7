"""Every reference leads to a record, and to a part that the record has."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding
from ..base.suggest import nearest
from ..library import Library
from ._finding import about

RULES = (
    ("C201", "引用的记录存在"),
    ("C202", "引用的部分（# 后面）存在"),
    ("C203", "记录不引用自己"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for every reference that leads nowhere."""
    by_kind: dict[str, list[str]] = {}
    for key in library.records:
        by_kind.setdefault(key.kind, []).append(key.id)
    for link in library.links:
        target = link.target.bare()
        if target.kind not in library.kinds:
            known = "、".join(library.kinds)
            message = f"没有「{target.kind}」这一种记录"
            hint = f"可用的种类：{known}"
            yield about(library, link.source, link.route, "C201", message, hint=hint)
        elif target not in library.records:
            if target in library.broken:
                continue
            near = nearest(target.id, by_kind.get(target.kind, []))
            label = library.kinds[target.kind].label
            message = f"没有编号为「{target.id}」的{label}"
            hint = f"是不是「{near}」？" if near else "检查编号；编号就是文件名（不含 .yaml）。"
            yield about(library, link.source, link.route, "C201", message, hint=hint)
        elif target == link.source and not link.target.part:
            yield about(library, link.source, link.route, "C203", "引用了自己", hint="删去这一项。")
        elif link.target.part:
            parts = parts_of(library.records[target])
            if link.target.part not in parts:
                message = f"「{target.id}」里没有「{link.target.part}」"
                hint = f"可用的部分：{'、'.join(parts)}" if parts else "这条记录没有带编号的部分。"
                yield about(library, link.source, link.route, "C202", message, hint=hint)


def parts_of(record: object) -> list[str]:
    """The ids of the parts of a record, such as loopholes."""
    found = []
    for name in type(record).model_fields:  # type: ignore[attr-defined]
        value = getattr(record, name)
        if isinstance(value, tuple):
            found += [str(one.id) for one in value if hasattr(one, "id")]
    return found

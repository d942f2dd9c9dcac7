"""The kind of record that a command is about, named in English or in Chinese."""

from __future__ import annotations

from ..base.record import Record
from ..base.suggest import nearest
from ..records import all_kinds
from ._stop import Stop


def kind_names() -> str:
    """Every kind as it may be written on the command line, for help texts."""
    return "、".join(f"{name}（{kind.label}）" for name, kind in all_kinds().items())


def chosen_kind(text: str) -> type[Record]:
    """Return the kind named `text`; raises Stop with the nearest one where there is none."""
    kinds = all_kinds()
    named = {**kinds, **{kind.label: kind for kind in kinds.values()}}
    kind = named.get(text.strip()) or named.get(text.strip().lower())
    if kind is None:
        near = nearest(text, named)
        hint = f"是不是「{near}」？" if near else ""
        raise Stop(f"没有「{text}」这一种记录。{hint}可用的种类：{kind_names()}。")
    return kind

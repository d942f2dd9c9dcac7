"""Natural persons stand under a mask: the surname with 某."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level, Route
from ..base.reference import Reference
from ..library import Library
from ..privacy import Hit
from ._privacy import in_record, on_page, page_hits, record_hits

RULES = (("P110", "自然人的名字已经隐去"),)
_CODES = frozenset(("P110",))


def check(library: Library) -> Iterator[Finding]:
    """Yield a warning for every name in every field; the first place stands for all."""
    fields: dict[tuple[Reference, Route, str], list[tuple[str, Hit]]] = {}
    for key, _, route, text, found in record_hits(library, _CODES):
        fields.setdefault((key, route, found.text), []).append((text, found))
    for (key, route, _), hits in fields.items():
        text, found = hits[0]
        message, hint = _message(found, len(hits)), _hint(found)
        yield in_record(library, key, route, text, found, message, Level.WARNING, hint)
    pages: dict[tuple[str, str], list[tuple[str, Hit]]] = {}
    for path, text, found in page_hits(library, _CODES):
        pages.setdefault((path, found.text), []).append((text, found))
    for (path, _), hits in pages.items():
        text, found = hits[0]
        message, hint = _message(found, len(hits)), _hint(found)
        yield on_page(path, text, found, message, Level.WARNING, hint, publishing=False)


def _message(found: Hit, count: int) -> str:
    return f"「{found.text}」像是真实姓名" + (f"，这里共 {count} 处" if count > 1 else "")


def _hint(found: Hit) -> str:
    return (
        f"改成「{found.replacement}」，用 anjian deidentify 加文件名可以一次改完；"
        "履行公职的人员、所引著作的作者写进 mkdocs.yml 的「允许出现的姓名」。"
    )

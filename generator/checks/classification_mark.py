"""Nothing carries a mark of classification, and nothing public the words of an inside paper."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level
from ..library import Library
from ..privacy import Hit
from ._privacy import in_record, is_public_page, on_page, page_hits, record_hits

RULES = (
    ("P201", "没有密级标志"),
    ("P202", "公开的记录和页面没有内部资料字样"),
)
_CODES = frozenset(code for code, _ in RULES)
_CLASSIFIED = "涉密内容不得进入案例库：删去这条内容，按保密规定处理原件；已经解密的，删去标志。"
_INSIDE = "确实可以公开就删去这几个字；不能公开就写「范围: 内部」。"
_INSIDE_PAGE = "确实可以公开就删去这几个字；不能公开就写进 mkdocs.yml 的「非公开页面」。"


def check(library: Library) -> Iterator[Finding]:
    """Yield an error for every mark, and what inside papers say where everybody may read it."""
    for key, record, route, text, found in record_hits(library, _CODES):
        if found.code == "P201" or record.audience == "公开":
            hint = _CLASSIFIED if found.code == "P201" else _INSIDE
            message = _message(found)
            yield in_record(library, key, route, text, found, message, Level.ERROR, hint)
    for path, text, found in page_hits(library, _CODES):
        if found.code == "P201":
            yield on_page(
                path, text, found, _message(found), Level.ERROR, _CLASSIFIED, publishing=True
            )
        elif is_public_page(library, path):
            message = _message(found)
            yield on_page(path, text, found, message, Level.WARNING, _INSIDE_PAGE, publishing=True)


def _message(found: Hit) -> str:
    return f"有{found.what}「{found.text}」"

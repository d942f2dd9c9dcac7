"""Numbers and dates by which somebody can be found are in no record and on no page."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level
from ..library import Library
from ..privacy import TITLES, Hit
from ._privacy import in_record, is_public_page, on_page, page_hits, record_hits, shown

RULES = (
    ("P101", "没有身份证号码"),
    ("P102", "没有电话号码"),
    ("P103", "没有银行卡号和账号"),
    ("P104", "没有车牌号"),
    ("P105", "没有护照、通行证等证件号码"),
    ("P106", "没有电子邮箱"),
    ("P107", "没有详细住址"),
    ("P108", "没有出生日期"),
    ("P109", "没有微信号和 QQ 号"),
)
_CODES = frozenset(code for code, _ in RULES)


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for every number; in a public record one beyond doubt is an error."""
    for key, record, route, text, found in record_hits(library, _CODES):
        grave = found.certain and record.audience == "公开"
        level = Level.ERROR if grave else Level.WARNING
        yield in_record(library, key, route, text, found, _message(found), level, _hint(found))
    for path, text, found in page_hits(library, _CODES):
        publishing = found.certain and is_public_page(library, path)
        yield on_page(
            path,
            text,
            found,
            _message(found),
            Level.WARNING,
            _hint(found),
            publishing=publishing,
        )


def _message(found: Hit) -> str:
    has = "有" if found.certain else "可能有"
    return f"{has}{TITLES[found.code]}「{shown(found)}」"


def _hint(found: Hit) -> str:
    return f"改成「{found.replacement}」；用 anjian deidentify 加文件名，可以一次改完。"

"""A record that is meant for the public was signed off, for exactly what it holds now."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level
from ..library import Library
from ..sign_off import CHANGED, sign_off_problem
from ._finding import about

RULES = (
    ("P411", "公开的记录由三个人签批：采集人、保密审查人、终审人，结论是公开"),
    ("P412", "签批之后内容没有改过"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield a notice for every record that misses only a sign-off to be in the public edition."""
    for key, record in library.records.items():
        if record.audience != "公开" or record.status != "已发布":
            continue
        problem = sign_off_problem(record, library.attached)
        if not problem:
            continue
        yield about(
            library,
            key,
            ("review",) if record.review else (),
            "P412" if problem == CHANGED else "P411",
            f"不进公开版：{problem}",
            level=Level.NOTICE,
            hint=f"看过之后用 anjian review {key} --as 终审人 --name 姓名 签批。",
        )

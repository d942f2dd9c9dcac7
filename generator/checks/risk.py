"""A risk comes from cases and is held by something; a post that has cases has risks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..base.finding import Finding, Level
from ..library import Library, key_of
from ..posts import posts
from ..records.risk import Risk
from ._finding import about

RULES = (
    ("C565", "每个廉政风险点有案例"),
    ("C566", "每个廉政风险点有防控措施和自查"),
    ("C567", "案例里的岗位都有廉政风险点"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about every risk, and about posts without any where others have some."""
    risks = library.not_withdrawn(Risk)
    for risk in risks:
        if risk.status == "草稿":
            continue
        say = partial(about, library, key_of(risk), level=Level.WARNING)
        if not risk.cases:
            hint = "在「案例」里写案例编号；还没有案例的风险先标为草稿。"
            yield say((), "C565", "还没有案例", hint=hint)
        for label, lines in (("防控措施", risk.controls), ("自查", risk.checks)):
            if not lines:
                yield say((), "C566", f"还没有写{label}", hint=f"写上「{label}」，一项一行。")
    for post in posts(library).values() if risks else ():
        if not post.risks and post.cases:
            case = post.cases[0].case
            place = [str(one) for one in case.posts].index(post.name)
            number = len(post.cases) + post.more
            message = f"岗位「{post.name}」有 {number} 件案例，还没有廉政风险点"
            hint = "在 ledgers/risks/ 里为这个岗位写一条，或加进已有风险点的「岗位」。"
            yield about(
                library,
                key_of(case),
                ("posts", place),
                "C567",
                message,
                level=Level.NOTICE,
                hint=hint,
            )

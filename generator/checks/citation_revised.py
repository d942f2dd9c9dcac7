"""What cites a version that has been revised since is looked at again."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level
from ..base.reference import Reference
from ..citations import label
from ..library import Library
from ..revisions import Outdated, outdated
from ._finding import about, about_citation

RULES = (("C295", "引用的法规修订或废止以后复核过"),)
_HINT = (
    "按处理时的版本引用没有错；讲课前对照现行规定看一遍（网站的「待复核」一页列出每条的变化），"
    "看过后更新「审核」的「时间」，这条提示就不再出现。"
)
_PAGE_HINT = "对照现行规定看一遍（网站的「待复核」一页列出每条的变化），再决定正文要不要补充。"
_MOST = 3


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for every record or page that cites revised versions."""
    found: dict[Reference, list[Outdated]] = {}
    for one in outdated(library):
        record = library.records.get(one.source)
        if one.reviewed is None and (record is None or record.status != "已撤下"):
            found.setdefault(one.source, []).append(one)
    for source, several in found.items():
        message = f"引用的{_words(several)}，待复核"
        link = several[0].links[0]
        if source in library.records:
            yield about(
                library, source, link.route, "C295", message, level=Level.NOTICE, hint=_HINT
            )
        else:
            yield about_citation(
                library, link, "C295", message, level=Level.NOTICE, hint=_PAGE_HINT
            )


def _words(several: list[Outdated]) -> str:
    names = [f"《{one.revised.name}》{label(one.revised.version.id)}" for one in several]
    told = [f"{name}{one.revised.words}" for name, one in zip(names, several, strict=True)][:_MOST]
    return "；".join(told) + (f"；另有 {len(names) - _MOST} 个版本" if len(names) > _MOST else "")

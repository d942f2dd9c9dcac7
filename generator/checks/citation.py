"""Cited regulations, versions and articles exist in the library."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level
from ..library import Library
from ._finding import about

RULES = (
    ("C291", "依据里写得出法规名称和条文"),
    ("C292", "依据引用的法规和版本在库里"),
    ("C293", "依据引用的条文在那个版本里"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about the 依据 field of every record."""
    for key, record in library.records.items():
        links = library.citations.get(key, ())
        found = {link.route for link in links}
        for number, line in enumerate(getattr(record, "citations", ())):
            route = ("citations", number)
            if route not in found:
                message = f"「{line[:30]}」里没有认出法规名称"
                hint = "法规名称要放在书名号里，例如《中国共产党纪律处分条例》（2018）第八十五条。"
                yield about(library, key, route, "C291", message, level=Level.WARNING, hint=hint)
        for link in links:
            name = link.citation.name
            for article in link.citation.unread:
                message = f"「{article[:20]}」不是条文序号"
                hint = "条文序号在 1 到 9999 之间，例如第八十五条、第一百二十条之一。"
                yield about(
                    library, key, link.route, "C291", message, level=Level.WARNING, hint=hint
                )
            if link.regulation is None or not link.version:
                message = f"《{name}》：{link.reason}"
                hint = "用 anjian import regulation 导入，或检查名称。"
                yield about(
                    library, key, link.route, "C292", message, level=Level.NOTICE, hint=hint
                )
            elif link.missing:
                numbers = "、".join(str(number) for number in link.missing)
                where = f"《{name}》（{link.version}）"
                if link.excerpt:
                    message = f"{where}是节选，没有收录{numbers}"
                    yield about(
                        library,
                        key,
                        link.route,
                        "C293",
                        message,
                        level=Level.NOTICE,
                        hint="需要时补上这一条。",
                    )
                else:
                    message = f"{where}没有{numbers}"
                    yield about(
                        library,
                        key,
                        link.route,
                        "C293",
                        message,
                        level=Level.WARNING,
                        hint="检查条文序号和版本年份。",
                    )

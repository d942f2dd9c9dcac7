"""The page 打开.html: opens the site, says what does not work on this machine, checks the files.

One file without any other, since it must work where everything else is missing. The sums stand
in it as data, because a page on a disk can read no file that is not given to it.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from pathlib import Path

from ..addresses import changes_page, search_file, search_page
from ..base.page import html_address
from ..editions import Edition
from ..search.files import ROOT

START_PAGE = "打开.html"
_PARTS = Path(__file__).parents[1] / "web" / "start"
_SLOT = re.compile(r"\{\{ (\w+) \}\}")


def start_page(edition: Edition, pages: int, sums: Mapping[str, str]) -> bytes:
    """Make the page for an edition with so many pages; `sums` are those of all other files."""
    library = edition.library
    day = library.today
    index = f"site/{search_file(ROOT)}"
    facts = {"files": dict(sorted(sums.items())), "index": index if index in sums else ""}
    links = [("打开网站", "site/index.html"), *_links(sums)]
    values = {
        "title": html.escape(library.site_name or "案例库"),
        "edition": html.escape(edition.rule.title),
        "stamp": html.escape(edition.stamp),
        "day": f"{day.year} 年 {day.month} 月 {day.day} 日",
        "counts": f"{len(library.records)} 条记录，{pages} 个页面",
        "links": "\n".join(f'<a href="{html.escape(to)}">{label}</a>' for label, to in links),
        "style": _part("start.css"),
        "facts": json.dumps(facts, ensure_ascii=False).replace("<", "\\u003c"),
        "self_test": _part("self-test.js"),
        "sha256": _part("sha256.js"),
        "check_files": _part("check-files.js"),
    }
    # In one pass, so that nothing that is put in is looked at again.
    return _SLOT.sub(lambda found: values[found[1]], _part("start.html")).encode()


def _links(sums: Mapping[str, str]) -> list[tuple[str, str]]:
    found = (("搜索", search_page()), ("本期更新", changes_page()))
    addresses = [(label, f"site/{html_address(path)}") for label, path in found]
    return [(label, address) for label, address in addresses if address in sums]


def _part(name: str) -> str:
    return (_PARTS / name).read_text(encoding="utf-8")

"""Old addresses that still work: renamed records lead on, withdrawn ones say so."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import LIBRARY, list_page, record_page
from ..base.markdown import html_text
from ..base.page import Asset, Page, html_address, relative
from ..base.reference import Reference
from ..editions import Edition
from ..library import key_of
from ._frame import render

_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={address}">
<title>页面已改名</title>
</head>
<body>
<p>这一页已改名，请看：<a href="{address}">{title}</a></p>
</body>
</html>
"""


def pages(edition: Edition) -> Iterator[Page | Asset]:
    """Yield a small page for every former id and every withdrawn record."""
    for record in edition.library.records.values():
        for former in record.former_ids:
            source = record_page(Reference(record.kind, former))
            address = html_text(relative(source, html_address(record_page(key_of(record)))))
            content = _PAGE.format(address=address, title=html_text(record.heading))
            yield Asset(html_address(f"{LIBRARY}/{record.kind}/{former}.md"), content.encode())
    for key in edition.withdrawn:
        label = edition.library.kinds[key.kind].label
        yield render(
            edition,
            "withdrawn.md.j2",
            record_page(key),
            "这条记录已撤下",
            [(label, list_page(key.kind))],
            label=label,
        )

"""Old addresses that still work: renamed records lead on, withdrawn ones say so."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import list_page, record_page, version_page
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
        if not record.paged:
            continue
        key = key_of(record)
        for former in record.former_ids:
            old = Reference(record.kind, former)
            yield _redirect(record_page(old), record_page(key), record.heading)
            for version in edition.library.registry.versions.get(key, ()):
                target = version_page(key, version.id)
                yield _redirect(version_page(old, version.id), target, record.heading)
    for gone in edition.withdrawn:
        label = edition.library.kinds[gone.key.kind].label
        yield render(
            edition,
            "withdrawn.md.j2",
            record_page(gone.key),
            "这条记录已撤下",
            [(label, list_page(gone.key.kind))],
            label=label,
            reason=gone.reason,
            successor=gone.successor,
        )


def _redirect(source: str, target: str, title: str) -> Asset:
    address = html_text(relative(source, html_address(target)))
    content = _PAGE.format(address=address, title=html_text(title))
    return Asset(html_address(source), content.encode())

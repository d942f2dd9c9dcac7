"""The file 许可与来源.txt: the licences of the parts of a bundle, and where its texts are from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from .. import __version__
from ..base.markdown import words
from ..base.record import Record, Source
from ..editions import Edition

LICENCES = "许可与来源.txt"
_VENDOR = Path(__file__).parents[1] / "web" / "vendor"
_WORDS = (".LICENSE", ".NOTICE")
_THEME = "mkdocs-material"
_ROW = re.compile(r"^\| *([^|]+?) *\| *([^|]+?) *\| *([^|]+?) *\| *([^|]+?) *\|", re.MULTILINE)


def licences(edition: Edition) -> bytes:
    """Name every licence and every source that the records of an edition state."""
    lines = [*_program(), *_vendor(), *_sources(edition), *_theme_licence(), *_vendor_licences()]
    # For the Notepad of old Windows: its line ends, and a mark that says UTF-8.
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()


def _program() -> Iterator[str]:
    theme = _distribution(_THEME)
    version = f" {theme.version}" if theme else ""
    yield from ("许可与来源", "", "一、程序", "")
    yield f"这份资料由案鉴 {__version__} 生成。案鉴按 Apache License 2.0 许可使用。"
    yield f"网页的样式和部分脚本来自 Material for MkDocs{version}，按 MIT License 许可使用，"
    yield "全文附后；其中另含的第三方代码，许可写在各脚本文件里。图标来自 Material Design Icons，"
    yield "按 Apache License 2.0 许可使用。"


def _vendor() -> Iterator[str]:
    yield from ("", "二、第三方浏览器文件", "")
    rows = [
        row
        for row in _ROW.findall((_VENDOR / "README.md").read_text(encoding="utf-8"))
        if row[0] != "file"
    ]
    listed = [row for row in rows if not row[0].startswith("-")]
    for file, package, version, licence in listed:
        yield f"{file}：{package} {version}，{licence}"
    if not listed:
        yield "没有。"


def _vendor_licences() -> Iterator[str]:
    """Yield the licences and notices that have to go with these files, word for word."""
    for path in sorted(_VENDOR.iterdir()):
        if path.suffix in _WORDS:
            yield from (
                "",
                f"附：{path.name}",
                "",
                *path.read_text(encoding="utf-8").strip().splitlines(),
            )


def _sources(edition: Edition) -> Iterator[str]:
    yield from ("", "三、资料来源", "")
    yield "下面是各条记录写明的来源。原文的权利属于发布单位。"
    for name, kind in edition.library.kinds.items():
        stated = [
            (record, record.source)
            for record in sorted(edition.library.of_kind(name), key=lambda one: one.id)
            if record.source is not None
        ]
        if stated:
            yield from ("", kind.label)
        for record, source in stated:
            yield _source(record, source)


def _source(record: Record, source: Source) -> str:
    given = (source.publisher, source.title, source.date and source.date.chinese(), source.url)
    texts = [str(one) for one in given if one]
    if source.note:
        texts.append(" ".join(words(str(source.note)).split()))
    return f"{record.id}　{record.heading}：{'；'.join(texts)}"


def _theme_licence() -> Iterator[str]:
    theme = _distribution(_THEME)
    files = (theme.files or []) if theme else []
    for file in sorted(
        str(one) for one in files if str(one).endswith("dist-info/licenses/LICENSE")
    ):
        text = theme.read_text(f"licenses/{Path(file).name}") if theme else None
        if text:
            yield from ("", "附：Material for MkDocs 的许可", "")
            yield from text.strip().splitlines()


def _distribution(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None

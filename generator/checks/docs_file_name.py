"""File names under docs/ survive every file system and do not collide in the site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..addresses import LIBRARY
from ..base.file_name import file_name_problem, folded_path, shown_sign
from ..base.finding import Finding, Level, Place
from ..base.page import html_address
from ..library import Library

RULES = (
    ("C321", "docs/ 里的文件名在 Windows 和 U 盘上也能用"),
    ("C322", "docs/ 里没有两个文件在网站上变成同一个"),
)
MAX_BYTES = 180
_NOT_IN_ADDRESSES = re.compile(r"[#%\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about the names of pages and other files."""
    seen: dict[str, str] = {}
    for path in sorted({*library.documents, *library.assets, *library.hidden}):
        problem = _problem(path)
        if problem:
            hint = "改用字母、数字、汉字、连字符和下划线。"
            yield _about(path, "C321", f"文件名不能用：{problem}", hint)
        if path.startswith("templates/"):
            hint = "MkDocs 不收 docs/templates/，请换一个文件夹名。"
            yield _about(path, "C321", "这个文件不会出现在网站里", hint, Level.WARNING)
        address = folded_path(_address(path))
        other = seen.setdefault(address, path)
        if other != path:
            hint = "网站、Windows 和 U 盘分不清这两个名字，请改名。"
            yield _about(path, "C322", f"与 docs/{other} 在网站上是同一个文件", hint)
        if address.split("/")[0] == LIBRARY:
            hint = f"docs/{LIBRARY} 由程序生成，请换一个文件夹名。"
            yield _about(path, "C322", f"文件夹名与 docs/{LIBRARY} 只差大小写", hint)


def _problem(path: str) -> str | None:
    for part in path.split("/"):
        bad = _NOT_IN_ADDRESSES.search(part)
        problem = shown_sign(bad[0]) if bad else file_name_problem(part, MAX_BYTES)
        if problem:
            return problem
        if part != part.strip(" .") or part != part.strip():
            return "开头或末尾有空格或句点"
    return None


def _address(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    if name.lower() == "readme.md":
        name = "index.md"
    return html_address(f"{folder}{slash}{name}")


def _about(path: str, code: str, message: str, hint: str, level: Level = Level.ERROR) -> Finding:
    return Finding(f"docs/{path}", code, message, level, hint=hint, place=Place(1, 1))

"""Pages and files that are too large to open or to carry."""

from __future__ import annotations

from collections.abc import Mapping

from .links import Say

_MEGABYTE = 1024 * 1024
_PAGE, _LARGE_PAGE = 8 * _MEGABYTE, 2 * _MEGABYTE
"""An old office machine takes seconds for the second and stops answering at the first."""
_FILE, _LARGE_FILE = 4096 * _MEGABYTE - 1, 100 * _MEGABYTE
"""The first is the limit of FAT32, which most sticks have."""
_SPLIT = "把内容分到几条记录或几个页面里。"
_SMALLER = "压缩图片和附件，或把它拆开。"


def look_at_sizes(sizes: Mapping[str, int], say: Say, warn: Say) -> None:
    """Say every page and file of a site that is too large; `sizes` are bytes by name."""
    for name, size in sorted(sizes.items()):
        page = name.endswith((".html", ".htm", ".xhtml"))
        limit, large = (_PAGE, _LARGE_PAGE) if page else (_FILE, _LARGE_FILE)
        what, hint = ("这一页", _SPLIT) if page else ("这个文件", _SMALLER)
        if size > large:
            tell = say if size > limit else warn
            tell(name, "S332", f"{what}有 {size / _MEGABYTE:.0f} MB，打开或拷贝会很慢", hint)

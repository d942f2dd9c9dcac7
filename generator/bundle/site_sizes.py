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
        shown = f"有 {size / _MEGABYTE:.0f} MB"
        if name.lower().endswith((".html", ".htm", ".xhtml")):
            if size > _PAGE:
                say(name, "S332", f"这一页{shown}，浏览器会停住；上限是 8 MB", _SPLIT)
            elif size > _LARGE_PAGE:
                warn(name, "S332", f"这一页{shown}，打开会很慢", _SPLIT)
        elif size > _FILE:
            say(name, "S332", f"这个文件{shown}，U 盘（FAT32）存不下；上限是 4 GB", _SMALLER)
        elif size > _LARGE_FILE:
            warn(name, "S332", f"这个文件{shown}，拷贝会很慢", _SMALLER)

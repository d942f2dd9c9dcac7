"""Names of files that a stick, Windows or an archive would refuse, change or take for another."""

from __future__ import annotations

from collections.abc import Iterable

from ..base.file_name import file_name_problem, folded_path
from .links import Say

_LONGEST = 180
"""Signs of a whole path, so that it stays below the 260 of Windows in a folder of its own."""
_RENAME = "给这条记录或 docs/ 里的这个文件换一个短一点、常用的名称。"


def look_at_file_names(names: Iterable[str], say: Say) -> None:
    """Say every name of a site that does not survive the way to another machine."""
    seen: dict[str, str] = {}
    for name in sorted(names):
        problem = _problem(name)
        if problem:
            message = f"文件名「{name[:60]}」在 Windows 或 U 盘上不能用：{problem}"
            say(name, "S331", message, _RENAME)
        other = seen.setdefault(folded_path(name), name)
        if other != name:
            message = f"「{name[:60]}」和「{other[:60]}」在 Windows 和 U 盘上是同一个文件"
            say(name, "S331", message, _RENAME)


def _problem(name: str) -> str | None:
    for part in name.split("/"):
        problem = file_name_problem(part)
        if problem:
            return problem
    if len(name.encode("utf-16-le")) // 2 > _LONGEST:
        return f"路径有 {len(name)} 个字，超过 {_LONGEST} 个，拷进深一点的文件夹就打不开"
    return None

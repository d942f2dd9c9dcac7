"""What a delta holds: the files that are new or changed, and which ones go.

Its files stand where they stand in the bundle, so that unzipping it over the old folder completes
it where there is no Python.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from .contents import Contents
from .manifest import MANIFEST, STAMP, read_manifest
from .member_names import names_problem
from .opened import Opened
from .problem import BundleError
from .start_page import START_PAGE
from .sums import SIGNATURE, SUMS, read_sums, sha256

DELTA = "delta.json"
NOTE = "增量说明.txt"
_FORMAT = 1
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Delta:
    """What a delta says of itself."""

    base: str
    """The SHA-256 of the SHA256SUMS of the bundle that it belongs to."""
    stamp: str
    """The issue that it makes."""
    base_stamp: str
    files: tuple[str, ...]
    """The files of the bundle that it holds."""
    delete: tuple[str, ...]


def delta_files(old: Opened, new: Contents) -> dict[str, bytes]:
    """Return the files of the delta that makes `new` of `old`.

    Raises BundleError where `old` is no whole bundle of the same edition.
    """
    raw = _needed(old, SUMS)
    before = read_sums(raw)
    if sha256(_needed(old, MANIFEST)) != before.get(MANIFEST):
        raise BundleError(f"旧资料包的 {MANIFEST} 已改动。")
    was, becomes = read_manifest(old.read(MANIFEST)), read_manifest(new[MANIFEST])
    if was["edition"] != becomes["edition"]:
        raise BundleError(f"旧资料包是{was['edition_title']}，和这次要打的版本不同，不能做增量。")
    changed = [name for name in sorted(new.sums) if before.get(name) != new.sums[name]]
    around = [name for name in (SUMS, SIGNATURE) if name in new]
    delete = sorted(before.keys() - new.sums.keys())
    if SIGNATURE in old.names and SIGNATURE not in new:
        delete.append(SIGNATURE)
    delta = Delta(sha256(raw), becomes["stamp"], was["stamp"], tuple(changed), tuple(delete))
    files = {name: new[name] for name in (*changed, *around)}
    return {**files, DELTA: _text(delta), NOTE: _note(delta, was, becomes)}


def read_delta(raw: bytes) -> Delta:
    """Read delta.json; raises BundleError for one that is damaged or reaches out of the folder."""
    try:
        values = json.loads(raw)
        if values["format"] != _FORMAT:
            raise BundleError("这个增量包是更新的程序打的，请先升级案鉴。")
        lists = [tuple(map(str, values[name])) for name in ("files", "delete")]
        texts = [str(values[name]) for name in ("base", "stamp", "base_stamp")]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise error if isinstance(error, BundleError) else _damaged() from None
    if not _DIGEST.fullmatch(texts[0]) or not all(map(STAMP.fullmatch, texts[1:])):
        raise _damaged()
    for names in lists:
        problem = names_problem(names)
        if problem:
            raise BundleError(f"{DELTA} 里有不能用的文件名：{problem}。")
    return Delta(texts[0], texts[1], texts[2], *lists)


def left_of_a_delta(names: Collection[str]) -> set[str]:
    """The files that stay in a folder over which a delta was unzipped by hand."""
    return {DELTA, NOTE} & set(names)


def _text(delta: Delta) -> bytes:
    values = {
        "format": _FORMAT,
        "base": delta.base,
        "base_stamp": delta.base_stamp,
        "stamp": delta.stamp,
        "files": delta.files,
        "delete": delta.delete,
    }
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def _note(delta: Delta, was: Mapping[str, Any], becomes: Mapping[str, Any]) -> bytes:
    old, new = was["stamp"], becomes["stamp"]
    lines = [
        "增量说明",
        "",
        f"这是{becomes['site_name']}（{becomes['edition_title']}）的增量包，只装有变化的文件。",
        f"它只能用在这一期上：{old}",
        f"用上以后是这一期：　{new}",
        "",
        "装有案鉴程序的，运行：",
        "  anjian apply 增量包.zip 资料包文件夹",
        "",
        "没有装的，按下面做：",
        f"1. 打开资料包文件夹里的「{START_PAGE}」，看期号是不是 {old}。",
        "   不是这一期就不能用这个增量包，请拷贝完整的资料包。",
        "2. 把资料包文件夹复制一份留底。",
        f"3. 把增量包解压到资料包文件夹里（「{START_PAGE}」所在的那个文件夹），",
        "   问是否替换时选「全部替换」。",
        "4. 删掉下面列出的文件。" if delta.delete else "4. 这一次没有要删的文件。",
        f"5. 再打开「{START_PAGE}」，期号应当是 {new}；用「检查文件」核对一遍。",
        "   如果核对不对，换回留底的那一份。",
    ]
    if delta.delete:
        lines += ["", f"要删的文件（{len(delta.delete)} 个）："]
        lines += [f"  {name}" for name in delta.delete]
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()


def _needed(old: Opened, name: str) -> bytes:
    if name not in old.names:
        raise BundleError(f"给的旧资料包里没有 {name}，不是完整的资料包。")
    return old.read(name)


def _damaged() -> BundleError:
    return BundleError(f"{DELTA} 读不出来，已改动或损坏。")

"""Make the next issue of a bundle that was unzipped, from a delta: all of it, or nothing.

The new folder is made beside and checked whole before it takes the place of the old one. Killed
anywhere, one of the two is in place, or the next run puts the old one back.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from ..disk import DiskError, reason
from ..lock import exclusive
from .delta import DELTA, Delta, read_delta
from .opened import Folder, Opened
from .problem import BundleError
from .signature import PublicKey, verify_signature
from .sums import SIGNATURE, SUMS, read_sums, sha256
from .swap import exchange
from .verify import verify
from .workshop import clear, is_workshop, make_workshop

_UNTOUCHED = "资料包没有改动。"


def apply(delta: Opened, folder: Path, key: PublicKey | None = None) -> tuple[Delta, bool]:
    """Apply a delta to a folder; return what it says of itself and whether it was new here.

    Raises BundleError for a delta or a folder that does not fit, DiskError where the machine
    refuses; the folder is then as it was.
    """
    place = Path(os.path.realpath(folder))
    if not place.name:
        raise BundleError("资料包要放在一个文件夹里，不能直接放在磁盘的根上。")
    work = place.with_name(f"{place.name}.anjian")
    try:
        with exclusive(place.with_name(f"{place.name}.lock")):
            _recover(place, work)
            if not place.is_dir():
                raise DiskError(f"没有「{folder}」这个文件夹。")
            return _apply(delta, place, work, key)
    except BundleError as error:
        raise BundleError(f"{str(error).removesuffix('。')}。{_UNTOUCHED}") from None
    except OSError as error:
        message = (
            f"没有用上增量包：{reason(error)}。{_UNTOUCHED}关掉正在打开的网页和文件夹，再试一次。"
        )
        raise DiskError(message) from error


def _recover(place: Path, work: Path) -> None:
    """Undo the first of two renames where a run was killed before the second; clear the rest."""
    old = work / "old"
    if not place.exists() and old.is_dir() and is_workshop(work):
        old.rename(place)
    clear(work)


def _apply(delta: Opened, place: Path, work: Path, key: PublicKey | None) -> tuple[Delta, bool]:
    about, sums = _read(delta)
    old = Folder(place)
    if SUMS not in old.names:
        raise BundleError(f"「{place.name}」里没有 {SUMS}，不是资料包的文件夹。")
    _refuse_signature(delta, old, key)
    raw = old.read(SUMS)
    done = raw == delta.read(SUMS)
    if not done and sha256(raw) != about.base:
        raise BundleError(f"这个增量包要用在期号 {about.base_stamp} 上，文件夹里是另一期。")
    wrong = verify(old).problems
    if wrong:
        more = f"等 {len(wrong)} 处" if len(wrong) > 1 else ""
        raise BundleError(f"文件夹里的资料包已经改动过（{wrong[0]}{more}），请换成完整的。")
    if done:
        return about, False
    _make(delta, old, sums, work, key)
    _swap(work, place)
    with contextlib.suppress(OSError):
        clear(work)  # where the old issue is still open somewhere, the next run does
    return about, True


def _read(delta: Opened) -> tuple[Delta, dict[str, str]]:
    missing = [name for name in (DELTA, SUMS) if name not in delta.names]
    if missing:
        raise BundleError(f"这不是增量包：里面没有 {missing[0]}。完整的资料包解压到新文件夹就行。")
    about = read_delta(delta.read(DELTA))
    wrong = verify(delta).problems
    if wrong:
        raise BundleError(f"增量包不完整或已改动（{wrong[0]}）。")
    return about, read_sums(delta.read(SUMS))


def _refuse_signature(delta: Opened, old: Opened, key: PublicKey | None) -> None:
    """Raise where a signature is missing, does not hold, or cannot be checked."""
    signed = SIGNATURE in old.names
    if SIGNATURE not in delta.names:
        if signed or key is not None:
            raise BundleError("增量包没有签名，不能用。")
        return
    if key is not None:
        verify_signature(delta.read(SUMS), delta.read(SIGNATURE), key)
    elif signed:
        raise BundleError("这份资料包带签名，要用 --key 给出公钥，核对以后才用增量包。")


def _make(
    delta: Opened, old: Opened, sums: dict[str, str], work: Path, key: PublicKey | None
) -> None:
    """Make the new folder in `work` and check it."""
    make_workshop(work)
    new = work / "new"
    around = [name for name in (SUMS, SIGNATURE) if name in delta.names]
    given = set(delta.names)
    for name in (*sorted(sums), *around):
        path = new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        source = delta if name in given else old
        if name not in source.names:
            raise BundleError(f"增量包和文件夹里都没有 {name}。")
        path.write_bytes(source.read(name))
    wrong = verify(Folder(new), key).problems
    if wrong:
        raise BundleError(f"用上增量包以后核对不对（{wrong[0]}）。")
    if hasattr(os, "sync"):
        os.sync()  # or a power cut could leave new names over old emptiness


def _swap(work: Path, place: Path) -> None:
    if exchange(work / "new", place):
        return
    place.rename(work / "old")
    try:
        (work / "new").rename(place)
    except OSError:
        (work / "old").rename(place)
        raise

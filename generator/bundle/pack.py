"""Write a bundle or a delta as one file, so that a whole one is there or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ..disk import RECORD_FOLDERS, SITE_MARKER, DiskError, reason, write_file
from ..lock import exclusive
from .archive import SEAL, SEAL_LENGTH, moment_of, write_archive
from .encrypted import write_encrypted
from .sums import sha256_of
from .workshop import clear, make_workshop

SUM_FILE = ".sha256"


@contextmanager
def packing(root: Path, target: Path) -> Iterator[Path]:
    """Yield a folder beside `target` to work in, which is removed whatever happens.

    What a killed run left of it is removed first. Raises DiskError where the disk refuses or
    `target` lies among the sources of the project, in a built site or is a file that is no
    bundle, BusyError where another run writes there.
    """
    place = target.resolve()
    sources = [root / name for name in (*RECORD_FOLDERS, "docs")]
    if any(source in place.parents for source in sources):
        raise DiskError(f"资料包不能放在 {target}：那里放的是记录和页面。请用 -o 换一处。")
    if any((folder / SITE_MARKER).exists() for folder in place.parents):
        raise DiskError(f"资料包不能放在 {target}：下次生成网站会把它删去。请用 -o 换一处。")
    if place.is_dir():
        raise DiskError(f"{target} 是文件夹；用 -o 写文件名，例如 -o 案例库.zip。")
    if not place.parent.is_dir():
        raise DiskError(f"没有「{place.parent}」这个文件夹，先建好它。")
    if place.exists() and not _is_bundle(place):
        raise DiskError(f"{target} 已经有了，不是案鉴打的包，不敢覆盖；请移走它，或用 -o 换一处。")
    work = place.with_name(f"{place.name}.anjian")
    try:
        with exclusive(place.with_name(f"{place.name}.lock")):
            make_workshop(work)
            try:
                yield work
            finally:
                clear(work)
    except OSError as error:
        raise DiskError(f"写不进 {place.parent}：{reason(error)}。原有的文件没有改动。") from error


def write_bundle(
    work: Path, target: Path, files: Mapping[str, bytes], stamp: str, password: str = ""
) -> None:
    """Write the files of an issue as an archive in `work`, then put it and its sum in place.

    OSError may come.
    """
    beside = work / "bundle.zip"
    ordered = ((name, files[name]) for name in sorted(files))
    with beside.open("w+b") as file:
        if password:
            write_encrypted(file, ordered, moment_of(stamp), password)
        else:
            write_archive(file, ordered, moment_of(stamp))
    digest = sha256_of(beside)
    place = target.resolve()
    listed = place.with_name(f"{place.name}{SUM_FILE}")
    # First the old sum goes: between two steps there is a bundle without one, never a wrong one.
    listed.unlink(missing_ok=True)
    beside.replace(place)
    write_file(listed, f"{digest}  {place.name}\n".encode())


def _is_bundle(path: Path) -> bool:
    """Whether a file ends as all ours do, or is empty: a slip of -o must cost nobody a file."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - SEAL_LENGTH))
            return size == 0 or SEAL.fullmatch(file.read()) is not None
    except OSError as error:
        raise DiskError(f"{path} 打不开：{reason(error)}。") from error

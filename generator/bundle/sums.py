"""SHA256SUMS: the sums of all other files of a bundle, as `sha256sum -c` reads them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from .member_names import names_problem
from .problem import BundleError

SUMS = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.minisig"
_LINE = re.compile(r"([0-9a-f]{64})  ([^\n]+)\n")


def sha256(content: bytes) -> str:
    """The SHA-256 of bytes, in small hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def sha256_of(path: Path) -> str:
    """The same for a file of any size; OSError may come."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def sums_text(sums: Mapping[str, str]) -> bytes:
    """Write sums by path, in the order of the paths."""
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums)).encode()


def read_sums(raw: bytes) -> dict[str, str]:
    """Read sums by path; raises BundleError for anything that `sums_text` does not write."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise _wrong() from None
    sums = {name: digest for digest, name in _LINE.findall(text)}
    if sums_text(sums) != raw or not sums or {SUMS, SIGNATURE} & sums.keys():
        raise _wrong()
    problem = names_problem(sums)
    if problem:
        raise BundleError(f"{SUMS} 里有不能用的文件名：{problem}。")
    return sums


def _wrong() -> BundleError:
    return BundleError(f"{SUMS} 已改动或损坏，读不出来。")

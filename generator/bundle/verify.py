"""Compare every file of a bundle with its sums: nothing missing, nothing added, nothing changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .delta import DELTA, left_of_a_delta, read_delta
from .manifest import MANIFEST, read_manifest
from .member_names import shown
from .opened import Folder, Opened
from .pack import SUM_FILE
from .problem import BundleError
from .signature import PublicKey, key_name, signer_of, verify_signature
from .start_page import START_PAGE
from .sums import SIGNATURE, SUMS, read_sums, sha256, sha256_of


@dataclass(frozen=True)
class Verified:
    """What came of a check: Chinese sentences about every wrong file, none for a sound bundle."""

    problems: tuple[str, ...]
    files: int = 0
    about: dict[str, Any] | None = None
    """The manifest, where it is sound."""
    signature: str = ""
    """A sentence about the signature."""
    delta: bool = False


def verify(bundle: Opened, key: PublicKey | None = None) -> Verified:
    """Check a bundle or a delta as it lies there; with a key its signature must hold."""
    names = set(bundle.names)
    problems: list[str] = []
    if not bundle.sealed():
        problems.append("zip 文件本身有改动：文件头、空隙或内容和打包时不一样")
    try:
        sums = read_sums(_read(bundle, SUMS))
        held = _held(bundle, sums.keys())
    except BundleError as error:
        return Verified((*problems, _bare(error)))
    signature = ""
    try:
        signature = _signature(bundle, key)
    except BundleError as error:
        problems.append(_bare(error))
    wrong = dict[str, str]()
    for name in sorted(held):
        problem = _wrong(bundle, names, name, sums[name])
        if problem:
            wrong[name] = problem
    problems += wrong.values()
    known = sums.keys() | {SUMS, SIGNATURE} | left_of_a_delta(names)
    problems += [f"多出：{shown(name)}" for name in sorted(names - known)]
    about = None
    if MANIFEST in held and MANIFEST not in wrong:
        about = read_manifest(bundle.read(MANIFEST))
    found = tuple(problems)
    return Verified(found, len(held), about, signature, delta=_is_delta(bundle))


def verify_beside(path: Path) -> Iterator[str]:
    """Compare a file with the sum that lies beside it, where there is one; OSError may come."""
    listed = path.with_name(f"{path.name}{SUM_FILE}")
    if listed.is_file():
        digest = listed.read_bytes()[:64].decode("ascii", "replace")
        if digest != sha256_of(path):
            yield f"改动：{path.name} 和旁边的 {listed.name} 不符"


def _read(bundle: Opened, name: str) -> bytes:
    if name not in bundle.names:
        raise BundleError(f"缺少：{name}")
    return bundle.read(name)


def _held(bundle: Opened, names: Any) -> set[str]:
    """The files that should be there: of a delta those that it says it holds."""
    if _is_delta(bundle):
        delta = read_delta(bundle.read(DELTA))
        strange = sorted(set(delta.files) - set(names))
        if strange:
            raise BundleError(f"{DELTA} 和 {SUMS} 不符：{shown(strange[0])}")
        return set(delta.files)
    missing = {START_PAGE, MANIFEST} - set(names)
    if missing:
        raise BundleError(f"{SUMS} 里没有{'、'.join(sorted(missing))}，这不是案鉴的资料包")
    return set(names)


def _is_delta(bundle: Opened) -> bool:
    return DELTA in bundle.names and not isinstance(bundle, Folder)


def _wrong(bundle: Opened, names: set[str], name: str, digest: str) -> str:
    if name not in names:
        return f"缺少：{shown(name)}"
    try:
        same = sha256(bundle.read(name)) == digest
    except BundleError as error:
        return f"改动：{_bare(error)}"
    return "" if same else f"改动：{shown(name)} 和 {SUMS} 不符"


def _signature(bundle: Opened, key: PublicKey | None) -> str:
    if SIGNATURE not in bundle.names:
        if key is not None:
            raise BundleError(f"缺少：{SIGNATURE}，没有签名")
        return ""
    raw = bundle.read(SIGNATURE)
    if key is None:
        return f"有签名，没有核对（钥匙 {key_name(signer_of(raw))}）；用 --key 给出公钥就会核对。"
    comment = verify_signature(bundle.read(SUMS), raw, key)
    return f"签名有效（钥匙 {key.name}，{comment}）。"


def _bare(error: BundleError) -> str:
    return str(error).removesuffix("。")

"""Secret keys as minisign keeps them: in the open, or locked with a password by scrypt."""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from ..disk import DiskError, reason
from .problem import BundleError
from .signature import PublicKey, SecretKey

_COMMENT = "untrusted comment: minisign secret key\n"
_SIGNED_WITH, _SUMMED_WITH = b"Ed", b"B2"
_OPEN, _SCRYPT = b"\0\0", b"Sc"
_HEAD, _BODY = 6 + 32 + 16, 8 + 64 + 32
_OPERATIONS, _MEMORY = 1 << 22, 1 << 27
"""What a guess costs; 128 MB, so that old machines can still sign. Recorded in the file."""
_MOST_MEMORY = 1 << 30
_BLOCK = 8


def new_key() -> SecretKey:
    """Make a pair of keys from the system's randomness."""
    return SecretKey(os.urandom(8), os.urandom(32))


def secret_text(key: SecretKey, password: str = "") -> str:
    """The contents of a file with the extension .key, locked where there is a password."""
    body = key.number + key.seed + key.public().key
    body += _sum(body)
    if not password:
        head = _SIGNED_WITH + _OPEN + _SUMMED_WITH + bytes(32 + 16)
    else:
        salt = os.urandom(32)
        limits = _OPERATIONS.to_bytes(8, "little") + _MEMORY.to_bytes(8, "little")
        head = _SIGNED_WITH + _SCRYPT + _SUMMED_WITH + salt + limits
        body = _locked(body, password, head)
    return f"{_COMMENT}{base64.b64encode(head + body).decode()}\n"


def read_secret(raw: bytes, ask: Callable[[], str]) -> SecretKey:
    """Read such a file; `ask` gives the password where it is locked. Raises BundleError."""
    lines = raw.decode("utf-8", "replace").split()
    try:
        decoded = base64.b64decode(lines[-1] if lines else "", validate=True)
    except (binascii.Error, ValueError):
        decoded = b""
    head, body = decoded[:_HEAD], decoded[_HEAD:]
    known = head[:2] == _SIGNED_WITH and head[2:4] in (_OPEN, _SCRYPT) and head[4:6] == _SUMMED_WITH
    if len(body) != _BODY or not known:
        raise BundleError("私钥读不出来：要用 anjian key new 生成的 .key 文件。")
    if head[2:4] == _SCRYPT:
        body = _locked(body, ask(), head)
    key = SecretKey(body[:8], body[8:40])
    # minisign leaves the sum out of a key without a password; the public half always tells.
    summed = body[72:] == (_sum(body) if head[2:4] == _SCRYPT or any(body[72:]) else bytes(32))
    if not summed or key.public().key != body[40:72]:
        raise BundleError("私钥的密码不对，或者文件已损坏。")
    return key


def write_pair(place: Path, key: SecretKey, password: str = "") -> tuple[Path, Path]:
    """Write NAME.key, readable by its owner alone, and NAME.pub; never over a file.

    Raises DiskError where one of them exists or the disk refuses.
    """
    secret, public = (place.with_name(f"{place.name}{end}") for end in (".key", ".pub"))
    for path in (secret, public):
        if path.exists() or path.is_symlink():
            raise DiskError(f"{path} 已经有了，不覆盖；换一个名称。")
    made: list[Path] = []
    try:
        for path, text, mode in (
            (secret, secret_text(key, password), 0o600),
            (public, key.public().text(), 0o644),
        ):
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
            made.append(path)
            with os.fdopen(handle, "w", encoding="ascii", newline="\n") as file:
                file.write(text)
    except OSError as error:
        for path in made:
            path.unlink(missing_ok=True)
        raise DiskError(f"写不出 {secret}：{reason(error)}。") from error
    return secret, public


def read_public(path: Path) -> PublicKey:
    """Read a public key from a file; raises BundleError, DiskError."""
    return PublicKey.read(_read(path))


def read_key(path: Path, ask: Callable[[], str]) -> SecretKey:
    """Read a secret key from a file; raises BundleError, DiskError."""
    return read_secret(_read(path), ask)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(4096)
    except OSError as error:
        raise DiskError(f"{path} 打不开：{reason(error)}。") from error


def _sum(body: bytes) -> bytes:
    return hashlib.blake2b(_SIGNED_WITH + body[:72], digest_size=32).digest()


def _locked(body: bytes, password: str, head: bytes) -> bytes:
    """Lock what is open, open what is locked: both add the same stream."""
    salt = head[6:38]
    operations, memory = (int.from_bytes(head[at : at + 8], "little") for at in (38, 46))
    if not 0 < memory <= _MOST_MEMORY or not 0 < operations < 1 << 40:
        raise BundleError("私钥读不出来：要的内存太多。")
    cost, parallel = _parameters(operations, memory)
    stream = hashlib.scrypt(
        password.encode(),
        salt=salt,
        n=cost,
        r=_BLOCK,
        p=parallel,
        maxmem=_MOST_MEMORY + (64 << 20),
        dklen=_BODY,
    )
    return bytes(one ^ other for one, other in zip(body, stream, strict=True))


def _parameters(operations: int, memory: int) -> tuple[int, int]:
    """N and p of scrypt. Source: pickparams of libsodium, crypto_pwhash/scryptsalsa208sha256."""
    operations = max(operations, 32_768)
    if operations < memory // 32:
        return _power(operations // (_BLOCK * 4)), 1
    cost = _power(memory // (_BLOCK * 128))
    return cost, max(1, min(operations // 4 // cost, 0x3FFFFFFF) // _BLOCK)


def _power(most: int) -> int:
    """The first power of two, from 2, that is more than half of `most`."""
    power = 2
    while power <= most // 2:
        power *= 2
    return power

"""Ed25519 signatures in the file format of minisign.

Why minisign: key, signature and check need one small file each and no network, no certificates
and no clock; and the same files are read by an independent program, so that nobody has to believe
ours. The format: https://jedisct1.github.io/minisign/, signatures of the kind "ED", which sign the
BLAKE2b-512 of the file.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass

from Cryptodome.PublicKey import ECC
from Cryptodome.Signature import eddsa

from .problem import BundleError

_PURE, _HASHED = b"Ed", b"ED"
_UNTRUSTED = "untrusted comment: "
_TRUSTED = "trusted comment: "
_NUMBER, _KEY, _SIGNATURE = 8, 32, 64


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What a signature is checked with; `number` is the eight bytes that name a pair of keys."""

    number: bytes
    key: bytes

    @property
    def name(self) -> str:
        """The number as minisign prints it."""
        return key_name(self.number)

    def text(self) -> str:
        """The contents of a file with the extension .pub."""
        line = base64.b64encode(_PURE + self.number + self.key).decode()
        return f"{_UNTRUSTED}minisign public key {self.name}\n{line}\n"

    @classmethod
    def read(cls, raw: bytes) -> PublicKey:
        """Read such a file, or its second line alone; raises BundleError."""
        lines = _lines(raw)
        decoded = _decoded(lines[-1] if lines else "")
        if len(decoded) != len(_PURE) + _NUMBER + _KEY or not decoded.startswith(_PURE):
            raise BundleError("公钥读不出来：要用 anjian key new 生成的 .pub 文件。")
        return cls(decoded[2:10], decoded[10:])


@dataclass(frozen=True, slots=True, repr=False)
class SecretKey:
    """What signs: the seed of Ed25519, 32 bytes, and the number of the pair."""

    number: bytes
    seed: bytes

    def public(self) -> PublicKey:
        """The other key of the pair."""
        return PublicKey(self.number, _signing(self.seed).public_key().export_key(format="raw"))


def key_name(number: bytes) -> str:
    """The number of a pair of keys as minisign prints it."""
    return number[::-1].hex().upper()


def sign(content: bytes, key: SecretKey, comment: str) -> bytes:
    """Return the signature file of `content`; `comment` is one line of ASCII, signed as well."""
    signer = eddsa.new(_signing(key.seed), "rfc8032")
    signature = signer.sign(_digest(content))
    whole = signer.sign(signature + comment.encode("ascii"))
    lines = [
        f"{_UNTRUSTED}signature from {key_name(key.number)}",
        base64.b64encode(_HASHED + key.number + signature).decode(),
        f"{_TRUSTED}{comment}",
        base64.b64encode(whole).decode(),
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def signer_of(raw: bytes) -> bytes:
    """The number of the pair of keys that a signature file names; raises BundleError."""
    return _parts(raw)[0]


def verify_signature(content: bytes, raw: bytes, key: PublicKey) -> str:
    """Return the signed comment; raises BundleError where the signature does not hold."""
    number, signature, comment, whole = _parts(raw)
    if number != key.number:
        raise BundleError(f"签名用的是另一把钥匙：{key_name(number)}，给的公钥是 {key.name}。")
    try:
        checker = eddsa.new(eddsa.import_public_key(key.key), "rfc8032")
        checker.verify(_digest(content), signature)
        checker.verify(signature + comment.encode(), whole)
    except ValueError:
        raise BundleError("签名不对：文件清单或签名已改动。") from None
    return comment


def _parts(raw: bytes) -> tuple[bytes, bytes, str, bytes]:
    lines = _lines(raw)
    if len(lines) == 4 and lines[2].startswith(_TRUSTED):
        signature, whole = _decoded(lines[1]), _decoded(lines[3])
        if signature.startswith(_HASHED) and len(signature) == 2 + _NUMBER + _SIGNATURE:
            return signature[2:10], signature[10:], lines[2][len(_TRUSTED) :], whole
    raise BundleError("签名文件读不出来，已改动或损坏。")


def _lines(raw: bytes) -> list[str]:
    try:
        return raw.decode("utf-8").replace("\r\n", "\n").removesuffix("\n").split("\n")
    except UnicodeDecodeError:
        return []


def _decoded(line: str) -> bytes:
    """The bytes of one line; b"" where it is not written as the format wants it."""
    try:
        decoded = base64.b64decode(line, validate=True)
    except (binascii.Error, ValueError):
        return b""
    # Two spellings of the same bytes would let a changed file pass.
    return decoded if base64.b64encode(decoded).decode() == line else b""


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content).digest()


def _signing(seed: bytes) -> ECC.EccKey:
    return eddsa.import_private_key(seed)

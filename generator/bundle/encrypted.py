"""ZIP files with a password: AES-256 as WinZip defined it, which 7-Zip and WinRAR open.

What is packed cannot be read without the password, and a changed byte of it is noticed. The
names of the files can be read by anybody: the format leaves them open.
"""

from __future__ import annotations

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import pyzipper
from typing_extensions import Self

from .archive import (
    MOST_IN_ONE,
    MOST_MEMBERS,
    SEAL_LENGTH,
    Moment,
    is_sealed,
    refuse_names,
    seal_of,
)
from .member_names import shown
from .problem import BundleError, PasswordError

_LOCKED = 1
_UTF8 = 0x800
_BAD = (
    *(zipfile.BadZipFile, pyzipper.BadZipFile, zlib.error, struct.error),
    *(EOFError, ValueError, LookupError),
)
"""What the library may raise for a damaged archive."""


def is_encrypted(path: Path) -> bool:
    """Whether the first file in an archive is packed with a password."""
    with path.open("rb") as file:
        head = file.read(8)
    return head[:4] == b"PK\3\4" and bool(head[6] & _LOCKED) if len(head) == 8 else False


def write_encrypted(
    target: BinaryIO, files: Iterable[tuple[str, bytes]], moment: Moment, password: str
) -> None:
    """Write files in the order of their names; each run gives other bytes, as salts must differ.

    `target` must be open for reading, too. Raises BundleError where there are too many files.
    """
    names = []
    with pyzipper.AESZipFile(
        target, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES
    ) as archive:
        archive.setpassword(password.encode())
        archive.comment = seal_of("0" * 64)
        for name, content in files:
            info = archive.zipinfo_cls(name, moment)
            info.compress_type = pyzipper.ZIP_DEFLATED
            info.external_attr = 0o100644 << 16
            archive.writestr(info, content)
            names.append(name)
    if len(names) > MOST_MEMBERS:
        raise BundleError("文件太多：一个 zip 最多装 65534 个文件。请减少附件。")
    refuse_names(names)
    _seal(target)


def _seal(target: BinaryIO) -> None:
    length = target.seek(0, 2) - SEAL_LENGTH
    target.seek(0)
    digest = hashlib.sha256()
    while length > 0:
        piece = target.read(min(1 << 20, length))
        digest.update(piece)
        length -= len(piece)
    target.seek(0, 1)
    target.write(seal_of(digest.hexdigest()))


class EncryptedArchive:
    """An archive that was written by `write_encrypted`; raises BundleError for any other."""

    def __init__(self, path: Path, password: str) -> None:
        self._file = path.open("rb")
        try:
            self._archive = pyzipper.AESZipFile(self._file)
            infos = self._archive.infolist()
            self._sizes = {info.filename: info.file_size for info in infos}
            wrong = any(
                info.is_dir()
                or not info.flag_bits & _LOCKED
                or (not info.filename.isascii() and not info.flag_bits & _UTF8)
                or info.orig_filename != info.filename
                or info.file_size > MOST_IN_ONE
                for info in infos
            )
            if wrong:
                raise _unreadable()
            refuse_names([info.filename for info in infos])
            self._archive.setpassword(password.encode())
        except (*_BAD, OSError, NotImplementedError) as error:
            self._file.close()
            raise error if isinstance(error, BundleError) else _unreadable() from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._archive.close()
        self._file.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of all files, in order."""
        return tuple(self._sizes)

    def read(self, name: str) -> bytes:
        """Return the bytes of a file; raises BundleError where they are not those packed."""
        try:
            with self._archive.open(name) as file:
                content: bytes = file.read(self._sizes[name] + 1)
        except RuntimeError as error:
            if "password" in str(error).lower():
                raise PasswordError("密码不对。") from None
            raise BundleError(f"{shown(name)} 已损坏") from None
        except (*_BAD, OSError, NotImplementedError):
            raise BundleError(f"{shown(name)} 已损坏") from None
        if len(content) != self._sizes[name]:
            raise BundleError(f"{shown(name)} 已损坏")
        return content

    def sealed(self) -> bool:
        """Whether every byte of the archive is as it was written."""
        return is_sealed(self._file)


def _unreadable() -> BundleError:
    return BundleError("这个加密的 zip 读不出来：没有传完、已损坏，或者不是 anjian pack 写的。")

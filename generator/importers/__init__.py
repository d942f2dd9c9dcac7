"""Floor 3: source texts to records with an account of what was lost.

A new source format is one new file in `readers/` with a READER, a new kind of record to import
is one new file here with an IMPORTER; there is no list to edit.
"""

from __future__ import annotations

import importlib
import pkgutil

from ..base.finding import Finding
from . import readers
from .draft import Importer
from .source import Reader, Source, file_name, refusal


def all_readers() -> list[Reader]:
    """Return the reader of every source format, in the order in which they are asked."""
    names = sorted(module.name for module in pkgutil.iter_modules(readers.__path__))
    modules = [importlib.import_module(f"{readers.__name__}.{name}") for name in names]
    found = [module.READER for module in modules if hasattr(module, "READER")]
    return sorted(found, key=lambda reader: reader.order)


def all_importers() -> list[Importer]:
    """Return the importer of every kind of record that can be imported, sorted by kind."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return [module.IMPORTER for module in modules if hasattr(module, "IMPORTER")]


def supported_suffixes() -> tuple[str, ...]:
    """Return the file name endings that can be imported, in small letters, with the dot."""
    return tuple(suffix for reader in all_readers() for suffix in reader.suffixes)


def read_source(raw: bytes, path: str) -> Source | Finding:
    """Read one file with the reader of its format; a finding says why it was refused."""
    if not raw:
        return refusal(path, "I102", "文件是空的", "检查是不是选错了文件，或者没有下载完。")
    for reader in all_readers():
        if reader.claims(raw, path):
            return reader.read(raw, path)
    return refusal(
        path,
        "I101",
        f"不认识「{file_name(path)}」这种文件",
        "支持 Markdown（.md）、纯文本（.txt）和 Word（.docx）；请另存为其中一种。",
    )

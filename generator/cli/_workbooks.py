"""What the commands about workbooks share: the kinds that have ledgers, and the library."""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path
from typing import Any

from ..base.record import Record
from ..records import all_kinds
from ..workbooks import is_ledger
from ._kind import chosen_kind
from ._stop import Stop


def ledger_kinds() -> str:
    """Every kind that a workbook can hold, for help texts."""
    return "、".join(
        f"{name}（{kind.label}）" for name, kind in all_kinds().items() if is_ledger(kind)
    )


def ledger_kind(text: str) -> type[Record]:
    """The kind named `text`; raises Stop where it is none that is kept in a ledger."""
    kind = chosen_kind(text)
    if not is_ledger(kind):
        raise Stop(f"{kind.label}不是台账，没有表格。可用的种类：{ledger_kinds()}。")
    return kind


def xlsx_file(path: Path) -> Path:
    """The file to write; raises Stop where its name says that it is something else."""
    if path.suffix.lower() != ".xlsx":
        raise Stop(f"「{path.name}」要以 .xlsx 结尾。")
    if path.is_dir():
        raise Stop(f"「{path}」是文件夹，要写文件名，例如 整改台账.xlsx。")
    return path


def writer() -> Any:
    """The module that writes workbooks, loaded when it is needed; raises Stop without openpyxl."""
    if importlib.util.find_spec("openpyxl") is None:
        raise Stop('写表格还缺 openpyxl：pip install "anjian[office]"。')
    return importlib.import_module("..workbooks.writer", __package__)

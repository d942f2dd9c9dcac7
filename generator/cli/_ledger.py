"""Ledger files: several records as rows of one list, to which one more is added as text."""

from __future__ import annotations

from collections.abc import Mapping

from ..base.decoding import decode_text
from ..base.document import read_document
from ..base.node import Node, Sequence
from ..base.record import Record
from ._stop import Stop


def ledger_file(files: Mapping[str, bytes], model: type[Record], folder: str) -> str | None:
    """Return the ledger below `folder` that takes new rows, None where a new file is needed.

    It is the only one there; among several the one with the usual name, such as units.yaml.
    """
    usual = f"{folder}{model.kind}s.yaml"
    found = [
        path
        for path, raw in files.items()
        if path.startswith(folder) and path.endswith((".yaml", ".yml")) and _rows(raw, path)
    ]
    if usual in found:
        return usual
    if usual in files:
        raise Stop(f"{usual} 读不出一份台账（列表），没有改动；请先运行 anjian check 看问题。")
    return found[0] if len(found) == 1 else None


def appended(raw: bytes, row: str, path: str) -> bytes:
    """Return the ledger with a row at its end; what stands there stays byte by byte."""
    text, _ = decode_text(raw, path)
    node = _rows(raw, path)
    line = text.split("\n")[node.place.line - 1] if node else ""
    indent = line[: node.place.column - 1] if node else ""
    if indent.strip() or not line[len(indent) :].startswith("- "):
        raise Stop(f"{path} 不是每行以「- 」开头的写法，加不进新的一行；请手工添加。")
    ends = "\r\n" if b"\r\n" in raw else "\n"
    start = raw if raw.endswith((b"\n", b"\r")) else raw + ends.encode()
    return start + "".join(f"{indent}{one}{ends}" for one in row.splitlines()).encode()


def _rows(raw: bytes, path: str) -> Node | None:
    text, findings = decode_text(raw, path)
    node = None if findings else read_document(text, path)[0]
    return node if isinstance(node, Sequence) else None

"""Files that are no readable workbook, each with a sentence that says what to do."""

from __future__ import annotations

from ..base.archive import ArchiveProblem

_TO_XLSX = "用 WPS 或 Excel 打开，选「文件 → 另存为」，类型选「Excel 工作簿（*.xlsx）」，再导入。"
_AGAIN = "重新取得这份文件；或用 WPS、Excel 打开后另存为新的 .xlsx，再导入。"
_UNLOCK = (
    "用 WPS 或 Excel 打开，在「文件 → 信息 → 保护工作簿」（WPS 是「文件 → 文档加密」）里去掉密码，"
    "另存为 .xlsx，再导入。"
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MAX_FILE = 64 * 1024 * 1024


class RefusedError(Exception):
    """A file is not read; code, Chinese message and hint are its arguments."""

    def __init__(self, code: str, message: str, hint: str = _AGAIN) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


_SUFFIXES = (
    ((".csv", ".tsv"), "不能直接导入 CSV：它没有工作表，编码、日期也常常被改过"),
    ((".xlsm", ".xltm", ".xlam"), "不能导入带宏的表格"),
    ((".xls", ".et", ".xlt"), "不能导入旧格式的 .xls、.et"),
    ((".xlsb",), "不能导入二进制的 .xlsb"),
    ((".ods", ".numbers"), "不能导入 .ods、.numbers"),
)
OF_ARCHIVES = {
    ArchiveProblem.DAMAGED: ("I302", "表格已损坏，或没有下载完", _AGAIN),
    ArchiveProblem.LOCKED: ("I301", "表格设了密码，读不出来", _UNLOCK),
    ArchiveProblem.CROWDED: ("I303", "表格里的部件多得不正常，没有读取", _AGAIN),
    ArchiveProblem.SWOLLEN: (
        "I303",
        "表格解开后大得不正常，没有读取",
        "如果确实是台账：只复制有内容的行，粘贴到新的表格里，再导入。",
    ),
}


def refuse_by_look(raw: bytes, path: str) -> None:
    """Raise RefusedError where the first bytes or the name say that this is no .xlsx."""
    if not raw:
        raise RefusedError("I302", "文件是空的", "检查是不是选错了文件，或者没有下载完。")
    if len(raw) > MAX_FILE:
        hint = "删去图片和用不到的工作表，或者拆成几份，再导入。"
        raise RefusedError("I303", f"文件太大，上限是 {MAX_FILE // 1024 // 1024} MB", hint)
    if raw.startswith(_OLE):
        if _ENCRYPTED in raw:
            raise RefusedError("I301", "表格设了打开密码，读不出来", _UNLOCK)
        raise RefusedError("I301", _SUFFIXES[2][1], _TO_XLSX)
    name = path.lower()
    for suffixes, message in _SUFFIXES:
        if name.endswith(suffixes):
            raise RefusedError("I301", message, _TO_XLSX)
    if not raw.startswith(b"PK"):
        raise RefusedError("I301", "这不是 Excel 表格（.xlsx）", _TO_XLSX)


def refuse_by_parts(names: frozenset[str]) -> None:
    """Raise RefusedError where the parts of an archive are not those of a plain workbook."""
    lower = {name.lower() for name in names}
    if any(name.endswith(("vbaproject.bin", ".xlm")) or "/macrosheets/" in name for name in lower):
        raise RefusedError("I301", "不能导入带宏的表格", _TO_XLSX)
    if "xl/workbook.bin" in lower:
        raise RefusedError("I301", _SUFFIXES[3][1], _TO_XLSX)
    if "word/document.xml" in lower:
        hint = "台账在 Word 里的，把表格复制到模板里（anjian ledger template），再导入。"
        raise RefusedError("I301", "这是 Word 文档，不是表格", hint)
    if "content.xml" in lower and "mimetype" in lower:
        raise RefusedError("I301", _SUFFIXES[4][1], _TO_XLSX)
    if "[content_types].xml" not in lower:
        raise RefusedError("I301", "这是压缩包，不是 Excel 表格", "先解压，再导入里面的表格。")

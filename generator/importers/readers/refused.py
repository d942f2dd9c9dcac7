"""Formats that are known and refused, each with a sentence that says what to do."""

from __future__ import annotations

import re

from ...base.finding import Finding
from ..source import Reader, Source, refusal

_TO_DOCX = "用 WPS 或 Word 打开，选「文件 → 另存为」，类型选「Word 文档（*.docx）」，再导入。"
_FROM_PAGE = (
    "最好从官方网页复制正文，粘贴到记事本里存成 UTF-8 的 .txt；"
    "或者用 WPS 把它转成 .docx，核对文字后再导入。"
)
_FROM_SCAN = "先用扫描识别软件（OCR）转成文字，逐字核对，存成 .docx 或 .txt 再导入。"
_UNKNOWN = "支持 Markdown（.md）、纯文本（.txt）和 Word（.docx）；请另存为其中一种。"

_UNLOCK = (
    "用 WPS 或 Word 打开，在「文件 → 信息 → 保护文档」（WPS 是「文件 → 文档加密」）里去掉密码，"
    "另存为「Word 文档（*.docx）」，再导入。"
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What files of Office before 2007 begin with, and files of today that have a password."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_OLD_NAMES = (".doc", ".wps", ".wpt", ".dot")

_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "不能导入 PDF：其中文字的次序和分段不可靠", _FROM_PAGE),
    (_OLE, "不能导入旧格式的 .doc、.wps", _TO_DOCX),
    (b"{\\rtf", "不能导入 RTF 文件", _TO_DOCX),
    (b"\x89PNG", "这是图片（扫描件），里面没有文字", _FROM_SCAN),
    (b"\xff\xd8\xff", "这是图片（扫描件），里面没有文字", _FROM_SCAN),
    (b"GIF8", "这是图片（扫描件），里面没有文字", _FROM_SCAN),
    (b"II*\x00", "这是图片（扫描件），里面没有文字", _FROM_SCAN),
    (b"MM\x00*", "这是图片（扫描件），里面没有文字", _FROM_SCAN),
    (b"BM", "这是图片（扫描件），里面没有文字", _FROM_SCAN),
    (b"Rar!", "不能导入压缩包", "先解压，再导入里面的文件。"),
    (b"7z\xbc\xaf", "不能导入压缩包", "先解压，再导入里面的文件。"),
    (b"\x1f\x8b", "不能导入压缩包", "先解压，再导入里面的文件。"),
)
_SUFFIXES: tuple[tuple[tuple[str, ...], str, str], ...] = (
    ((".pdf",), _MAGIC[0][1], _FROM_PAGE),
    (_OLD_NAMES, "不能导入旧格式的 .doc、.wps", _TO_DOCX),
    ((".docm", ".dotm", ".dotx"), "不能导入带宏的 Word 文件或模板", _TO_DOCX),
    ((".rtf", ".odt"), "不能导入 RTF、ODT 文件", _TO_DOCX),
    ((".ofd", ".caj", ".ceb"), "不能导入版式文件（OFD、CAJ、CEB）", _FROM_PAGE),
    ((".html", ".htm", ".mht", ".mhtml"), "不能导入网页文件", _FROM_PAGE),
    (
        (".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic"),
        _MAGIC[3][1],
        _FROM_SCAN,
    ),
    (
        (".xls", ".xlsx", ".csv", ".et"),
        "这里不能导入表格文件",
        "案例和法规请存成 .docx 或 .txt 再导入。",
    ),
    ((".ppt", ".pptx", ".dps"), "不能导入演示文稿", "把正文复制到 .docx 或 .txt 再导入。"),
    ((".zip", ".rar", ".7z", ".gz", ".tar"), "不能导入压缩包", "先解压，再导入里面的文件。"),
)  # fmt: skip
_WEB_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|\?xml)", re.IGNORECASE)


def _why(raw: bytes, path: str) -> tuple[str, str] | None:
    if raw.startswith(_OLE) and _ENCRYPTED in raw:
        return "文件设了打开密码，读不出来", _UNLOCK
    if raw.startswith(_OLE) and path.lower().endswith(".docx"):
        return "文件名是 .docx，里面却是旧格式的 .doc、.wps（没有设密码）", _TO_DOCX
    if raw.startswith(_ZIP) and path.lower().endswith(_OLD_NAMES):
        # Only the name is old: the reader of today's format looks into it.
        return None
    for magic, message, hint in _MAGIC:
        if raw.startswith(magic) and not (magic == b"BM" and raw[6:10] != b"\x00" * 4):
            return message, hint
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return _MAGIC[3][1], _FROM_SCAN
    for suffixes, message, hint in _SUFFIXES:
        if path.lower().endswith(suffixes):
            return message, hint
    if _WEB_PAGE.match(raw[:200]):
        return "不能导入网页文件", _FROM_PAGE
    return None


def _claims(raw: bytes, path: str) -> bool:
    return _why(raw, path) is not None


def read(raw: bytes, path: str) -> Source | Finding:
    """Refuse the file with the sentence that fits its format."""
    message, hint = _why(raw, path) or ("不认识这种文件", _UNKNOWN)
    return refusal(path, "I101", message, hint)


READER = Reader("不支持的格式", (), _claims, read, order=10)

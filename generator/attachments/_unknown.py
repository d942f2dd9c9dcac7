"""Files that no module takes, and files that are not what their ending says."""

from __future__ import annotations

from dataclasses import dataclass

from ._examined import Problem

_OFFICE = "用 WPS 或 Office 打开，选「文件 → 另存为」，存成 {} 再放进 docs/。"
_HINTS = {
    **dict.fromkeys(("doc", "wps", "wpt", "rtf", "odt", "dot"), _OFFICE.format(".docx 或 PDF")),
    **dict.fromkeys(("xls", "et", "ett", "ods", "xlsb"), _OFFICE.format(".xlsx 或 PDF")),
    **dict.fromkeys(("ppt", "dps", "dpt", "odp", "pps"), _OFFICE.format(".pptx 或 PDF")),
    **dict.fromkeys(("bmp", "tif", "tiff", "heic", "emf", "wmf"), "另存为 PNG 或 JPG 图片。"),
    **dict.fromkeys(("avif", "jxl", "psd", "wdp"), "另存为 PNG 或 JPG 图片。"),
    **dict.fromkeys(("rar", "7z", "gz", "tar", "bz2", "xz"), "解压后重新打成 .zip。"),
    **dict.fromkeys(
        ("mp4", "mov", "avi", "mkv", "wmv", "mp3", "wav", "m4a", "m4v", "webm"),
        "音频和视频不随网站发布；写明存放的地方，或者改放截图和文字稿。",
    ),
    **dict.fromkeys(("html", "htm", "xml", "mht"), "内容写成 docs/ 里的 .md 页面，或另存为 PDF。"),
    **dict.fromkeys(("yaml", "yml"), "记录放进它那一种的文件夹，不要放进 docs/。"),
    **dict.fromkeys(("exe", "msi", "bat", "cmd", "ps1", "vbs", "lnk"), "程序不随网站发布。"),
}
_GENERAL = "另存为 docx、xlsx、pptx、pdf、png 或 jpg。"


def unknown(ending: str) -> Problem:
    """Return the problem of a format that cannot be looked into, with what to save it as."""
    shown = f"「.{ending[:12]}」" if ending else "没有扩展名的文件"
    message = f"{shown}里有什么不能检查，所以不发布"
    return Problem("P308", message, _HINTS.get(ending, _GENERAL))


def damaged(message: str = "文件已损坏，或没有下载完，没有检查") -> Problem:
    """Return the problem of a file that cannot be read."""
    hint = "用原来的程序打开看看，另存一份再放进来；打不开就重新取得。"
    return Problem("P307", message, hint)


@dataclass(frozen=True, slots=True)
class RealFormat:
    """What the first bytes of a file say that it is."""

    label: str
    endings: tuple[str, ...]

    def disguised_as(self, ending: str) -> bool:
        """Whether a file with this ending should not begin so."""
        return ending not in self.endings

    def problem(self, ending: str) -> Problem:
        """Return the problem of a file whose ending says something else."""
        message = f"内容是{self.label}，扩展名却是「.{ending}」，没有检查"
        known = self.endings[0] if self.endings else ""
        hint = f"把扩展名改成 .{known}。" if known else _OFFICE.format("docx、xlsx、pptx 或 PDF")
        return Problem("P307", message, hint)


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_OFFICE = Problem("P307", "文件设了打开密码，不能检查", "去掉密码，另存一份再放进来。")
_STARTS = (
    (b"\xff\xd8\xff", RealFormat(" JPG 图片", ("jpg", "jpeg", "jpe", "jfif"))),
    (b"\x89PNG\r\n", RealFormat(" PNG 图片", ("png",))),
    (b"GIF8", RealFormat(" GIF 图片", ("gif",))),
    (b"%PDF-", RealFormat(" PDF 文件", ("pdf",))),
    (_OLE, RealFormat("旧版 Office 文件", ())),
)


class _LockedOffice(RealFormat):
    """An Office file with a password: an old container around the encrypted new one."""

    __slots__ = ()

    def problem(self, ending: str) -> Problem:
        """Return that the file has a password."""
        del ending
        return _LOCKED_OFFICE


def real_format(raw: bytes) -> RealFormat | None:
    """Return what a file is by its first bytes, None where they do not say."""
    if raw.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in raw:
        return _LockedOffice("", ())
    for start, real in _STARTS:
        if raw.startswith(start):
            return real
    return None

"""Office files that may hold macros, and templates: never published."""

from __future__ import annotations

from ._examined import Budget, Examined, Refused

ENDINGS = (
    *("docm", "dotm", "dotx", "xlsm", "xltm", "xltx", "xlam"),
    *("pptm", "potm", "potx", "ppsm", "ppsx", "ppam"),
)


def examine(name: str, raw: bytes, budget: Budget) -> Examined:
    """Refuse the file, whatever is in it."""
    del raw, budget
    ending = name.rpartition(".")[2].lower()
    usual = {"d": "docx", "x": "xlsx", "p": "pptx"}[ending[0]]
    what = "带宏的文件" if ending.endswith("m") else "模板和放映文件"
    hint = f"用 WPS 或 Office 打开，选「文件 → 另存为」，存成不带宏的 .{usual}。"
    raise Refused("P306", f"{what}（.{ending}）不发布", hint)

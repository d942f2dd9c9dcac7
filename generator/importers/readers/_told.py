"""What of a Word file was treated specially, said to the person who imports it."""

from __future__ import annotations

from collections import Counter

from ...base.finding import Finding
from ..source import notice

_TOLD = (
    ("插入", "有修订：{} 处插入的文字按已接受处理"),
    ("删除", "有修订：{} 处删除的文字没有导入"),
    ("隐藏文字", "有隐藏文字 {} 处，没有导入"),
    ("批注", "有批注 {} 条，没有导入"),
    ("图片", "有图片 {} 张，没有导入"),
    ("嵌入", "有嵌入的文件 {} 个，没有导入"),
    ("注音", "有拼音注音 {} 处，没有导入"),
    ("符号", "有特殊符号 {} 个，请核对"),
    ("文本框", "有文本框 {} 个，文字放在所在段落之后"),
    ("脚注", "有脚注、尾注 {} 条，文字放在所在段落之后"),
)


def told_findings(path: str, told: Counter[str], unseen: int) -> list[Finding]:
    """Return a notice for every kind of content that is not plain text, with its number."""
    findings = [
        notice(path, "I203", message.format(told[kind]), hint="请打开原文核对。")
        for kind, message in _TOLD
        if told[kind]
    ]
    if unseen:
        findings.append(notice(path, "I202", f"去掉了 {unseen} 个看不见的字符"))
    return findings

"""What of a Word file was treated specially, said to the person who imports it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from ...base.finding import Finding, Level
from ...base.xml_elements import local
from ..source import notice
from ._package import Package

_TOLD = (
    ("隐藏文字", "有隐藏文字 {} 处，没有导入"),
    ("批注", "有批注 {} 条，没有导入"),
    ("嵌入", "有嵌入的文件 {} 个，没有导入"),
    ("注音", "有拼音注音 {} 处，没有导入"),
    ("符号", "有特殊符号 {} 个，请核对"),
    ("艺术字", "有艺术字 {} 处，作为普通文字导入"),
    ("文本框", "有文本框 {} 个，文字放在所在段落之后"),
    ("脚注", "有脚注、尾注 {} 条，文字放在所在段落之后"),
    ("链接", "有网址链接 {} 个，只保留了文字"),
)
_LOADING_HINT = "选中它，按 Ctrl+Shift+F9 变成普通文字或图片，核对后再导入。"
_SHOWN = 60


def told_findings(
    path: str, told: Counter[str], first: Mapping[str, int], unseen: int
) -> list[Finding]:
    """Return a notice for every kind of content that is not plain text, with its number.

    `first` says in which paragraph a kind was met first.
    """
    findings = [
        notice(
            path, "I203", message.format(told[kind]), hint="请打开原文核对。",
            line=first.get(kind, 0),
        )
        for kind, message in _TOLD
        if told[kind]
    ]  # fmt: skip
    if told["外部域"]:
        message = f"有引用文件外面内容的域 {told['外部域']} 处，只保留了显示的文字"
        findings.append(_external(path, message, first.get("外部域", 0)))
    if unseen:
        findings.append(notice(path, "I202", f"去掉了 {unseen} 个看不见的字符"))
    return findings


def external_findings(path: str, package: Package) -> list[Finding]:
    """Return a warning for each kind of content that the document fetches from outside."""
    counted: Counter[str] = Counter(
        relation.role
        for relations in package.relations.values()
        for relation in relations.values()
        if relation.external and relation.role not in ("hyperlink", "image")
    )
    words = {"attachedTemplate": "模板", "oleObject": "链接的对象", "subDocument": "子文档"}
    return [
        _external(path, f"引用文件外面的{words.get(role, '内容')} {number} 处，没有读取", 0)
        for role, number in sorted(counted.items())
    ]


def left_out(path: str, package: Package) -> tuple[list[tuple[str, str]], list[Finding]]:
    """Return texts that stand outside of the body by kind, and what is said about them."""
    texts = [
        *(("页眉、页脚", _words(root)) for root in package.margins),
        *(("图示、图表里的文字", _words(root)) for root in package.drawings),
    ]
    found = [(kind, text) for kind, text in dict.fromkeys(texts) if text]
    findings = []
    for kind, text in found:
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"
        findings.append(notice(path, "I203", f"{kind}没有导入：{shown}", hint="要用的请手工补上。"))
    return found, findings


def _words(root: Element) -> str:
    pieces = ("".join((one.text or "").split()) for one in root.iter() if local(one.tag) == "t")
    return " ".join(piece for piece in pieces if piece)


def _external(path: str, message: str, line: int) -> Finding:
    return notice(path, "I205", message, hint=_LOADING_HINT, line=line, level=Level.WARNING)

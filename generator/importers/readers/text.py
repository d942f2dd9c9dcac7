"""Markdown and plain text: one line is one paragraph, headings by `#` or an underline."""

from __future__ import annotations

import re

from ...base.decoding import place_of
from ...base.finding import Finding, Level
from ..source import (
    INVISIBLE,
    ODD_BREAK,
    Account,
    Paragraph,
    Reader,
    Source,
    file_name,
    notice,
    refusal,
)

MAX_BYTES = 8 * 1024 * 1024
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_HEADING = re.compile(r"(#{1,6})[ \t\u3000]*([^#\s].*?)[ \t\u3000]*(#*)")
_RULE = re.compile(r"([-*_=])(?:[ \t]*\1){2,}")
_SPACE = r"(?:\s|&(?:nbsp|emsp|ensp|thinsp);|&#(?:160|12288|8195);|<br[ \t]*/?>)"
_EDGES = re.compile(rf"^{_SPACE}+|{_SPACE}+$")
_STRONG = re.compile(r"(\*\*|__)\s*((?:(?!\1).)+?)\s*\1")
_HINT = "用记事本打开，选「文件 → 另存为」，在「编码」一栏选 UTF-8 再保存，然后重新导入。"


def _claims(raw: bytes, name: str) -> bool:
    del raw
    return name.lower().endswith(READER.suffixes)


def read(raw: bytes, path: str) -> Source | Finding:
    """Read a text file, UTF-8, or GB18030 or UTF-16 with a notice."""
    if len(raw) > MAX_BYTES:
        size = f"{len(raw) / 1024 / 1024:.1f} MB"
        return refusal(path, "I103", f"文件太大：{size}，上限是 8 MB", "把它拆成几个文件再导入。")
    decoded = _decode(raw, path)
    if isinstance(decoded, Finding):
        return decoded
    text, findings = decoded
    text = ODD_BREAK.sub("\n", text)
    return _source(text, path, findings)


def _decode(raw: bytes, path: str) -> tuple[str, list[Finding]] | Finding:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = raw.decode("utf-16")
        except UnicodeDecodeError:
            return refusal(path, "I102", "文件已损坏：UTF-16 编码不完整", "重新取得这份文件。")
        return text, [notice(path, "I201", "文件是 UTF-16 编码，已转换")]
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        mostly = raw.decode("utf-8", "replace")
        broken = mostly.count("\ufffd")
        if broken * 50 < len(mostly):
            before = raw[: error.start].decode("utf-8", "replace")
            place = place_of(before, len(before))
            return Finding(
                path, "I102", "这里有损坏的字节，不是完整的 UTF-8", hint=_HINT, place=place
            )
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        return refusal(path, "I102", "文件不是文字，或者已经损坏", _HINT)
    message = "文件是 GBK（GB18030）编码，已按此读取；请核对有没有乱码"
    return text, [notice(path, "I201", message, hint="建议先另存为 UTF-8。")]


def _source(text: str, path: str, findings: list[Finding]) -> Source | Finding:
    if "\x00" in text:
        return refusal(path, "I102", "文件不是文字，或者已经损坏", _HINT)
    unseen = INVISIBLE.findall(text)
    dropped: list[tuple[str, str]] = [("看不见的字符", "".join(unseen))] if unseen else []
    if unseen:
        codes = "、".join(f"U+{ord(one):04X}" for one in dict.fromkeys(unseen[:20]))
        findings.append(notice(path, "I202", f"去掉了 {len(unseen)} 个看不见的字符：{codes}"))
    if "\ufffd" in text:
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        message = "有转换时已经丢失的字（显示为「\ufffd」），请对照原文补上"
        findings.append(notice(path, "I202", message, line=line, level=Level.WARNING))
    clean = INVISIBLE.sub("", text)
    comments: dict[int, str] = {}
    for found in _COMMENT.finditer(clean):
        comments[clean.count("\n", 0, found.end())] = found[1].strip()
        dropped.append(("注释", found[0]))
    lines = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), clean).split("\n")
    added: list[tuple[str, str]] = []
    paragraphs = _paragraphs(lines, comments, dropped, added)
    if not paragraphs:
        return refusal(path, "I102", "文件里没有文字", "检查是不是选错了文件。")
    account = Account(tuple(dropped), tuple(added))
    return Source(path, file_name(path), tuple(paragraphs), text, account, tuple(findings))


def _paragraphs(
    lines: list[str],
    comments: dict[int, str],
    dropped: list[tuple[str, str]],
    added: list[tuple[str, str]],
) -> list[Paragraph]:
    found: list[Paragraph] = []
    comment, adjacent = "", False
    for number, line in enumerate(lines):
        comment = comments.get(number, comment)
        text = _EDGES.sub("", line)
        if text != line.strip():
            dropped.append(("空白记号", "".join(_EDGES.findall(line))))
        if not text:
            adjacent = False
            continue
        rule = _RULE.fullmatch(text)
        if rule:
            dropped.append(("分隔线", text))
            if adjacent and rule[1] in "=-" and not found[-1].level:
                before = found[-1]
                level = 1 if rule[1] == "=" else 2
                added.append(("标题记号", "#" * level))
                found[-1] = Paragraph(
                    before.text, before.line, level, mark="#" * level, comment=before.comment
                )
            continue
        found.append(_paragraph(text, number + 1, comment, dropped))
        comment, adjacent = "", True
    return found


def _paragraph(text: str, line: int, comment: str, dropped: list[tuple[str, str]]) -> Paragraph:
    heading = _HEADING.fullmatch(text)
    if heading:
        if heading[3]:
            dropped.append(("标题记号", heading[3]))
        return Paragraph(
            heading[2], line, len(heading[1]), mark=heading[1], comment=comment,
            strong=bool(_STRONG.fullmatch(heading[2])),
        )  # fmt: skip
    row = text.startswith("|") and text.endswith("|") and len(text) > 1
    strong = bool(_STRONG.fullmatch(text))
    return Paragraph(text, line, strong=strong, row=row, comment=comment)


READER = Reader("Markdown、纯文本", (".md", ".markdown", ".txt", ".text"), _claims, read, order=90)

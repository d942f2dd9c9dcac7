"""How much Markdown the parser may be given: its running time is quadratic in several signs.

The limits were found by measuring Python-Markdown with the extensions of a site on random and
on chosen text (tests/base/test_markdown_bounds.py keeps the measured shapes).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import NamedTuple

MAX_CHARACTERS = 300_000
MAX_LINES = 10_000
MAX_LINE = 20_000
MAX_BLOCK = 40_000
MAX_BLOCK_LINES = 2_000
MAX_SIGNS = 20_000
MAX_LOOSE = 200
MAX_TAGS = 2_000
MAX_OPEN_TAGS = 50
MAX_HEADINGS = 1_000
MAX_INDENT = 60
MAX_MARKERS = 15

_FENCE = re.compile(
    r"^(?P<fence>~{3,}|`{3,})[ ]*"
    r"(?:\{[^\n]*\}|\.?[\w#.+-]*[ ]*(?:hl_lines=(?:\"[^\"\n]*\"|'[^'\n]*')[ ]*)?)$",
    re.MULTILINE,
)
_LOOSE_BRACKET = re.compile(r"[\[\]]")
_CLOSED_BRACKET = re.compile(r"\[[^\[\]\n]{0,300}\]")
_LINK = re.compile(r"\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\)")
_CODE_SPAN = re.compile(r"(?<![\\`])(`{1,3})(?!`)[^`\n]{1,300}(?<![\\`])\1(?!`)")
_LOOSE_LINK = re.compile(r"\]\(")
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]{0,30})"
    r"(?:\s[^<>\"'\n]{0,500}(?:(?:\"[^\"<>\n]{0,500}\"|'[^'<>\n]{0,500}')[^<>\"'\n]{0,500}){0,20})?/?>"
)
_COMMENT = re.compile(r"<!--(?:(?!-->)[^<]){0,2000}-->")
_DECLARATION = re.compile("<!(?!--)")
_SIGNS = re.compile(r"[\\`*_\[\]!<>&]")
_HEADING = re.compile(r"^(?:\s{0,3}#|\s{0,3}(?:=+|-+)[ ]*$)", re.MULTILINE)
_MARKERS = re.compile(r"[ \t]*(?:(?:[-+*>]|\d{1,9}\.)[ \t]*)*")
_ONE_MARKER = re.compile(r"[-+*>]|\d{1,9}\.")
_BLANK = re.compile(r"\n[ \t]*\n")
_VOID = frozenset(("br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))


class Excess(NamedTuple):
    """What there is too much of, and the position in the text where it became too much."""

    position: int
    what: str


def without_fences(text: str) -> str:
    """Blank out fenced code, which the parser sets aside first; every position stays."""
    if "```" not in text and "~~~" not in text:
        return text
    closers: dict[str, list[int]] = {}
    for found in re.finditer(r"^(~{3,}|`{3,})[ ]*$", text, re.MULTILINE):
        closers.setdefault(found[1], []).append(found.start())
    out, end = [], 0
    for found in _FENCE.finditer(text):
        if found.start() < end:
            continue
        after = closers.get(found["fence"], [])
        index = bisect_right(after, found.end())
        if index == len(after):
            continue
        stop = text.find("\n", after[index])
        stop = len(text) if stop < 0 else stop
        out += [text[end : found.start()], re.sub(r"[^\n]", " ", text[found.start() : stop])]
        end = stop
    return "".join([*out, text[end:]])


def excess(text: str) -> Excess | None:
    """Return the first thing that a page has too much of, None where it can be rendered."""
    if len(text) > MAX_CHARACTERS:
        return Excess(MAX_CHARACTERS, f"页面太长：{len(text)} 个字符，上限是 {MAX_CHARACTERS} 个")
    if text.count("\n") > MAX_LINES:
        return Excess(0, f"页面太长：{text.count(chr(10))} 行，上限是 {MAX_LINES} 行")
    if text.count("```") + text.count("~~~") > MAX_BLOCK_LINES:
        return Excess(0, f"代码围栏太多，上限是 {MAX_BLOCK_LINES} 处")
    visible = without_fences(text)
    return _lines(visible) or _blocks(visible) or _signs(visible) or _tags(visible)


def _lines(text: str) -> Excess | None:
    position = 0
    for line in text.split("\n"):
        if len(line) > MAX_LINE:
            return Excess(position, f"这一行太长：{len(line)} 个字符，上限是 {MAX_LINE} 个")
        lead = _MARKERS.match(line)
        head = lead[0] if lead else ""
        if len(head) > MAX_MARKERS:
            if len(_ONE_MARKER.findall(head)) > MAX_MARKERS:
                return Excess(position, f"这一行开头的列表、引用符号太多，上限是 {MAX_MARKERS} 个")
            indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
            if indent > MAX_INDENT and indent < len(line.expandtabs(4)):
                return Excess(position, f"这一行缩进太深：{indent} 格，上限是 {MAX_INDENT} 格")
        position += len(line) + 1
    return None


def _blocks(text: str) -> Excess | None:
    start = 0
    for found in [*_BLANK.finditer(text), None]:
        end = found.start() if found else len(text)
        if end - start > MAX_BLOCK:
            what = f"这一段太长：{end - start} 个字符，上限是 {MAX_BLOCK} 个"
            return Excess(start, f"{what}；中间空一行就是两段")
        if text.count("\n", start, end) > MAX_BLOCK_LINES:
            return Excess(start, f"这一段太长，上限是 {MAX_BLOCK_LINES} 行；中间空一行就是两段")
        start = end
    return _many(text, _HEADING, MAX_HEADINGS, "标题和横线")


def _signs(text: str) -> Excess | None:
    """Signs in pairs cost little; a loose `[` or `](` makes the parser look through the rest."""
    without_links = _blanked(_LINK, _blanked(_LINK, text))
    loose = _blanked(_CLOSED_BRACKET, _blanked(_CLOSED_BRACKET, without_links))
    return (
        _many(text, _SIGNS, MAX_SIGNS, "有特殊含义的符号")
        or _many(_blanked(_CODE_SPAN, text), re.compile("`"), MAX_LOOSE, "没有成对的「`」")
        or _many(without_links, _LOOSE_LINK, MAX_LOOSE, "没有写完的链接")
        or _many(loose, _LOOSE_BRACKET, MAX_LOOSE, "没有成对的方括号")
    )


def _tags(text: str) -> Excess | None:
    """Tags that are whole cost little; a loose `<` makes the parser look through the rest."""
    declaration = _DECLARATION.search(text)
    if declaration:
        return Excess(declaration.start(), "「<!」会让解析程序出错；正文里写「&lt;!」")
    rest = _blanked(_TAG, _blanked(_COMMENT, text))
    too_many = _many(rest, re.compile("<"), MAX_LOOSE, "没有写完的「<」") or _many(
        text, _TAG, MAX_TAGS, "HTML 标签"
    )
    if too_many:
        return too_many
    still_open: Counter[str] = Counter()
    for found in _TAG.finditer(text):
        name = found["name"].lower()
        if found["end"]:
            still_open[name] = max(0, still_open[name] - 1)
        elif name not in _VOID:
            still_open[name] += 1
            if still_open.total() > MAX_OPEN_TAGS:
                return Excess(found.start(), f"没有结束的 HTML 标签超过 {MAX_OPEN_TAGS} 个")
    return None


def _many(text: str, pattern: re.Pattern[str], limit: int, what: str) -> Excess | None:
    for number, found in enumerate(pattern.finditer(text)):
        if number >= limit:
            return Excess(found.start(), f"{what}太多，上限是 {limit} 个")
    return None


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: " " * len(found[0]), text)

"""Marks of classification, and the words that keep a paper inside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ._any_of import any_of
from .hit import Hit, hit
from .spelled import Spelled

_GAP = r"[ \u3000]{0,4}"
_STAR = "[★☆⭐✩✪✮✭*＊﹡]"
_GRADE = rf"[绝机秘]{_GAP}密"
_YEARS = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十两]{1,3})"
_TERM = rf"(?:{_YEARS}{_GAP}(?:年|个?月|天|日)|长{_GAP}期|启{_GAP}[用封]{_GAP}前|特{_GAP}急)"
_MARK = re.compile(
    rf"{_GRADE}{_GAP}(?:{_STAR}{_GAP}(?:{_TERM})?|[·・—-]{_GAP}{_TERM})"
    rf"|[★☆⭐✩✪✮✭]{_GAP}(?:{_GRADE}(?![\u3400-\u9fff])|长期|启用前)"
)
_TRIGGER_MARK = re.compile(r"[绝机秘][ \u3000]{0,4}密|[★☆]")
_TRIGGER_INSIDE = any_of(
    *("内部(?=[资文材刊参使传读掌学阅交发])", "仅供", "只供", "注意保", "外[传泄]", "扩散", "翻印"),
    *("转发他人", "件[不暂]", "料[不暂]", "不予公开"),
)
"""What no mark is without; the patterns themselves are too slow for every text."""

_OPENING = r"(?:^|(?<=[\n\0]))[ \u3000\t#>*_【\[（(《]{0,8}"
_CLOSING = r"[ \u3000\t*_】\]）)》！!。]{0,8}(?=[\n\0]|\Z)"
_LINE = re.compile(rf"{_OPENING}(?P<mark>{_GRADE}(?:{_GAP}{_TERM})?){_CLOSING}")
_LEVEL = re.compile(rf"密{_GAP}级[:：]{_GAP}(?P<mark>{_GRADE})")
_AT_END = r"(?=[！!。.，,；;）)】\]\n\0]|\Z)"
_KEEP = "(?:外传|外泄|翻印|转载|复制|扩散|公开)"
_INSIDE = re.compile(
    r"内部(?:资料|文件|材料|刊物|文稿|读物|传阅|使用|参考)[,，;；、:： \u3000]{0,3}"
    rf"(?:请?(?:注意|妥善|严格)(?:保存|保管|保密)|(?:请勿|严禁|不得|禁止|不要|切勿){_KEEP})"
    r"|(?:仅供|限|只供)(?:本?单位|机关|系统)?内部"
    r"(?:使用|参考|传阅|掌握|学习|阅读|交流|发行)?(?![\u3400-\u9fff])"
    r"|(?:仅供|只供)领导(?:同志)?(?:参考|参阅)"
    rf"|(?<![\u3400-\u9fff])注意保密{_AT_END}"
    rf"|(?<![\u3400-\u9fff])(?:严禁|请勿|切勿|禁止)(?:外传|外泄|扩散|翻印|转发他人){_AT_END}"
    r"|(?:此件|本件|本文件|本资料|本材料|该件)(?:不|不予|不得|不宜|暂不)(?:公开|对外公开)"
    r"|不予公开(?=[）)】\]\n\0]|\Z)"
)
_INSIDE_LINE = re.compile(
    rf"{_OPENING}(?P<mark>内部(?:资料|文件|材料|刊物|参考|使用)|注意保[密存]){_CLOSING}"
)


def detect(spelled: Spelled, _allowed: frozenset[str] = frozenset()) -> Iterator[Hit]:
    """Yield the marks of a text; what a sentence says of secrets is no mark.

    Source of the form of marks: 国家秘密载体 carry 密级, ★ and 保密期限 side by side.
    """
    text = spelled.text
    if _TRIGGER_MARK.search(text):
        yield from _marks(text)
    if _TRIGGER_INSIDE.search(text):
        for found in _INSIDE.finditer(text):
            if not _is_own_banner(text, found.start()):
                yield hit(text, found.start(), found.end(), "P202", "")
        for found in _INSIDE_LINE.finditer(text):
            yield hit(text, *found.span("mark"), "P202", "")


def _marks(text: str) -> Iterator[Hit]:
    for found in _MARK.finditer(text):
        # Two asterisks are emphasis: **秘密** is a word of the text.
        if not _is_emphasis(found[0]):
            yield hit(text, found.start(), found.end(), "P201", "")
    for found in _LINE.finditer(text):
        # A field that says no more is a word to choose, such as an answer: 绝密, 机密, 秘密.
        if "\n" in (text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]):
            yield hit(text, *found.span("mark"), "P201", "")
    for found in _LEVEL.finditer(text):
        yield hit(text, *found.span("mark"), "P201", "")


def _is_emphasis(mark: str) -> bool:
    stars = re.sub("[^★☆⭐✩✪✮✭]", "", mark)
    return not stars and not re.search(r"[年月天日期前]", mark)


def _is_own_banner(text: str, start: int) -> bool:
    """Whether the words are those of our own pages: 内部版，请勿外传."""
    return re.search("版(?:[，,]含参考答案)?[，,]$", text[max(0, start - 12) : start]) is not None

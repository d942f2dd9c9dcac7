"""What a line of a regulation is: an article, a heading of its outline, an item, an annex."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ..base.numerals import ArticleNumber, to_int
from .source import Paragraph

_N = r"[0-9０-９〇零○一二三四五六七八九十百千两]"
_GAP = r"[ \t\u3000\u00a0]*"
_ARTICLE = re.compile(
    rf"(?P<star>\*\*|__)?(?P<number>第{_GAP}(?:{_N}{_GAP})+条"
    rf"(?:{_GAP}之{_GAP}{_N}+(?=[\s\u3000*_【\[（(：:]|$))?)"
    rf"(?P<end>\*\*|__)?(?P<gap>[\s\u3000]*)(?P<stop>[：:]?)(?P<rest>.*)",
    re.DOTALL,
)
_POINTED = re.compile(r"[、，,；;。]|第[一二三四五六七八九十\d]+(?:款|项)(?!条)")
"""How the text goes on where 第…条 only points at an article, even with a space between."""

_DOUBTFUL = re.compile(r"第[〇零一二三四五六七八九十百千\d]+条[、至和的规]|规定的|所列|所称")
"""How it may go on so; only the very next number is an article then."""

_REFERENCE = re.compile(
    r"第?[0-9〇零一二三四五六七八九十百千]*(?:款|项|目)|规定|所列|所称|所述|[、，,；;。和及与或至到之的中]"
    r"|第[〇零一二三四五六七八九十百千0-9]+条|以及|或者|同时|确定|情形|[（(]"
)
"""How it can go on so where nothing stands between."""

_OUTLINE = re.compile(
    rf"(?P<label>第{_GAP}(?:{_N}{_GAP})+(?P<kind>分编|编|章|节))(?P<gap>[\s\u3000：:]*)(?P<title>.*)"
)
_ITEM = re.compile(
    r"(?P<star>\*\*)?(?P<number>[一二三四五六七八九十百]{1,5})\s*[、.．]\s*(?P<rest>.*)"
)
_ANNEX = re.compile(
    rf"[【\[（(]?(?:附\s*件|附\s*录|附\s*表|附\s*图|附)\s*(?:{_N}{{0,4}}|[A-Z])\s*[】\]）)]?"
    r"\s*(?:[:：].{0,200}|[\s\u3000].{0,60})?"
)
_CONTENTS = re.compile(r"[【\[（(]?目\s*[录次][】\]）)]?\s*[:：]?")
_SENTENCE = re.compile(r"[。；;，,！？”]$")
_PAGE = re.compile(r"[.…·．\s]*[0-9０-９]*$")
_RANKS = {"编": 0, "分编": 0, "章": 1, "节": 2}
LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """A line that begins an article, or could."""

    index: int
    label: str
    """The number as written, without white space."""
    number: ArticleNumber
    rest: str
    signs: str
    sure: bool
    """Whether the number stands apart from the text."""
    doubtful: bool = False
    """Whether the text goes on as after a reference."""


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A heading of the outline."""

    rank: int
    """0 for 编 and 分编, 1 for 章, 2 for 节."""
    part: bool
    """Whether it is a 分编."""
    text: str


def article_line(index: int, one: Paragraph) -> ArticleLine | None:
    """Read a paragraph as the beginning of an article, None where it cannot be one."""
    found = _ARTICLE.fullmatch(one.text)
    if not found or one.row:
        return None
    rest = found["rest"]
    ended = found["end"] or (found["star"] and rest.endswith(found["star"]))
    if found["star"] and not found["end"] and ended:
        rest = rest[: -len(found["star"])]
    sure = bool(found["gap"] or found["end"] or found["stop"] or not rest or rest[0] in "【[")
    if (_POINTED if sure else _REFERENCE).match(rest):
        return None
    label = re.sub(r"\s+", "", found["number"])
    try:
        number = ArticleNumber.parse(label)
    except ValueError:
        return None
    signs = one.mark + (found["star"] or "") + (found["star"] if ended else "") + found["stop"]
    doubtful = _DOUBTFUL.match(rest) is not None
    return ArticleLine(index, label, number, rest.strip(), signs, sure, doubtful)


def outline_line(one: Paragraph) -> OutlineLine | None:
    """Read a paragraph as a heading 第…编, 第…章, 第…节, None where it is none."""
    text = one.plain
    found = _OUTLINE.fullmatch(text)
    if not found or one.row or len(text) > LONGEST_HEADING:
        return None
    title = found["title"].strip()
    if _SENTENCE.search(title) or (not one.level and title and _runs_on(found["gap"], title)):
        return None
    label = re.sub(r"\s+", "", found["label"])
    spaced = f"{label} {_close_up(title)}".strip()
    kind = found["kind"]
    return OutlineLine(_RANKS[kind], kind == "分编", spaced)


def _runs_on(gap: str, title: str) -> bool:
    """Whether 第…章 begins a sentence and not a heading."""
    if re.match(r"[、，,和及至与的或]|规定|所列|所称|第[一二三四五六七八九十]", title):
        return True
    return not gap and len(title) > 30


def _close_up(title: str) -> str:
    """Take out the space that spreads a short title: 总　则 is 总则."""
    words = title.split()
    if len(words) > 1 and all(len(word) == 1 for word in words):
        return "".join(words)
    return " ".join(words)


def item_line(one: Paragraph) -> tuple[int, str, str, str] | None:
    """Read a paragraph as 一、…: its number, the number as written, the text, the signs."""
    found = _ITEM.fullmatch(one.text)
    if not found or one.row:
        return None
    rest = found["rest"]
    star = found["star"] or ""
    if star:
        rest = rest.replace(star, "", 1)
    signs = one.mark + star + star + one.text[len(star) + len(found["number"]) :].lstrip()[:1]
    return to_int(found["number"]), found["number"], rest.strip(), signs


def is_annex(one: Paragraph) -> bool:
    """Whether a line begins an annex."""
    return not one.row and _ANNEX.fullmatch(one.plain) is not None


def is_contents(one: Paragraph) -> bool:
    """Whether a line is the heading of a table of contents."""
    return _CONTENTS.fullmatch(one.plain) is not None


def fold_heading(text: str) -> str:
    """Fold a heading for comparing: width, white space, and the page number of a contents."""
    return _PAGE.sub("", re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)))

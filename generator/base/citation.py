"""Citations of regulations in text: which regulation, which version, which articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .numerals import NUMERAL, ArticleNumber

_NAME = re.compile(r"《([^《》\n]{2,80})》(?:\s*[（(]\s*(\d{4})[^（）()\n]{0,20}[）)])?")
_ARTICLE = re.compile(
    rf"第[ \u3000]?{NUMERAL}{{1,300}}[ \u3000]?条(?:[ \u3000]?之[ \u3000]?{NUMERAL}{{1,3}})?"
)
_BETWEEN = re.compile(r"[\s、，,和及与至第款项（）()一二三四五六七八九十0-9]*")


@dataclass(frozen=True, slots=True)
class Citation:
    """One regulation named in a text, with the articles that follow it."""

    name: str
    year: int | None
    articles: tuple[ArticleNumber, ...]
    start: int
    end: int
    spans: tuple[tuple[int, int], ...] = ()
    """Where each of the articles stands in the text."""
    unread: tuple[str, ...] = ()
    """What looks like an article and has a number that none can have."""


def citations(text: str) -> Iterator[Citation]:
    """Yield the citations in `text` in order; the text itself is never changed."""
    for named in _NAME.finditer(text):
        articles, spans, unread, end = [], [], [], named.end()
        while True:
            gap = _BETWEEN.match(text, end)
            found = _ARTICLE.search(text, end, (gap.end() if gap else end) + 24)
            if not found or not _BETWEEN.fullmatch(text, end, found.start()):
                break
            end = found.end()
            try:
                articles.append(ArticleNumber.parse(found[0]))
                spans.append(found.span())
            except ValueError:
                unread.append(found[0])
        year = int(named[2]) if named[2] else None
        yield Citation(
            named[1], year, tuple(articles), named.start(), end, tuple(spans), tuple(unread)
        )


def fold_name(name: str) -> str:
    """Fold a regulation's name so that its full and its usual form compare equal."""
    folded = re.sub(r"[\s〈〉<>]", "", name)
    return re.sub(r"^(中华人民共和国|中国共产党)", "", folded)

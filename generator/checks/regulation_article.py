"""Articles of a version have numbers of their own, stand in order and say something."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from ..base.finding import Finding, Level, Route
from ..base.numerals import ArticleNumber
from ..base.reference import Reference
from ..library import Library, key_of
from ._finding import about

RULES = (
    ("C282", "同一版本里条文序号不重复"),
    ("C288", "条文按序号从小到大排列"),
    ("C289", "每个版本都有条文，每一条都有文字"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about the articles of every regulation."""
    for record in library.of_kind("regulation"):
        fields: Any = record
        for number, version in enumerate(fields.versions):
            key, route = key_of(record), ("versions", number)
            yield from _articles(library, key, version, (*route, "articles"))
            if not (version.articles or version.preface or version.attachments):
                message = f"版本「{version.id}」没有条文"
                hint = "用 anjian import regulation 导入原文；在此之前，引用只能指到这个版本。"
                yield about(library, key, route, "C289", message, level=Level.NOTICE, hint=hint)


def _articles(library: Library, key: Reference, version: Any, route: Route) -> Iterator[Finding]:
    first: dict[ArticleNumber, int] = {}
    for place, article in enumerate(version.articles):
        if first.setdefault(article.parsed, place) != place:
            message = f"版本「{version.id}」里有两个{article.number}"
            hint = "检查条文序号；新增的条文写成第一百二十条之一。"
            yield about(library, key, (*route, place, "number"), "C282", message, hint=hint)
        if not any(sign.isalnum() for sign in article.text):
            message = f"版本「{version.id}」的{article.number}没有文字"
            hint = "补上原文；已经删去的条文写「（删去）」。"
            way = (*route, place, "text")
            yield about(library, key, way, "C289", message, level=Level.WARNING, hint=hint)
    numbers = list(first)
    for run, message in _misplaced(numbers):
        way = (*route, first[numbers[run]], "number")
        text = f"版本「{version.id}」里{message}"
        hint = "条文按序号从小到大排列；检查序号有没有写错。"
        yield about(library, key, way, "C288", text, level=Level.WARNING, hint=hint)


def _misplaced(numbers: Sequence[ArticleNumber]) -> Iterator[tuple[int, str]]:
    """The fewest articles that stand in the wrong place, each run of them with where it stands."""
    if all(one < other for one, other in pairwise(numbers)):
        return
    kept = _longest_rise(numbers)
    for before, after in zip([-1, *kept], [*kept, len(numbers)], strict=True):
        if after - before > 1:
            one, last = numbers[before + 1], numbers[after - 1]
            what = (
                str(one) if after - before == 2 else f"{one}等 {after - before - 1} 条（到{last}）"
            )
            if after < len(numbers) and numbers[after] < one:
                yield before + 1, f"{what}排在{numbers[after]}之前"
            else:
                yield before + 1, f"{what}排在{numbers[before]}之后"


def _longest_rise(numbers: Sequence[ArticleNumber]) -> list[int]:
    """The positions of a longest rising series (by the last member of each length so far)."""
    tails: list[ArticleNumber] = []
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        size = bisect_left(tails, number)
        tails[size : size + 1] = [number]
        places[size : size + 1] = [place]
        before.append(places[size - 1] if size else -1)
    series = []
    place = places[-1] if places else -1
    while place >= 0:
        series.append(place)
        place = before[place]
    return series[::-1]

"""One place in a regulation that a text names: an article, a range, a 款, a 项."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .citation_marks import ITEM, MORE, NUMBERS, PLACE, RANGE_TO
from .numerals import ArticleNumber, to_int

MOST = 40
"""More 款 or 项 than any article has; what goes beyond is no list of them."""


@dataclass(frozen=True, slots=True)
class Clause:
    """An article or a range of articles, with the 款 and 项 that are named."""

    number: ArticleNumber
    start: int
    end: int
    last: ArticleNumber | None = None
    """The end of a range such as 第八十五条至第九十条."""
    paragraphs: tuple[int, ...] = ()
    items: tuple[int, ...] = ()

    @classmethod
    def read(
        cls, text: str, mark: re.Match[str], offset: int
    ) -> tuple[list[Clause], list[str], int]:
        """Read the article mark found in a line and what follows it.

        Returns the clauses, what has an impossible number, and where the reading ended.
        """
        end = mark.end()
        numbers = list(NUMBERS.finditer(text, mark.start("number"), mark.end("number")))
        found: list[Clause] = []
        unread: list[str] = []
        for position, number in enumerate(numbers):
            last_one = position == len(numbers) - 1
            first = mark.start() if position == 0 else number.start("one")
            stop = end if last_one else number.end("one")
            parsed = _number(number["one"], mark["suffix"] if last_one else None)
            if parsed is None:
                unread.append(text[first:stop])
            elif number["to"] and found and found[-1].number < parsed:
                before = found.pop()
                found.append(cls(before.number, before.start, offset + stop, parsed))
            else:
                found.append(cls(parsed, offset + first, offset + stop))
        through = RANGE_TO.match(text, end)
        if through and found and found[-1].last is None:
            parsed = _number(through["number"], through["suffix"])
            if parsed and found[-1].number < parsed:
                one = found.pop()
                end = through.end()
                found.append(cls(one.number, one.start, offset + end, parsed))
        stop, paragraphs, items = places(text, end)
        if found and stop > end:
            one = found.pop()
            found.append(cls(one.number, one.start, offset + stop, one.last, paragraphs, items))
        while found and (more := MORE.match(text, stop)):
            parsed = _number(more["number"], more["suffix"])
            if parsed is None:
                break
            start = more.start("number")
            stop, paragraphs, items = places(text, more.end())
            found.append(cls(parsed, offset + start, offset + stop, None, paragraphs, items))
        return found, unread, stop

    def __str__(self) -> str:
        text = str(self.number) + (f"至{self.last}" if self.last else "")
        text += "、".join(f"第{one}款" for one in self.paragraphs)
        return text + "、".join(f"第（{one}）项" for one in self.items)


def places(text: str, position: int) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    """Read the 款 and 项 that begin at `position`; return where they end, and both."""
    paragraphs: list[int] = []
    items: list[int] = []
    while len(paragraphs) + len(items) < MOST and (found := PLACE.match(text, position)):
        position = found.end()
        if found["paragraph"] is not None:
            paragraphs += _within(found["paragraph"])
        elif found["items"] is not None:
            for one in ITEM.finditer(found["items"]):
                _extend(items, one["one"], through=one["to"] is not None)
        else:
            _extend(items, found["item"], through=False)
            if found["last"] is not None:
                _extend(items, found["last"], through=True)
    return position, tuple(dict.fromkeys(paragraphs)), tuple(dict.fromkeys(items))


def _extend(items: list[int], written: str, *, through: bool) -> None:
    for number in _within(written):
        if through and items and items[-1] < number:
            items += range(items[-1] + 1, number + 1)
        else:
            items.append(number)


def _within(written: str) -> list[int]:
    try:
        number = to_int(written.strip())
    except ValueError:
        return []
    return [number] if 1 <= number <= MOST * 5 else []


def _number(written: str, suffix: str | None) -> ArticleNumber | None:
    try:
        return ArticleNumber.parse(
            f"第{written.strip()}条" + (f"之{suffix.strip()}" if suffix else "")
        )
    except ValueError:
        return None

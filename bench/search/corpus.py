"""Pages of real statutes: the archive cut into pieces of about 1,160 characters.

Once through, it gives some 5,600 pages.  More come from further passes, whose cuts lie half
a page, a quarter of a page ... further on, so that no page is the copy of another (where
paragraphs are short enough).
"""

from __future__ import annotations

import json
import math
import re
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

SIZE = 1160
_ARTICLE = re.compile(r"第[〇零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?")


@dataclass(frozen=True, slots=True)
class BenchPage:
    """A page as every engine is given it: sections of a heading and plain paragraphs."""

    name: str
    title: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def text(self) -> str:
        """All that is shown, a line for each block."""
        lines = [self.title]
        for heading, blocks in self.sections:
            lines += [heading, *blocks]
        return "\n".join(lines)

    @property
    def size(self) -> int:
        """Characters in its sections."""
        return sum(len(heading) + sum(map(len, blocks)) for heading, blocks in self.sections)


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    start: int
    heading: bool


def pages(archive: Path, wanted: int) -> Iterator[BenchPage]:
    """Yield the wanted number of pages, the same at every run."""
    statutes = list(_statutes(archive))
    given = 0
    # The same statute is met in every pass, and its pages are numbered through.
    numbers = [0] * len(statutes)
    for shift in _shifts():
        for place, (title, blocks) in enumerate(statutes):
            for piece in _cut(blocks, shift):
                if given == wanted:
                    return
                numbers[place] += 1
                sections = tuple(_sections(piece))
                yield BenchPage(f"p{given:06d}", f"{title}（{numbers[place]}）", sections)
                given += 1


def write_pages(found: Iterable[BenchPage], path: Path) -> None:
    """Write pages as JSON lines, from which they are read one at a time."""
    with path.open("w", encoding="utf-8") as file:
        for page in found:
            line = [page.name, page.title, page.sections]
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def read_pages(path: Path) -> Iterator[BenchPage]:
    """Yield the pages of a file without holding more than one of them."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            name, title, sections = json.loads(line)
            parts = tuple((heading, tuple(blocks)) for heading, blocks in sections)
            yield BenchPage(name, title, parts)


def _shifts() -> Iterator[float]:
    """Yield 0, 1/2, 1/4, 3/4, 1/8, 5/8 ...: each far from those before it."""
    for number in count():
        bits = f"{number:b}"[::-1]
        yield int(bits, 2) / (1 << len(bits)) if number else 0.0


def _statutes(archive: Path) -> Iterator[tuple[str, list[_Block]]]:
    with tarfile.open(archive) as opened:
        for member in opened:
            file = opened.extractfile(member)
            if file is not None and member.name.endswith(".md"):
                title = Path(member.name).stem.partition("(")[0]
                yield title, list(_blocks(file.read().decode()))


def _blocks(text: str) -> Iterator[_Block]:
    start = 0
    for line in map(str.strip, text.splitlines()):
        heading = line.startswith("##")
        shown = " ".join(line.lstrip("#").split())
        if not shown or line.startswith(("# ", "<!--")):
            continue
        yield _Block(shown, start, heading)
        start += len(shown)


def _cut(blocks: list[_Block], shift: float) -> Iterator[list[_Block]]:
    """Yield pieces of equal length; what is left at both ends of a shifted pass is no page."""
    total = sum(len(block.text) for block in blocks)
    number = max(1, round(total / SIZE))
    step = total / number
    pieces: dict[int, list[_Block]] = {}
    for block in blocks:
        place = math.floor((block.start + len(block.text) / 2) / step - shift)
        pieces.setdefault(place, []).append(block)
    for place in range(number - bool(shift)):
        if place in pieces:
            yield pieces[place]


def _sections(blocks: list[_Block]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a section for each chapter, and in the middle of a long one."""
    heading, texts = "", list[str]()
    for block in blocks:
        long = sum(map(len, texts)) > SIZE / 2 and _ARTICLE.match(block.text)
        if (block.heading or long) and texts:
            yield heading or _of_articles(texts), tuple(texts)
            heading, texts = "", []
        if block.heading:
            heading = f"{heading} {block.text}".strip()
        else:
            texts.append(block.text)
    if texts or heading:
        yield heading or _of_articles(texts), tuple(texts)


def _of_articles(texts: list[str]) -> str:
    """Name a section without a heading after its first article."""
    found = next(filter(None, map(_ARTICLE.match, texts)), None)
    return f"{found.group()}等" if found else "正文"

"""Build our index in a process of its own: `python -m bench.search.build PAGES INTO [EARLIER]`.

With the folder of an earlier index, one sentence of one page is changed first.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.search.document import Document, Section
from generator.search.index import build_index

from ..project import INDUSTRIES, LEVELS
from .corpus import BenchPage, read_pages
from .process import memory

CHANGED = 7
"""The page in which a sentence changes."""
_SORTS = ("条例", "办法", "规定", "解释", "细则", "决定", "法")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CITED = re.compile(r"《[^《》]{2,40}》")
_SENTENCE = re.compile(r"[^。]*。")
_INSTEAD = "本条所称期限自二十日改为三十五日，由经办机关在门户网站上公布。"


def main() -> None:
    """Print the CPU seconds, the peak of memory and the files that differ, as JSON."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    source, into = Path(sys.argv[1]), Path(sys.argv[2])
    before = _files(Path(sys.argv[3])) if len(sys.argv) > 3 else {}
    reading = time.process_time()
    for _ in documents(source, changed=bool(before)):
        pass
    # The pages are read while they are indexed, and reading is no part of indexing.
    building = time.process_time()
    files = build_index(documents(source, changed=bool(before)), previous=before)
    built = time.process_time()
    into.mkdir(parents=True)
    for name, content in files.items():
        (into / name).write_bytes(content)
    figures = {
        "seconds": built - building - (building - reading),
        "memory": memory(os.getpid(), "VmHWM") / 1024,
        "rewritten": sum(before.get(name) != content for name, content in files.items()),
        "files": len(files),
    }
    sys.stdout.write(json.dumps(figures) + "\n")


def documents(source: Path, *, changed: bool = False) -> Iterator[Document]:
    """Yield the pages as our documents; on demand with another sentence in one of them."""
    for number, page in enumerate(read_pages(source)):
        yield _document(_changed(page) if changed and number == CHANGED else page, number)


def _document(page: BenchPage, number: int) -> Document:
    """A page with facets as a library has them: some out of the text, some invented."""
    path = f"p/{page.name}.html"
    text = page.text
    year = _YEAR.search(text)
    sort = next((one for one in _SORTS if one in page.title), "其他")
    facets = [
        ("种类", ("法规",)),
        ("领域", (INDUSTRIES[number % len(INDUSTRIES)],)),
        ("层级", (LEVELS[number // 3 % len(LEVELS)],)),
        ("关键词", (sort,)),
        ("依据", tuple(dict.fromkeys(_CITED.findall(text)))),
    ]
    if year:
        facets.append(("年份", (year.group(),)))
    sections = tuple(
        Section(f"s{place}", heading, blocks)
        for place, (heading, blocks) in enumerate(page.sections)
    )
    return Document(path, page.title, "法规", path, sort, sections, tuple(facets))


def _changed(page: BenchPage) -> BenchPage:
    (heading, blocks), *others = page.sections
    place = next(at for at, block in enumerate(blocks) if _SENTENCE.search(block))
    block = _SENTENCE.sub(_INSTEAD, blocks[place], count=1)
    first = (heading, (*blocks[:place], block, *blocks[place + 1 :]))
    return replace(page, sections=(first, *others))


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


if __name__ == "__main__":
    main()

"""Making a document fit one page: sentences go first, then items; always in the same way."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from ..office_layout import measures
from ._blocks import Paper
from ._measure import paper_height

_SAFE = 0.98
"""The part of the page that is filled: programs differ a little in how they lay out a table."""
_SENTENCE = re.compile(r"[^。！？；]*(?:[。！？；]+[”’」』）]*|$)")
_MORE = "……"


def fullest(make: Callable[[Mapping[str, int]], Paper], room: Mapping[str, Sequence[int]]) -> Paper:
    """The document with as much in it as one page holds.

    `room` has for each kind of text how much of it may be kept, the least first; every kind
    grows in turn as long as there is space. With the least of all the page may still be too full.
    """
    at = dict.fromkeys(room, 0)
    growing = list(room)
    best = make({name: steps[0] for name, steps in room.items()})
    while growing:
        for name in tuple(growing):
            tried = {**at, name: at[name] + 1}
            if tried[name] >= len(room[name]):
                growing.remove(name)
                continue
            paper = make({one: room[one][step] for one, step in tried.items()})
            if _fits(paper):
                at, best = tried, paper
            else:
                growing.remove(name)
    return best


def _fits(paper: Paper) -> bool:
    return paper_height(paper) <= measures.TEXT_HEIGHT * _SAFE


def shortened(words: str, most: int) -> str:
    """The first sentences of one line that have no more than so many signs; a long one is cut."""
    joined = " ".join(words.split())
    if len(joined) <= most:
        return joined
    kept = ""
    for found in _SENTENCE.finditer(joined):
        if len(kept) + len(found[0]) > most:
            break
        kept += found[0]
    if kept:
        return kept.removesuffix("；")
    cut = joined[: max(most - len(_MORE), 1)]
    comma = max(cut.rfind(sign) for sign in "，、：")
    return (cut[:comma] if comma > len(cut) // 2 else cut) + _MORE

"""What the cells of ledgers are made of: texts, stages, the filters of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..base.html_alone import html_from
from ..base.markdown import Raw, plain, prose
from ..base.marked import MarkedLine, MarkedProse, with_signs, with_tags
from ..base.page import html_address
from ..base.text import Prose
from ..records.rectification import STAGES
from ..rectifications import Standing
from ._frame import Frame

SIGNS = dict(zip(STAGES, "○△◎●", strict=True))
ANCHORS = dict(zip(STAGES, ("not-started", "under-way", "to-revisit", "closed"), strict=True))
"""The columns of the board."""
LATE, UNVISITED, RELAPSED = "逾期", "该回访未回访", "回访发现反弹"
STATES = "|".join((*STAGES, LATE, UNVISITED, RELAPSED))
"""What the filter by stage offers, in its order."""
FULL_TABLE = 300
"""So many rows fit on one page; of more a page says where they stand."""
_MARKUP = re.compile(r"[\[*|]|^[ \t\u3000]*[-+>#]", re.MULTILINE)


def said(text: str) -> Raw:
    """One line of text as HTML, with the links of its citations."""
    if isinstance(text, MarkedLine):
        return Raw(with_tags(plain(with_signs(text)), text.anchors))
    return plain(text)


def paragraphs(frame: Frame, text: Prose) -> Raw:
    """Author's Markdown as HTML that stands in a cell."""
    if type(text) is Prose and not _MARKUP.search(text):
        return Raw("".join(f"<p>{plain(line)}</p>" for line in text.split("\n") if line.strip()))

    def target(written: str, image: bool) -> str | None:  # noqa: FBT001 - LinkTarget
        found = frame.author_link(written, image)
        return html_address(found) if found and "://" not in found else found

    if isinstance(text, MarkedProse):
        return html_from(with_tags(prose(with_signs(text), target), text.anchors))
    return html_from(prose(text, target))


def items(texts: Iterable[str]) -> str:
    """A list of texts that are HTML already, "" where there are none."""
    every = "".join(f"<li>{text}</li>" for text in texts)
    return f"<ul>{every}</ul>" if every else ""


def stage(one: Standing) -> str:
    """The stage with its sign."""
    return f'<span class="aj-stage"><span aria-hidden="true">{SIGNS[one.stage]}</span> {one.stage}</span>'  # noqa: E501 - one element


def flags(one: Standing) -> list[str]:
    """What is wrong with the way of a rectification, in words that a filter can name."""
    wrong = ((one.late, LATE), (one.unvisited, UNVISITED), (one.relapsed, RELAPSED))
    return [word for held, word in wrong if held]


def warnings(one: Standing) -> str:
    """The same to be read, with the days."""
    told = [f"{word} {one.late} 天" if word == LATE else word for word in flags(one)]
    return "".join(f'<span class="aj-flag"><span aria-hidden="true">▲</span> {word}</span>'
                   for word in told)  # fmt: skip


def state_attributes(one: Standing) -> str:
    """What the filter by stage finds and by what the column is sorted."""
    words = "|".join((one.stage, *flags(one)))
    return f'data-value="{words}" data-sort="{STAGES.index(one.stage)}"'


def joined(rows: Iterable[str]) -> Raw:
    """Rows of a table, one a line."""
    return Raw("\n".join(rows))

"""The text of a regulation: preface, articles in their outline, annexes; nothing lost."""

from __future__ import annotations

from collections.abc import Sequence

from .regulation_builder import Body, Builder
from .regulation_contents import contents_span
from .regulation_edges import annex_parts
from .regulation_lines import LONGEST_HEADING, ArticleLine, is_annex
from .regulation_series import begins_again, true_articles, true_items
from .source import Paragraph

_CLOSING = ("本决定", "本修正案", "根据本决定", "《解释》根据", "此复")
_AMENDS = ("修正案", "决定", "批复", "通知", "解答", "答复", "决议")


def read_body(paragraphs: Sequence[Paragraph], name: str) -> Body:
    """Divide the paragraphs after the head."""
    start, end = contents_span(paragraphs)
    body = Body(contents=end - start)
    body.dropped += [("目录", one.mark + one.text) for one in paragraphs[start:end]]
    rest = [*paragraphs[:start], *paragraphs[end:]]
    amending = _is_amending(name)
    chosen, others = true_articles(rest, gaps=not amending)
    items = true_items(rest)
    if items and (not chosen or (items[0].index < chosen[0].index and amending)):
        body.items = True
        others = [line for line in (*chosen, *others) if line.index > items[-1].index]
        others = others if others and begins_again(others) else []
        chosen = items
    limit, again = _annexes_begin(rest, chosen, others, items=body.items)
    body.unfit = [line for line in others if line.index < limit]
    body.numbers = [line.number for line in chosen]
    Builder(body, rest[:limit], chosen, outlined=not (amending or body.items)).build()
    body.attachments += annex_parts(rest[limit:], again - limit, body.dropped)
    return body


def _is_amending(name: str) -> bool:
    return name.rstrip("）)」》〉").endswith(_AMENDS) or "修正案" in name


def _annexes_begin(
    paragraphs: Sequence[Paragraph],
    chosen: Sequence[ArticleLine],
    others: Sequence[ArticleLine],
    *,
    items: bool,
) -> tuple[int, int]:
    """Return where the annexes begin, and where among them a text with its own 第一条, or -1."""
    end = len(paragraphs)
    if not chosen:
        return end, -1
    last = chosen[-1].index
    restarts = [line.index for line in others if line.index > last and line.number.number == 1]
    if restarts:
        end = restarts[0]
        while end - 1 > last and _is_above_title(paragraphs[end - 1]):
            end -= 1
    again = end if restarts else -1
    for index in range(last + 1, end):
        closing = items and paragraphs[index].text.startswith(_CLOSING)
        if closing or is_annex(paragraphs[index]):
            return index, again
    return end, again


def _is_above_title(one: Paragraph) -> bool:
    """Whether a line above the 第一条 of an annexed text can belong to its head."""
    bracketed = one.text.startswith(("（", "(")) and one.text.endswith(("）", ")"))
    return bracketed or (
        len(one.text) <= LONGEST_HEADING and not one.text.endswith(("。", "；", "：", "”"))
    )

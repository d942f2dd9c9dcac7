"""Which lines of a regulation are its articles: their numbers ascend."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.numerals import ArticleNumber
from .regulation_lines import ArticleLine, article_line, item_line
from .source import Paragraph


def true_articles(
    paragraphs: Sequence[Paragraph], *, gaps: bool = True
) -> tuple[list[ArticleLine], list[ArticleLine]]:
    """Choose the lines that begin articles: their numbers ascend, 之一 and `gaps` allowed.

    Returns them and the lines that look like articles but do not fit. Where the numbers begin
    again at one, an annexed text begins and the row ends.
    """
    found = [
        line
        for index, one in enumerate(paragraphs)
        if (line := article_line(index, one)) is not None
    ]
    chosen: list[ArticleLine] = []
    others: list[ArticleLine] = []
    for position, line in enumerate(found):
        if not chosen:
            fits = (line.sure or line.number.number == 1) and not line.doubtful
        elif _follows(chosen[-1].number, line.number):
            fits = True
        elif chosen[-1].number < line.number:
            fits = (
                gaps
                and line.sure
                and not line.doubtful
                and _is_gap(found[position + 1 :], chosen[-1].number, line.number)
            )
            fits = fits and not _in_quotation(paragraphs[chosen[-1].index : line.index])
        elif line.number.number == 1 and begins_again(found[position:]):
            others += found[position:]
            break
        else:
            fits = False
        (chosen if fits else others).append(line)
    return chosen, others


def _follows(before: ArticleNumber, number: ArticleNumber) -> bool:
    if number.suffix:
        return number.number == before.number and number.suffix == before.suffix + 1
    return number.number == before.number + 1


def _is_gap(later: Sequence[ArticleLine], before: ArticleNumber, number: ArticleNumber) -> bool:
    """Whether no later line fills the gap, which would make this one a reference."""
    for line in later:
        if line.number.number == 1 and not line.number.suffix:
            return True
        if before < line.number < number:
            return False
    return True


def _in_quotation(paragraphs: Sequence[Paragraph]) -> bool:
    text = "".join(one.text for one in paragraphs)
    return text.count("“") > text.count("”")


def begins_again(lines: Sequence[ArticleLine]) -> bool:
    """Whether these lines are the articles of another text: they count from one."""
    numbers = [line.number.number for line in lines[:2]]
    return lines[0].sure and numbers == [1, 2]


def true_items(paragraphs: Sequence[Paragraph]) -> list[ArticleLine]:
    """Choose the lines that begin 一、二、三、… counting up by one from one."""
    found: list[ArticleLine] = []
    for index, one in enumerate(paragraphs):
        item = item_line(one)
        if item and item[0] == len(found) + 1:
            number, label, rest, signs = item
            found.append(ArticleLine(index, label, ArticleNumber(number), rest, signs, sure=True))
    return found if len(found) > 1 else []

"""The sheet that says how a workbook is filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..base.record import Record
from .keys import key_labels
from .layout import Column, Form, Sort, help_of

_SORTS = {
    Sort.LINE: "文字",
    Sort.PROSE: "文字，可以分段（Alt+回车）",
    Sort.DATE: "日期，例如 2026-07-05；只知道月份写 2026-07",
    Sort.NUMBER: "整数；没有就写 0，没有报就空着",
    Sort.CHOICE: "从下拉框里选",
    Sort.REFERENCE: "从下拉框里选，或写编号、名称",
}
_SEVERAL = {
    True: "几项时一项一行（Alt+回车），或用；隔开",
    False: "几个时用、隔开，或一个一行",
}


def instructions(
    model: type[Record], sheets: Sequence[tuple[Form, Sequence[Column]]]
) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the sheet: a heading alone, a text alone, or the cells of a table."""
    main = sheets[0][0].title
    yield ("#", f"{model.label}台账填写说明")
    yield ("", f"1. 在「{main}」工作表里填写，从第 3 行起一行一条；标题行、灰色说明行不要改。")
    yield ("", "2. 标题带 * 的一列必须填写，其余没有就空着。")
    yield ("", "3. 编号写定后不要再改：再次导入时按编号更新，不会重复。")
    yield ("", f"   没有编号就空着，导入时按「{key_labels(model)}」认定是不是同一条，并自动编号。")
    yield ("", "4. 可以有序号列、合计行、合并的单元格；合计、小计、注、填表人等行不会导入。")
    yield ("", "5. 期限写 2026年6月底 也可以；不写年份的「6月底」「去年底」读不出来。")
    if any(column.route == ("lasting",) for _, columns in sheets for column in columns):
        yield (
            "",
            "   没有期限、一直要做的，在期限一列写「长期坚持」，或在「长期坚持」一列选「是」。",
        )
    number = 6
    for form, _ in sheets[1:]:
        links = "」「".join(form.links)
        yield ("", f"{number}. 「{form.title}」工作表一行一项，「{links}」写它属于哪一条。")
        number += 1
    yield ("", f"{number}. 填好后保存为 .xlsx，运行 anjian import ledger 文件名.xlsx 导入。")
    yield ("", "   有一处写错，整份都不导入；错在哪张表、哪行、哪列会全部列出来。")
    for form, columns in sheets:
        yield ("#", f"「{form.title}」各列")
        yield ("列", "必填", "怎样填", "说明")
        for link in (*form.links, form.number):
            if link:
                yield (link, "是", "文字", _link(link, form, main))
        for column in columns:
            how = _SEVERAL[column.sentences] if column.many else _SORTS[column.sort]
            if column.many and column.sort is Sort.REFERENCE:
                how = f"编号；{how}"
            words = "、".join(column.words)
            note = help_of(column)
            if words and not all(word in note for word in column.words):
                note = f"{note}；可选：{words}" if note else f"可选：{words}"
            yield (column.heading, "是" if column.required else "", how, note)


def _link(link: str, form: Form, main: str) -> str:
    if link == form.number:
        return "同一条里的第几项，写 1、2、3"
    return f"「{main}」里那一行的编号" if link == form.links[0] else f"「{link[:-2]}」里的序号"

"""Rows of the ledger of rectifications: brief for lists, whole for the ledger of a unit.

They are put together here and not in a template, because there may be tens of thousands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from ..addresses import ledger_page, measures_page
from ..base.dates import PartialDate
from ..base.fictional import without_mark
from ..base.markdown import Raw, plain
from ..base.record import Attachment
from ..base.reference import Reference
from ..editions import Edition
from ..library import page_of
from ..records.rectification import Evidence, Rectification, Revisit
from ..rectifications import Standing
from ._frame import Frame
from ._ledger_cells import items, paragraphs, said, stage, state_attributes, warnings

_RESULTS = {"是": "见效", "否": "反弹"}


class Owner(NamedTuple):
    """A unit as a row names it."""

    title: str
    name: Raw
    href: Raw


class Rows:
    """The rows of one edition for pages that lie in one folder."""

    def __init__(self, edition: Edition, path: str) -> None:
        self.at = Frame(edition, path, "")
        self.edition = edition
        self.owner = cache(self._owner)
        self._case = cache(self._case_link)
        self._part = cache(self._part_link)
        self._type = cache(self._type_link)

    def link(self, one: Standing) -> str:
        """The problem, as a link to its row in the ledger of the unit."""
        record = one.record
        return f'<a href="{self.owner(record.unit).href}#{record.id}">{plain(record.title)}</a>'

    def brief(self, one: Standing) -> str:
        """A row of the ledger of all units."""
        record = one.record
        unit = self.owner(record.unit).name
        return (
            f'<tr><td data-label="问题" {_types(one)}>{self.link(one)}'
            f'<span class="aj-aside">{plain("、".join(one.types))}</span></td>'
            f'<td data-label="单位">{unit}</td>'
            f'<td data-label="责任人">{_owner_of(record)}</td>'
            f'<td data-label="期限" data-sort="{_due_order(record)}">{_due(record)}</td>'
            f'<td data-label="进展" {state_attributes(one)}>{stage(one)}{warnings(one)}</td></tr>'
        )

    def late(self, one: Standing) -> str:
        """A row of the list of what is late."""
        record = one.record
        return (
            f'<tr><td data-label="逾期" data-sort="{one.late}"><span class="aj-flag">'
            f'<span aria-hidden="true">▲</span> {one.late} 天</span></td>'
            f'<td data-label="问题">{self.link(one)}</td>'
            f'<td data-label="单位">{self.owner(record.unit).name}</td>'
            f'<td data-label="责任人">{_owner_of(record)}</td>'
            f'<td data-label="期限" data-sort="{_due_order(record)}">{_due(record)}</td>'
            f'<td data-label="进展" {state_attributes(one)}>{stage(one)}</td></tr>'
        )

    def waiting(self, one: Standing) -> str:
        """A row of the list of what nobody went back to look at."""
        record = one.record
        return (
            f'<tr><td data-label="问题">{self.link(one)}</td>'
            f'<td data-label="单位">{self.owner(record.unit).name}</td>'
            f'<td data-label="责任人">{_owner_of(record)}</td>'
            f'<td data-label="完成" data-sort="{record.done}">'
            f"{_day(record.done) if record.done else ''}</td></tr>"
        )

    def whole(self, one: Standing, record: Any) -> str:
        """A row of the ledger of one unit; `record` may hold the links of its citations."""
        due = f'<td data-label="责任与期限" data-sort="{_due_order(record)}">'
        return (
            f'<tr id="{record.id}"><td data-label="问题" {_types(one)}>'
            f"<strong>{said(record.title)}</strong>{self._about(one, record)}</td>"
            f'<td data-label="措施">{_measures(record)}</td>'
            f"{due}{_owner_of(record)}"
            f'<span class="aj-aside">{_due(record)}</span></td>'
            f'<td data-label="进展" {state_attributes(one)}>{stage(one)}{warnings(one)}'
            f"{self._progress(record)}</td></tr>"
        )

    def tried(self, one: Standing, result: str) -> str:
        """A row of what units tried against one type of loophole; `result` is a word for it."""
        record = one.record
        name = self.owner(record.unit).name
        return (
            f'<tr><td data-label="单位与问题" data-value="{name}">'
            f'<strong>{name}</strong><span class="aj-aside">{self.link(one)}</span></td>'
            f'<td data-label="措施">{_measures(record)}</td>'
            f'<td data-label="进展" {state_attributes(one)}>{stage(one)}</td>'
            f'<td data-label="效果" data-value="{result}"><strong>{result}</strong>'
            f"{self._seen(record)}</td></tr>"
        )

    def way(self, one: Standing) -> str:
        """A card of the board: the problem and its way from found to closed."""
        record = one.record
        days = [("发现", record.found), ("完成", record.done)]
        days += [("回访", visit.day) for visit in record.revisits]
        steps = sorted((day for day in days if day[1] is not None), key=lambda one: str(one[1]))
        if record.closed:
            steps.append(("销号", record.closed))
        shown = "".join(f"<li>{name} {_day(day)}</li>" for name, day in steps)
        about = (
            str(self.owner(record.unit).name),
            f"漏洞：{self.types(one)}" if one.types else "",
            f"对照：{self._against(record)}" if record.loopholes else "",
            f"期限：{_due(record)}",
        )
        return (
            f"<li>{self.link(one)}{_asides(about)}"
            f'<ol class="aj-steps">{shown}</ol>{warnings(one)}</li>'
        )

    def types(self, one: Standing) -> str:
        """The types of loophole, each a link to what was done about it elsewhere."""
        return "、".join(map(self._type, one.types))

    def _owner(self, key: Reference) -> Owner:
        unit = self.edition.library.get(key)
        title = unit.mention if unit else key.id
        return Owner(title, plain(title), self.at.href(ledger_page("rectification", key.id)))

    def _type_link(self, kind: str) -> str:
        return self.at.a(measures_page(kind), kind)

    def _case_link(self, key: Reference) -> str:
        case = self.edition.library.get(key)
        return self.at.a(page_of(case, key.part), without_mark(case.heading)) if case else ""

    def _part_link(self, key: Reference) -> str:
        case = self.edition.library.get(key)
        return self.at.a(page_of(case, key.part), key.part) if case else ""

    def _against(self, record: Any) -> str:
        """The cases whose loopholes it is about, each once, with the ids of these."""
        cases: dict[Reference, list[Reference]] = {}
        for key in record.loopholes:
            cases.setdefault(key.bare(), []).append(key)
        named = [
            " ".join((self._case(key), "、".join(self._part(one) for one in parts if one.part)))
            for key, parts in cases.items()
        ]
        return "；".join(named)

    def _about(self, one: Standing, record: Any) -> str:
        via = f"，{said(record.via)}" if record.via else ""
        marks = [record.status] if record.status != "已发布" else []
        if record.review_due:
            marks.append(f"{_day(record.review_due)}前复核")
        lines = (
            f"发现：{_day(record.found)}{via}",
            f"漏洞：{self.types(one)}" if one.types else "",
            f"对照案例：{self._against(record)}" if record.loopholes else "",
            f"编号：{record.id}",
            "，".join(marks),
        )
        return _asides(lines)

    def _progress(self, record: Any) -> str:
        facts = [
            ("完成", _day(record.done) if record.done else ""),
            ("证据", items(self._evidence(record.evidence, record.attachments))),
            ("回访", items(map(_visit, record.revisits))),
            ("销号", _day(record.closed) if record.closed else ""),
            ("成效", paragraphs(self.at, record.result) if record.result else ""),
        ]
        every = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in facts if value)
        return f'<dl class="aj-facts">{every}</dl>' if every else ""

    def _seen(self, record: Rectification) -> str:
        result = paragraphs(self.at, record.result) if record.result else ""
        return result + items(map(_visit, record.revisits))

    def _evidence(
        self, evidence: Iterable[Evidence], attachments: Iterable[Attachment]
    ) -> Iterator[str]:
        known = self.edition.library.assets
        for one in evidence:
            text = said(one.text)
            if one.file:
                name = plain(one.file.rpartition("/")[2])
                file = self.at.a(one.file, name) if one.file in known else f"{name}（没有这个文件）"
                text = Raw(f"{text}：{file}")
            yield text
        yield from (f"附件：{self.at.attachment(one)}" for one in attachments)


def _asides(lines: Iterable[str]) -> str:
    return "".join(f'<span class="aj-aside">{line}</span>' for line in lines if line)


def _types(one: Standing) -> str:
    return f'data-value="{plain("|".join(one.types))}"'


def _measures(record: Any) -> str:
    return items(map(said, record.measures)) or '<span class="aj-gap">还没有写措施</span>'


def _owner_of(record: Any) -> str:
    return said(record.owner) if record.owner else '<span class="aj-gap">没有写责任人</span>'


def _due(record: Any) -> str:
    if record.due:
        return _day(record.due)
    return "长期坚持" if record.lasting == "是" else '<span class="aj-gap">没有写期限</span>'


def _due_order(record: Any) -> str:
    return str(record.due) if record.due else "9999"


def _visit(visit: Revisit) -> str:
    by = f" {said(visit.by)}" if visit.by else ""
    return f"{_day(visit.day)}{by}：{said(visit.found)}（{_RESULTS[visit.holds]}）"


@lru_cache(maxsize=16_384)
def _day(day: PartialDate) -> str:
    return f'<span class="aj-day">{day.chinese()}</span>'

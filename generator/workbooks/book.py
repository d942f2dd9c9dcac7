"""A workbook to the rows of one kind: which sheet is which, what was left out, what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..base.finding import Level
from ..base.record import Record
from . import FORMAT
from .heads import Head, best_head, fold_heading
from .layout import Layout, layout_of
from .names import Names
from .package import open_package
from .refusals import RefusedError
from .row_groups import Dropped, row_groups
from .row_nodes import Columns, Row, row_of
from .sheet import Sheet, read_sheet
from .told import CellPlace, Told

MARK = "案鉴台账"
"""What stands in the first cell of the hidden sheet; kind, version and edition follow."""
INSTRUCTIONS, DIRECTORY, OPTIONS = "填写说明", "编号对照", "选项"
"""Names of the sheets of a template that hold no rows."""


@dataclass(frozen=True, slots=True)
class Marker:
    """What the hidden sheet of a workbook of ours says."""

    kind: str
    version: str
    edition: str


@dataclass
class Book:
    """The rows of one workbook."""

    rows: list[Row] = field(default_factory=list)
    columns: Columns = field(default_factory=dict)
    heads: list[Head] = field(default_factory=list)
    dropped: list[tuple[str, Dropped]] = field(default_factory=list)
    count: int = 0
    """Records and groups of them that the sheets hold."""


@dataclass(frozen=True)
class Opened:
    """A workbook whose sheets are read."""

    sheets: tuple[Sheet, ...]
    marker: Marker | None


def open_book(raw: bytes, path: str, row_limit: int) -> Opened:
    """Open a workbook and read its sheets; raises RefusedError where it cannot be read."""
    package = open_package(raw, path)
    sheets = tuple(read_sheet(part, package, row_limit) for part in package.sheets)
    if not any(sheet.rows for sheet in sheets):
        raise RefusedError("I302", "表格里没有内容", "检查是不是选错了文件。")
    return Opened(sheets, _marker(sheets))


def _marker(sheets: Iterable[Sheet]) -> Marker | None:
    for sheet in sheets:
        first = sheet.rows.get(1, {})
        if 1 in first and first[1].text == MARK:
            kind, version, edition = (first[n].text if n in first else "" for n in (2, 3, 4))
            return Marker(kind, version, edition)
    return None


def rows_of(opened: Opened, model: type[Record], names: Names, told: Told) -> Book:
    """Read the rows of a kind from the sheets of a workbook; mistakes are told."""
    if opened.marker is not None and opened.marker.version not in ("", FORMAT):
        hint = "用 anjian ledger template 重新生成模板，把内容复制过去。"
        told.say("I304", f"模板的版本是 {opened.marker.version}，这个程序只认 {FORMAT}", hint)
        return Book()
    return _Reader(opened, layout_of(model), names, told).book()


class _Reader:
    def __init__(self, opened: Opened, layout: Layout, names: Names, told: Told) -> None:
        self.opened = opened
        self.layout = layout
        self.names = names
        self.told = told
        self.made = Book()

    def book(self) -> Book:
        heads = self._heads()
        mains = [head for head in heads if not head.form.route]
        if not mains:
            self._no_sheet()
            return self.made
        self.made.heads = heads
        for head in heads:
            self._look_at(head)
            present = frozenset(column.route for column in head.columns.values())
            known = self.made.columns.get(head.form.route)
            self.made.columns[head.form.route] = present if known is None else known & present
        for head in mains:
            self.made.rows += self._rows(head)
        self._attach([head for head in heads if head.form.route])
        return self.made

    def _heads(self) -> list[Head]:
        titles = {fold_heading(form.title): form for form in self.layout.forms}
        found = []
        for sheet in self.opened.sheets:
            if not sheet.rows or sheet.hidden or sheet.title in (INSTRUCTIONS, DIRECTORY, OPTIONS):
                continue
            form = titles.get(fold_heading(sheet.title))
            named = best_head(sheet, form) if form else None
            head = named or self._guessed(sheet)
            if head is not None:
                found.append(head)
        if self.opened.marker is not None and any(self._is_titled(head) for head in found):
            found = [head for head in found if self._is_titled(head)]
        read = {head.sheet.title for head in found}
        for sheet in self.opened.sheets:
            ours = sheet.title in (INSTRUCTIONS, DIRECTORY, OPTIONS)
            if sheet.rows and sheet.title not in read and not ours and found:
                why = "是隐藏的" if sheet.hidden else "不像这份台账"
                place = CellPlace.of(sheet.title, 0, 0)
                self.told.say("I321", f"{why}，没有读取", "", place, Level.NOTICE)
        return found

    def _is_titled(self, head: Head) -> bool:
        return fold_heading(head.sheet.title) == fold_heading(head.form.title)

    def _guessed(self, sheet: Sheet) -> Head | None:
        """The form that fits a sheet whose name says nothing."""
        heads = [head for form in self.layout.forms if (head := best_head(sheet, form))]
        fitting = [head for head in heads if self._fits(head)]
        return max(fitting, key=lambda head: head.found, default=None)

    def _fits(self, head: Head) -> bool:
        if head.form.route:
            return len(head.links) >= len(head.form.links)
        required = [column for column in head.form.columns if column.required]
        there = set(head.columns.values())
        named = head.column_of(("id",)) is not None
        return 2 * sum(one in there for one in required) >= len(required) or (
            named and head.found > 1
        )

    def _no_sheet(self) -> None:
        model = self.layout.model
        looked = "、".join(f"「{one.title}」" for one in self.opened.sheets if not one.hidden)
        wanted = "、".join(c.heading for c in self.layout.main.columns if c.required)
        hint = f"标题行要在前 20 行里，至少有：{wanted}；模板用 anjian ledger template 生成。"
        message = f"没有一张工作表像「{model.label}」台账的样子；看过的工作表：{looked}"
        self.told.say("I304", message, hint)

    def _look_at(self, head: Head) -> None:
        title = head.sheet.title
        for number, first in head.repeated.items():
            place = CellPlace.of(title, head.row, number)
            earlier = CellPlace.of(title, head.row, first).said.rpartition(" ")[2]
            self.told.say("I305", f"标题和 {earlier}是同一项", "只留一列。", place)
        for number, text in head.unknown.items():
            cells = [row for row in head.sheet.rows if row > head.last]
            count = sum(number in head.sheet.rows[row] for row in cells)
            meant = head.meant.get(number)
            place = CellPlace.of(title, head.row, number)
            heading = " ".join(text.split())[:30]
            if meant is not None:
                hint = f"是不是「{meant.heading}」？是就改成这个标题；不是就删去这一列。"
                self.told.say("I305", f"不认识标题「{heading}」", hint, place)
            else:
                hint = "要导入就改成模板里的标题；不要就不用管。"
                message = f"不认识标题「{heading}」，这一列没有导入（{count} 格有内容）"
                self.told.say("I305", message, hint, place, Level.WARNING)
        known = {*head.columns, *head.links, *head.unknown, *head.repeated}
        loose = Counter(
            number
            for row, cells in head.sheet.rows.items()
            if row > head.last
            for number in cells
            if number not in known
        )
        heading_row = head.sheet.rows[head.row]
        for number, count in sorted(loose.items()):
            if number not in heading_row:
                place = CellPlace.of(title, head.row, number)
                message = f"没有标题，这一列没有导入（{count} 格有内容）"
                self.told.say("I305", message, "补上标题，或删去这一列。", place, Level.WARNING)

    def _rows(self, head: Head) -> list[Row]:
        anchors = [column for column in (head.column_of(("id",)), self._title(head)) if column]
        anchors += [n for n, link in head.links.items() if link == head.form.number]
        rows = []
        for group in row_groups(head, tuple(anchors)):
            if isinstance(group, Dropped):
                self.made.dropped.append((head.sheet.title, group))
            else:
                rows.append(row_of(group, head, self.names, self.told))
        self.made.count += len(rows)
        return rows

    def _title(self, head: Head) -> int | None:
        if head.form.route:
            return None
        return head.column_of(("title",)) or head.column_of(("name",))

    def _attach(self, heads: list[Head]) -> None:
        """Hang the groups of lists onto the records that they name, outer lists first."""
        records: dict[str, Row] = {}
        for row in self.made.rows:
            for name in (row.text("title"), row.text("name"), row.text("id")):
                records[name] = row
        groups: dict[tuple[str, ...], dict[tuple[int, str], Row]] = {}
        for head in sorted(heads, key=lambda one: len(one.form.route)):
            above, name = head.form.route[:-1], head.form.route[-1]
            owners = groups.get(above, {}) if above else {}
            for one in owners.values() if above else self.made.rows:
                one.inner.setdefault(name, [])
            numbered = groups.setdefault(head.form.route, {})
            for row in self._rows(head):
                first, *others = (row.links.get(link, "") for link in head.form.links)
                record = records.get(first) or records.get(first.partition(" ")[0])
                owner = owners.get((id(record), others[-1])) if others else record
                if owner is None or not first:
                    self._stray(head, row)
                    continue
                owner.inner[name].append(row)
                if head.form.number:
                    number = row.links.get(head.form.number) or str(len(owner.inner[name]))
                    numbered[id(record), number] = row

    def _stray(self, head: Head, row: Row) -> None:
        texts = [row.links.get(link, "") for link in head.form.links]
        empty = [link for link, text in zip(head.form.links, texts, strict=True) if not text]
        message = f"没有写「{empty[0]}」" if empty else f"主表里没有「{'、'.join(texts)}」"
        hint = f"这张表的每一行要写清属于主表的哪一行：填「{'」「'.join(head.form.links)}」。"
        self.told.say("I317", message, hint, row.place)

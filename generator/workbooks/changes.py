"""The rows of a workbook against the records that are there: new, changed, as they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..base.declaration import shapes, walk
from ..base.decode import decode
from ..base.finding import Finding, Level
from ..base.record import Record
from ..base.reference import Reference, identifier_problem
from ..base.suggest import nearest
from ..library import Library
from .book import Book
from .heads import Head
from .keys import key_fields, key_labels, key_of_record, key_of_texts, new_id
from .names import Names
from .plain import plain
from .row_nodes import Row, node_of_row
from .told import CellPlace, Told

_STAND_IN = "x"
"""The id of a row that has none, while its mistakes are looked for."""


@dataclass(frozen=True)
class Draft:
    """One record as the workbook has it."""

    record: Record
    before: Record | None
    """What is there already, None for a new record."""
    changed: tuple[str, ...] = ()
    """Fields that differ from what is there; all that are filled in of a new record."""
    emptied: frozenset[str] = field(default=frozenset())
    """Those of them that the workbook leaves empty."""


@dataclass(frozen=True)
class Known:
    """The records of a kind that are there."""

    library: Library
    model: type[Record]
    seen: Mapping[Reference, Record]
    """What the edition showed from which the workbook was written; else the records themselves."""

    def of_kind(self) -> Iterator[Record]:
        """The records of the kind."""
        return iter(self.library.of_kind(self.model.kind))


def drafts(book: Book, known: Known, names: Names, audience: str, told: Told) -> list[Draft]:
    """Read every row as a record of its kind; mistakes are told."""
    return _Drafter(book, known, names, audience, told).drafts()


class _Drafter:
    def __init__(self, book: Book, known: Known, names: Names, audience: str, told: Told) -> None:
        self.book = book
        self.known = known
        self.model = known.model
        self.names = names
        self.audience = audience
        self.told = told
        self.by_id = {record.id.casefold(): record for record in known.of_kind()}
        self.by_key: dict[tuple[str, ...], list[Record]] = {}
        for record in known.of_kind():
            self.by_key.setdefault(key_of_record(record), []).append(record)
        self.mains = {one.sheet.title: one for one in book.heads if not one.form.route}
        self.columns = book.columns.get((), frozenset())
        lists = {one.form.route[0] for one in book.heads if one.form.route}
        self.covered = {route[0] for route in self.columns} | lists
        self.taken: dict[str, CellPlace] = {}
        self.missing: dict[tuple[str, str], list[Row]] = {}
        self.made_ids = 0
        self.looked_up: set[Reference] = {
            Reference(known.model.kind, row.text("id")) for row in book.rows
        }

    def drafts(self) -> list[Draft]:
        found = [draft for row in self.book.rows if (draft := self._draft(row)) is not None]
        for (title, label), rows in self.missing.items():
            message = f"没有「{label}」这一列，{len(rows)} 行是新的记录，缺少必填的「{label}」"
            place = CellPlace.of(title, 0, 0)
            self.told.say("I306", message, f"加上标题为「{label}」的一列。", place)
        if self.made_ids:
            message = f"{self.made_ids} 行没有编号，按「{key_labels(self.model)}」认定和编号"
            hint = "以后要改这几项，先用 anjian export ledger 导出带编号的表格，在那里改。"
            self.told.say("I316", message, hint, level=Level.NOTICE)
        return found

    def _draft(self, row: Row) -> Draft | None:
        before = self._before(row)
        if before is None:
            # No record can come of it; its other cells are looked at all the same.
            self._decoded(row, _STAND_IN, None)
            return None
        identifier, record = before
        first = self.taken.setdefault(identifier.casefold(), row.place)
        if first is not row.place:
            message = f"和 {first.said}是同一条记录（编号「{identifier}」）"
            hint = "一条记录只写一行；是两条就给它们不同的编号。"
            self.told.say("I316", message, hint, self._cell(row, ("id",)))
            return None
        return self._decoded(row, identifier, record)

    def _before(self, row: Row) -> tuple[str, Record | None] | None:
        """The id of a row and the record that has it; None where there can be none."""
        given = row.text("id")
        if ("id",) in row.wrong:
            return None
        if given:
            problem = identifier_problem(given)
            if problem and given.casefold() not in self.by_id:
                hint = "编号用字母、数字、汉字和连字符；没有编号就空着。"
                self.told.say("I314", problem, hint, self._cell(row, ("id",)))
                return None
            record = self.by_id.get(given.casefold())
            return (record.id if record else given), record
        texts = {name: row.text(name) for name in key_fields(self.model)}
        key = key_of_texts(self.model, texts)
        if key is None:
            return None
        same = self.by_key.get(key, [])
        if len(same) > 1:
            ids = "、".join(one.id for one in same[:5])
            message = f"已有几条记录的「{key_labels(self.model)}」都是这样：{ids}"
            self.told.say("I316", message, "加上「编号」一列，写明是哪一条。", row.place)
            return None
        self.made_ids += 1
        if same:
            return same[0].id, same[0]
        made = new_id(self.model, key, texts.get("unit", ""))
        return made, self.by_id.get(made.casefold())

    def _decoded(self, row: Row, identifier: str, before: Record | None) -> Draft | None:
        model = self.model
        covered = (self.covered | row.also) - row.kept - {"id"}
        given: dict[str, Any] = {"id": identifier}
        if before is None:
            given["audience"] = self.audience
        else:
            given |= {
                n: getattr(before, n) for n in shapes(model) if n not in covered and n != "id"
            }
        row.texts.pop(("id",), None)
        columns = {**self.book.columns, (): self.columns - {("id",)}}
        node = node_of_row(row, model, columns, before)
        record, findings = decode(node, model, self.told.path, given)
        wrong = [one for one in findings if self._is_new(one, row)]
        for one in wrong:
            self._say(one, row)
        if record is None or findings or row.wrong:
            return None
        self._look_up(record, row)
        filled = {key.text for key, _ in node.entries}
        if before is None:
            order = tuple(name for name in shapes(model) if name in filled)
            return Draft(record, None, order)
        seen = self.known.seen.get(Reference(model.kind, before.id), before)
        changed = tuple(n for n in shapes(model)
                        if n in covered and getattr(record, n) != getattr(seen, n))  # fmt: skip
        whole = before.model_copy(update={name: getattr(record, name) for name in changed})
        return Draft(whole, before, changed, frozenset(covered) - filled)

    def _is_new(self, finding: Finding, row: Row) -> bool:
        """Whether nothing has been said of the value that a finding is about."""
        route = tuple(step for step in finding.route if isinstance(step, str))
        if any(route[: len(one)] == one for one in row.wrong):
            return False
        inner = [one for name in row.inner for one in row.inner[name]]
        return not any(route[-1:] in one.wrong for one in inner if route[:1] != route)

    def _say(self, finding: Finding, row: Row) -> None:
        if finding.code == "R101" and len(finding.route) == 1:
            self._lacks(row, str(finding.route[0]))
            return
        hint = "填写这一格。" if finding.code == "R101" else finding.hint
        place = finding.place if isinstance(finding.place, CellPlace) else row.place
        self.told.say("I314", finding.message, hint, place)

    def _lacks(self, row: Row, name: str) -> None:
        label = shapes(self.model)[name].label
        head = self.mains[row.place.sheet]
        if head.column_of((name,)) is None and not self._is_meant(head, name):
            self.missing.setdefault((row.place.sheet, label), []).append(row)
            return
        if head.column_of((name,)) is not None:
            help_ = shapes(self.model)[name].help
            hint = f"填写这一格。{help_}".rstrip("。") + "。"
            self.told.say("I314", f"缺少必填的「{label}」", hint, self._cell(row, (name,)))

    def _is_meant(self, head: Head, name: str) -> bool:
        return any(column.route == (name,) for column in head.meant.values())

    def _cell(self, row: Row, route: tuple[str, ...]) -> CellPlace:
        column = self.mains[row.place.sheet].column_of(route)
        return CellPlace.of(row.place.sheet, row.place.line, column or 0)

    def _look_up(self, record: Record, row: Row) -> None:
        """Say which records are named and not there."""
        for route, reference in walk(record, Reference):
            key = reference.bare()
            if self.names.knows(key.id, key.kind) or key in self.looked_up:
                continue
            field_ = str(route[0])
            label = shapes(self.model)[field_].label
            near = nearest(key.id, self.names.by_id.get(key.kind, {}))
            hint = f"是不是「{near}」？" if near else "写对编号，或者以后补上这一条记录。"
            place = self._cell(row, (field_,))
            if field_ == self.model.ledger_field and self.names.by_id.get(key.kind):
                self.told.say("I315", f"没有「{key.id}」这个{label}", hint, place)
            else:
                self.looked_up.add(key)
                message = f"{label}「{key.id}」在项目里找不到"
                self.told.say("I315", message, hint, place, Level.WARNING)


def written(draft: Draft, names: tuple[str, ...]) -> dict[str, Any]:
    """The values of some fields of a record as they are written into a file."""
    model = type(draft.record)
    return {name: plain(getattr(draft.record, name), model, name) for name in names}

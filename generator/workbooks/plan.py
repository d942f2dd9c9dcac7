"""One run of an import, from the bytes of a workbook to the bytes of ledger files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..base.finding import Finding, Level
from ..base.record import Record
from ..base.reference import Reference
from ..edition_rules import edition_rules
from ..editions import take
from ..library import Library
from .book import Book, Opened, open_book, rows_of
from .changes import Draft, Known, drafts
from .ledger_files import group_of, ledger_files
from .names import Names
from .refusals import RefusedError
from .told import Told

_MANY = 10
"""Ids that a finding names."""


@dataclass
class WorkbookReport:
    """What became of one workbook."""

    path: str
    findings: list[Finding] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    same: int = 0
    vanished: list[str] = field(default_factory=list)
    dropped: int = 0
    rows: int = 0
    """Records and groups of them in the sheets."""
    files: dict[str, bytes] = field(default_factory=dict)
    """New contents by path below the project; nothing where there is a mistake."""

    @property
    def refused(self) -> bool:
        """Whether nothing of the workbook was taken."""
        return any(one.level is Level.ERROR for one in self.findings)


def import_workbook(
    raw: bytes,
    path: str,
    library: Library,
    files: Mapping[str, bytes],
    *,
    model: type[Record] | None,
    folder: str = "",
    audience: str = "内部",
) -> WorkbookReport:
    """Work out what a workbook changes in a project; nothing is read from disk or written here.

    `model` is the kind where the user names it, `folder` where new files go. With a mistake
    anywhere nothing is changed.
    """
    report = WorkbookReport(path)
    told = Told(path, report.findings)
    try:
        opened = open_book(raw, path, library.settings.ledgers.row_limit)
        kind = _kind(opened, library, model)
        _Run(opened, kind, library, files, folder, audience, report, told).run()
    except RefusedError as error:
        told.say(error.code, error.message, error.hint)
    report.findings[:] = told.ordered()
    if report.refused:
        report.files.clear()
        report.added, report.updated, report.vanished, report.same = [], [], [], 0
    return report


def _kind(opened: Opened, library: Library, wanted: type[Record] | None) -> type[Record]:
    marked = library.kinds.get(opened.marker.kind) if opened.marker else None
    if marked is None and wanted is None:
        hint = "加上 --kind，例如 --kind rectification；用模板填写的表格不用写。"
        raise RefusedError("I304", "看不出是哪一种台账", hint)
    if marked is not None and wanted is not None and marked is not wanted:
        message = f"这是「{marked.label}」的表格，不是「{wanted.label}」"
        raise RefusedError("I304", message, f"不写 --kind，或写 --kind {marked.kind}。")
    found = wanted or marked
    assert found is not None  # noqa: S101 - said above
    return found


class _Run:
    def __init__(
        self,
        opened: Opened,
        model: type[Record],
        library: Library,
        files: Mapping[str, bytes],
        folder: str,
        audience: str,
        report: WorkbookReport,
        told: Told,
    ) -> None:
        self.opened = opened
        self.model = model
        self.library = library
        self.files = files
        self.folder = (folder or model.folder).strip("/")
        self.audience = audience
        self.report = report
        self.told = told

    def run(self) -> None:
        """Read, compare and write."""
        model, library = self.model, self.library
        if not f"{self.folder}/".startswith(f"{model.folder}/"):
            hint = f"写 --into {model.folder}，或它里面的文件夹；也可以不写 --into。"
            raise RefusedError("I323", f"{model.label}台账不能放在「{self.folder}」", hint)
        broken = [key for key in library.broken if key.kind == model.kind]
        if broken:
            where = sorted({library.origins[key].path for key in broken if key in library.origins})
            message = f"已有的{model.label}台账有错误，没有导入"
            hint = f"先运行 anjian check，改正 {'、'.join(where[:3]) or model.folder}。"
            raise RefusedError("I323", message, hint)
        names = Names.of(library.records.values())
        book = rows_of(self.opened, model, names, self.told)
        self.report.rows = book.count
        self._dropped(book)
        edition = self._edition()
        seen = take(library, edition).library.records if edition else library.records
        found = drafts(book, Known(library, model, seen), names, self.audience, self.told)
        if self.told.stops:
            return
        if not found:
            self.told.say("I304", "表格里没有一行记录", "在标题行下面一行一条地填写。")
            return
        self._compare(found, seen)
        self.report.files |= ledger_files(found, library, self.files, self.folder, self.told)

    def _edition(self) -> Any:
        marker = self.opened.marker
        return edition_rules(self.library.settings).get(marker.edition) if marker else None

    def _dropped(self, book: Book) -> None:
        self.report.dropped = len(book.dropped)
        if book.dropped:
            said = "、".join(
                f"「{title}」第{one.row}行「{' '.join(one.text.split())[:16]}」"
                for title, one in book.dropped[:_MANY]
            )
            more = "等" if len(book.dropped) > _MANY else ""
            message = f"{len(book.dropped)} 行不是记录，没有导入：{said}{more}"
            self.told.say("I321", message, level=Level.NOTICE)

    def _compare(self, found: list[Draft], seen: Mapping[Reference, Record]) -> None:
        self.report.added = [one.record.id for one in found if one.before is None]
        self.report.updated = [one.record.id for one in found if one.before and one.changed]
        self.report.same = sum(one.before is not None and not one.changed for one in found)
        ids = {one.record.id for one in found}
        groups = {group_of(one.record) for one in found}
        gone = [
            key.id
            for key, record in seen.items()
            if key.kind == self.model.kind and key.id not in ids and group_of(record) in groups
        ]
        self.report.vanished = gone
        if gone:
            more = "等" if len(gone) > _MANY else ""
            message = f"已有的 {len(gone)} 条不在表格里，没有删去：{'、'.join(gone[:_MANY])}{more}"
            hint = "确实不要了，就在台账文件里删去；只是这次没有写，不用管。"
            self.told.say("I322", message, hint, level=Level.NOTICE)
        edited = [one for one in found if one.before and one.changed]
        unsigned = [one.record.id for one in edited if one.record.review]
        if unsigned:
            said = "、".join(unsigned[:_MANY]) + ("等" if len(unsigned) > _MANY else "")
            message = f"{len(unsigned)} 条签批过的记录改了内容，签批作废：{said}"
            hint = "改动核对以后，用 anjian review 重新签批。"
            self.told.say("I323", message, hint, level=Level.NOTICE)

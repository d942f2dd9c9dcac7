"""Workbooks of all makes as bytes, and runs of an import on values: nothing touches the disk."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import openpyxl
import pytest

from generator.base.finding import Level
from generator.editions import take
from generator.library import read_library
from generator.records import all_kinds
from generator.settings import read_settings
from generator.workbooks.names import Names
from generator.workbooks.plan import import_workbook
from generator.workbooks.writer import Contents, workbook

TODAY = date(2026, 7, 1)
UNITS = """\
- 编号: pz-jiaoyu
  名称: 市纪委监委驻市教育局纪检监察组
  简称: 驻市教育局组
- 编号: pz-weijian
  名称: 市纪委监委驻市卫生健康委员会纪检监察组
  简称: 驻市卫健委组
"""
UNITS_PATH = "ledgers/units/units.yaml"
CONFIGURATION = "site_name: 试验库\n"


class Project:
    """The files of a project in memory, into which workbooks are imported."""

    def __init__(self, files: dict[str, str] | None = None, settings: str = CONFIGURATION) -> None:
        texts = {UNITS_PATH: UNITS, **(files or {})}
        self.files = {path: text.encode() for path, text in texts.items()}
        self.settings, _, findings = read_settings(settings)
        assert not findings

    def library(self) -> Any:
        library, _ = read_library(self.files, all_kinds(), self.settings, TODAY)
        return library

    def take(self, raw: bytes, kind: str = "", name: str = "台账.xlsx", **options: Any) -> Any:
        """Import a workbook; what it writes stands in `files` afterwards."""
        model = all_kinds()[kind] if kind else None
        made = import_workbook(raw, name, self.library(), self.files, model=model, **options)
        self.files |= made.files
        return made

    def export(self, kind: str, rule: Any = None) -> bytes:
        """The workbook of all rows of a kind."""
        library = self.library()
        if rule is not None:
            library = take(library, rule).library
        names = Names.of(library.records.values())
        model = all_kinds()[kind]
        return workbook(
            Contents(model, self.settings, names, TODAY, "试验库", library.of_kind(kind), rule)
        )

    def text(self, path: str) -> str:
        return self.files[path].decode()

    def record(self, kind: str, identifier: str) -> Any:
        found = [one for one in self.library().of_kind(kind) if one.id == identifier]
        assert found, [one.id for one in self.library().of_kind(kind)]
        return found[0]


@pytest.fixture
def project():
    """Make a project in memory that has two units."""
    return Project


def saved(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook of openpyxl."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def sheet_of(*rows: Any, title: str = "Sheet1", merged: tuple[str, ...] = ()) -> bytes:
    """A workbook with one sheet, as somebody makes it by hand."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    for area in merged:
        book.active.merge_cells(area)
    return saved(book)


def opened(raw: bytes) -> openpyxl.Workbook:
    """A workbook as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(raw))


def edited(raw: bytes, changes: dict[str, Any], sheet: str | None = None) -> bytes:
    """A workbook in which somebody has typed into some cells."""
    book = opened(raw)
    page = book[sheet] if sheet else book.active
    for address, value in changes.items():
        page[address] = value
    return saved(book)


def errors(made: Any) -> list[str]:
    """The mistakes that a run tells."""
    return [one.message for one in made.findings if one.level is Level.ERROR]


def told(made: Any, code: str) -> list[str]:
    """What a run tells under one code."""
    return [one.message for one in made.findings if one.code == code]

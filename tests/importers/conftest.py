"""Runs of an import on values: sources in, records and reports out, nothing on disk."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pytest

from generator.base.decode import decode
from generator.base.decoding import decode_text
from generator.base.document import read_document
from generator.base.node import Mapping as MappingNode
from generator.importers import all_importers
from generator.importers.plan import plan

IMPORTERS = {one.kind: one for one in all_importers()}


class Run:
    """One run and what came of it."""

    def __init__(self, kind: str, files: Mapping[str, str | bytes], existing: Any, options: Any):
        raw = [(name, one.encode() if isinstance(one, str) else one) for name, one in files.items()]
        self.kind = kind
        self.before = {
            path: one if isinstance(one, bytes) else one.encode() for path, one in existing.items()
        }
        self.plan = plan(IMPORTERS[kind], raw, self.before, **{"audience": "内部", **options})
        self.after = {**self.before, **self.plan.files}

    @property
    def paths(self) -> list[str]:
        return sorted(self.plan.files)

    @property
    def codes(self) -> set[str]:
        return {one.code for report in self.plan.reports for one in report.findings}

    @property
    def messages(self) -> list[str]:
        return [one.message for report in self.plan.reports for one in report.findings]

    @property
    def statuses(self) -> list[str]:
        return [one.status for report in self.plan.reports for one in report.records]

    def text(self, path: str | None = None) -> str:
        return self.after[path or self.paths[0]].decode()

    def record(self, path: str | None = None) -> Any:
        """The record in a file as the rest of the program reads it; it has no mistakes."""
        path = path or self.paths[0]
        text, findings = decode_text(self.after[path], path)
        node, more = read_document(text, path)
        assert isinstance(node, MappingNode)
        record, last = decode(node, IMPORTERS[self.kind].model, path, {"id": path[:-5]})
        assert not [*findings, *more, *last]
        return record

    def assert_nothing_lost(self) -> None:
        for report in self.plan.reports:
            assert report.count is not None, report
            assert (report.count.lost, report.count.extra) == ("", ""), report
            assert report.count.came - report.count.marks == report.count.kept


@pytest.fixture
def imported():
    """Run an import; with `whole`, check that nothing was lost and that it is idempotent."""

    def run(
        kind: str, files: Mapping[str, str | bytes], existing: Any = None, **options: Any
    ) -> Run:
        whole = options.pop("whole", True)
        result = Run(kind, files, existing or {}, options)
        if whole:
            result.assert_nothing_lost()
            again = Run(kind, files, result.after, options)
            assert again.plan.files == {}
            assert set(again.statuses) == {"未改动"}
        return result

    return run


@pytest.fixture
def case(imported):
    """Import the text of one case."""

    def run(text: str | bytes, name: str = "某文件.md", **options: Any) -> Run:
        return imported("case", {name: text}, **options)

    return run


@pytest.fixture
def regulation(imported):
    """Import the text of one regulation."""

    def run(text: str | bytes, name: str = "某文件.md", **options: Any) -> Run:
        return imported("regulation", {name: text}, **options)

    return run


@pytest.fixture
def lesson(imported):
    """Import the text of one lesson plan."""

    def run(text: str | bytes, name: str = "某文件.md", **options: Any) -> Run:
        return imported("lesson", {name: text}, **options)

    return run


@pytest.fixture
def saved():
    """The bytes of a document that python-docx made."""

    def save(document: Any) -> bytes:
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return save

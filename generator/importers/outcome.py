"""What became of each file and each record of a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..base.finding import Finding
from .draft import Count

WRITTEN, MERGED, SAME, KEPT, REFUSED = "写入", "并入", "未改动", "保留原样", "拒绝"


@dataclass
class RecordReport:
    """What became of one record."""

    id: str
    path: str
    """The file of the record, relative to the folder of the import."""
    status: str
    sections: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    """Labels of the fields left empty."""


@dataclass
class FileReport:
    """What became of one source file."""

    path: str
    records: list[RecordReport] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    count: Count | None = None
    """None where the file was refused or not all of it was written."""
    marks: Mapping[str, int] = field(default_factory=dict)

    @property
    def refused(self) -> bool:
        """Whether the file, or a record in it, was refused."""
        return any(one.status == REFUSED for one in self.records)


@dataclass
class Plan:
    """The result of a run: what to write, and what to tell."""

    files: dict[str, bytes] = field(default_factory=dict)
    """New contents by path relative to the folder of the import; unchanged files are not here."""
    reports: list[FileReport] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    """Pictures that written records show, by path below docs/."""

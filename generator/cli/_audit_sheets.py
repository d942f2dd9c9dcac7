"""Audit sheets as files: a page to look at and print, and a Word file to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..audit_sheets.page import page
from ..audit_sheets.sheet import sheet_of
from ..audit_sheets.word import word
from ..base.reference import Reference
from ..build import Checked
from ..disk import write_file


def write_sheets(checked: Checked, keys: Iterable[Reference], folder: Path) -> Iterator[Path]:
    """Write two files for each record and yield their paths.

    Raises OSError where the disk refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for key in keys:
        sheet = sheet_of(checked.library, checked.findings, key)
        stem = f"审核表-{key.kind}-{key.id}"
        for name, content in (
            (f"{stem}.html", page(sheet).encode()),
            (f"{stem}.docx", word(sheet)),
        ):
            write_file(folder / name, content)
            yield folder / name

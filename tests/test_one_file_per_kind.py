"""A new kind, page, check, export, report: one new file, and nothing else is touched."""

import importlib
import sys
from datetime import date
from pathlib import Path

import pytest

import generator.checks
import generator.exports
import generator.pages
import generator.records
import generator.reports
from generator.base.project import Project
from generator.base.reference import Reference
from generator.build import catalogue, check, generate
from generator.records import all_kinds
from generator.reports import formats, report
from generator.schema import json_schema
from generator.settings import Settings
from generator.skeleton import Surroundings, new_row
from tests.signing import signed_off

KIND = '''
"""A meeting about a case."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ..base.dates import PartialDate
from ..base.declaration import Part, item
from ..base.record import Record
from ..base.reference import Reference, To
from ..base.text import Line, OneOf, Prose


class Decision(Part):
    """What was decided."""

    text: Line = item("决定")
    owner: Line | None = item("责任人", default=None)
    short: ClassVar[str] = "text"


class Meeting(Record):
    """会议."""

    kind: ClassVar[str] = "meeting"
    label: ClassVar[str] = "会议"
    folder: ClassVar[str] = "ledgers/meetings"
    rows: ClassVar[bool] = True

    title: Line = item("议题")
    held: PartialDate = item("召开时间")
    form: Annotated[str, OneOf(("专题会", "联席会"))] = item("形式", default="专题会")
    case: Annotated[Reference, To("case")] | None = item("案例", default=None)
    minutes: Prose | None = item("纪要", default=None)
    secret: Prose | None = item("内部备注", default=None, lecturer=True)
    decisions: tuple[Decision, ...] = item("决定事项", default=())

    @property
    def date(self) -> PartialDate | None:
        """The day of the meeting."""
        return self.held
'''
FILES = {
    "cases/a.yaml": "标题: 采购案\n范围: 公开\n",
    "ledgers/meetings/2024.yaml": """
- 编号: m1
  议题: 研究采购案的会
  召开时间: 2024-03-15
  形式: 联席会
  案例: a
  纪要: |
    会上说了**重点**，见[采购案](case/a)。
  内部备注: 不外传的话
  决定事项:
    - 限期整改
    - {决定: 回头看, 责任人: 赵某}
  范围: 公开
- 编号: m2
  议题: 更早的会
  召开时间: 2023
  范围: 公开
""",
}
A, M1 = Reference("case", "a"), Reference("meeting", "m1")


@pytest.fixture
def add_file(tmp_path, monkeypatch):
    """Put one more file into a folder of the program, as it were, and forget it afterwards."""
    made = []

    def add(package, name: str, source: str) -> None:
        folder = tmp_path / package.__name__.rpartition(".")[2]
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.py").write_text(source, encoding="utf-8")
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder)])
        importlib.invalidate_caches()
        made.append((package, name))

    yield add
    for package, name in made:
        sys.modules.pop(f"{package.__name__}.{name}", None)
        if hasattr(package, name):
            delattr(package, name)
    importlib.invalidate_caches()


@pytest.fixture
def meeting(add_file):
    add_file(generator.records, "meeting", KIND)


def run(files=FILES):
    project = Project(
        {path: text.encode() for path, text in files.items()}, configuration=b"site_name: a\n"
    )
    return check(signed_off(project), date(2026, 1, 1))


def test_a_kind_is_found(meeting):
    assert all_kinds()["meeting"].label == "会议"


def test_its_records_are_decoded_and_linked(meeting):
    done = run()

    assert [one.line() for one in done.findings] == []
    record = done.library.records[M1]
    assert (record.title, str(record.held), record.form) == (
        "研究采购案的会",
        "2024-03-15",
        "联席会",
    )
    assert [one.text for one in record.decisions] == ["限期整改", "回头看"]
    assert record.case == A
    assert [link.source for link in done.library.backlinks[A]] == [M1]


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("案例: a", "案例: b", "C201", (6, 7)),
        ("案例: a", "案例: lesson/a", "R105", (6, 7)),
        ("形式: 联席会", "形式: 茶话会", "R103", (5, 7)),
        ("召开时间: 2024-03-15", "召开时间: 2024-13", "R105", (4, 9)),
        ("议题: 研究采购案的会", "议提: 研究采购案的会", "R102", (3, 3)),
        ("(case/a)", "(case/b)", "C301", (8, 17)),
    ],
)
def test_its_mistakes_are_findings_with_a_place(meeting, old, new, code, place):
    path = "ledgers/meetings/2024.yaml"
    done = run(FILES | {path: FILES[path].replace(old, new)})

    assert [(one.path, one.code, one.place) for one in done.findings] == [(path, code, place)]


def test_its_records_have_pages_and_stand_in_a_list(meeting):
    files = generate(run(), "public").files
    page = files["library/meeting/m1.md"].decode()
    rows = files["library/meeting/index.md"].decode()

    for word in ("研究采购案的会", "2024年3月15日", "联席会", "重点", "限期整改", "回头看", "赵某"):
        assert word in page
    assert 'href="../case/a.html"' in page
    assert "不外传的话" not in page
    assert "不外传的话" in generate(run(), "lecturer").files["library/meeting/m1.md"].decode()
    assert rows.index("研究采购案的会") < rows.index("更早的会")
    assert "分钟" not in rows
    assert "会议" in files["index.md"].decode()


def test_its_records_obey_editions(meeting):
    path = "ledgers/meetings/2024.yaml"
    files = FILES | {path: FILES[path].replace("  范围: 公开\n", "", 1)}

    assert "library/meeting/m1.md" not in generate(run(files), "public").files
    assert "library/meeting/m1.md" in generate(run(files), "internal").files


def test_it_has_a_schema_and_a_skeleton(meeting):
    kind = all_kinds()["meeting"]

    assert "议题" in str(json_schema(kind, Settings()))
    row = new_row(kind, "m3", Surroundings(today=date(2026, 1, 1)), {})
    done = run({"ledgers/meetings/2025.yaml": row, "cases/a.yaml": FILES["cases/a.yaml"]})
    assert not done.stops, [one.line() for one in done.findings]
    assert Reference("meeting", "m3") in done.library.records


def test_a_kind_may_have_a_page_of_its_own(meeting, add_file):
    add_file(
        generator.pages,
        "meeting",
        '''
"""The page of a meeting."""

from ..addresses import record_page
from ..base.page import Page
from ..library import key_of


def pages(edition):
    """Yield one page per meeting."""
    for record in edition.library.of_kind("meeting"):
        yield Page(record_page(key_of(record)), record.heading, "自己的页面")
''',
    )
    files = generate(run(), "public").files

    assert "自己的页面" in files["library/meeting/m1.md"].decode()
    assert "限期整改" not in files["library/meeting/m1.md"].decode()


def test_a_check_is_run_and_listed(add_file):
    add_file(
        generator.checks,
        "short_title",
        '''
"""Titles are not too short."""

from ..library import key_of
from ._finding import about

RULES = (("C999", "标题不太短"),)


def check(library):
    """Yield a finding for every short title."""
    for record in library.records.values():
        if len(record.heading) < 4:
            yield about(library, key_of(record), ("title",), "C999", "标题太短", hint="写长些。")
''',
    )
    done = run({"cases/a.yaml": FILES["cases/a.yaml"]})

    assert [one.line() for one in done.findings] == ["cases/a.yaml:1:5: 错误 C999 标题太短"]
    assert ("C999", "标题不太短") in [(rule.code, rule.title) for rule in catalogue()]
    assert "C999" in generate(run({}), "public").files["library/rules.md"].decode()


def test_an_export_is_written(add_file):
    add_file(
        generator.exports,
        "titles",
        '''
"""Titles, one to a line."""

from ..addresses import export_file
from ..base.page import Asset


def export(edition):
    """Yield one list."""
    titles = "".join(f"{one.heading}\\n" for one in edition.library.records.values())
    yield Asset(export_file("titles.txt"), titles.encode())
''',
    )
    files = generate(run({"cases/a.yaml": FILES["cases/a.yaml"]}), "public").files

    assert files["library/exports/titles.txt"].decode() == "采购案\n"


def test_a_report_is_a_format(add_file):
    add_file(
        generator.reports,
        "count",
        '"""How many."""\n\n\ndef write(findings):\n'
        '    """Count."""\n    return f"{len(findings)}\\n"\n',
    )

    assert "count" in formats()
    assert report([], "count") == "0\n"


def test_nothing_is_left_behind():
    assert "meeting" not in all_kinds()
    assert "count" not in formats()
    assert not Path(generator.records.__path__[0], "meeting.py").exists()

"""Which pages can be found, and how they are filed."""

from dataclasses import astuple, replace
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.addresses import (
    comparison_page,
    facet_page,
    list_page,
    record_at,
    record_page,
    version_page,
)
from generator.base.dates import PartialDate
from generator.base.declaration import item
from generator.base.page import Page
from generator.base.record import Record
from generator.base.reference import Reference, identifier_problem
from generator.base.text import Line, Prose
from generator.build import check, generate
from generator.disk import read_project
from generator.editions import EDITIONS, take
from generator.pages import all_pages
from generator.records import all_kinds
from generator.search.documents import documents
from tests.ledger_library import FILES as LEDGERS

FILES = {
    "cases/a.yaml": """
标题: 采购案
范围: 公开
领域: 教育
层级: 乡科级
岗位: [出纳, 出纳, 后勤采购]
违反纪律: [廉洁, 工作]
处理时间: 2022-05
关键词: [串标]
基本案情: 依照《采购法》第一条至第三条、《采购法》第三条和《另外的法》第九条处理。
其他章节: [{标题: 另一节, 内容: 另一段}]
曾用编号: [a0]
""",
    "cases/b.yaml": "标题: 撤下的案\n范围: 公开\n状态: 已撤下\n撤下原因: 重写\n",
    "cases/c.yaml": "标题: 内部的案\n关键词: [机密词]\n",
    "materials/lessons/l.yaml": """
标题: 一课
范围: 公开
领域: [教育, 其他]
层级: [乡科级]
教学步骤: [{环节: 导入, 分钟: 10, 内容: 导入的话}]
""",
    "policies/practices/p.yaml": """
标题: 做法
范围: 公开
问题: 甲
措施: [{标题: 头一条, 内容: 乙}, 丙]
""",
    "policies/regulations/r.yaml": """
名称: 中华人民共和国采购法
范围: 公开
类别: 法律
版本:
  - 编号: '2018'
    施行日期: 2018-01-01
    前言: [{标题: 序言, 内容: 甲}]
    条文: [{条: 第一条, 文: 旧}, {条: 第二条, 文: 依照《采购法》第一条。}, {条: 第三条, 文: 丙}]
    附件: [{内容: 表}]
  - 编号: '2023'
    公布日期: 2023-06-01
    条文: [{条: 第一条, 文: 新}]
""",
    "policies/regulations/s.yaml": (
        "名称: 条例\n范围: 公开\n版本:\n"
        "  - {编号: '2020', 施行日期: 2020, 条文: [{条: 第一条, 文: 按《采购法》第二条。}]}\n"
        "  - {编号: '2021', 施行日期: 2021, 条文: [{条: 第一条, 文: 按《采购法》第三条。}]}\n"
    ),
    "docs/guide/two-words.md": "见[内部的案](case/c)，按《采购法》第一条。\n\n## 甲\n\n## 甲\n",
    "docs/guide/titled.md": "---\ntitle: 名称\n---\n\n# 另一个标题\n\n开头\n\n## 节\n\n后文\n",
    "docs/guide/headed.md": "# *大*标题\n\n```\n# 代码\n```\n",
    "docs/guide/out.md": "---\nsearch: {exclude: true}\n---\n\n不给找的话\n",
    "docs/guide/README.md": "# 目录\n",
    "docs/index.md": "欢迎。\n",
}


@pytest.fixture(scope="module")
def found(checked):
    """The documents of the public edition by path."""
    done = checked(FILES)
    assert not done.stops, [one.line() for one in done.findings]
    edition = take(done.library, EDITIONS["public"])
    made = documents(edition, all_pages(edition))
    assert [one.path for one in made] == sorted(one.path for one in made)
    return {one.path: one for one in made}


def anchors(document) -> list[str]:
    return [section.anchor for section in document.sections]


def test_the_pages_of_records_and_of_people_are_found_and_no_others(found):
    assert set(found) == {
        "guide/headed.html",
        "guide/index.html",
        "guide/titled.html",
        "guide/two-words.html",
        "index.html",
        "library/case/a.html",
        "library/lesson/l.html",
        "library/post/出纳.html",
        "library/post/后勤采购.html",
        "library/practice/p.html",
        "library/regulation/r.html",
        "library/regulation/r/2018.html",
        "library/regulation/r/2023.html",
        "library/regulation/s.html",
        "library/regulation/s/2020.html",
        "library/regulation/s/2021.html",
    }


def test_rows_of_ledgers_are_found_where_they_stand(checked):
    edition = take(checked(LEDGERS).library, EDITIONS["public"])
    made = {one.path: one for one in documents(edition, all_pages(edition))}
    ledger, months = made["library/rectification/jia.html"], made["library/month/jia-2025.html"]

    assert (ledger.kind, dict(ledger.facets)) == ("整改", {"种类": ("整改",)})
    assert (months.kind, dict(months.facets)) == ("月报", {"种类": ("月报",)})
    rows = {one.anchor: " ".join((one.heading, *one.blocks)) for one in ledger.sections}
    assert "验收无人到场" in rows["z1"]
    assert "两人到场" in rows["z1"]
    assert "抽查十张都核对过" in rows["z2"]


def test_a_page_that_only_repeats_others_is_not_found_twice(checked):
    edition = take(checked(FILES).library, EDITIONS["public"])
    pages = [replace(one, searchable=False) for one in all_pages(edition) if isinstance(one, Page)]

    assert any(one.filed for one in pages)
    assert {one.kind for one in documents(edition, pages)} == {"页面"}


def test_nothing_of_a_record_that_is_left_out(found):
    everything = str([astuple(one) for one in found.values()])

    assert "case/c" not in everything
    assert "机密词" not in everything
    assert "撤下的案" not in everything
    assert "不给找的话" not in everything


@pytest.mark.parametrize("name", ["public", "internal", "lecturer"])
def test_every_edition_finds_its_own_records(root, today, name):
    done = check(read_project(root / "tests/sites/editions"), today)
    edition = generate(done, name).edition
    made = documents(edition, all_pages(edition))
    groups = {one.group for one in made if one.kind != "岗位"}

    assert groups == {str(key) for key in edition.library.records}


def test_a_case_is_filed_under_what_its_fields_say(found):
    case = found["library/case/a.html"]

    assert (case.title, case.kind, case.group) == ("采购案", "案例", "case/a")
    assert case.about == "教育 · 乡科级 · 2022年5月"
    law = "中华人民共和国采购法"
    assert case.facets == (
        ("种类", ("案例",)),
        ("领域", ("教育",)),
        ("违反纪律", ("廉洁", "工作")),
        ("层级", ("乡科级",)),
        ("年份", ("2022",)),
        ("岗位", ("出纳", "后勤采购")),
        ("关键词", ("串标",)),
        ("依据", (law, f"{law}第一条", f"{law}第三条", f"{law}第二条")),
    )


def test_a_record_with_several_trades_is_filed_under_each(found):
    lesson = found["library/lesson/l.html"]

    assert dict(lesson.facets)["领域"] == ("教育", "其他")
    assert dict(lesson.facets)["层级"] == ("乡科级",)
    assert lesson.about == "教育、其他 · 乡科级 · 10 分钟"


def test_versions_share_a_group_and_have_their_own_years(found):
    overview, old, new = (
        found[f"library/regulation/r{name}.html"] for name in ("", "/2018", "/2023")
    )

    assert {one.group for one in (overview, old, new)} == {"regulation/r"}
    assert old.title == "中华人民共和国采购法（2018）"
    assert (overview.about, old.about, new.about) == (
        "法律 · 2 个版本",
        "法律 · 已修订 · 2018年1月1日施行",
        "法律 · 现行有效",
    )
    assert [dict(one.facets).get("年份") for one in (overview, old, new)] == [None, ("2018",), None]
    assert [dict(one.facets).get("依据") for one in (overview, old, new)] == [None, None, None]
    law = "中华人民共和国采购法"
    cited = [found[f"library/regulation/s{name}.html"].facets[-1] for name in ("/2020", "/2021")]
    assert cited == [("依据", (law, f"{law}第二条")), ("依据", (law, f"{law}第三条"))]
    assert "依据" not in dict(found["library/regulation/s.html"].facets)


def test_what_a_reader_looks_for_has_an_address(found):
    assert anchors(found["library/regulation/r/2018.html"]) == [
        *("", "preface-1", "a1", "a2", "a3", "attachment-1")
    ]
    assert "section-1" in anchors(found["library/case/a.html"])
    assert "step-1" in anchors(found["library/lesson/l.html"])
    assert anchors(found["library/practice/p.html"])[1:] == ["problem", "measures", "measure-1"]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("guide/two-words", "Two words"),
        ("guide/titled", "名称"),
        ("guide/headed", "大标题"),
        ("guide/index", "目录"),
        ("index", "试验库"),
    ],
)
def test_a_written_page_has_the_title_that_the_site_shows(found, name, title):
    page = found[f"{name}.html"]

    assert (page.title, page.kind) == (title, "页面")


def test_the_text_of_a_written_page(found):
    page = found["guide/two-words.html"]

    assert page.group == "guide/two-words.md"
    assert page.sections[0].blocks == ("见内部的案，按《采购法》第一条。",)
    assert anchors(page) == ["", "甲", "甲_1"]
    law = "中华人民共和国采购法"
    assert page.facets == (("种类", ("页面",)), ("依据", (law, f"{law}第一条")))
    assert found["guide/titled.html"].sections[0].blocks == ("另一个标题", "开头")
    assert found["guide/headed.html"].sections[0].blocks == ("# 代码",)


class Meeting(Record):
    """会议."""

    kind: ClassVar[str] = "meeting"
    label: ClassVar[str] = "会议"
    folder: ClassVar[str] = "ledgers/meetings"

    title: Line = item("议题")
    levels: tuple[Line, ...] = item("层级", default=())
    posts: Reference | None = item("岗位", default=None)
    minutes: Prose | None = item("纪要", default=None)

    @property
    def date(self) -> PartialDate | None:
        return PartialDate(2024, 3)


def test_a_kind_that_nobody_here_has_heard_of(project, today):
    text = "议题: 研究会\n范围: 公开\n层级: [乡科级]\n岗位: case/a\n纪要: 说了话\n"
    files = project({"ledgers/meetings/m.yaml": text, "cases/a.yaml": FILES["cases/a.yaml"]})
    edition = generate(check(files, today, {**all_kinds(), "meeting": Meeting}), "internal").edition
    meeting = next(one for one in documents(edition, all_pages(edition)) if one.kind == "会议")

    assert (meeting.path, meeting.group) == ("library/meeting/m.html", "meeting/m")
    assert meeting.about == "乡科级 · 2024年3月"
    assert meeting.facets == (("种类", ("会议",)), ("层级", ("乡科级",)), ("年份", ("2024",)))
    assert anchors(meeting) == ["", "field-minutes"]


IDENTIFIERS = st.from_regex(r"[0-9a-zA-Z甲乙]{1,5}(-[0-9a-z]{1,3})?", fullmatch=True).filter(
    lambda text: not identifier_problem(text) and not text.lower().startswith("compare")
)


@given(st.sampled_from(["case", "two_words", "regulation"]), IDENTIFIERS, IDENTIFIERS)
def test_a_page_leads_back_to_its_record(kind, identifier, version):
    record, regulation = Reference(kind, identifier), Reference("regulation", identifier)

    assert record_at(record_page(record)) == record
    assert record_at(version_page(regulation, version)) == Reference(*regulation[:2], version)
    assert record_at(comparison_page(regulation, version, version)) is None
    assert record_at(list_page(kind)) is None
    assert record_at(facet_page("industry", identifier)) is None

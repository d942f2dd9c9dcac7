"""Texts to a library: linked once, the same whatever order the files come in."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.finding import Level
from generator.base.reference import Reference
from generator.build import generate
from generator.library import read_library
from generator.records import all_kinds
from generator.settings import Settings

FILES = {
    "cases/教育/a.yaml": (
        "标题: 甲\n范围: 公开\n处理时间: 2021-05\n相关案例: [b, 'b#L1']\n"
        "依据: [《采购办法》第一条]\n"
    ),
    "cases/医疗/b.yaml": (
        "标题: 乙\n范围: 公开\n漏洞:\n  - {编号: L1, 类型: 招标评审, 说明: 丙, 措施: [丁]}\n"
    ),
    "cases/c.yaml": "标题: 丙\n性质: 坏\n相关案例: [z]\n",
    "cases/x/c.yaml": "标题: 又一个丙\n",
    "cases/d.yaml": "标题：丁\n",
    "materials/lessons/l.yaml": "标题: 课\n范围: 公开\n案例: [a, {案例: b, 用途: 讨论}]\n",
    "policies/practices/p.yaml": "标题: 法\n范围: 公开\n问题: 无\n单位: u2\n相关案例: [a]\n",
    "policies/regulations/r.yaml": (
        "名称: 采购办法\n"
        "版本: [{编号: '2018', 施行日期: 2018-01-01, 条文: [{条: 第一条, 文: 甲}]}]\n"
    ),
    "ledgers/units/u.yaml": (
        "- {编号: u1, 名称: 一}\n- {编号: u2, 名称: 二, 范围: 公开}\n- {编号: u1, 名称: 三}\n"
    ),
    "docs/guide.md": "# 说明\n",
    "policies/notes/n.yaml": "标题: 放错\n",
}
A, B = Reference("case", "a"), Reference("case", "b")


def read(names):
    files = {name: FILES[name].encode() for name in names}
    return read_library(files, all_kinds(), Settings(), date(2026, 1, 1), "库", ["img/a.png"])


@given(st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter(source: random.Random):
    names = list(FILES)
    source.shuffle(names)

    assert read(names) == read(sorted(FILES))


def test_links_and_backlinks_lead_both_ways(checked):
    library = checked(FILES).library

    assert [(one.route, str(one.target)) for one in library.links if one.source == A] == [
        (("related", 0), "case/b"),
        (("related", 1), "case/b#L1"),
    ]
    assert [(str(one.source), one.route) for one in library.backlinks[A]] == [
        ("lesson/l", ("cases", 0, "case")),
        ("practice/p", ("related", 0)),
    ]
    assert len(library.backlinks[B]) == 3
    assert library.get(Reference("case", "b", "L1")) is library.records[B]


def test_rows_of_a_ledger_are_records(checked):
    library = checked(FILES).library

    assert [unit.id for unit in library.of_kind("unit")] == ["u1", "u2"]
    assert library.place(Reference("unit", "u2"), ("name",)) == (2, 16)


def test_what_is_broken_is_known(checked):
    library = checked(FILES).library

    assert {str(one) for one in library.broken} == {"case/c", "case/d"}
    assert library.is_broken(Reference("case", "c", "L1"))
    assert not library.is_broken(A)


def test_pages_and_files_of_docs_are_known():
    library, _ = read(sorted(FILES))

    assert library.documents == {"guide.md": "# 说明\n"}
    assert library.assets == {"img/a.png"}


def test_the_place_of_a_field_that_is_not_written_is_the_record(checked):
    library = checked(FILES).library

    assert library.place(A, ("outcome", "party")) == (1, 1)
    assert library.place(A, ("citations", 0)) == (5, 6)


def test_every_mistake_of_every_file_in_one_run(checked):
    findings = checked(FILES).findings
    found = {(one.path, one.code) for one in findings if one.level > Level.NOTICE}

    assert found == {
        ("cases/c.yaml", "R103"),
        ("cases/c.yaml", "C201"),
        ("cases/x/c.yaml", "R023"),
        ("cases/d.yaml", "R010"),
        ("ledgers/units/u.yaml", "R023"),
        ("policies/notes/n.yaml", "R020"),
    }


GOOD = {
    name: text
    for name, text in FILES.items()
    if name
    not in (
        "cases/c.yaml",
        "cases/x/c.yaml",
        "cases/d.yaml",
        "policies/notes/n.yaml",
        "ledgers/units/u.yaml",
    )
}
GOOD["ledgers/units/u.yaml"] = "- {编号: u2, 名称: 二, 范围: 公开}\n"


@pytest.mark.parametrize("edition", ["public", "internal", "lecturer"])
def test_the_same_input_gives_the_same_bytes(checked, edition):
    backwards = dict(reversed(GOOD.items()))

    once = generate(checked(GOOD), edition).files
    assert generate(checked(GOOD), edition).files == once
    assert generate(checked(backwards), edition).files == once
    assert list(once) == sorted(once)

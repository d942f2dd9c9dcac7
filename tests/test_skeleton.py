"""A new record is valid as it stands, and still is when every line of it is put to use."""

import re
from datetime import date
from typing import Annotated, ClassVar

import pytest

from generator.base.dates import PartialDate
from generator.base.declaration import Part, item
from generator.base.decode import decode
from generator.base.document import read_document
from generator.base.record import Record
from generator.base.reference import Reference, To
from generator.base.text import Line, OneOf, Prose
from generator.records import all_kinds
from generator.settings import Settings
from generator.skeleton import Surroundings, new_file, new_row

AROUND = Surroundings(date(2026, 1, 1))
COMMENTED = re.compile(r"^( *)# (?= *(?:- )?[^\s：，。；、#]+:| +- | +待填写)", re.MULTILINE)
"""A field that is commented out, and the lines below it; not a sentence."""


class Step(Part):
    """Inside of a kind that only this test knows."""

    note: Line | None = item("备注", default=None)
    minutes: int = item("分钟")
    inner: tuple["Step", ...] = item("下一级", default=())


class Voyage(Record):
    """A kind with every form of field."""

    kind: ClassVar[str] = "voyage"
    label: ClassVar[str] = "航次"
    folder: ClassVar[str] = "voyages"

    name: Line = item("名称")
    ship: Annotated[Reference, To("ship")] = item("船")
    sailed: PartialDate = item("出发", "第一次离港")
    kind_of_cargo: Annotated[str, OneOf(("散货", "集装箱"))] = item("货类")
    steps: tuple[Step, ...] = item("步骤")
    facts: Prose = item("经过", "写三段")
    names: dict[str, Line] = item("别名", default={})
    posts: tuple[Line, ...] = item("岗位", default=())


def read(text, kind, identifier):
    node, findings = read_document(text, "x.yaml")
    assert findings == []
    if kind.rows:
        node = node.items[0]
    record, findings = decode(node, kind, "x.yaml", {"id": identifier})
    assert findings == []
    return record


@pytest.mark.parametrize("kind", [*all_kinds().values(), Voyage], ids=lambda kind: kind.kind)
def test_valid_as_it_stands(kind):
    record = read(new_file(kind, "甲-1", AROUND, {}), kind, "甲-1")
    assert record.id == "甲-1"
    assert record.audience == "内部"


@pytest.mark.parametrize("kind", [*all_kinds().values(), Voyage], ids=lambda kind: kind.kind)
def test_valid_with_every_line_put_to_use(kind):
    text = new_file(kind, "甲-1", AROUND, {})
    used = COMMENTED.sub(r"\1", text)
    record = read(used, kind, "甲-1")
    by_machine = {"imported", "review", "id"}
    empty = {
        name
        for name in kind.model_fields
        if name not in by_machine and getattr(record, name) in (None, (), {}, "")
    }
    assert empty == set()


def test_own_fields_come_first_in_declared_order():
    used = COMMENTED.sub(r"\1", new_file(Voyage, "甲", AROUND, {}))
    labels = re.findall(r"^([^\s#-][^:]*):", used, re.MULTILINE)
    assert labels[:8] == ["名称", "船", "出发", "货类", "步骤", "经过", "别名", "岗位"]
    assert labels[8:10] == ["范围", "状态"]


def test_help_and_allowed_words_are_comments():
    text = new_file(Voyage, "甲", AROUND, {})
    assert "出发: 2026-01-01  # 第一次离港\n" in text
    assert "货类: 散货  # 可选：散货、集装箱\n" in text
    assert re.search(r"^范围: 内部  # .*公开.*公开版", text, re.MULTILINE)
    words = "、".join(Settings().posts)
    assert f"# 岗位:  # 可选：{words}\n#   - 主要负责人\n" in text


def test_reference_takes_an_id_that_exists():
    around = Surroundings(date(2026, 1, 1), ids={"ship": ["yuanyang-1"]}, labels={"ship": "船舶"})
    assert "船: yuanyang-1  # 船舶的编号\n" in new_file(Voyage, "甲", around, {})


def test_what_is_given_is_filled_in():
    text = new_file(Voyage, "甲", AROUND, {"name": "乙: 丙 #丁", "posts": ["出纳", "财务会计"]})
    record = read(text, Voyage, "甲")
    assert (record.name, record.posts) == ("乙: 丙 #丁", ("出纳", "财务会计"))


def test_row_names_its_id():
    unit = all_kinds()["unit"]
    assert new_row(unit, "pz-1", AROUND, {}).startswith("- 编号: pz-1\n  名称: 待填写（pz-1）\n")

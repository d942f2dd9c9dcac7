"""Routes lead back to the lines that an author wrote."""

from typing import Annotated, ClassVar

import pytest

from generator.base.dates import PartialDate
from generator.base.declaration import Part, item
from generator.base.document import read_document
from generator.base.locate import locate
from generator.base.record import Record
from generator.base.reference import Reference, To
from generator.base.text import Line, Prose


class Stop(Part):
    """A part with two fields, one of them the short form."""

    name: Line = item("名称")
    when: PartialDate | None = item("时间", default=None)
    short: ClassVar[str] = "name"


class Trip(Record):
    """A record with a field of every form."""

    kind: ClassVar[str] = "trip"
    title: Line = item("标题", also=("题目",))
    stops: tuple[Stop, ...] = item("站", default=())
    text: Prose | None = item("正文", default=None)
    before: Annotated[Reference, To("trip")] | None = item("上一次", default=None)
    names: dict[str, Line] = item("别名", default={})


WRITTEN = """\
题目: 甲
站:
  -
  - {名称: 乙, 时间: 2024}
  - 丙
别名: {丁: 戊}
正文: |
  己
上一次:
"""


@pytest.mark.parametrize(
    ("route", "place"),
    [
        ((), (1, 1)),
        (("title",), (1, 5)),
        (("stops",), (2, 1)),
        (("stops", 0), (4, 5)),
        (("stops", 0, "when"), (4, 17)),
        (("stops", 1), (5, 5)),
        (("stops", 1, "name"), (5, 5)),
        (("stops", 1, "when"), (5, 5)),
        (("stops", 7), (2, 1)),
        (("names", "丁"), (6, 6)),
        (("names", "庚"), (6, 1)),
        (("text",), (8, 3)),
        (("before",), (9, 1)),
        (("title", 0), (1, 5)),
        (("nothing",), (1, 1)),
    ],
)
def test_a_route_leads_to_its_value_or_to_what_is_around_it(route, place):
    node, _ = read_document(WRITTEN, "a.yaml")

    assert locate(node, Trip, route) == place


def test_a_bare_text_stands_for_a_list_of_one_group():
    node, _ = read_document("标题: 甲\n站: 乙\n", "a.yaml")

    assert locate(node, Trip, ("stops", 0, "name")) == (2, 4)

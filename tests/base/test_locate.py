"""Routes lead back to the lines that an author wrote."""

import pytest

from generator.base.document import read_document
from generator.base.locate import locate
from tests.base.trip import Trip

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

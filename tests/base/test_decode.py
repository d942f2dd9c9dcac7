"""Nodes to records: any tree of nodes gives a record or findings, each with a place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.declaration import Part, holders, keys, shapes, walk
from generator.base.decode import decode
from generator.base.document import read_document
from generator.base.finding import Place
from generator.base.node import Mapping, Scalar, Sequence
from generator.base.reference import Reference
from generator.records import all_kinds
from generator.settings import Settings
from tests.base.trip import Trip

MODELS = [*all_kinds().values(), Settings]
_WORDS = [
    "",
    "甲",
    "2024-03",
    "2024-13",
    "9" * 400,
    "case/a#b",
    "是",
    "公开",
    "-1",
    "1e9",
    "第一条",
    "《甲法》第一条",
]
_WORDS += [
    "{{ x }}",
    "a：b",
    "<b>",
    "\n甲\n",
    "警告",
    "http://a.cn",
    "\u3000",
    "null",
    "~",
    "𠀀" * 600,
]


def _labels(model: type[Part], depth: int = 3) -> set[str]:
    found = set(keys(model))
    for shape in shapes(model).values():
        if shape.part and depth:
            found |= _labels(shape.part, depth - 1)
    return found


LABELS = sorted(set().union(*(_labels(model) for model in MODELS)))
_KEYS = st.one_of(st.sampled_from(LABELS), st.text(max_size=5))


def _scalars(texts):
    return st.builds(Scalar, texts, st.just(Place(3, 7)), plain=st.booleans())


_NODES = st.recursive(
    _scalars(st.one_of(st.sampled_from(_WORDS), st.text(max_size=12))),
    lambda inner: st.one_of(
        st.builds(Sequence, st.lists(inner, max_size=4), st.just(Place(4, 1))),
        st.builds(
            Mapping, st.lists(st.tuples(_scalars(_KEYS), inner), max_size=6), st.just(Place(5, 1))
        ),
    ),
    max_leaves=20,
)
TREES = st.builds(
    Mapping, st.lists(st.tuples(_scalars(_KEYS), _NODES), max_size=10), st.just(Place(1, 1))
)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@settings(max_examples=max(25, settings.default.max_examples // 3))
@given(tree=TREES, partial=st.booleans())
def test_any_tree_gives_a_record_or_findings(model, partial, tree):
    given_id = {"id": "a"} if "id" in model.model_fields else {}

    record, findings = decode(tree, model, "a.yaml", given_id, partial=partial)

    assert record is not None or findings
    for one in findings:
        assert one.place.line >= 1
        assert one.place.column >= 1
        assert one.hint
        assert max(one.message) >= "\u4e00"
        assert "Input should" not in one.message


def read(text: str, **options):
    node, findings = read_document(text, "a.yaml")
    assert not findings
    return decode(node, Trip, "a.yaml", {"id": "t"}, **options)


def test_labels_other_labels_and_english_names_are_keys():
    for key in ("标题", "题目", "title"):
        record, findings = read(f"{key}: 甲")
        assert record.title == "甲"
        assert not findings


def test_a_text_stands_for_a_part_and_one_item_for_a_list():
    record, _ = read("标题: 甲\n站: 乙\n")

    assert [stop.name for stop in record.stops] == ["乙"]


def test_empty_values_are_as_good_as_none():
    record, findings = read("标题: 甲\n颜色:\n站: []\n正文: ~\n别名: {}\n")

    assert not findings
    assert (record.colour, record.stops, record.text, record.names) == ("红", (), None, {})


def test_all_mistakes_come_at_once_each_at_its_value():
    _, findings = read("颜色: 蓝\n站:\n  - {时间: 2024-13}\n  - [乙]\n上一次: a/b\n标提: 甲\n")

    assert [(one.code, one.place) for one in findings] == [
        ("R104", (4, 5)),
        ("R102", (6, 1)),
        ("R103", (1, 5)),
        ("R105", (5, 6)),
    ]


def test_the_rest_of_a_record_with_mistakes_can_still_be_checked():
    text = "颜色: 蓝\n上一次: s\n"

    assert read(text)[0] is None
    record, findings = read(text, partial=True)
    assert record.before == Reference("trip", "s")
    assert {one.code for one in findings} == {"R101", "R103"}


def test_walk_finds_every_value_of_a_type_with_its_route():
    record, _ = read("标题: 甲\n站: [乙, 丙]\n上一次: s\n")

    assert list(walk(record, Reference)) == [(("before",), Reference("trip", "s"))]
    assert (("stops", 1, "name"), "丙") in list(walk(record, str))
    assert "before" in holders(Trip, Reference)
    assert "stops" not in holders(Trip, Reference)

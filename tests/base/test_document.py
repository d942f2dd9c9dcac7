"""YAML by node: what was written stays, bounds hold, nothing raises."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.base.decoding import decode_text
from generator.base.document import MAX_DEPTH, read_document
from generator.base.finding import BlockPlace
from generator.base.node import Mapping, Scalar, plain_value

KEYS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=8)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
_PIECES = st.sampled_from(
    [
        *[
            ":",
            "#",
            "-",
            "?",
            "!",
            "&",
            "*",
            "|",
            ">",
            "'",
            '"',
            "%",
            "@",
            "`",
            "{",
            "}",
            "[",
            "]",
            ",",
            "：",
            "\u3000",
        ],
        " ",
        "\n",
        "\n  ",
        "\t",
        "---",
        "\n- ",
        "标题",
        "标题:",
        "标题: ",
        "标题：",
        "<<: ",
        "*a",
        "&a ",
        "!!str ",
        "\\",
        "...",
        "~",
        "\ufeff",
    ]
)
YAMLISH = st.lists(st.one_of(_PIECES, st.characters()), max_size=40).map("".join)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _written(value, indent: int = 0) -> str:
    """Write a value in the plainest YAML there is: block style, every text in single quotes."""
    space = " " * indent
    if isinstance(value, str):
        return f" {_quoted(value)}\n"
    if not value:
        return " []\n"
    if isinstance(value, list):
        return "\n" + "".join(f"{space}-{_written(one, indent + 2)}" for one in value)
    return "\n" + "".join(
        f"{space}{_quoted(key)}:{_written(one, indent + 2)}" for key, one in value.items()
    )


def read(text: str):
    node, findings = read_document(text, "a.yaml")
    assert not findings
    return plain_value(node)


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "on",
        "0123",
        "12:30:45",
        "3.10",
        "1_000",
        "0x1F",
        "1e3",
        "2024-02-30",
        "NaN",
        "110101199003078888",
        "true",
        "=",
        "第一条",
        "a#b",
        "甲：乙",
    ],
)
def test_a_value_stays_what_was_written(written):
    assert read(f"甲: {written}") == {"甲": written}


def test_literal_text_keeps_its_lines_and_knows_where_they_stand():
    node, findings = read_document("标题: 甲\n要点: |\n\n  第一段。\n\n  第二段。\n", "a.yaml")

    assert not findings
    _, text = node.entries[1]
    assert text.text == "\n第一段。\n\n第二段。\n"
    assert text.place == (4, 3)
    assert isinstance(text.place, BlockPlace)
    assert text.place.at(2, 1) == (6, 4)


def test_an_alias_within_bounds_is_followed():
    assert read("甲: &a [一, 二]\n乙: *a") == {"甲": ["一", "二"], "乙": ["一", "二"]}


def test_every_mistake_that_can_be_passed_is_found_in_one_run():
    text = "标题: 某楼 #3\n标题: 乙\n要点: &A 丙\n副标题: #4\n"

    _, findings = read_document(text, "a.yaml")

    assert [(one.code, one.place.line) for one in findings] == [
        ("R009", 1),
        ("R008", 2),
        ("R007", 3),
        ("R009", 4),
    ]


def test_the_host_configuration_may_hold_tags_and_anchors():
    text = "a: !ENV [X, y]\nb: &b 1\n"

    node, findings = read_document(text, "mkdocs.yml", tags=True)

    assert not findings
    assert plain_value(node) == {"a": ["X", "y"], "b": "1"}


@pytest.mark.parametrize("depth", [MAX_DEPTH - 1, MAX_DEPTH])
def test_depth_is_bounded(depth):
    _, findings = read_document("甲: " + "[" * depth + "]" * depth, "a.yaml")

    assert bool(findings) == (depth >= MAX_DEPTH)


@given(YAMLISH)
@example("\u2028\u2028a:b：c")
@example("甲: 乙\x85丙：丁\n戊：己")
@example("? a\n: b\n? [c]\n: d")
@example("- - - a：b\n  c")
@example("'")
@example('"\\x"')
@example("%YAML 9.9\n---\na")
def test_any_text_gives_a_node_or_findings_with_a_place(text):
    node, findings = read_document(text, "a.yaml")

    for one in findings:
        assert one.place.line >= 1
        assert one.place.column >= 1
        assert one.message
    if node is not None:
        plain_value(node)


@given(st.binary(max_size=300))
@example(b"\xff\xfe\x00")
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
@example(b"\x81")
def test_any_bytes_give_a_text_or_findings_with_a_place(raw):
    text, findings = decode_text(raw, "a.yaml")

    for one in findings:
        assert one.place.line >= 1
        assert one.place.column >= 1
    if not findings:
        _, found = read_document(text, "a.yaml")
        assert all(one.place.line >= 1 for one in found)


@given(VALUES)
def test_what_is_written_in_quotes_is_read_back(value):
    assert read("根:" + _written(value, 2)) == {"根": value}


@given(st.lists(st.tuples(KEYS, TEXTS), min_size=1, max_size=6))
def test_places_lead_back_to_the_text(pairs):
    text = "".join(
        f"{key}{number}: {_quoted(value)}\n" for number, (key, value) in enumerate(pairs)
    )
    node, findings = read_document(text, "a.yaml")

    assert not findings
    assert isinstance(node, Mapping)
    lines = text.split("\n")
    for (key, value), (wanted, _) in zip(node.entries, pairs, strict=True):
        assert isinstance(value, Scalar)
        assert lines[key.place.line - 1][key.place.column - 1 :].startswith(wanted)
        assert lines[value.place.line - 1][value.place.column - 1] == "'"

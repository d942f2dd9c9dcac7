"""What the YAML writer writes is read back as the same values, whatever the text."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base import document
from generator.base.dates import PartialDate
from generator.base.declaration import Part, item
from generator.base.decode import decode
from generator.base.decoding import HIDDEN, decode_text
from generator.base.document import read_document
from generator.base.node import Mapping
from generator.base.record import Record
from generator.base.text import Line, Prose
from generator.base.yaml_writer import field_order, write_yaml


class Inner(Part):
    name: Line | None = item("名称", default=None)
    text: Prose | None = item("内容", default=None)
    short: ClassVar[str] = "text"


class Outer(Part):
    line: Line | None = item("一行", default=None)
    prose: Prose | None = item("正文", default=None)
    lines: tuple[Line, ...] = item("各行", default=())
    proses: tuple[Prose, ...] = item("各段", default=())
    day: PartialDate | None = item("日期", default=None)
    inner: Inner | None = item("一组", default=None)
    inners: tuple[Inner, ...] = item("各组", default=())
    table: dict[str, Line] = item("表", default={})


class Kind(Record):
    title: Line = item("标题")
    facts: Prose | None = item("案情", default=None)


def read(text: str, model: type[Part]) -> Any:
    clean, findings = decode_text(text.encode(), "a.yaml")
    assert not findings, findings
    node, findings = read_document(clean, "a.yaml")
    assert not findings, (findings, text)
    assert isinstance(node, Mapping)
    value, findings = decode(node, model, "a.yaml", {})
    assert not findings, (findings, text)
    return value


def comes_back(values: dict[str, Any], model: type[Part] = Outer) -> str:
    text = write_yaml(values, model)
    assert read(text, model) == model.model_validate(values), text
    return text


NASTY = [
    "", " ", "\u3000", "\u3000\u3000首行缩进", "  两格", "\t制表", "行尾空格 ", "行尾全角\u3000",
    "# 井号", "a # b", "#", "标题: 内容", "冒号:", ":", "- 项", "-", "? 问", "--- ", "---", "...",
    "{a: b}", "[a, b]", "*重点*", "&锚", "!标签", "%指令", "@", "`x`", "|", ">", "'单'", '"双"',
    "\\n 反斜杠 \\", "yes", "No", "null", "~", "0123", "3.10", "12:30", "2024-01-01", "1_000",
    "全角：冒号", "字段：内容", "a\nb", "a\n\nb", "\n\na\n", "a\n   \nb", "   \na", "a\n   ",
    "a\n\u3000\u3000b", "a\n  b\n c", "a\n\tb", "a\r\nb", "a\rb", "a\u200bb",
    "\x80", "\x9f", "a\u200fb", "𠮷野家",
    "末行\n---\n# x\n- y", "<script>", "“引号”", "《条例》（2018）", "a" * 300, "字" * 499,
]  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
def test_any_text_comes_back(text):
    comes_back({"line": text[:500], "prose": text, "lines": [text, "x", text], "proses": [text]})
    comes_back({"inner": {"name": text, "text": text}, "inners": [{"text": text}, {"name": text}]})
    comes_back({"table": {"甲": text, "乙: #": text}})


hidden = "".join(chr(code) for code in range(0x10000) if HIDDEN.match(chr(code)))
signs = st.characters(exclude_categories=["Cs"], exclude_characters=hidden)
awkward = st.sampled_from(
    [
        " ",
        "\u3000",
        "\t",
        "\n",
        "#",
        ":",
        "-",
        "'",
        '"',
        "\\",
        "|",
        ">",
        "---",
        "?",
        "中",
        "：",
        "{",
    ]
)
texts = st.lists(st.one_of(signs, awkward, st.sampled_from(NASTY)), max_size=30).map("".join)
lines = texts.map(lambda text: text[:500])
values = st.fixed_dictionaries(
    {},
    optional={
        "line": lines,
        "prose": texts,
        "lines": st.lists(lines, max_size=4),
        "proses": st.lists(texts, max_size=3),
        "inner": st.fixed_dictionaries({}, optional={"name": lines, "text": texts}),
        "inners": st.lists(
            st.fixed_dictionaries({"text": texts}, optional={"name": lines}), max_size=3
        ),
        "table": st.dictionaries(
            st.text("甲乙丙ab:# -", min_size=1, max_size=4), lines, max_size=3
        ),
        "day": st.dates()
        .filter(lambda day: day.year >= 1900 and day.year < 2200)
        .map(lambda day: PartialDate(day.year, day.month, day.day)),
    },
)


def drop_empty(given_values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in given_values.items() if value != {}}


@settings(max_examples=400, deadline=None)
@given(values)
def test_values_come_back(given_values):
    comes_back(drop_empty(given_values))


@settings(max_examples=60, deadline=None)
@given(values)
def test_values_come_back_without_libyaml(given_values):
    before = document._Parser
    document._Parser = yaml.SafeLoader
    try:
        comes_back(drop_empty(given_values))
    finally:
        document._Parser = before


def test_labels_stand_in_declared_order_and_inherited_fields_last():
    text = write_yaml({"audience": "内部", "facts": "甲", "id": "x", "title": "某案"}, Kind)
    assert text == "编号: x\n标题: 某案\n案情: |\n  甲\n范围: 内部\n"
    assert field_order(Kind)[:3] == ["id", "title", "facts"]


def test_prose_is_a_block_with_empty_lines_between_paragraphs():
    assert write_yaml({"正文": "甲\n\n# 乙"}, Outer) == "正文: |\n  甲\n\n  # 乙\n"
    assert write_yaml({"prose": " 甲"}, Outer) == "正文: |2\n   甲\n"
    assert write_yaml({"inners": [{"text": " 甲"}]}, Outer) == "各组:\n  - 内容: |2\n       甲\n"


def test_texts_that_look_like_numbers_are_quoted_and_dates_are_not():
    text = write_yaml({"line": "2018", "day": PartialDate(2018, 3), "lines": ["yes", "中"]}, Outer)
    assert text == '一行: "2018"\n各行:\n  - "yes"\n  - 中\n日期: 2018-03\n'


def test_parts_are_written_as_given():
    assert write_yaml({"inner": Inner(name=Line("甲"))}, Outer) == "一组:\n  名称: 甲\n"


def test_what_cannot_be_written_is_told():
    with pytest.raises(ValueError, match="no field"):
        write_yaml({"没有": "x"}, Outer)
    with pytest.raises(ValueError, match="twice"):
        write_yaml({"line": "x", "一行": "y"}, Outer)


@pytest.mark.parametrize("sign", ["\x00", "\x1f", "\x85", "\u2028", "\u202e", "\ufeff", "\ud800"])
def test_what_no_record_may_hold_is_refused(sign):
    for name in ("line", "prose"):
        with pytest.raises(ValueError, match=f"U\\+{ord(sign):04X}"):
            write_yaml({name: f"甲{sign}乙"}, Outer)

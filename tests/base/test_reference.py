"""References and ids."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.reference import MAX_IDENTIFIER, Reference, identifier_problem


@pytest.mark.parametrize(
    "good",
    ["a", "gc-2024-003", "案例一", "第1号", "a--b", "A1", "〇", "con1", "x" * MAX_IDENTIFIER],
)
def test_good_ids(good):
    assert identifier_problem(good) is None


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "a b",
        "a_b",
        "a.b",
        "-a",
        "a-",
        "../a",
        "a/b",
        "a\\b",
        "a:b",
        "a\u200bb",
        "café",
        "ａ",
        ".",
        "con",
        "AUX",
        "Nul",
        "com1",
        "LPT9",
        "index",
        "Index",
        "x" * (MAX_IDENTIFIER + 1),
    ],
)
def test_bad_ids(bad):
    assert identifier_problem(bad)


def test_no_id_is_too_long_for_a_file_system():
    longest = "𠀀" * MAX_IDENTIFIER

    assert identifier_problem(longest) is None
    assert len(f".{longest}.html.new".encode()) <= 255


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("case/a", "", ("case", "a", "")),
        ("case/a#L1", "", ("case", "a", "L1")),
        ("a", "case", ("case", "a", "")),
        (" a#L1 ", "case", ("case", "a", "L1")),
        ("case/a", "case", ("case", "a", "")),
    ],
)
def test_spellings(text, kind, expected):
    assert Reference.parse(text, kind) == Reference(*expected)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a", ""),
        ("lesson/a", "case"),
        ("case/a b", ""),
        ("case/#b", ""),
        ("a#", "case"),
        ("a#b#c", "case"),
        ("cases/教育/a.yaml", "case"),
        ("http://a.cn/b", "case"),
        ("", "case"),
        ("Case/a", ""),
    ],
)
def test_refused_with_a_hint(text, kind):
    with pytest.raises(ValueError) as refused:
        Reference.parse(text, kind)

    assert refused.value.hint


@given(st.text(max_size=30), st.sampled_from(["", "case"]))
def test_any_text_is_a_reference_or_refused(text, kind):
    try:
        reference = Reference.parse(text, kind)
    except ValueError:
        return
    assert Reference.parse(str(reference)) == reference
    assert reference.bare().part == ""

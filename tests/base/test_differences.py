"""Insertions and deletions: nothing lost, numbers whole, no confetti."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.base.differences import GONE, NEW, SAME, Piece, differences


def marked(older, newer):
    signs = {SAME: "{}", GONE: "[{}]", NEW: "<{}>"}
    return "".join(signs[kind].format(text) for kind, text in differences(older, newer))


@pytest.mark.parametrize(
    ("older", "newer", "shown"),
    [
        ("保证党的路线、方针。", "保证党的理论、路线、方针。", "保证党的<理论、>路线、方针。"),
        ("以上（含本数）的处分。", "以上的处分。", "以上[（含本数）]的处分。"),
        (
            "主动交代问题的；主动上交所得的。",
            "主动上交所得的。",
            "[主动交代问题的；]主动上交所得的。",
        ),
        ("依照第四十五条处理。", "依照第五十条处理。", "依照[第四十五条]<第五十条>处理。"),
        ("自2018年10月1日起", "自2024年10月1日起", "自[2018]<2024>年10月1日起"),
        ("一款。", "一款。\n二款。", "一款。<\n二款。>"),
        ("同样的文字。", "同样的文字。", "同样的文字。"),
        ("", "新。", "<新。>"),
        ("旧。", "", "[旧。]"),
    ],
)
def test_what_is_marked(older, newer, shown):
    assert marked(older, newer) == shown


def test_what_was_written_anew_is_one_deletion_and_one_insertion():
    older = "贯彻新发展理念不力，对职责范围内的问题失察失责，造成较大损失的。"
    newer = "对到任前已经存在且属于其管辖的事项，消极回避，拖延推诿。"
    kinds = [kind for kind, _ in differences(older, newer)]

    assert kinds.count(GONE) == kinds.count(NEW) == 1


def test_a_deletion_stands_before_the_insertion_in_its_place():
    pieces = differences("由监察机关决定。", "由党委常委会决定。")

    assert [piece.kind for piece in pieces] == [SAME, GONE, NEW, SAME]
    assert isinstance(pieces[0], Piece)


TEXT = st.text(
    st.sampled_from("第一二十条款党纪处分，。；\n2018年\U000f0000\U000f0001"), max_size=60
)


@given(TEXT, TEXT)
@example("\U000f0000第四十五条", "\U000f0001第五十条")
def test_both_texts_can_be_read_out_of_it(older, newer):
    pieces = differences(older, newer)

    assert "".join(text for kind, text in pieces if kind != NEW) == older
    assert "".join(text for kind, text in pieces if kind != GONE) == newer
    assert all(text for _, text in pieces)


def test_very_long_texts_are_compared_too():
    older = "".join(f"第{number}项，内容甲；" for number in range(3000))
    newer = older.replace("第2999项", "第三千项")
    pieces = differences(older, newer)

    assert "".join(text for kind, text in pieces if kind != GONE) == newer

"""Texts find their new wording by likeness: renumbered, reworded, divided, gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.likeness import folded, matched

FORMULA = "情节较轻的，给予警告或者严重警告处分；情节严重的，给予开除党籍处分。"
GIFTS = f"收受可能影响公正执行公务的礼品、礼金、消费卡的，{FORMULA}"
TRAVEL = f"违反规定公款旅游或者以学习培训为名变相旅游的，{FORMULA}"
BIDDING = f"插手工程项目招标投标、土地使用权出让的，{FORMULA}"
SECRETS = f"泄露尚未公开的干部选拔任用事项的，{FORMULA}"


def pairs(older, newer):
    return {(one.older, one.newer) for one in matched(older, newer) if not one.shared}


def test_a_text_is_found_wherever_it_went():
    assert pairs([GIFTS, TRAVEL, BIDDING], [SECRETS, BIDDING, GIFTS]) == {(0, 2), (2, 1)}


def test_a_new_wording_is_found():
    reworded = GIFTS.replace("消费卡的", "消费卡（券）和有价证券、股权等财物的")
    (one,) = matched([TRAVEL, GIFTS], [reworded, "本条例由中央纪委负责解释。"])

    assert (one.older, one.newer) == (1, 0)
    assert 0.5 < one.score < 1


def test_the_same_but_for_punctuation_is_all_the_same():
    (one,) = matched(["下列事项:\n甲、乙"], ["下列事项：甲，乙 "])

    assert one.score == 1


def test_a_formula_that_all_end_with_makes_no_pair():
    deeds = ("迷信活动", "挥霍浪费", "弄虚作假", "拉帮结派", "瞒报事故", "赌博酗酒", "经商办企")
    others = [f"{deed}的，{FORMULA}" for deed in deeds]
    found = pairs([TRAVEL, *others], [*others, SECRETS])

    assert found == {(number + 1, number) for number in range(len(others))}


def test_of_two_that_are_alike_the_nearer_one_is_taken():
    near = GIFTS.replace("消费卡", "消费卡券")
    far = GIFTS.replace("礼品、礼金、消费卡", "宴请、旅游、健身、娱乐等活动安排")

    assert (0, 1) in pairs([GIFTS], [far, near])


def test_little_likeness_is_enough_between_two_neighbours():
    older = [GIFTS, TRAVEL, "本条例自2018年10月1日起施行。"]
    newer = [GIFTS, TRAVEL, "本条例自2024年1月1日起施行，以前的规定同时废止，已结案的不再变动。"]

    assert (2, 2) in pairs(older, newer)


def test_the_parts_of_a_divided_text_name_it():
    hours = "留置时间不得超过三个月，特殊情况下可以延长一次，延长时间不得超过三个月。"
    decision = "采取留置措施应当由监察机关领导人员集体研究决定，并报上一级批准。"
    others = [GIFTS, TRAVEL, BIDDING]
    found = matched([*others, f"{decision}\n{hours}"], [*others, decision, hours])
    divided = [one for one in found if one.older == 3]

    assert {(one.newer, one.shared) for one in divided} == {(3, False), (4, True)}
    assert matched([*others, decision, hours], [*others, f"{decision}\n{hours}"])[-1].shared


def test_nothing_and_empty_texts():
    assert matched([], []) == ()
    assert matched([GIFTS], []) == matched([], [GIFTS]) == ()
    assert pairs(["", GIFTS], [GIFTS, "。"]) >= {(1, 0)}


@pytest.mark.parametrize(("text", "same"), [("（一）甲 乙", "(一)甲乙。"), ("Ａ１", "A1")])
def test_folding(text, same):
    assert folded(text) == folded(same)


TEXTS = st.lists(st.text("监察机关调查留置处分党纪，。一二三", max_size=30), max_size=12)


@given(TEXTS, TEXTS)
def test_everything_has_one_partner_at_most(older, newer):
    found = matched(older, newer)
    whole = [one for one in found if not one.shared]

    assert len({one.older for one in whole}) == len({one.newer for one in whole}) == len(whole)
    assert all(0 <= one.score <= 1 for one in found)
    assert found == matched(list(older), list(newer))


@given(st.permutations([GIFTS, TRAVEL, BIDDING, SECRETS]))
def test_the_order_of_the_texts_makes_no_difference(mixed):
    older = [GIFTS, TRAVEL, BIDDING, SECRETS]

    assert {(older[one], mixed[other]) for one, other in pairs(older, mixed)} == {
        (text, text) for text in older
    }

"""What only a whole record shows: two masks for one person, facts that point to one."""

import pytest

from generator.privacy import scan_record


def codes(*texts):
    return [(number, one.code, one.text) for number, one in scan_record(texts)]


@pytest.mark.parametrize(
    ("texts", "mask"),
    [
        (["局长张某收受礼金。", "局长张某某退缴。"], "张某某"),
        (["张某，某县教育局局长。", "局长张某甲退缴。"], "张某甲"),
        (["张某收受礼金。", "张×退缴。"], "张×"),
    ],
)
def test_one_person_under_two_masks_is_told(texts, mask):
    ((number, code, text),) = codes(*texts)

    assert (number, code, text) == (1, "P111", mask)


@pytest.mark.parametrize(
    "texts",
    [
        ["局长张某收受礼金。", "局长张某退缴。"],
        ["局长张某与副局长张某某商议。", "局长张某某退缴。"],  # both in one sentence: two persons
        ["局长张某收受礼金。", "会计张某某记账。"],
        ["村民张某到场。", "村民张某某到场。"],  # there are many villagers
        ["局长张某收受礼金。", "局长李某某退缴。"],
        ["张某公司中标。", "局长张某某退缴。"],
    ],
)
def test_two_persons_are_not_taken_for_one(texts):
    assert codes(*texts) == []


CLOSE = "望鹤县教育局原局长张某，2021年3月15日收受现金38.64万元。"


def test_unit_post_day_and_sum_close_together_are_told():
    ((number, one),) = scan_record(["无", CLOSE])

    assert (number, one.code, one.text, one.replacement) == (1, "P112", "2021年3月15日", "2021年")
    assert "望鹤县教育局原局长" in one.what
    assert "38.64万元" in one.what


@pytest.mark.parametrize(
    "text",
    [
        CLOSE.replace("望鹤县", "某县"),
        CLOSE.replace("3月15日", ""),
        CLOSE.replace("38.64万元", "30万元"),
        CLOSE.replace("38.64万元", "约38.64万元"),
        CLOSE.replace("原局长", ""),
        CLOSE.replace("，2021年", "，" + "一段无关的经过。" * 40 + "2021年"),
    ],
)
def test_facts_that_are_open_or_far_apart_pass(text):
    assert codes(text) == []

"""Names of persons: found by their surroundings, found again, and left alone where masked."""

import random

import pytest

from generator.privacy import scan, scan_texts
from generator.privacy.masks import assign


def names(text, *allowed):
    return [one.text for one in scan(text, frozenset(allowed)) if one.code == "P110"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("被告人赵建国利用职务便利", ["赵建国"]),
        ("局长王强受贿", ["王强"]),
        ("局长王平安排他去", ["王平"]),
        ("会计李秀英收受钱款", ["李秀英"]),
        ("姓名：孙丽华", ["孙丽华"]),
        ("欧阳志远到案", ["欧阳志远"]),
        ("钱文斌（另案处理）", ["钱文斌"]),
        ("赵建国，男，汉族", ["赵建国"]),
        ("被告人赵建国、钱文斌和孙丽华", ["赵建国", "钱文斌", "孙丽华"]),
        ("赵建国伙同钱文斌等人", ["赵建国", "钱文斌"]),
        ("行贿人阿不都·热合曼", ["阿不都·热合曼"]),
        ("局长张翀受贿", ["张翀"]),
        ("赵建国受贿案", ["赵建国"]),
    ],
)
def test_a_name_is_found_beside_what_tells(text, expected):
    assert names(text) == expected


def test_a_name_that_was_found_is_found_wherever_it_repeats():
    assert names("局长赵建国受贿。钱款全归赵建国挥霍") == ["赵建国", "赵建国"]


def test_a_name_that_returns_is_found_without_a_post():
    text = "林珍海于2020年入职。后来，林珍海提出辞职，林珍海不服。"

    assert names(text) == ["林珍海"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "张某、李某某、王某甲、赵×、钱XX、孙**受贿",
        "被告人张某伙同李某某",
        "王局长、李主任、老张、小李",
        "最高人民法院、最高人民检察院、纪律处分条例",
        "望鹤市城市建设投资集团有限公司经理高度重视",
        "主任安排工作，书记任期届满，负责人方可签字",
        "当事人申请立案，对于立案的案件及时查明",
        "习近平新时代中国特色社会主义思想，毛泽东思想",
        "张三、李四受贿",
        "和平路、金山村、马上、高中、成立",
        "工作人员廉洁，代表全程参与",
        "被告欧尚超市江宁店，被告金华市某公司",
        "娄宫江、漓渚江、项里江",
    ],
)
def test_what_is_no_name_passes(text):
    assert names(text) == []


def test_officials_and_authors_on_the_list_pass():
    assert names("局长赵建国、会计钱文斌", "赵建国") == ["钱文斌"]


def test_one_person_has_one_mask_and_two_have_two():
    text = "赵建国伙同赵志强受贿，赵建国到案，钱文斌到案"
    masks = {one.text: one.replacement for one in scan(text)}

    assert masks == {"赵建国": "赵某甲", "赵志强": "赵某乙", "钱文斌": "钱某"}


def test_a_mask_that_is_taken_is_nobody_elses():
    assert assign(["张建国"], {"张某"}) == {"张建国": "张某甲"}
    assert assign(["张建国", "张志强"], {"张某甲"}) == {"张建国": "张某乙", "张志强": "张某丙"}


def test_compound_and_minority_names_keep_their_beginning():
    assert assign(["欧阳志远", "买买提·艾力"]) == {"欧阳志远": "欧阳某", "买买提·艾力": "买某"}


def test_more_namesakes_than_stems_are_still_told_apart():
    masks = assign([f"张{sign}" for sign in "一二三四五六七八九十百千"])

    assert len(set(masks.values())) == 12


def test_a_name_of_one_field_is_found_in_the_others():
    found = scan_texts(["局长赵建国受贿", "家中搜出赵建国账本", "无关"])

    assert [(number, one.text, one.replacement) for number, one in found] == [
        (0, "赵建国", "赵某"),
        (1, "赵建国", "赵某"),
    ]
    assert found[1][1].start == 4


_STORY = (
    "{0}，中共党员，某县交通局原局长。2019年至2021年，{0}利用职务便利，为{1}承揽工程提供帮助，"
    "先后多次收受{1}所送现金38.6万元。其间，经{2}介绍，{0}与{1}商议由{2}代持股份。2021年4月，"
    "{3}将账本交给调查人员。{0}到案后如实供述，{1}另案处理，会计{3}受到警告处分，{2}被诫勉。"
)


def test_full_names_in_the_place_of_masks_are_found():
    chance = random.Random(2026)
    found = there = 0
    for _ in range(100):
        given = ("建国", "文斌", "丽华", "强", "敏", "志远", "秀英", "伟", "海波", "雪梅")
        surnames = chance.sample("赵钱孙李周吴郑王冯陈沈韩杨朱秦许何吕张曹魏陶姜谢邹潘葛彭马", 4)
        persons = [surname + chance.choice(given) for surname in surnames]
        text = _STORY.format(*persons)
        there += len(persons)
        found += len(set(persons) & set(names(text)))
        assert set(names(text)) <= set(persons)

    assert found / there >= 0.95


def test_the_same_story_with_masks_is_silent():
    assert names(_STORY.format("赵某", "钱某某", "孙某甲", "李×")) == []

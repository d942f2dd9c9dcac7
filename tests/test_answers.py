"""An answer is recognised in every way people write it, and is not told."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.answers import accepted, digest, digests_of, folded, letters
from generator.base.reference import Reference
from tests.teaching_library import FILES, KEY


def question(checked, text):
    done = checked({"materials/questions/a.yaml": f"- {{编号: q, 题干: 问, {text}}}\n"})
    return done.library.records[Reference("question", "q")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("题型: 单选, 选项: [甲, 乙], 答案: b", (("B",),)),
        ("题型: 多选, 选项: [甲, 乙, 丙], 答案: CA", (("AC",),)),
        ("题型: 多选, 选项: [甲, 乙, 丙], 答案: [C, A]", (("AC",),)),
        ("题型: 多选, 选项: [甲, 乙, 丙], 答案: C、Ａ", (("AC",),)),
        ("题型: 判断, 答案: 正确", (("对",),)),
        ("题型: 判断, 答案: ×", (("错",),)),
        ("题型: 填空, 答案: [三十|30 日, 《招标法》]", (("三十", "30日"), ("招标法",))),
        ("题型: 排序, 选项: [甲, 乙, 丙], 答案: CAB", (("CAB",),)),
        ("题型: 连线, 选项: [甲, 乙], 右栏: [子, 丑], 答案: BA", (("BA",),)),
        ("题型: 简答, 答案: 随便说", ()),
        ("题型: 判断, 答案: 也许", ()),
    ],
)
def test_what_counts_as_right(checked, text, places):
    assert accepted(question(checked, text)) == places


@given(st.text(max_size=40))
@example("A´")
@example("ΑΣ. İ")
def test_folding_is_the_same_twice(text):
    assert folded(folded(text)) == folded(text)


def test_letters_are_read_through_width_and_separators():
    assert letters("ａ，C 和 d") == "ACD"


def test_digests_differ_by_question_and_place(checked):
    found = digests_of(checked(FILES, KEY).library.records.values())
    one, two = found[Reference("question", "t1")], found[Reference("question", "t2")]

    assert one.salt != two.salt
    assert digest(one.salt, 0, "B") in one.places[0]
    assert digest(one.salt, 1, "B") not in one.places[0]
    assert len(two.places[0]) == 2


def test_the_public_edition_has_the_digests_and_not_the_answers(checked):
    from generator.build import view

    edition = view(checked(FILES, KEY), "public")
    key = Reference("question", "t1")

    assert edition.library.records[key].answer == ()
    assert edition.answers[key].places

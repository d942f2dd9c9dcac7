"""Citations in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.citation import citations, fold_name

_PIECES = st.sampled_from(
    [
        "《",
        "》",
        "（2018）",
        "(2018)",
        "第",
        "条",
        "之",
        "一",
        "八十五",
        "99999",
        "款",
        "、",
        "和",
        "办法",
        " ",
    ]
)


def found(text: str):
    return [
        (one.name, one.year, [str(number) for number in one.articles]) for one in citations(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "《中国共产党纪律处分条例》（2018）第八十五条",
            [("中国共产党纪律处分条例", 2018, ["第八十五条"])],
        ),
        ("《条例》第二十七条、第八十八条", [("条例", None, ["第二十七条", "第八十八条"])]),
        (
            "《条例》第二十七条第二款第（三）项和第三十条",
            [("条例", None, ["第二十七条", "第三十条"])],
        ),
        ("《刑法》第一百二十条之一", [("刑法", None, ["第一百二十条之一"])]),
        ("《刑法》第 385 条", [("刑法", None, ["第三百八十五条"])]),
        (
            "《甲法》第一条、《乙法》(2020年修订)第二条",
            [("甲法", None, ["第一条"]), ("乙法", 2020, ["第二条"])],
        ),
        ("依据《办法》的规定", [("办法", None, [])]),
        ("没有书名号的办法第一条", []),
    ],
)
def test_what_is_cited(text, expected):
    assert found(text) == expected


def test_articles_know_where_they_stand():
    text = "见《办法》第一条、第 20 条。"
    (one,) = citations(text)

    assert [text[start:end] for start, end in one.spans] == ["第一条", "第 20 条"]


def test_an_impossible_number_is_kept_apart():
    (one,) = citations("《办法》第99999条、第三条")

    assert one.unread == ("第99999条",)
    assert [str(number) for number in one.articles] == ["第三条"]
    assert len(one.spans) == 1


@given(st.lists(st.one_of(_PIECES, st.characters()), max_size=30).map("".join))
def test_any_text_can_be_looked_through(text):
    for one in citations(text):
        assert len(one.articles) == len(one.spans)
        assert all(text[start] == "第" for start, _ in one.spans)
        assert all(str(number).startswith("第") for number in one.articles)


def test_the_long_and_the_short_name_are_one():
    assert fold_name("中华人民共和国监察法") == fold_name("监察法")
    assert fold_name("关于〈办法〉的规定") == fold_name("关于 <办法> 的规定")
    assert fold_name("监察法") != fold_name("监察法实施条例")

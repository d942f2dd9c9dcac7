"""Chinese numerals and numbers of articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.numerals import MAX_NUMBER, ArticleNumber, to_chinese, to_int


def test_every_number_is_read_back():
    assert [to_int(to_chinese(number)) for number in range(MAX_NUMBER + 1)] == list(
        range(MAX_NUMBER + 1)
    )


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
        (9999, "九千九百九十九"),
    ],
)
def test_as_it_is_written_in_statutes(number, written):
    assert to_chinese(number) == written


@pytest.mark.parametrize(
    ("written", "number"),
    [("二〇二四", 2024), ("８５", 85), ("85", 85), ("两百", 200), ("三万零五", 30005), ("○", 0)],
)
def test_other_spellings(written, number):
    assert to_int(written) == number


@pytest.mark.parametrize("written", ["", "甲", "1.5", "-1", "1_0", "1" * 10, "十x"])
def test_no_number(written):
    with pytest.raises(ValueError):
        to_int(written)


@given(st.integers(1, MAX_NUMBER), st.integers(0, 99))
def test_an_article_is_read_back(number, suffix):
    article = ArticleNumber(number, suffix)

    assert ArticleNumber.parse(str(article)) == article
    assert ArticleNumber.parse(f"第{number}条" + (f"之{suffix}" if suffix else "")) == article


@pytest.mark.parametrize(
    ("written", "anchor"),
    [("第一百二十条之一", "a120-1"), ("第 85 条", "a85"), ("85", "a85"), ("第八十五条", "a85")],
)
def test_the_anchor_of_an_article(written, anchor):
    assert ArticleNumber.parse(written).anchor == anchor


@pytest.mark.parametrize(
    "written", ["", "总则", "第条", "第零条", "第99999条", "第三条之", "第一二三四五六七八九十条"]
)
def test_no_article(written):
    with pytest.raises(ValueError):
        ArticleNumber.parse(written)


@given(st.text(max_size=20))
def test_any_text_is_an_article_that_can_be_written_or_is_refused(text):
    try:
        article = ArticleNumber.parse(text)
    except ValueError:
        return
    assert ArticleNumber.parse(str(article)) == article


def test_articles_in_order():
    written = ["第九条", "第十条", "第一百二十条", "第一百二十条之一", "第一百二十一条"]

    assert sorted(map(ArticleNumber.parse, reversed(written))) == [
        ArticleNumber.parse(one) for one in written
    ]

"""Articles stand once, in order, and with a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.numerals import ArticleNumber
from generator.checks.regulation_article import _misplaced


def articles(*numbers: str, text: str = "为了规范。") -> dict[str, str]:
    rows = "".join(f"      - {{条: {one}, 文: {text}}}\n" for one in numbers)
    head = "名称: 办法\n版本:\n  - 编号: '2018'\n    施行日期: 2018-10-01\n    条文:\n"
    return {"policies/regulations/a.yaml": head + rows}


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["第一条", "第二条", "第二条之一", "第二条之二", "第三条", "第七条"], []),
        (["第十条", "第十二条", "第十一条", "第十三条"], ["第十二条排在第十一条之前"]),
        (["第一条", "第二条之一", "第二条", "第三条"], ["第二条之一排在第二条之前"]),
        (["第二条", "第三条", "第四条", "第一条"], ["第一条排在第四条之后"]),
        (
            ["第一条", "第八条", "第九条", "第二条", "第三条", "第四条"],
            ["第八条等 2 条（到第九条）排在第二条之前"],
        ),
        (["第三条", "第二条", "第一条"], ["第三条等 2 条（到第二条）排在第一条之前"]),
        (["第1条", "第一条", "第二条"], ["两个第一条"]),
        # Articles that are there twice are one mistake and not two.
        (["第一条", "第二条", "第三条", "第二条"], ["两个第二条"]),
        (["第一条", "第二条", "第一条", "第二条"], ["两个第一条", "两个第二条"]),
    ],
)
def test_order(checked, numbers, expected):
    found = checked(articles(*numbers)).findings

    assert len(found) == len(expected)
    for one, words in zip(found, expected, strict=True):
        assert one.message.endswith(words)
        assert one.code == ("C282" if words.startswith("两个") else "C288")


def test_the_place_is_the_article_that_is_moved(checked):
    (found,) = checked(articles("第一条", "第三条", "第二条", "第四条", "第五条")).findings

    assert found.route == ("versions", 0, "articles", 1, "number")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'　'", ["C289"]),
        ("……", ["C289"]),
        ("“ ”。", ["C289"]),
        ("（删去）", []),
        ("略", []),
    ],
)
def test_a_text(codes, text, expected):
    assert codes(articles("第一条", text=text)) == expected


def test_a_version_without_articles(codes):
    text = "名称: 办法\n版本: [{编号: '2018', 施行日期: 2018-10-01%s}]\n"
    path = "policies/regulations/a.yaml"

    assert codes({path: text % ""}) == ["C289"]
    assert codes({path: text % ", 条文: []"}) == ["C289"]
    assert codes({path: text % ", 附件: [{内容: 为了规范。}]"}) == []


NUMBERS = st.lists(
    st.builds(ArticleNumber, st.integers(1, 30), st.integers(0, 2)), unique=True, max_size=30
)


@given(NUMBERS)
def test_what_is_not_named_stands_in_order(numbers):
    runs = list(_misplaced(numbers))
    starts = {place for place, _ in runs}

    assert (not runs) == (numbers == sorted(numbers))
    assert all(0 <= place < len(numbers) for place in starts)
    if all("等" not in words for _, words in runs):
        kept = [one for place, one in enumerate(numbers) if place not in starts]
        assert all(one < other for one, other in pairwise(kept))


@given(NUMBERS.filter(lambda numbers: len(numbers) > 2), st.data())
def test_one_article_out_of_place_is_one_finding(numbers, data):
    numbers = sorted(numbers)
    place = data.draw(st.integers(0, len(numbers) - 1))
    other = data.draw(st.integers(0, len(numbers) - 1).filter(lambda one: one != place))
    numbers.insert(other, numbers.pop(place))

    assert len(list(_misplaced(numbers))) == 1


def test_forty_thousand_articles_in_the_worst_order_are_one_run():
    numbers = [ArticleNumber(place // 5 + 1, place % 5) for place in range(40_000)]

    ((place, words),) = _misplaced(numbers[::-1])
    assert place == 0
    assert "39999 条" in words

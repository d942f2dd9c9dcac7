"""What is typed, taken apart: labels, quotes, numbers, synonyms, questions, and far too much."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.fold import squeezed
from generator.search.query import MOST_SIGNS, parse
from generator.search.synonyms import other_numbers


@pytest.fixture(scope="module")
def index(page, opened):
    return opened(
        [
            page(
                "a.html",
                "依照采购法第十五条处理",
                title="采购案",
                领域="教育",
                年份="2024",
                关键词="排座次",
                依据="《采购法》第十五条",
            ),
            page("b.html", "别的话", title="别的", 领域="医疗"),
        ],
        synonyms=[
            ("一把手", "主要负责人"),
            ("采购法", "中华人民共和国采购法"),
            ("甲方", "甲方（买方）"),
        ],
    )


def texts(query) -> list[list[str]]:
    """The writings of every part."""
    return [[way.text for way in part.ways] for part in query.parts]


def test_blanks_part_what_must_all_be_found(index):
    assert texts(parse(index, " 采购　合同\u00a0教育 ")) == [["采购"], ["合同"], ["教育"]]


@pytest.mark.parametrize(
    ("typed", "scopes"),
    [
        ("领域:教育", (("领域", "教育"),)),
        ("领域：教育", (("领域", "教育"),)),
        ("領域：教育", (("领域", "教育"),)),
        ("依据:采购法", (("依据", "采购法"),)),
        ("年份:2024 领域:教育", (("年份", "2024"), ("领域", "教育"))),
        ("依据:“采购法 第十五条”", (("依据", "采购法 第十五条"),)),
    ],
)
def test_a_label_and_a_colon_keep_to_values_of_a_facet(index, typed, scopes):
    query = parse(index, typed)
    assert query.scopes == scopes
    assert not query.parts


def test_a_title_is_a_text_that_must_stand_in_the_title(index):
    (part,) = parse(index, "标题:采购").parts
    assert part.title_only
    assert part.ways[0].required == ("^采购",)


def test_a_label_that_nothing_is_filed_under_is_searched_as_text(index):
    query = parse(index, "颜色:红")
    assert (texts(query), query.scopes) == ([["颜色红"]], ())


@pytest.mark.parametrize("typed", ["领域:", "领域：", "标题:", "依据： "])
def test_a_label_that_is_only_half_typed_asks_for_nothing_yet(index, typed):
    assert texts(parse(index, f"采购 {typed}")) == [["采购"]]
    assert not parse(index, typed).parts
    assert not parse(index, typed).scopes


@pytest.mark.parametrize("quotes", ["“”", '""', "「」", "『』"])
def test_a_quoted_phrase_is_one_part_whatever_blanks_are_in_it(index, quotes):
    left, right = quotes
    assert texts(parse(index, f"{left}采购 合同{right}教育")) == [["采购合同"], ["教育"]]
    assert texts(parse(index, f"{left}采购 合同")) == [["采购合同"]], "not closed yet"


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("第15条", "第十五条"),
        ("第十五条", "第15条"),
        ("第一百零五条", "第105条"),
        ("第１５条", "第十五条"),
        ("第3款", "第三款"),
    ],
)
def test_a_number_of_an_article_is_looked_for_in_both_writings(index, typed, other):
    ((first, second),) = texts(parse(index, typed))
    assert (first, second) == (squeezed(typed), other)


@given(st.integers(1, 999), st.sampled_from("条款项章节编"))
def test_both_writings_lead_to_each_other(number, unit):
    chinese = other_numbers(f"第{number}{unit}")
    assert chinese != f"第{number}{unit}"
    assert other_numbers(chinese) == f"第{number}{unit}"


@pytest.mark.parametrize("text", ["第0条", "第1000条", "第十十条", "15条", "第条"])
def test_what_is_no_number_of_an_article_stays(text):
    assert other_numbers(text) == text


def test_synonyms_are_looked_for_too_and_told(index):
    query = parse(index, "一把手腐败")
    assert texts(query) == [["一把手腐败", "主要负责人腐败"]]
    assert [way.reason for way in query.parts[0].ways] == ["", "同义词：主要负责人"]
    assert query.synonyms == (("一把手", "主要负责人"),)
    assert parse(index, "主要负责人").synonyms == (("主要负责人", "一把手"),)
    assert not parse(index, "采购").synonyms


def test_a_longer_name_that_holds_the_shorter_one_is_not_looked_for_besides(index):
    assert texts(parse(index, "采购法")) == [["采购法"]]
    assert not parse(index, "采购法").synonyms


def test_question_words_need_not_be_found(index):
    (part,) = parse(index, "采购法为什么要公开招标").parts
    required = part.ways[0].required
    assert {"采购", "购法", "公开", "招标"} <= set(required)
    assert not {"法为", "为什", "什么", "么要"} & set(required)
    (quoted,) = parse(index, "“采购法为什么要公开招标”").parts
    assert {"法为", "为什"} <= set(quoted.ways[0].required), "but they are part of a phrase"


@pytest.mark.parametrize("typed", ["为什么是什么如何", "什么什么什么什么"])
def test_a_question_of_nothing_but_question_words_asks_for_these(index, typed):
    (part,) = parse(index, typed).parts
    assert part.ways[0].required


def test_latin_letters_are_pinyin_too(index):
    (part,) = parse(index, "pzc").parts
    assert [way.text for way in part.ways] == ["pzc", "排座次"]
    assert [way.text for way in parse(index, "p").parts[0].ways] == ["p"], "one letter tells little"


def test_within_must_be_found_besides(index):
    assert texts(parse(index, "采购", ["合同", "，", "领域:教育"])) == [
        ["采购"],
        ["合同"],
        ["领域教育"],
    ]


def test_of_ten_thousand_characters_the_first_count(index):
    query = parse(index, "采购" * 5_000, ["合同" * 5_000])
    assert [len(part.ways[0].text) for part in query.parts] == [MOST_SIGNS, MOST_SIGNS]
    half = MOST_SIGNS // 2
    assert query == parse(index, "采购" * half, ["合同" * half])


@given(st.text(st.characters(exclude_categories=())), st.lists(st.text(max_size=20), max_size=3))
def test_no_text_cannot_be_taken_apart(index, typed, within):
    for part in parse(index, typed, within).parts:
        assert part.ways
        assert all(way.text and way.required and way.scored for way in part.ways)


@given(st.text('领域标题:：“”"「」 　采购abc，。'))
def test_labels_and_quotes_in_any_order_lose_no_sign(index, typed):
    query = parse(index, typed)
    known = sorted(squeezed(typed))
    kept = "".join(part.ways[0].text for part in query.parts)
    kept += "".join(squeezed(value) for _, value in query.scopes)
    labels = [label for label, _ in query.scopes]
    left = list(known)
    for sign in kept:
        left.remove(sign)
    for label in labels:
        for sign in label:
            left.remove(sign)
    assert not set(left) - set("领域标题"), "only labels may be left over"

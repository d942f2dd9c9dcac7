"""Quoted clauses: where they are found, and whether they are the words of the article."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.base.citation import Citation, Clause
from generator.base.numerals import ArticleNumber
from generator.base.quotation import compare, difference_hint, quotations

ARTICLE = """有下列行为之一，情节较重的，给予警告；情节严重的，给予撤职：

（一）用公款宴请的；

（二）用公款旅游的；

（三）其他浪费公款的行为。

有前款第一项行为，情节特别严重的，予以开除。"""


def cited(text: str, *clauses: str) -> tuple[Citation, ...]:
    """A citation of each of the clauses, as they follow each other in the text."""
    found, position = [], 0
    for clause in clauses:
        start = text.index(clause, position)
        position = start + len(clause)
        number = ArticleNumber.parse(clause.partition("条")[0] + "条")
        found.append(Citation("办法", None, (Clause(number, start, position),), start, start))
    return tuple(found)


def quoted(text: str, *clauses: str) -> list[str]:
    found = quotations(text, cited(text, *clauses))
    for one in found:
        assert text[one.start : one.end] == one.text
    return [one.text for one in found]


def test_words_below_a_clause_reach_to_the_next_clause_or_regulation():
    text = (
        "《采购办法》（2018年8月18日）\n\n　　第三条\n采购应当公开。\n\n"
        "　　第四条第（三）项　有下列行为之一的：\n\n　　（三）围标的。\n\n"
        "**第五条** 依照《采购办法》第三条处理。\n"
        "《旅游办法》（试行）（2020年）\n第七条\n\n用公款旅游的，予以警告。\n\n## 案情\n\n别的。"
    )

    assert quoted(text, "第三条", "第四条第（三）项", "第五条", "第三条", "第七条") == [
        "采购应当公开。",
        "有下列行为之一的：\n\n　　（三）围标的。",
        "依照《采购办法》第三条处理。",
        "用公款旅游的，予以警告。",
    ]


def test_a_head_that_no_citation_names_ends_the_words_before_it():
    text = "第三条\n采购应当公开。\n第四条之一 围标的，予以警告。\n【典型意义】\n别的文字。"

    assert quoted(text, "第三条") == ["采购应当公开。"]
    assert quoted(text, "第四条之一") == ["围标的，予以警告。"]


@pytest.mark.parametrize(
    "text",
    [
        "《采购办法》第三条规定：“采购应当公开。”处理。",
        "《采购办法》第三条明确规定“采购应当公开。”",
        "《采购办法》第三条规定，「采购应当公开。」",
        '《采购办法》第三条规定:"采购应当公开。"别的"。',
        "《采购办法》第三条：“采购应当公开。”",
    ],
)
def test_words_in_quotation_marks(text):
    assert quoted(text, "第三条") == ["采购应当公开。"]


def test_quotation_marks_may_hold_others_and_several_paragraphs():
    inner = "增强“四个意识”。\n\n前款规定适用于党员。"

    assert quoted(f"《办法》第三条规定：“{inner}”的要求。", "第三条") == [inner]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("《办法》第三条规定的“利用职权或者职务上的影响”，是指……", ["第三条"]),
        ("《办法》第三条规定：“公开。”", ["第三条"]),
        ("《办法》第三条规定：“没有写完的引文", ["第三条"]),
        ("《办法》第三条规定：“没有写完的引文\n## 案情\n甲的“乙”丙”", ["第三条"]),
        ("《办法》第三条规定了采购应当公开。", ["第三条"]),
        ("《办法》第三条、第四条规定：“采购应当公开。”", ["第三条", "第四条"]),
        ("第三条规定的采购应当公开。", ["第三条"]),
        ("第三条、第四条\n采购应当公开。", ["第三条", "第四条"]),
        ("《办法》\n第三条\n第四条\n《条例》", ["第三条", "第四条"]),
    ],
)
def test_what_is_no_quotation(text, clauses):
    assert quoted(text, *clauses) == []


def test_a_range_is_no_quotation():
    clause = Clause(ArticleNumber(3), 0, 7, last=ArticleNumber(5))
    citation = Citation("办法", None, (clause,), 0, 0)

    assert quotations("第三条至第五条\n采购应当公开。", [citation]) == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (ARTICLE, "exact"),
        (ARTICLE.replace("\n\n", "\n　　"), "exact"),
        (ARTICLE.replace("，", ",").replace("（", "(").replace("）", " ) "), "exact"),
        (ARTICLE.replace("（", "- （"), "exact"),
        (ARTICLE.replace("严重", "嚴重").replace("项", "項"), "exact"),
        ("有前款第一项行为，情节特别严重的，予以开除。", "part"),
        ("情节严重的，给予撤职。", "part"),
        ("有下列行为之一……给予撤职：……（三）其他浪费公款的行为。", "part"),
        ("有下列行为之一......\n（三）其他浪费公款的行为；", "part"),
        ("情节较重的，给予警告；情节严重的，给予撤职：\n（三）其他浪费公款的行为。", "itemwise"),
        ("情节较重的，给予警告；情节严重的，给予撤职：（二）用公款旅游的。", "itemwise"),
        ("（一）用公款宴请的；\n（三）其他浪费公款的行为；", "itemwise"),
        ("（三）其他浪费公款的行为。\n（一）用公款宴请的；", "wrong"),
        ("（三）其他浪费公款的行为。……（一）用公款宴请的；", "wrong"),
        ("情节较重，给予警告；情节严重的，给予撤职", "wrong"),
        ("情节较重的，给予警告，情节严重的，给予撤职", "wrong"),
        (ARTICLE + "另有规定的除外。", "wrong"),
    ],
)
def test_compare(words, expected):
    assert compare(words, ARTICLE) == expected


def test_quotation_marks_of_another_kind_are_the_same_words():
    assert compare('增强"四个意识"。', "增强“四个意识”。") == "exact"
    assert compare("增强「四个意识」。", "增强‘四个意识’。") == "exact"


def test_some_words_of_a_text_in_traditional_characters():
    text = "黨員違反規定的，應當給予警告。乾杯著力，後果自負。"

    assert compare("乾杯著力，後果自負。", text) == "part"
    assert compare("党员违反规定的，应当给予警告。", text) == "part"


def test_the_hint_shows_both_texts_around_the_first_difference():
    words = ARTICLE.replace("严重的，给予撤职", "严重，给予撤职")

    assert difference_hint(words, ARTICLE) == (
        "引文「…节较重的，给予警告；情节严重，给予撤职：（一）用公款宴请的；（二）用公款…」；"
        "该版原文「…节较重的，给予警告；情节严重的，给予撤职：（一）用公款宴请的；（二）用公…」"
    )


def test_the_hint_where_the_words_begin_otherwise():
    hint = difference_hint("凡用公款旅游的", "（一）用公款宴请的；（二）用公款旅游的；")

    assert hint == "引文「凡用公款旅游的」；该版原文「（一）用公款宴请的；（二）用公款旅游的；」"


def test_the_hint_where_nothing_is_shared_or_the_order_is_another():
    assert (
        difference_hint("甲乙丙丁戊己", "天地玄黄") == "引文「甲乙丙丁戊己」；该版原文「天地玄黄」"
    )
    assert difference_hint("（二）丙丁；\n（一）甲乙；", "（一）甲乙；\n（二）丙丁；") == (
        "引文「…（一）甲乙；」在该版原文里次序不同"
    )
    assert difference_hint("甲乙丙丁戊己", "") == "引文「甲乙丙丁戊己」；该版原文「」"
    assert difference_hint(ARTICLE, ARTICLE) == ""


LETTERS = "党员干部公款宴请旅游警告撤职开除情节严重"
SIGNS = st.text(st.sampled_from(LETTERS + "，、；：（）“”"), min_size=1, max_size=12)
LINES = st.lists(st.tuples(SIGNS, st.text(st.sampled_from(LETTERS), min_size=6, max_size=20)))
TEXTS = LINES.filter(bool).map(lambda lines: "\n".join("".join(one) for one in lines))


@given(TEXTS)
def test_a_whole_text_is_exact(text):
    assert compare(text, text) == "exact"
    assert compare(text.replace("\n", "\n\n　　"), text) == "exact"


@given(TEXTS, st.data())
def test_any_slice_is_a_part(text, data):
    start = data.draw(st.integers(0, len(text) - 6))
    end = data.draw(st.integers(start + 6, len(text)))

    assert compare(text[start:end], text) in {"part", "exact"}


@given(TEXTS, st.data())
def test_any_lines_in_order_are_itemwise_or_better(text, data):
    lines = text.split("\n")
    kept = data.draw(st.lists(st.booleans(), min_size=len(lines), max_size=len(lines)))
    assume(any(kept))
    words = "\n".join(line for line, keep in zip(lines, kept, strict=True) if keep)

    assert compare(words, text) != "wrong"
    assert difference_hint(words, text) == ""


@given(TEXTS, st.data())
def test_one_changed_sign_is_wrong_and_shown(text, data):
    place = data.draw(st.sampled_from([n for n, sign in enumerate(text) if sign in LETTERS]))
    sign = data.draw(st.sampled_from("的之其" + LETTERS).filter(lambda one: one != text[place]))
    words = text[:place] + sign + text[place + 1 :]

    assert compare(words, text) == "wrong"
    hint = difference_hint(words, text)
    assert hint.startswith("引文「")
    assert len(hint) <= 200


@given(st.text(), st.text())
def test_any_two_texts_are_compared(words, text):
    hint = difference_hint(words, text)

    assert bool(hint) == (compare(words, text) == "wrong")
    assert len(hint) <= 400


@given(
    st.text(
        st.sampled_from("《办法》第三条第款项规定：“”「」\"'、一\n　# 【】(2018)的甲乙丙丁"),
        max_size=300,
    )
)
def test_any_text_is_searched(text):
    places = [place for place in range(len(text)) if text.startswith("第三条", place)]
    clauses = tuple(Clause(ArticleNumber(3), place, place + 3) for place in places)
    found = quotations(text, [Citation("办法", None, clauses, 0, 0)])

    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    ("unit", "tail"),
    [
        ("《甲法》第一条规定：“", ""),
        ("《甲法》第一条规定：“", "”" * 60_000),
        ("第一条\n", ""),
        ("第一条 甲乙丙丁戊己\n", ""),
        ("（" * 200 + "\n《甲》（", ""),
        (" " * 50, "第一条" * 20_000),
    ],
)
def test_a_megabyte_is_searched_in_one_sweep(unit, tail):
    text = unit * (700_000 // len(unit)) + tail
    places = (place for place in range(len(text)) if text.startswith("第一条", place))
    clauses = tuple(Clause(ArticleNumber(1), place, place + 3) for place in places)
    found = quotations(text, [Citation("甲法", None, clauses, 0, 0)])

    assert sum(len(one.text) for one in found) <= len(text)


def test_a_megabyte_is_compared_in_one_sweep():
    text = "甲乙丙丁。\n（一）戊己庚辛；\n" * 60_000
    place = len(text) // 2

    assert compare(text, text) == "exact"
    assert compare(text[:place] + "x" + text[place:], text) == "wrong"
    assert compare("……".join(["甲乙"] * 100_000), text) == "wrong"
    assert compare("甲" * 500_000 + "乙", "甲" * 1_000_000) == "wrong"

"""What a text cites, in every way in which official texts write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.citation import Clause, fold_name
from generator.base.citation_grammar import Context, citations, read_citations
from generator.base.numerals import ArticleNumber, to_chinese

KNOWN = frozenset(
    fold_name(name)
    for name in ("监察法", "刑法", "党纪条例", "中国共产党纪律处分条例", "政务处分法")
)


def said(citation) -> str:
    """A citation in one line: name, version, articles."""
    version = f"（{citation.version.date}{citation.version.basis}）" if citation.version else ""
    vague = f"（{citation.vague}）" if citation.vague else ""
    return f"{citation.name}{version}{vague}" + "，".join(str(one) for one in citation.clauses)


def found(text: str, **how) -> list[str]:
    return [said(one) for one in citations(text, KNOWN, **how)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《中国共产党纪律处分条例》第八十五条", ["中国共产党纪律处分条例第八十五条"]),
        ("《条例》第二十七条、第八十八条", ["条例第二十七条，第八十八条"]),
        (
            "《条例》第二十七条第二款第（三）项和第三十条",
            ["条例第二十七条第2款第（3）项，第三十条"],
        ),
        ("《条例》第七条第（十五）（十七）项", ["条例第七条第（15）项、第（17）项"]),
        ("《条例》第七条第一项至第三项", ["条例第七条第（1）项、第（2）项、第（3）项"]),
        ("《条例》第七条第二项、第四项", ["条例第七条第（2）项、第（4）项"]),
        ("《条例》第八十五条第一款、第三款", ["条例第八十五条第1款、第3款"]),
        ("《刑法》第一百二十条之一第二款", ["刑法第一百二十条之一第2款"]),
        ("《刑法》第 385 条", ["刑法第三百八十五条"]),
        ("《刑法》第３８５条", ["刑法第三百八十五条"]),
        ("《条例》第八十五条至第九十条", ["条例第八十五条至第九十条"]),
        ("《条例》第八十五至九十条", ["条例第八十五条至第九十条"]),
        ("《条例》第八十五条－第九十条", ["条例第八十五条至第九十条"]),
        ("《条例》第八十五、八十六条", ["条例第八十五条，第八十六条"]),
        ("《条例》第八十五条、八十六条第二款", ["条例第八十五条，第八十六条第2款"]),
        ("《条例》第八十五条至九十条", ["条例第八十五条至第九十条"]),
        ("《条例》第103条第1款第(2)项", ["条例第一百零三条第1款第（2）项"]),
        ("《中國共產黨紀律處分條例》第八十八條第一款", ["中国共产党纪律处分条例第八十八条第1款"]),
        ("依据《办法》的规定", ["办法"]),
        ("《刑法》分则第三章第一百四十条", ["刑法第一百四十条"]),
        ("《关于适用《民法典》的解释》第三条", ["关于适用《民法典》的解释第三条"]),
        ("《甲法》《乙法》第三条", ["甲法", "乙法第三条"]),
        ("《刑法修正案（九）》第四十四条", ["刑法修正案（九）第四十四条"]),
        ("**《办法》**第三条", ["办法第三条"]),
    ],
)
def test_articles_with_their_paragraphs_and_items(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《条例》（2018）第一条", ["条例（2018）第一条"]),
        ("《条例》(2018年修订)第一条", ["条例（2018）第一条"]),
        ("《条例》（2018年8月18日）第一条", ["条例（2018-08-18）第一条"]),
        ("《条例》（二〇一八年修订）第一条", ["条例（2018）第一条"]),
        ("2003年《条例》第一条", ["条例（2003）第一条"]),
        ("《条例》2018年版第一条", ["条例（2018）第一条"]),
        ("《条例》第一条（2018年版）、第二条", ["条例（2018）第一条，第二条"]),
        ("《条例》第一条（一）", ["条例第一条"]),
        ("1997年刑法第一条", ["刑法（1997）第一条"]),
        ("2018年8月中共中央印发的《条例》第一条", ["条例（2018-08）第一条"]),
        ("2023年12月新修订的《条例》第一条", ["条例（2023-12）第一条"]),
        ("2019年他学习了《条例》第一条", ["条例第一条"]),
        ("《条例》（2018年10月1日起施行）第一条", ["条例（2018-10-01施行）第一条"]),
        ("2015年修订的《条例》第一条", ["条例（2015）第一条"]),
        ("2018年10月1日起施行的《条例》第一条", ["条例（2018-10-01施行）第一条"]),
        ("《条例》（2018年8月修订，2018年10月1日起施行）", ["条例（2018-08）"]),
        ("《条例》（1982年9月6日通过，2017年10月24日修改）", ["条例（2017-10-24）"]),
        ("《解释（一）》（法释〔2020〕26号）第三十五条", ["解释（一）（2020）第三十五条"]),
        ("党纪条例（2015）第八十八条", ["党纪条例（2015）第八十八条"]),
        ("修订前的《监察法》第八条", ["监察法（修订前）第八条"]),
        ("2018年以来，《条例》第一条", ["条例第一条"]),
        ("《条例》（一）第一条", ["条例"]),
    ],
)
def test_the_version_that_is_named(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依照监察法第四十五条、刑法第三百八十五条", ["监察法第四十五条", "刑法第三百八十五条"]),
        ("违反了中国共产党纪律处分条例第五条", ["中国共产党纪律处分条例第五条"]),
        ("依据食品安全法第五条规定", ["食品安全法第五条"]),
        ("行为构成食品安全法第五条", ["食品安全法第五条"]),
        ("依照监察法实施条例第六条", ["监察法实施条例第六条"]),
        ("中华人民共和国食品安全法第五条", ["中华人民共和国食品安全法第五条"]),
        ("《条例》（2018年修订，以下简称《纪律条例》）。《纪律条例》第二条，纪律条例第三条",
         ["条例（2018）", "条例（2018）第二条", "条例（2018）第三条"]),
        ("《监督执纪工作规则》（以下简称工作规则）第一条。依照工作规则第二条",
         ["监督执纪工作规则第一条", "监督执纪工作规则第二条"]),
        ("合同第一条和第二条", []),
        ("该协议第七条、第八条", []),
    ],
)  # fmt: skip
def test_names_without_brackets_and_names_that_the_text_defines(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《刑法》第一条第二款，同条第四款", ["刑法第一条第2款，第一条第4款"]),
        ("《刑法》规定了此罪，依照第三百八十三条处罚", ["刑法", "刑法第三百八十三条"]),
        ("《刑法》规定了此罪，该法第三条", ["刑法", "刑法第三条"]),
        ("《甲法》第一条。第二条不算", ["甲法第一条"]),
        ("《甲法》第一条和《乙法》第二条、第三条", ["甲法第一条", "乙法第二条，第三条"]),
        ("《甲条例》（2018）\n第一条 甲\n\n　　第二条第（二）项\n依照本条例第三条和《乙法》第五条",
         ["甲条例（2018）", "甲条例（2018）第一条", "甲条例（2018）第二条第（2）项",
          "甲条例（2018）第三条", "乙法第五条"]),
        ("《甲法》\n第一条 有前款行为的\n《乙法》\n第二条",
         ["甲法", "甲法第一条", "乙法", "乙法第二条"]),
        ("《甲法》\n第一条\n## 另一节\n第二条", ["甲法", "甲法第一条"]),
        ("《甲法》第四十一条规定。\n”第四十三条规定", ["甲法第四十一条", "甲法第四十三条"]),
    ],
)  # fmt: skip
def test_what_goes_on_from_before(text, expected):
    assert found(text) == expected


def test_a_regulation_speaks_of_itself():
    text = "依照本法第八条和第三十条的规定，《刑法》第五条。有前款行为的，比照本条例第九条。"
    some, _ = read_citations(text, KNOWN, Context(inside=True))

    assert [said(one) for one in some] == ["第八条，第三十条", "刑法第五条", "第九条"]


def test_short_names_hold_for_the_texts_that_follow():
    _, context = read_citations("《监督执纪工作规则》（以下简称《规则》）")
    some, _ = read_citations("《规则》第二条", frozenset(), context)

    assert [said(one) for one in some] == ["监督执纪工作规则第二条"]


def test_an_impossible_number_is_kept_apart():
    (one,) = citations("《办法》第99999条、第三条")

    assert one.unread == ("第99999条",)
    assert said(one) == "办法第三条"


ARTICLES = st.builds(ArticleNumber, st.integers(1, 9999), st.one_of(st.just(0), st.integers(1, 20)))
PLACES = st.tuples(
    st.lists(st.integers(1, 9), max_size=1), st.lists(st.integers(1, 20), max_size=3, unique=True)
)
NAMES = st.sampled_from(["监察法", "中国共产党纪律处分条例", "关于〈刑法〉的解释（一）"])
YEARS = st.one_of(st.none(), st.integers(1950, 2099))


def written(name, year, clauses) -> str:
    text = f"《{name}》" + (f"（{year}年修订）" if year else "")
    parts = []
    for number, (paragraphs, items) in clauses:
        part = str(number) + "".join(f"第{to_chinese(one)}款" for one in paragraphs)
        if items:
            part += "第" + "".join(f"（{to_chinese(one)}）" for one in items) + "项"
        parts.append(part)
    return text + "、".join(parts)


@given(NAMES, YEARS, st.lists(st.tuples(ARTICLES, PLACES), min_size=1, max_size=5))
def test_what_is_written_is_read_back(name, year, clauses):
    text = f"依照{written(name, year, clauses)}的规定。"
    (one,) = citations(text)

    assert one.name == name
    assert (one.version.date.year if one.version else None) == year
    assert [(c.number, list(c.paragraphs), list(c.items)) for c in one.clauses] == [
        (number, paragraphs, items) for number, (paragraphs, items) in clauses
    ]
    assert text[one.start : one.end] == f"《{name}》"


_SIGNS = """《 》 （2018） (2018) 第 条 条例 之 一 八十五 99999 款 项 、 和 至 办法 本 同 前 （ ）
（三） 第五条 監察 以下简称 2018年 施行的 刑法 # ** 。 ， 依照"""
_PIECES = st.sampled_from([*_SIGNS.split(), " ", "\n"])


@given(st.lists(st.one_of(_PIECES, st.characters()), max_size=60).map("".join), st.booleans())
def test_any_text_can_be_read_and_every_span_lies_in_it(text, inside):
    some, _ = read_citations(text, KNOWN, Context(inside=inside))

    before = 0
    for one in some:
        assert 0 <= one.start <= one.end <= len(text)
        for clause in one.clauses:
            assert isinstance(clause, Clause)
            assert before <= clause.start < clause.end <= len(text)
            assert "\n" not in text[clause.start : clause.end]
            before = clause.end


_HOSTILE = """《中国共产党纪律处分条例》（2018）第八十五条、 第一条 《 （ x第一条 第 条
第一 《a》（ 《A》、x 监察法第四十五条， -本条例第一条 2018年 同条前款该法 之 、
《甲法》、、、、x第一条 （（ 第一条第一款 第一、 至第一条 條
《甲》以下简称（ （一）项 《a 《a《b》"""


@pytest.mark.parametrize("piece", _HOSTILE.split())
@pytest.mark.parametrize("lines", [False, True])
def test_no_text_makes_it_slow(piece, lines):
    """A quadratic grammar would need hours for these; the time itself is in bench/."""
    text = piece * (120_000 // len(piece))
    if lines:
        text = text.replace(piece * 3, piece * 3 + "\n")

    read_citations("《刑法》" + text, KNOWN)

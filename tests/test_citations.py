"""A citation resolves to a version, and says which and why."""

from datetime import date

import pytest

from generator.base.citation_grammar import citations
from generator.base.dates import PartialDate
from generator.base.reference import Reference
from generator.citation_sources import Found, articles_of, found_in, resolved
from generator.citations import Governing, Registry
from generator.records.case import Case
from generator.records.lesson import Lesson
from generator.records.regulation import Regulation

KEY, OTHER, SOURCE = (
    Reference("regulation", "r"),
    Reference("regulation", "s"),
    Reference("case", "a"),
)
ONE, TWO = [{"number": "第一条", "text": "甲"}], [{"number": "第二条", "text": "乙"}]
REGULATION = Regulation.model_validate(
    {
        "id": "r",
        "name": "中华人民共和国采购法",
        "aliases": ["采购法典"],
        "versions": [
            {"id": "2023", "adopted": "2023-03-01", "effective": "2023-06-01", "articles": TWO},
            {"id": "2018", "adopted": "2017-12-29", "effective": "2018-01-01", "articles": ONE},
        ],
    }
)
SAME_NAME = Regulation.model_validate(
    {"id": "s", "name": "采购法", "versions": [{"id": "2020", "effective": "2020-01-01"}]}
)
TODAY = date(2026, 1, 1)


def resolve(text, on=None, records=None, conduct=None):
    (citation,) = citations(text)
    registry = Registry.of(records or {KEY: REGULATION})
    governing = Governing(
        PartialDate.parse(on) if on else None,
        "处理时" if on else "没有填写处理时间",
        PartialDate.parse(conduct) if conduct else None,
    )
    return registry.resolve(SOURCE, ("citations", 0), citation, governing)


def cited(model, fields, records=None):
    """The links of one record, made from its fields."""
    record = model.model_validate({"id": "a", **fields})
    registry = Registry.of(records or {KEY: REGULATION})
    return resolved(
        Reference(record.kind, "a"), record, found_in(record, registry.names), registry, TODAY
    )


@pytest.mark.parametrize(
    ("text", "on", "version", "missing"),
    [
        ("《采购法》（2018）第一条", "2024", "2018", ""),
        ("《采购法》（2017年12月29日）第一条", None, "2018", ""),
        ("《采购法》（2017年修订）第一条", None, "2018", ""),
        ("2018年1月1日起施行的《采购法》第一条", None, "2018", ""),
        ("《采购法》（2023年3月）第二条", None, "2023", ""),
        ("《中华人民共和国采购法》第一条", "2022-05-18", "2018", ""),
        ("《采购法典》第二条", "2023-06-01", "2023", ""),
        ("《采购法》第一条", "2023-05-31", "2018", ""),
        ("《采购法》第一条", "2023-06-01", "2023", "第一条"),
    ],
)
def test_the_version_named_else_the_one_in_force(text, on, version, missing):
    link = resolve(text, on)

    assert (link.regulation, link.version, link.cause) == (KEY, version, "")
    assert "、".join(str(number) for number in link.missing) == missing
    assert link.reason.startswith("文中写明" if link.citation.version else "处理时")


@pytest.mark.parametrize(
    ("text", "on", "cause", "candidates", "words"),
    [
        ("《采购法》（2003）第一条", "2022", "no-version", ("2018", "2023"),
         "文中写明2003年的版本，本库没有收录；本库有2018年版、2023年版"),
        ("《采购法》（2017年12月30日）第一条", "2022", "no-version", ("2018", "2023"), "没有收录"),
        ("《采购法》第一条", "2010", "no-version", ("2018", "2023"), "本库没有处理时施行的版本"),
        ("《采购法》第一条", None, "no-date", ("2018", "2023"), "没有填写处理时间，也没有写明版本"),
        ("《采购法》第一条", "2023", "unclear-date", ("2018", "2023"), "不能确定是"),
        ("修订前的《采购法》第一条", "2024", "relative", ("2018", "2023"), "没有写明年份"),
        ("《招标法》第一条", "2024", "unknown", (), "本库没有这部法规"),
    ],
)  # fmt: skip
def test_what_cannot_be_told_is_not_guessed(text, on, cause, candidates, words):
    link = resolve(text, on)

    assert (link.version, link.cause, link.candidates) == ("", cause, candidates)
    assert words in link.reason


def test_the_law_at_the_time_of_the_conduct_is_named_beside():
    link = resolve("《采购法》第二条", "2024-02", conduct="2020-03")

    assert (link.version, link.conduct) == ("2023", "2018")
    assert "行为发生时施行的是2018年版，按从旧兼从轻对照" in link.reason
    assert resolve("《采购法》第二条", "2024-02", conduct="2023-07").conduct == ""


def test_a_version_that_has_expired_is_not_in_force():
    gone = Regulation.model_validate(
        {
            "id": "r",
            "name": "旧法规",
            "versions": [{"id": "2000", "effective": "2000", "expired": "2010"}],
        }
    )

    assert resolve("《旧法规》第一条", "2009", {KEY: gone}).version == "2000"
    assert resolve("《旧法规》第一条", "2012", {KEY: gone}).cause == "no-version"


def test_a_name_that_two_regulations_use_resolves_to_neither():
    link = resolve("《采购法》第一条", records={KEY: REGULATION, OTHER: SAME_NAME})

    assert (link.version, link.cause) == ("", "several")


def test_a_case_is_governed_by_its_decision():
    (link,) = cited(Case, {"title": "甲", "decided": "2022-05", "facts": "违反采购法典第一条。"})

    assert (link.route, link.version) == (("facts",), "2018")
    assert link.reason == "处理时（2022年5月）施行的版本"


def test_without_a_date_the_version_that_the_text_names_elsewhere_serves():
    links = cited(
        Case,
        {"title": "甲", "facts": "《采购法》第一条。", "clauses": "《采购法》（2018）\n第一条 甲"},
    )

    assert {link.version for link in links} == {"2018"}
    assert links[0].reason == "这里没有写明版本，同一篇别处写明的是2018年版"
    two = cited(
        Case,
        {
            "title": "甲",
            "facts": "《采购法》第一条。",
            "clauses": "《采购法》（2018）、《采购法》（2023）",
        },
    )
    assert two[0].cause == "no-date"


def test_a_lesson_is_governed_by_the_day_on_which_the_site_is_made():
    (link,) = cited(Lesson, {"title": "课", "key_points": ["先读《采购法》第二条"]})

    assert (link.version, link.reason) == ("2023", "生成本页时施行的版本")


def test_the_lines_of_one_list_go_on_from_each_other():
    links = cited(
        Case,
        {"title": "甲", "citations": ["《采购法》（2018）", "第一条", "《采购法》（2023）第二条"]},
    )

    assert [(link.route[-1], link.version, len(link.citation.clauses)) for link in links] == [
        (0, "2018", 0),
        (1, "2018", 1),
        (2, "2023", 1),
    ]


def test_a_regulation_speaks_of_its_own_version():
    law = {
        "name": "采购法",
        "versions": [
            {"id": "2018", "effective": "2018", "articles": [
                {"number": "第一条", "text": "依照本法第二条和第三条"},
                {"number": "第二条", "text": "甲"}]}
        ],
    }  # fmt: skip
    made = Regulation.model_validate({"id": "a", **law})
    (link,) = cited(Regulation, law, {Reference("regulation", "a"): made})

    assert link.own
    assert (link.regulation, link.version) == (Reference("regulation", "a"), "2018")
    assert [str(one) for one in link.missing] == ["第三条"]


def test_a_range_cites_every_article_in_it():
    numbers = ["第一条", "第二条", "第二条之一", "第四条", "第五条"]
    law = Regulation.model_validate(
        {
            "id": "r",
            "name": "采购法",
            "versions": [
                {
                    "id": "2018",
                    "effective": "2018",
                    "articles": [{"number": one, "text": "甲"} for one in numbers],
                }
            ],
        }
    )
    registry = Registry.of({KEY: law})
    (link,) = resolved(
        SOURCE,
        None,
        [Found((), citations("《采购法》第二条至第四条"))],
        registry,
        TODAY,
    )

    assert [str(one) for one in articles_of(link, registry)] == ["第二条", "第二条之一", "第四条"]


def test_other_documents_in_brackets_are_no_citations():
    assert cited(Case, {"title": "甲", "facts": "读《人民日报》，签《投资协议》第七条。"}) == ()

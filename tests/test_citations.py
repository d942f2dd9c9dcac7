"""A citation resolves to a version, and says which and why."""

import pytest

from generator.base.citation import citations
from generator.base.dates import PartialDate
from generator.base.reference import Reference
from generator.citations import Registry
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
            {"id": "2023", "effective": "2023-06-01", "articles": TWO},
            {"id": "2018", "effective": "2018-01-01", "expired": "2023-06-01", "articles": ONE},
        ],
    }
)
SAME_NAME = Regulation.model_validate(
    {"id": "s", "name": "采购法", "versions": [{"id": "2020", "effective": "2020-01-01"}]}
)


def resolve(text, on=None, records=None):
    (citation,) = citations(text)
    registry = Registry.of(records or {KEY: REGULATION})
    return registry.resolve(
        SOURCE, ("citations", 0), citation, PartialDate.parse(on) if on else None
    )


@pytest.mark.parametrize(
    ("text", "on", "version", "missing"),
    [
        ("《采购法》（2018）第一条", "2024", "2018", ""),
        ("《中华人民共和国采购法》第一条", "2022-05-18", "2018", ""),
        ("《采购法典》第二条", "2023-06-01", "2023", ""),
        ("《采购法》第一条", "2023-05-31", "2018", ""),
        ("《采购法》第一条", "2023-06-01", "2023", "第一条"),
        ("《采购法》第一条", "2010", "2023", "第一条"),
        ("《采购法》第一条", None, "2023", "第一条"),
        ("《采购法》（2020）第一条", "2022", "", ""),
    ],
)
def test_the_version_named_else_the_one_in_force(text, on, version, missing):
    link = resolve(text, on)

    assert link.regulation == KEY
    assert link.version == version
    assert "、".join(str(number) for number in link.missing) == missing


@pytest.mark.parametrize(
    ("text", "on", "reason"),
    [
        ("《采购法》（2018）第一条", None, "文中写明 2018 年版本"),
        ("《采购法》第一条", "2022-05-18", "2022年5月18日时施行的版本"),
        ("《采购法》第一条", "2010", "没有收录2010年时施行的版本，取最新版本"),
        ("《采购法》第一条", "2023-06-01", "2023年6月1日时施行的版本"),
        ("《采购法》第一条", "2023-05-31", "2023年5月31日时施行的版本"),
        ("《采购法》第一条", "2023-06", "2023年6月时施行的版本"),
        ("《采购法》第一条", None, "未写明版本，取最新版本"),
        ("《采购法》（2020）第一条", None, "本库没有 2020 年版本"),
        ("《招标法》第一条", None, "本库没有这部法规"),
    ],
)
def test_and_why(text, on, reason):
    assert resolve(text, on).reason == reason


def test_a_version_that_has_expired_is_not_in_force():
    gone = Regulation.model_validate(
        {
            "id": "r",
            "name": "旧法规",
            "versions": [{"id": "2000", "effective": "2000", "expired": "2010"}],
        }
    )

    assert resolve("《旧法规》第一条", "2009", {KEY: gone}).reason == "2009年时施行的版本"
    assert "没有收录" in resolve("《旧法规》第一条", "2012", {KEY: gone}).reason


def test_a_name_that_two_regulations_use_resolves_to_neither():
    link = resolve("《采购法》第一条", records={KEY: REGULATION, OTHER: SAME_NAME})

    assert link.version == ""
    assert "多部法规" in link.reason

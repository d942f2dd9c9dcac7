"""Regulations: versions, articles, dates in order."""

import pytest
from pydantic import ValidationError

from generator.base.dates import PartialDate
from generator.records.regulation import Article, Regulation, Version


def test_the_date_of_a_regulation_is_that_of_its_newest_version():
    made = Regulation.model_validate(
        {
            "id": "a",
            "name": "办法",
            "versions": [
                {"id": "2018", "effective": "2018-10-01"},
                {"id": "2023", "published": "2023-12"},
                {"id": "draft"},
            ],
        }
    )

    assert made.date == PartialDate(2023, 12)
    assert made.heading == "办法"


@pytest.mark.parametrize("good", ["2018", "2018-1", "v2"])
def test_version_ids_that_can_be_file_names(good):
    assert Version.model_validate({"id": good}).id == good


@pytest.mark.parametrize(
    "bad", ["2018年", "2018/1", "", "..", "con", "index", "-", "x" * 21, "compare-1", "Compare"]
)
def test_version_ids_that_cannot(bad):
    with pytest.raises(ValidationError):
        Version.model_validate({"id": bad})


@pytest.mark.parametrize(
    ("dates", "good"),
    [
        ({"adopted": "2018-07-31", "published": "2018-08-18", "effective": "2018-10-01"}, True),
        ({"adopted": "2018-07", "effective": "2018-07-01", "expired": "2024"}, True),
        ({"adopted": "2018-07-31", "effective": "2018-07-30"}, False),
        ({"effective": "2018-10-01", "expired": "2018-09-30"}, False),
        ({"adopted": "2019", "expired": "2018"}, False),
    ],
)
def test_a_version_is_not_in_force_before_it_is_adopted(dates, good):
    if good:
        Version.model_validate({"id": "a", **dates})
        return
    with pytest.raises(ValidationError):
        Version.model_validate({"id": "a", **dates})


def test_an_article_keeps_its_own_spelling_and_can_be_compared():
    made = Article.model_validate({"number": "第一百二十条之一", "text": "甲"})

    assert made.number == "第一百二十条之一"
    assert (made.parsed.number, made.parsed.suffix) == (120, 1)


def test_counterparts_that_an_editor_fixed_are_read_in_any_spelling():
    made = Version.model_validate({"id": "a", "counterparts": {"第50条": "46", "第二条": "无"}})

    assert made.counterparts == {"第五十条": "第四十六条", "第二条": "无"}


@pytest.mark.parametrize("bad", [{"五十": "甲"}, {"某条": "无"}, {"第一条": ""}, {"无": "第一条"}])
def test_what_is_no_article_is_refused(bad):
    with pytest.raises(ValidationError):
        Version.model_validate({"id": "a", "counterparts": bad})

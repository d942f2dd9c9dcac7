"""`anjian booklet`: chosen cases in one file that needs nothing beside it."""

import re

import pytest

from tests.signing import sign_project

CASES = {
    "one": "标题: 食堂采购案\n范围: 公开\n领域: 教育\n"
    "要点: 见[另一案](case/two)和[第三案](case/three)。\n"
    "基本案情: 采购合同由一人经手。\n",
    "two": "标题: 设备采购案\n范围: 公开\n领域: 教育\n基本案情: 采购合同由两人经手。\n",
    "three": "标题: 招生案\n范围: 公开\n领域: 司法\n基本案情: 与合同无关。\n",
    "secret": "标题: 不公开的案\n领域: 教育\n基本案情: 采购合同不公开。\n",
}


@pytest.fixture
def make(anjian, own_library, tmp_path):
    for name, text in CASES.items():
        (own_library / "cases" / f"{name}.yaml").write_text(text, "utf-8")
    sign_project(own_library)
    out = tmp_path / "册子" / "汇编.html"

    def run(*arguments):
        outcome = anjian("booklet", *arguments, "--root", own_library, "-o", out)
        return outcome, out.read_text("utf-8") if out.exists() else ""

    return run


def titles(text):
    return re.findall(r'<li><a href="#c\d+">([^<]*)</a>', text)


def test_a_list_comes_in_its_order_and_links_stay_within(make):
    outcome, text = make("two", "one", "--title", "采购警示")

    assert outcome.code == 0, outcome.err
    assert titles(text) == ["设备采购案", "食堂采购案"]
    assert "<title>采购警示</title>" in text
    assert '<a href="#c1">另一案</a>' in text
    assert "第三案" in text
    ids = re.findall(r'\sid="([^"]*)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', text)) <= set(ids)
    assert not re.search(r'(?:src|href)="(?!#|data:)', text)


def test_a_category_or_a_search_chooses_them(make):
    _, by_category = make("--facet", "领域=教育")
    assert sorted(titles(by_category)) == ["设备采购案", "食堂采购案"]
    assert "不公开" not in by_category
    _, by_search = make("--search", "两人经手")
    assert titles(by_search) == ["设备采购案"]


def test_what_the_edition_does_not_hold_is_not_printed(make):
    outcome, text = make("secret")

    assert (outcome.code, text) == (2, "")
    assert outcome.err == "不在公开版里：case/secret。\n"
    outcome, text = make("secret", "--edition", "internal")
    assert outcome.code == 0
    assert "内部版，请勿外传" in text


def test_the_same_bytes_each_time(make):
    arguments = ("one", "--today", "2026-01-01")

    assert make(*arguments)[1] == make(*arguments)[1]


def test_nothing_chosen_is_one_sentence(make):
    outcome, _ = make()

    assert (outcome.code, outcome.err.count("\n")) == (2, 1)

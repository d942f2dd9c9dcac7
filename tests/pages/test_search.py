"""The page of the search: room for the script, and every index page for readers without it."""

import pytest

from generator.addresses import FACETS
from generator.records import all_kinds

FILES = {
    "cases/a.yaml": "标题: 甲案\n范围: 公开\n领域: 教育\n",
    "docs/guide/use.md": "---\ntitle: 用法 <b>\n---\n\n正文\n",
    "docs/guide/plain.md": "# 只有标题\n\n正文\n",
    "docs/index.md": "# 首页\n",
}


@pytest.fixture(scope="module")
def made(site):
    return site(FILES)


def test_it_has_room_for_what_the_script_makes(made, see):
    page = see(made["library/search.md"])
    source = made["library/search.md"].decode()

    assert page.ids[0] == "search"
    assert '<div class="aj-search" id="search" hidden' in source
    for name in ("chosen", "notes", "facets", "results"):
        assert source.count(f'data-part="{name}"') == 1
    assert "title: 搜索" in source.replace('"', "")


def test_it_lists_every_index_page(made, see):
    page = see(made["library/search.md"])
    lists = {f"{kind}/index.html" for kind in all_kinds()}
    facets = {f"by-{facet}/index.html" for facet in FACETS}
    others = {"matrix.html", "citations.html", "review.html", "rules.html"}
    written = {"../guide/use.html", "../guide/plain.html"}

    assert set(page.addresses) == {"../index.html"} | lists | facets | others | written
    assert all(
        address.replace(".html", ".md").removeprefix("../") in made
        or f"library/{address}".replace(".html", ".md") in made
        for address in page.addresses
        if address not in written | {"../index.html"}
    )
    assert "搜索要用到脚本，这个浏览器没有启用脚本。可以从下面的目录查找：" in page.text


def test_hand_written_pages_have_their_titles(made, see):
    text = see(made["library/search.md"]).text

    assert "用法 <b>" in text
    assert "只有标题" in text


def test_nothing_of_it_is_found_by_the_search(made):
    source = made["library/search.md"].decode()

    assert source.count("data-search-exclude") >= 2


def test_an_empty_project_has_one_too(site, see):
    assert "案例目录" in see(site({})["library/search.md"]).text

"""Citations in figures: every number is true and leads to what it counts."""

import posixpath
import re

import pytest

FILES = {
    "policies/regulations/r.yaml": """
名称: 采购法
范围: 公开
版本:
  - 编号: "2018"
    施行日期: 2018-01-01
    条文:
      - {条: 第一条, 文: 依照本法第二条处理。}
      - {条: 第二条, 文: 甲}
      - {条: 第三条, 文: 甲}
      - {条: 第三条之一, 文: 甲}
      - {条: 第四条, 文: 甲}
      - {条: 第五条, 文: 甲}
  - {编号: "2022", 施行日期: 2022-01-01, 条文: [{条: 第一条, 文: 丙}, {条: 第二条, 文: 丁}]}
""",
    "policies/regulations/quiet.yaml": """
名称: 会计法
范围: 公开
版本: [{编号: "2017", 施行日期: 2017-11-05, 节选: 是, 条文: [{条: 第九条, 文: 戊}]}]
""",
    "cases/a.yaml": """
标题: 甲案（虚构教学案例）
范围: 公开
处理时间: 2021-05-18
依据:
  - 《采购法》第二条
  - 《采购法》第二条和第五条
  - 《采购法》（2022）第一条
  - 《中华人民共和国农药法》第一条
""",
    "cases/b.yaml": """
标题: 乙案
范围: 公开
基本案情: 《采购法》（2018）第二条，后又写《采购法》第二条。
""",
    "cases/c.yaml": """
标题: 丙案
范围: 公开
依据: [《采购法》第一条, 《农药法》第一条, 《种子法》]
""",
    "cases/d.yaml": "标题: 丁案\n范围: 公开\n处理时间: 2012\n依据: [《采购法》第一条]\n",
    "cases/hidden.yaml": "标题: 内部案\n依据: [《秘密法》第一条]\n",
    "docs/guide/g.md": "# 指南标题\n\n《农药法》第二条。\n",
}
PAGE = "library/citations.md"


@pytest.fixture(scope="module")
def made(site):
    return site(FILES)


@pytest.fixture(scope="module")
def text(made):
    return made[PAGE].decode()


def entry(text: str, words: str) -> str:
    """The entry of a list that begins with these words."""
    return next(
        one for one in re.findall(r"<li.*?</li>", text) if words in re.sub("<[^>]+>", "", one)
    )


def shown(html: str) -> str:
    return re.sub("<[^>]+>", "", html)


def figures(text: str) -> dict[str, tuple[int, str]]:
    """The figures at the head: words, number and address."""
    found = re.findall(
        r'<li><a href="([^"]+)"><strong>(\d+)</strong><span>([^<]+)</span></a></li>', text
    )
    return {words: (int(number), address) for address, number, words in found}


def test_the_figures_stand_first_and_add_up(text):
    found = {words: number for words, (number, _) in figures(text).items()}

    assert found == {
        "处引用": 11,
        "文中写明版本": 2,
        "按时间确定": 2,
        "按同一篇确定": 1,
        "没有落到版本": 6,
    }
    assert text.index("<strong>11<") < text.index("<h2")


def test_each_figure_leads_to_a_list_that_holds_as_many(made, text):
    for words, (number, address) in figures(text).items():
        if address.startswith("#"):
            assert f'id="{address[1:]}"' in text
            continue
        target = posixpath.normpath(posixpath.join("library", address.replace(".html", ".md")))
        counts = re.findall(r"\d+ 件，(\d+) 处", made[target].decode())
        assert sum(map(int, counts)) == number, words


def test_a_regulation_that_speaks_of_itself_is_not_counted(made):
    assert "regulation/r.html" not in made["library/citations/dated.md"].decode()
    assert "本法" not in made[PAGE].decode()


def test_the_clause_cited_most_comes_first_with_those_who_cite_it(text):
    first = re.search(r'<h2 id="most".*?<li>(.*?)</li>', text, re.DOTALL)[1]

    assert shown(first).startswith("《采购法》2018年版 第二条 2 件引用")
    assert 'href="regulation/r/2018.html#a2"' in first
    assert 'href="case/a.html"' in first
    assert 'href="case/b.html"' in first
    assert text.index("只有一件引用的条文") > text.index(first)


def test_what_to_import_next_is_ordered_by_those_who_cite_it(text):
    pesticide, seed = entry(text, "《中华人民共和国农药法》"), entry(text, "《种子法》")

    assert text.index(pesticide) < text.index(seed)
    assert "3 件" in pesticide
    for address in ("case/a.html", "case/c.html", "../guide/g.html"):
        assert f'href="{address}"' in pesticide
    assert "指南标题" in pesticide


def test_other_unresolved_citations_say_why_and_what_they_may_be(text):
    undated = text[text.index('id="open-no-date"') :]
    too_early = text[text.index('id="open-no-version"') : text.index('id="open-no-date"')]

    assert "没有填写处理时间" in shown(undated)
    assert 'href="regulation/r/2018.html"' in undated
    assert 'href="regulation/r/2022.html"' in undated
    assert 'href="case/c.html"' in undated
    assert 'href="case/d.html"' in too_early


def test_clauses_that_nobody_cites_are_ranges(text):
    never = text[text.index('id="never"') :]

    assert "《采购法》2018年版6 条中 4 条" in shown(never)
    assert '<a href="regulation/r/2018.html#a1">第一条</a>、' in never
    assert '<a href="regulation/r/2018.html#a3">第三条至第四条</a>' in never
    assert "《采购法》2022年版2 条中 1 条" in shown(never)
    assert '<a href="regulation/r/2022.html#a2">第二条</a>' in never
    assert "整个版本没有被引用1 个版本" in shown(never)
    assert "《会计法》2017年版（节选）" in shown(never)


def test_each_version_leads_to_its_entry_in_the_lists(made, text):
    line = entry(text[text.index('id="versions"') :], "《采购法》2018年版")

    assert 'href="citations/dated.html#r.2018"' in line
    assert 'id="r.2018"' in made["library/citations/dated.md"].decode()


def test_it_leads_to_the_exports(made, text):
    for name in ("citations.csv", "citations.json"):
        assert f'href="exports/{name}"' in text
        assert f"library/exports/{name}" in made


def test_another_edition_counts_its_own_records(site, made):
    assert "秘密法" not in made[PAGE].decode()
    assert "秘密法" in site(FILES, "internal")[PAGE].decode()


def test_many_who_cite_one_clause_are_named_on_its_page(site):
    rest = "范围: 公开\n依据: [《采购法》（2018）第二条]\n"
    cases = {f"cases/c{number}.yaml": f"标题: 第{number}案\n{rest}" for number in range(15)}
    regulation = "policies/regulations/r.yaml"
    text = site(cases | {regulation: FILES[regulation]})[PAGE].decode()

    assert "15 件引用" in text
    assert '<a href="regulation/r/2018.html#a2">另有 3 件，见该条</a>' in text


def test_an_empty_library_says_so(site):
    made = site({})

    assert "还没有引用" in made[PAGE].decode()
    assert not [name for name in made if name.startswith("library/citations/")]
    assert "library/citations.html" in made["index.md"].decode()

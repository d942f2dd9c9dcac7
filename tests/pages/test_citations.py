"""Citations on pages: the words stay as written, lead to the version that governs, and say why."""

import re

import pytest

REGULATION = """
名称: 中华人民共和国采购法
简称: [采购法典]
范围: 公开
版本:
  - 编号: '2018'
    施行日期: 2018-01-01
    条文:
      - {条: 第一条, 文: 旧的第一条}
      - {条: 第二条, 文: 依照本法第一条处理。}
  - 编号: '2022'
    施行日期: 2022-01-01
    条文: [{条: 第一条, 文: 新的第一条}, {条: 第三条, 文: "第三条第一款\\n\\n第三条第二款"}]
"""
CASE = """
标题: 案
范围: 公开
处理时间: 2021-05-18
行为期间: {自: 2017-03}
基本案情: |
  依照**《采购法》**第一条、第九条和采购法典第二条处理。[见《采购法》第二条](case/b)
时间线: [{时间: 2021-05, 事件: 按《采购法》（2022）第三条第二款整改}]
讨论题: [{题目: 《采购法》（2003）第一条怎么说？}]
依据: [《采购法》第一条至第二条, 《没有的法》第一条]
"""
UNDATED = "标题: 未写时间的案\n范围: 公开\n基本案情: 《采购法》第一条\n"
LESSON = "标题: 课\n范围: 公开\n要点归纳: [读《采购法》第三条]\n"
UNIT = "名称: 某单位\n范围: 公开\n职责: 落实《采购法》第三条。\n"
FILES = {
    "policies/regulations/r.yaml": REGULATION,
    "cases/a.yaml": CASE,
    "cases/b.yaml": UNDATED,
    "materials/lessons/l.yaml": LESSON,
    "ledgers/units/u.yaml": UNIT,
}
LINK = re.compile(r'<a class="(aj-cite[^"]*)" href="([^"]*)"([^>]*)>(.*?)</a>')


@pytest.fixture(scope="module")
def made(site):
    return {path: content.decode() for path, content in site(FILES).items() if path[-3:] == ".md"}


def links(made, path: str) -> list[tuple[str, str]]:
    """What is linked on a page above its list of clauses, and where to."""
    text = made[path].partition('<details class="aj-clauses"')[0]
    return [(re.sub(r"<[^>]*>", "", one[4]), one[2]) for one in LINK.finditer(text)]


def test_words_in_running_text_lead_to_the_version_in_force_then(made):
    found = links(made, "library/case/a.md")

    assert found[:4] == [
        ("《采购法》", "../regulation/r/2018.html"),
        ("第一条", "../regulation/r/2018.html#a1"),
        ("采购法典", "../regulation/r/2018.html"),
        ("第二条", "../regulation/r/2018.html#a2"),
    ]
    assert ("第三条第二款", "../regulation/r/2022.html#a3") in found
    assert ("第一条至第二条", "../regulation/r/2018.html#a1") in found
    assert not any("九" in words or "没有的法" in words for words, _ in found)


def test_the_words_stay_as_they_are_written(made, site):
    without = {path: text for path, text in FILES.items() if "regulations" not in path}
    plain = site(without)["library/case/a.md"].decode()
    with_links = made["library/case/a.md"].partition('<details class="aj-clauses"')[0]

    def body(text: str) -> str:
        return text.partition('id="facts"')[2].partition('id="related"')[0].partition("<footer")[0]

    assert re.sub(r"</?a\b[^>]*>", "", body(with_links)).split() == (
        re.sub(r"</?a\b[^>]*>", "", body(plain)).split()
    )


def test_a_link_says_why(made):
    page = made["library/case/a.md"]

    assert 'title="处理时（2021年5月18日）施行的版本"' in page
    assert 'title="文中写明2022年的版本"' in page


def test_a_version_that_is_not_here_is_said_and_leads_to_those_that_are(made):
    page = made["library/case/a.md"]
    words = "文中写明2003年的版本，本库没有收录；本库有2018年版、2022年版"

    assert f'class="aj-cite aj-cite--open" href="../regulation/r.html" title="{words}"' in page
    undated = made["library/case/b.md"]
    reason = "没有填写处理时间，也没有写明版本；本库有2018年版、2022年版"
    assert f'title="{reason}"' in undated
    assert f"</a>：{reason}</p>" in undated.partition("没有落到版本的引用（1）")[2], "for print"


def test_the_clauses_stand_at_the_end_once_each_with_the_reason(made):
    page = made["library/case/a.md"]
    clauses = page.partition('<details class="aj-clauses"')[2].partition("</details>")[0]

    assert "本页引用的条文（4）" in clauses
    assert clauses.count("旧的第一条") == 2  # by itself, and in the range 第一条至第二条
    assert "《中华人民共和国采购法》（2018年版）第一条至第二条" in clauses
    assert "现行的2022年版：<a " in clauses
    assert "《中华人民共和国采购法》（2022年版）第三条" in clauses
    assert "文中写明2022年的版本" in clauses
    numbers = set(re.findall(r'data-clause="(clause-\d+)" data-note="\d+"', page))
    assert numbers == set(re.findall(r'<li id="(clause-\d+)"', clauses))


def test_an_authors_own_link_holds_no_other(made):
    assert "[见《采购法》第二条](b.md)" in made["library/case/a.md"]


def test_lessons_and_kinds_without_a_page_of_their_own_cite_too(made):
    assert links(made, "library/lesson/l.md")[1] == ("第三条", "../regulation/r/2022.html#a3")
    assert links(made, "library/unit/u.md")[1] == ("第三条", "../regulation/r/2022.html#a3")
    assert "生成本页时施行的版本" in made["library/unit/u.md"]


def test_a_regulation_leads_to_its_own_articles(made):
    assert ("第一条", "#a1") in links(made, "library/regulation/r/2018.md")
    assert "aj-clauses" not in made["library/regulation/r/2018.md"]


def test_a_regulation_that_the_edition_does_not_hold_leaves_no_link(site):
    hidden = {**FILES, "policies/regulations/r.yaml": REGULATION.replace("公开", "内部")}
    page = site(hidden)["library/case/a.md"].decode()

    assert "aj-cite" not in page
    assert "旧的第一条" not in page

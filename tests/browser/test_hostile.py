"""Whatever gets through the checks stays text: on its page, on every list, in the search."""

import json

import pytest

pytestmark = pytest.mark.browser

SHORT = (
    "<script>alert(1)</script><img src=x onerror=alert(2)></title><svg onload=alert(3)>"
    "\" onmouseover=\"alert(4)' onfocus='alert(5) autofocus {{ 7*7 }} {% x %}"
    " &lt;b onclick=alert(6)&gt;"
)
LONG = SHORT + (
    ' <iframe srcdoc="<script>parent.alert(7)</script>"></iframe><base href="//evil.invalid/">'
    '<a href="javascript:alert(8)">点</a><svg><a xlink:href="javascript:alert(9)"></a></svg>'
    "<style>@import '//evil.invalid/a.css';</style><link rel=stylesheet href=//evil.invalid/b.css>"
    "<math><mtext></mtext><mglyph><style><img src=x onerror=alert(10)></math>"
    '{: onclick="alert(11)" } `<b onclick=alert(12)>` ~~~ ![x][y] <http://evil.invalid/>'
    " &#106;avascript&#58;alert(13)"
)


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def case(number: int) -> str:
    short, long = quoted(SHORT), quoted(LONG)
    return f"""\
标题: {quoted(f"签证攻击{number}" + SHORT)}
副标题: {short}
题注: [{short}]
关键词: [{short}, "../../x", con]
要点: {long}
领域: 工程建设
层级: 乡科级
岗位: [项目管理]
行为类型: [{short}]
处理时间: 2024-01
基本案情: {long}
时间线: [{{时间: 2024-01, 事件: {short}}}]
办理过程: {long}
处理结果: {{刑事: {short}, 涉案金额: {short}, 说明: {long}}}
裁判理由: {long}
依据: [{short}]
成因剖析: [{{类别: 思想, 说明: {long}}}]
漏洞: [{{编号: L1, 类型: {quoted("攻击" + SHORT)}, 说明: {long}, 措施: [{short}]}}]
指导意义: {long}
相关条款: {long}
讨论题: [{{题目: {short}}}]
对照自查: [{short}]
其他章节: [{{标题: {short}, 内容: {long}}}]
原标题: {{基本案情: {short}}}
来源: {{单位: {short}, 标题: {short}, 网址: {quoted("javascript:alert(14)")}, 说明: {long}}}
审核: {{采集人: {short}, 结论: {short}}}
范围: 公开
"""


# Links in pages that people write are refused by the check; this is what it warns of only.
GUIDE = f"""\
---
title: {quoted("攻击" + SHORT)}
---

<script>alert(20)</script> <svg onload=alert(21)></svg> <style>a {{ color: red }}</style>
<iframe srcdoc="<script>parent.alert(22)</script>"></iframe> <math><mtext></mtext></math>

<div onclick="alert(23)" style="position: fixed">甲</div>
"""


@pytest.fixture(scope="module")
def hostile(build, tmp_path_factory):
    records = tmp_path_factory.mktemp("hostile")
    (records / "cases").mkdir()
    for number in (1, 2):
        (records / f"cases/a-{number}.yaml").write_text(case(number), "utf-8")
    (records / "docs/guide").mkdir(parents=True)
    (records / "docs/guide/hostile.md").write_text(GUIDE, "utf-8")
    return build(records, lambda text: text.replace("单位: 案鉴项目组", f"单位: {quoted(SHORT)}"))


BAD = """() => Array.from(document.querySelectorAll("*")).filter(one =>
  Array.from(one.attributes).some(attribute => attribute.name.startsWith("on")) ||
  /^javascript:/i.test(one.href || one.src || "") ||
  (one.closest(".md-content, .md-nav, .md-header__title, .aj-find, .aj-search, .aj-bar") &&
   ["SCRIPT", "IFRAME", "STYLE", "LINK", "BASE", "OBJECT", "IMG"].includes(one.tagName))
).map(one => one.outerHTML.slice(0, 200))"""


def test_nothing_is_executed_and_nobody_is_asked(hostile, watched):
    page = watched()
    # Every index and one page more of every folder.
    pages = {
        *hostile.rglob("index.html"),
        *{path.parent: path for path in (hostile / "library").rglob("*.html")}.values(),
        hostile / "guide/hostile.html",
    }
    assert len(pages) > 15
    for path in sorted(pages):
        page.goto(path.as_uri())
        assert page.evaluate(BAD) == [], path


def test_texts_are_shown_as_written(hostile, watched):
    page = watched()
    page.goto((hostile / "library/case/a-1.html").as_uri())
    assert SHORT in page.locator("h1").inner_text()
    assert SHORT in page.locator(".aj-selfcheck label").inner_text()
    assert "<base href=" in page.locator(".aj-gist").inner_text()
    page.get_by_role("button", name="纠错").click()
    assert SHORT in page.locator("#aj-report").inner_text()
    assert page.evaluate(BAD) == []


def test_long_texts_break(hostile, watched):
    page = watched(390)
    for name in ("index.html", "library/case/a-1.html", "library/by-keyword/index.html"):
        page.goto((hostile / name).as_uri())
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) == 0, name


def test_search_results_are_text(hostile, watched, search):
    page = watched()
    page.goto((hostile / "index.html").as_uri())
    titles = search(page, "攻击")
    assert any("<script>" in title for title in titles)
    assert page.evaluate(BAD) == []
    page.locator(".aj-find__hit", has_text="签证攻击").first.click()
    page.wait_for_url("**/a-*.html*")
    assert page.evaluate(BAD) == []


def test_the_page_of_the_search_shows_text(hostile, watched):
    page = watched()
    page.goto((hostile / "library/search.html").as_uri() + "#q=签证攻击")
    results = page.locator(".aj-search__results")
    results.get_by_text("<script>alert(1)</script>").first.wait_for()
    results.get_by_text("<img src=x onerror=alert(2)>").first.wait_for()
    assert page.evaluate(BAD) == []

"""What people write in docs/ comes out as text, wherever the theme prints it."""

import json
import re
import shutil

import pytest

from generator.disk import index_files
from generator.search.parts import PATH, SECTIONS, Row
from generator.search.reader import open_index
from tests.hosts.payloads import PAYLOADS
from tests.hosts.reader import read

HARMLESS = """\
---
title: 说明 & "引号" <b>
description: 一句 "话"
author: '"><script>alert(1)</script>'
icon: ../../../../etc/passwd
template: ../../x.html
hide: [toc]
search:
  exclude: true
---

见 [样例](case/ID)、[甲](case/meiyou-1)。
"""

CITES = """\
---
title: 引用
---

依照**《公职人员政务处分法》**第七条处理，`《公职人员政务处分法》第八条` 是代码。

```
《公职人员政务处分法》第九条
```
"""


@pytest.fixture(scope="module")
def site(small_project, render, tmp_path_factory):
    root = shutil.copytree(small_project, tmp_path_factory.mktemp("页面") / "案例库")
    pages = root / "docs" / "pay"
    pages.mkdir()
    for number, payload in enumerate(PAYLOADS):
        quoted = json.dumps(payload, ensure_ascii=False)
        line = " ".join(payload.split("\n"))
        (pages / f"title-{number}.md").write_text(
            f"---\ntitle: {quoted}\ndescription: {quoted}\nauthor: {quoted}\n"
            f"status: {quoted}\ntags: [{quoted}]\n---\n\n{payload}\n\n文字 {line}\n\n- {line}\n\n"
            f"> {line}\n\n| 甲 | 乙 |\n|---|---|\n| {line} | 丙 |\n\n```\n{payload}\n```\n",
            "utf-8",
        )
        (pages / f"heading-{number}.md").write_text(f"# {line}\n\n## {line}\n\n文字\n", "utf-8")
    case = next((root / "cases").rglob("*.yaml")).stem
    (root / "docs" / "harmless.md").write_text(HARMLESS.replace("ID", case), "utf-8")
    (root / "docs" / "note.md").write_text("Title: 这一行\nNote: 不是设置\n\n甲\n", "utf-8")
    (root / "docs" / "cites.md").write_text(CITES, "utf-8")
    return render(root, tmp_path_factory.mktemp("成品") / "site")


SLIDES = ["../../assets/vendor/reveal.js", "../../assets/slides.js"]
"""What a page of slides loads, which has no frame of the theme."""


def rows(site) -> list[Row]:
    """What the search shows of every page."""
    index = open_index(index_files(site.folder))
    return [row for slot in range(index.slots) if (row := index.row(slot)) is not None]


def test_nothing_of_any_page_runs_or_is_fetched(site):
    pages = sorted(site.folder.rglob("*.html"))
    assert len(pages) > 2 * len(PAYLOADS)
    scripts = {tuple(read(page).scripts) for page in pages if page.name == "harmless.html"}
    assert len(scripts) == 1
    for page in pages:
        reader = read(page)
        assert reader.bad == [], page
        if page.name == "slides.html":
            assert reader.scripts == SLIDES, page
        else:
            assert len(reader.scripts) in {0, len(next(iter(scripts)))}, page


def test_nothing_of_any_page_runs_in_search_results(site):
    found = rows(site)
    assert len(found) >= 2 * len(PAYLOADS)
    for row in found:
        anchors = [anchor for anchor, _, _ in row[SECTIONS]]
        assert not re.search(r"[\"'<>\s]", "".join([row[PATH], *anchors])), row


def test_the_inspection_finds_no_script_either(site):
    assert {one.code for one in site.found} <= {"S312", "S313", "S333"}


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_a_title_is_shown_as_it_was_written(site, number):
    title = read(site.folder / f"pay/title-{number}.html").title
    assert title == f"{' '.join(PAYLOADS[number].split())} - 案例库"


def test_settings_are_text_and_unknown_ones_do_nothing(site):
    page = (site.folder / "harmless.html").read_text("utf-8")
    assert "<title>说明 &amp; &quot;引号&quot; &lt;b&gt; - 案例库</title>" in page
    assert '<meta name="description" content="一句 &quot;话&quot;">' in page
    assert '<meta name="author"' not in page
    assert re.search(r'data-md-type="toc"\s+hidden', page)
    assert "harmless.html" not in {row[PATH] for row in rows(site)}
    assert "note.html" in {row[PATH] for row in rows(site)}


def test_the_first_line_of_a_text_is_not_swallowed(site):
    page = (site.folder / "note.html").read_text("utf-8")
    assert "<p>Title: 这一行\nNote: 不是设置</p>" in page
    assert "<title>Note - 案例库</title>" in page


def test_a_link_to_a_record_leads_to_its_page_and_one_to_none_is_text(site):
    page = (site.folder / "harmless.html").read_text("utf-8")
    assert re.search(r'<a href="library/case/[^"]+\.html">样例</a>、甲。', page)


def test_a_citation_leads_to_its_clause_and_opens_in_place(site):
    page = (site.folder / "cites.html").read_text("utf-8")

    assert re.search(
        r'<a class="aj-cite" href="library/regulation/[^"]+\.html#a7"[^>]*>第七条</a>', page
    )
    assert "生成本页时施行的版本" in page
    assert page.count("aj-clause__text") == 1
    assert "<code>《公职人员政务处分法》第八条</code>" in page

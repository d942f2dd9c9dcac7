"""MkDocs as a renderer: silent, dated, and its complaints as findings in Chinese."""

import errno
import os
import re

import pytest
from mkdocs import utils

from generator.disk import DiskError

CHATTER = re.compile(r"MkDocs \d|WARNING|INFO|Building|dictionary|end of life")


@pytest.fixture
def build(project, render, tmp_path):
    def run(change=None):
        if change:
            change(project)
        return render(project, tmp_path / "site")

    return run


def settings(project, old, new):
    path = project / "mkdocs.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def only(site):
    (finding,) = site.said
    assert re.search("[\u4e00-\u9fff]", finding.message)
    return finding


def test_a_sound_project_says_nothing_at_all(build, capfd, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    site = build()

    assert (site.said, site.found) == ((), ())
    assert capfd.readouterr() == ("", "")
    assert "SOURCE_DATE_EPOCH" not in os.environ
    assert (site.folder / "index.html").is_file()


def test_a_link_to_a_missing_place_is_found_where_it_stands(build):
    def change(project):
        text = "# 甲\n\n见[这里](guide/readers.md#meiyou)。\n"
        (project / "docs" / "a.md").write_text(text, "utf-8")

    site = build(change)

    finding = only(site)
    assert (finding.path, finding.code, finding.place) == ("docs/a.md", "S303", (3, 7))
    assert "guide/readers.md#meiyou" in finding.message


def test_a_name_in_the_navigation_that_leads_nowhere(build):
    site = build(lambda project: settings(project, "首页: index.md", "首页: meiyou.md"))

    finding = only(site)
    assert (finding.path, finding.code) == ("mkdocs.yml", "S304")
    assert "meiyou.md" in finding.message
    assert finding.place.line > 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  - anjian\n", "  - anjian\n  - meiyou\n", "plugins"),
        ("name: material", "name: meiyou", "theme"),
        ("docs_dir: docs", "docs_dir: cases", "docs_dir"),
        ("  - anjian\n", "", "plugins 里没有 anjian"),
        ("  - anjian\n", "  - search\n  - anjian\n", "plugins 里的 search 要删去"),
        ("  - anjian\n", "  - search: {lang: zh}\n  - anjian\n", "plugins 里的 search 要删去"),
        ("  - anjian\n", "  - offline\n  - anjian\n", "plugins 里的 offline 要删去"),
        ("  - anjian\n", "  - material/search: {lang: zh}\n  - anjian\n", "search 要删去"),
        ("  - anjian\n", "  - anjian\n  - offline\n", "offline 要删去"),
        ("  - anjian\n", "  - anjian: {enabled: false}\n", "plugins 里没有 anjian"),
        ("strict: true", "strict: true\nmeiyou: 1", "meiyou"),
        ("  - toc:\n      permalink: false\n", "  - meiyou.ext\n", "markdown_extensions"),
        ("site_dir: site\n", "site_dir: site\nhooks: [meiyou.py]\n", "hooks"),
    ],
)
def test_settings_that_mkdocs_cannot_use(build, capfd, old, new, said):
    site = build(lambda project: settings(project, old, new))

    assert {(one.path, one.code) for one in site.said} == {("mkdocs.yml", "S301")}
    assert said in site.said[0].message
    assert not CHATTER.search("".join(capfd.readouterr()))


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply", "!<tag:yaml.org,2002:python/object/apply"]
)
def test_settings_that_would_run_a_program_are_refused(build, tmp_path, tag):
    proof = tmp_path / "proof"
    end = ">" if "<" in tag else ""
    code = f"copyright: {tag}:os.mkdir{end} ['{proof}']\n"

    site = build(lambda project: settings(project, "strict: true\n", f"strict: true\n{code}"))

    finding = only(site)
    assert finding.code == "S301"
    assert finding.place.line == 6
    assert not proof.exists()


def test_a_page_that_the_parser_cannot_bear_is_named(build, monkeypatch):
    def break_down(self, text):
        raise RecursionError("maximum recursion depth exceeded")

    monkeypatch.setattr("markdown.core.Markdown.convert", break_down)
    site = build()

    (finding,) = site.said
    assert finding.code == "S302"
    assert finding.path.startswith("docs/")
    assert "没能渲染" in finding.message


def test_a_full_disk_is_one_sentence(build, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(utils, "write_file", full)
    with pytest.raises(DiskError, match=r"磁盘已满.*原有的网站没有改动"):
        build()


def test_sanitising_does_not_depend_on_the_settings(build):
    def change(project):
        settings(project, "  - generator.base.safe_html\n", "")
        (project / "docs" / "a.md").write_text("<script>alert(1)</script>\n\n甲\n", "utf-8")

    site = build(change)

    assert (site.said, site.found) == ((), ())
    assert "alert(1)" not in (site.folder / "a.html").read_text("utf-8")


def test_dates_are_those_of_the_day_that_was_given(build):
    address = "strict: true\nsite_url: https://kb.example.cn/\n"

    site = build(lambda project: settings(project, "strict: true\n", address))

    assert (site.said, site.found) == ((), ())
    sitemap = (site.folder / "sitemap.xml").read_text("utf-8")
    assert set(re.findall("<lastmod>(.*?)</lastmod>", sitemap)) == {"2026-01-01"}


@pytest.mark.parametrize("key", ["exclude_docs", "draft_docs"])
def test_a_page_that_the_settings_leave_out_is_not_missed(build, key):
    """Its citations and its words are nowhere either."""

    def change(project):
        text = "# 甲\n\n依照《公职人员政务处分法》第七条，金丝雀。\n"
        (project / "docs" / "draft.md").write_text(text, "utf-8")
        settings(project, "strict: true\n", f"strict: true\n{key}: draft.md\n")

    site = build(change)

    assert (site.said, site.found) == ((), ())
    assert not (site.folder / "draft.html").exists()
    for page in site.folder.rglob("*.html"):
        assert "draft.html" not in page.read_text("utf-8"), page


def test_a_link_that_mkdocs_trips_over_is_a_finding_with_its_page(build):
    text = "[甲](http://[)\n"

    site = build(lambda project: (project / "docs" / "a.md").write_text(text, "utf-8"))

    finding = only(site)
    assert (finding.path, finding.code) == ("docs/a.md", "S302")


def test_a_home_page_of_ones_own(build):
    text = "---\ntitle: 我的 <b>\n---\n\n# 首页\n"

    site = build(lambda project: (project / "docs" / "index.md").write_text(text, "utf-8"))

    assert (site.said, site.found) == ((), ())
    page = (site.folder / "index.html").read_text("utf-8")
    assert "<title>我的 &lt;b&gt; - 案例库</title>" in page


def test_hosts_from_the_settings_may_be_linked_to(build):
    def change(project):
        settings(project, "  anjian:\n", "  anjian:\n    允许链接的网站: [www.example.cn]\n")
        text = "[甲](https://www.example.cn/a)、[乙](https://evil.example/)\n"
        (project / "docs" / "a.md").write_text(text, "utf-8")

    page = (build(change).folder / "a.html").read_text("utf-8")

    assert '<a href="https://www.example.cn/a">甲</a>' in page
    assert "evil.example" not in page

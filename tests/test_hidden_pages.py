"""Pages that mkdocs.yml keeps out of the site are in no list, no citation page, no search."""

import pytest

from generator.addresses import search_file
from generator.build import generate
from generator.settings import excluded_pages

LAW = """\
名称: 采购条例
版本:
  - 编号: '2020'
    施行日期: 2020-01-01
    条文: [{条: 1, 文: 应当公开。}]
"""
PAGE = "# 斑马\n\n依照《采购条例》第一条，斑马。\n"
FILES = {
    "policies/regulations/caigou.yaml": LAW,
    "docs/shown.md": "# 甲\n\n乙。\n",
}
HIDDEN = {"docs/drafts/a.md": PAGE, "docs/b.draft.md": PAGE}


@pytest.fixture
def made(checked):
    def run(files, settings=""):
        done = checked(files, f"site_name: 试验库\n{settings}")
        assert not done.stops, [one.line() for one in done.findings]
        return generate(done, "public").files

    return run


@pytest.mark.parametrize(
    "settings",
    [
        "exclude_docs: |\n  /drafts/\n  *.draft.md\n",
        "draft_docs: |\n  /drafts/\n  *.draft.md\n",
        "exclude_docs: drafts/\ndraft_docs: '*.draft.md'\n",
    ],
)
def test_a_page_that_is_kept_out_changes_no_byte(made, settings):
    assert made(FILES | HIDDEN, settings) == made(FILES, settings)


def test_the_test_above_can_fail(made):
    without, shown = made(FILES), made(FILES | HIDDEN)

    changed = {path for path in shown if shown[path] != without.get(path)}
    assert {"library/citations.md", "library/exports/citations.json"} <= changed
    assert "library/search/root.js" in changed
    index = {path for path in changed if path.startswith(search_file(""))}
    assert any("斑马".encode("utf-16-le") in shown[path] for path in index)


@pytest.mark.parametrize(
    ("settings", "hidden"),
    [
        ("", {"templates/a.md"}),
        ("exclude_docs: a.md", {"a.md", "x/a.md", "templates/a.md"}),
        ("exclude_docs: /a.md", {"a.md", "templates/a.md"}),
        ("exclude_docs: |\n  *.md\n  !/x/\n  !x/*.md\n", {"a.md", "b.md", "templates/a.md"}),
        ("exclude_docs: '!/templates/'", set()),
        ("exclude_docs: b.md\ndraft_docs: '!b.md'", {"b.md", "templates/a.md"}),
        ("draft_docs: x/", {"x/a.md", "x/图.png", "templates/a.md"}),
        ("exclude_docs: [a.md]", {"templates/a.md"}),
        ("exclude_docs:", {"templates/a.md"}),
        ("- a", {"templates/a.md"}),
    ],
)
def test_what_the_settings_say_is_read_as_mkdocs_reads_it(settings, hidden):
    paths = ["a.md", "b.md", "x/a.md", "x/图.png", "templates/a.md"]
    assert excluded_pages(f"{settings}\n", paths) == hidden

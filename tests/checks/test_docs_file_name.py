"""Names of files under docs/ work on every system and stay apart in the site."""

import pytest

from generator.base.project import Project
from generator.build import check


@pytest.fixture
def look(today):
    def run(*paths):
        pages = {f"docs/{path}": b"# a\n" for path in paths if path.endswith(".md")}
        assets = frozenset(path for path in paths if not path.endswith(".md"))
        project = Project(pages, assets, b"site_name: a\n")
        return [(one.path, one.code) for one in check(project, today).findings]

    return run


@pytest.mark.parametrize(
    "path", ["说明.md", "a b/图 1（初稿）.png", "README.md", "x/con-1.md", "a_b.c-d.zip"]
)
def test_names_that_work_everywhere(look, path):
    assert look(path) == []


@pytest.mark.parametrize(
    "path",
    [
        "con.md",
        "x/AUX.png",
        "nul.tar.gz",
        "a?.png",
        "a:b.md",
        'a"b.md',
        "<img src=x onerror=alert(1)>.md",
        "a\nb.md",
        "a\u200bb.md",
        "a\u202eb.md",
        "a#b.md",
        "a%20b.md",
        " a.md",
        "x /a.md",
        "a./b.md",
        "长" * 61 + ".md",
    ],
)
def test_names_that_do_not(look, path):
    assert look(path) == [(f"docs/{path}", "C321")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("A.md", "a.md"),
        ("Guide/x.png", "guide/x.png"),
        ("a.html", "a.md"),
        ("README.md", "index.md"),
        ("cafe\u0301.md", "caf\u00e9.md"),
    ],
)
def test_names_that_become_one(look, one, two):
    assert look(one, two) == [(f"docs/{max(one, two)}", "C322")]


def test_the_folder_of_the_generator_is_nobody_elses(look):
    assert look("Library/a.md") == [("docs/Library/a.md", "C322")]


def test_a_folder_that_mkdocs_leaves_out_is_named(look):
    assert look("templates/a.md") == [("docs/templates/a.md", "C321")]

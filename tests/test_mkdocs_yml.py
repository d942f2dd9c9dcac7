"""The settings of the site: those of this repository and of a new project are the same.

After a change to mkdocs.yml or docs/guide/ here, GOLDEN=write carries it over to new projects.
"""

import re
from pathlib import Path

import pytest

from generator.addresses import FACETS
from generator.base.document import read_document
from generator.base.node import plain_value
from generator.cli._starter import FOLDER, TEMPLATE, configuration
from generator.records import all_kinds
from generator.web import BUNDLES

GIVEN = {
    "site_name": "site_name",
    "introduction": "首页导语",
    "contact_unit": "单位",
    "contact_note": "说明",
    "reveal_key": "揭示密钥",
}
"""What a project may have of its own: the name in the template, the key in mkdocs.yml."""


@pytest.fixture(scope="module")
def text(root) -> str:
    return (root / "mkdocs.yml").read_text("utf-8")


@pytest.fixture(scope="module")
def settings(text):
    node, findings = read_document(text, "mkdocs.yml", tags=True)
    assert findings == []
    return plain_value(node)


def own_values(text: str) -> dict[str, str]:
    found = {
        name: re.findall(rf"^ *{key}: (.*)$", text, re.MULTILINE) for name, key in GIVEN.items()
    }
    assert all(len(values) == 1 for values in found.values()), found
    return {name: values[0] for name, values in found.items()}


def test_a_new_project_has_the_settings_of_this_one(text, golden):
    values = own_values(text)
    template = text
    for name, key in GIVEN.items():
        template = re.sub(rf"(?m)^( *{key}: ).*$", rf"\1{{{{ {name} }}}}", template)
    golden(FOLDER / TEMPLATE, template)
    assert configuration((FOLDER / TEMPLATE).read_text("utf-8"), **values) == text


def test_a_new_project_has_the_guide_of_this_one(root, golden):
    guides = sorted((root / "docs/guide").glob("*.md"))
    for path in guides:
        golden(FOLDER / "docs/guide" / path.name, path.read_text("utf-8"))
    assert [path.name for path in sorted((FOLDER / "docs/guide").iterdir())] == [
        path.name for path in guides
    ]


def test_opens_by_a_double_click(settings):
    assert settings["use_directory_urls"] == "false"
    assert settings["extra"]["polyfills"] == ["library/assets/anjian-start.js"]


def test_fetches_nothing(text, settings, root):
    assert settings["theme"]["font"] == "false"
    assert settings["extra"]["generator"] == "false"
    assert "site_url" not in settings
    assert "repo_url" not in settings
    assert re.findall(r"https?://|//\w", text) == []
    shipped = {path.name for path in (root / "generator/web").rglob("*.*")} | {*BUNDLES}
    files = [*settings["extra_css"], *settings["extra_javascript"], *settings["extra"]["polyfills"]]
    assert [name for name in files if not name.startswith("library/assets/")] == []
    assert [name for name in files if Path(name).name not in shipped] == []


def test_has_no_plugin_or_extension_but_these(settings):
    """`search` is of no use from a disk; `social` fetches; `attr_list` gives authors attributes."""
    plugins = [name if isinstance(name, str) else next(iter(name)) for name in settings["plugins"]]
    assert plugins == ["anjian"]
    extensions = [
        name if isinstance(name, str) else next(iter(name))
        for name in settings["markdown_extensions"]
    ]
    assert extensions == ["tables", "md_in_html", "toc", "generator.base.safe_html"]


def test_allows_no_outside_host(settings):
    assert "允许链接的网站" not in settings["extra"]["anjian"]
    safe = [one for one in settings["markdown_extensions"] if "safe_html" in str(one)]
    assert safe == ["generator.base.safe_html"]


def test_stops_at_a_broken_link(settings):
    assert settings["strict"] == "true"
    assert set(settings["validation"]["links"].values()) == {"warn"}


def test_navigation_lists_index_pages_only(settings):
    def pages(node):
        if isinstance(node, str):
            return [node]
        inner = node.values() if isinstance(node, dict) else node
        return [page for one in inner for page in pages(one)]

    lists = {f"library/{kind}/index.md" for kind in all_kinds()}
    lists |= {f"library/by-{facet}/index.md" for facet in FACETS}
    others = {"index.md", "library/matrix.md", "library/rules.md", "library/about.md"}
    others |= {
        *("library/objectives.md", "library/training.md", "library/calendar/index.md"),
        *("library/work.md", "library/dashboard.md", "library/measures/index.md"),
        *("library/assessment/index.md", "library/post/index.md"),
        "library/citations.md",
        "library/review.md",
        "library/search.md",
    }
    found = pages(settings["nav"])
    assert {page for page in found if not page.startswith("guide/")} == lists | others
    assert len(found) == len(set(found)) < 60

"""Pages that people write: what is said of their settings, links, size and HTML, and where."""

import pytest

CASE = {"cases/a-1.yaml": "标题: 甲\n范围: 公开\n"}
FILES = {**CASE, "docs/guide/b.md": "# 乙\n", "docs/README.md": "# 丙\n"}
HOSTS = "site_name: 甲\nextra:\n  anjian:\n    允许链接的网站: [www.example.cn]\n"


@pytest.fixture
def look(checked):
    def run(text, configuration=HOSTS, path="docs/guide/a.md"):
        found = checked({**FILES, path: text}, configuration).findings
        return [(one.code, *one.place) for one in found if one.path == path]

    return run


@pytest.mark.parametrize(
    "text",
    [
        "# 甲\n\n[乙](b.md)、[乙](./b.md#a)、[丙](../README.md)、[上](#a)\n",
        "[案](case/a-1)、[邮](mailto:a@example.cn)、[电](tel:010)、[外](https://www.example.cn/x)\n",
        "[生成的](../library/case/index.md)、[生成的](../library/matrix.md)\n",
        "[生成的](../library/case/a-1.md)\n",
        "---\ntitle: 甲\ndescription: 乙\nhide: [toc, navigation]\n---\n\n甲\n",
        "```html\n<script>[x](javascript:y)</script>\n```\n\n`<script>`\n",
        '<div class="a">甲</div>\n\n- a < b\n',
        "",
    ],
)
def test_what_is_fine(look, text):
    assert look(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("---\ntitle: a: b\n---\n甲\n", [("R004", 2, 9)]),
        ("---\ntitle: 甲\n", [("C311", 1, 1)]),
        ("---\ntitle: [甲]\n---\n", [("C311", 2, 1)]),
        ("---\nhide: [all]\n---\n", [("C311", 2, 1)]),
        ("---\ninternal: true\n---\n", [("C312", 2, 1)]),
        ("---\n范围: 内部\n---\n", [("C312", 2, 1)]),
        ("---\nsearch:\n  exclude: true\n---\n", [("C312", 2, 1)]),
        ("---\ntitel: 甲\n---\n", [("C312", 2, 1)]),
        ("甲\n\n" + "[" * 20_000, [("C313", 3, 201)]),
        ("甲\n\n[乙](c.md)\n", [("C314", 3, 5)]),
        ("---\ntitle: 甲\n---\n\n[乙](c.md)\n", [("C314", 5, 5)]),
        ("[乙](B.md)\n", [("C314", 1, 5)]),
        ("[乙](b.html)\n", [("C314", 1, 5)]),
        ("[乙](/guide/b.md)\n", [("C314", 1, 5)]),
        ("[乙](../../mkdocs.yml)\n", [("C314", 1, 5)]),
        ("![乙](x.png)\n", [("C314", 1, 6)]),
        ("[乙](case/a-2)\n", [("C314", 1, 5)]),
        ("[乙](../library/case/a-2.md)\n", [("C314", 1, 5)]),
        ("[乙](javascript:x)\n", [("C314", 1, 5)]),
        ("[乙](JAVA&#115;CRIPT:x)\n", [("C314", 1, 5)]),
        ("[乙](https://evil.example/)\n", [("C314", 1, 5)]),
        ("![乙](https://www.example.cn/x.png)\n", [("C314", 1, 6)]),
        ("[乙][1]\n\n[1]: https://evil.example/\n", [("C314", 3, 6)]),
        ("<https://evil.example/>\n", [("C314", 1, 2)]),
        ('<a href="//evil.example">乙</a>\n', [("C314", 1, 10)]),
        ("<script>x</script>\n", [("C315", 1, 1)]),
        ("甲 <IMG class='a' onError=x>\n", [("C315", 1, 3)]),
        ('<p style="x">甲</p>\n', [("C315", 1, 1)]),
        ("<iframe></iframe>\n", [("C315", 1, 1)]),
    ],
)
def test_one_mistake(look, text, found):
    assert look(text) == found


def test_nothing_of_front_matter_protects_and_the_warning_says_so(checked):
    found = checked({**FILES, "docs/a.md": "---\ndraft: true\n---\n甲\n"}).findings
    (warning,) = [one for one in found if one.path == "docs/a.md"]
    assert "不能让这一页不公开" in warning.message
    assert warning.level.label == "警告"


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("b.html", "b.md"),
        ("B.md", "b.md"),
        ("../guide/b", "b.md"),
        ("case/a-2", "case/a-1"),
        ("../library/case/a-1.html", "case/a-1"),
    ],
)
def test_the_hint_knows_better(checked, target, hint):
    found = checked({**FILES, "docs/guide/a.md": f"[乙]({target})\n"}).findings
    (finding,) = [one for one in found if one.code == "C314"]
    assert f"「{hint}」" in finding.hint


def test_a_page_that_only_says_that_it_is_generated_is_looked_at_all_the_same(look):
    text = "---\ngenerated-by: anjian\n---\n\n<script>x</script>\n"
    assert look(text) == [("C315", 5, 1)]

"""What holds for every page of every kind, also for one that is added tomorrow."""

import json
import posixpath
import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.base.decoding import HIDDEN as UNREADABLE
from generator.base.markdown import plain
from generator.records import all_kinds

KINDS = all_kinds()
OTHERS = {
    "cases/other.yaml": "标题: 另一案\n范围: 公开\n",
    "materials/lessons/other.yaml": "标题: 另一课\n范围: 公开\n",
    "ledgers/units/other.yaml": "- {编号: other-unit, 名称: 另一组, 范围: 公开}\n",
    "materials/questions/other.yaml": (
        "- {编号: other, 题型: 判断, 题干: 另一题, 答案: 对, 范围: 公开}\n"
    ),
    "materials/scenarios/other.yaml": (
        "标题: 另一情景\n角色: 你\n范围: 公开\n卡片: [{编号: '1', 情景: 完了, 结局: 守住}]\n"
    ),
    "materials/lecturers/other.yaml": "- {编号: other, 姓名: 某老师, 范围: 公开}\n",
    "ledgers/rectifications/other.yaml": (
        "- {编号: other, 问题: 另一问题, 单位: other-unit, 发现时间: 2020-01, 范围: 公开}\n"
    ),
}
CONFIGURATION = "site_name: 库\nextra:\n  anjian:\n    教学: {揭示密钥: shiyan-miyao-0001}\n"
INTERNAL = {"talent"}
"""Kinds that no edition but the internal one holds."""
HIDDEN = {"撤下原因", "曾用编号", "原标题", "导入自", "附件"}
"""Fields that are for editors: why a record was withdrawn, where it stood or came from; the
headings of a case replace others and have a test of their own."""


@pytest.fixture
def full(fill):
    """One record of a kind with every field filled, ready to be checked."""

    def make(name: str, word: str) -> tuple[str, dict]:
        kind = KINDS[name]
        values = fill(kind, word)
        values |= {"编号": "full", "状态": "已发布", "复核日期": "2030"}
        values["范围"] = "内部" if name in INTERNAL else "公开"
        values["曾用编号"] = ["former"]
        for label in ("豁免", "审核", "替代记录"):
            values.pop(label, None)
        for label in ("领域", "岗位"):
            if label in values:
                one = "教育" if label == "领域" else "出纳"
                values[label] = [one] if isinstance(values[label], list) else one
        if "行为期间" in values:
            values["行为期间"] = {"自": "2019-01", "至": "2019-06"}
        for version in values.get("版本", []):
            version["编号"] = "2018"
            version["条文"][0]["条"] = "第一条"
            version["对应上一版"] = {}
        for loophole in values.get("漏洞", []):
            if isinstance(loophole, dict):
                loophole["编号"] = "L1"
        values.pop("不相似", None)
        if "月份" in values:
            values["月份"] = "2020-03"
        if name == "talent":
            values["范围"] = "内部"
        _playable(values, word)
        return f"{kind.folder}/full.yaml", values

    return make


def _playable(values, word) -> None:
    """A question that has what its type needs; a scenario that can be played to an end."""
    if "题型" in values:
        values |= {"题型": "连线", "答案": "BA", "解析公开": "是"}
        values["选项"] = [f"{word}901", f"{word}902"]
        values["右栏"] = [f"{word}903", f"{word}904"]
    for card in values.get("卡片", []):
        card["编号"] = "1"
        card.pop("结局")
        for choice in card["选择"]:
            choice["转到"] = "2"
    if "卡片" in values:
        values["卡片"].append({"编号": "2", "情景": f"{word}905", "结局": "失守"})
    for one in values.get("揭示", []):
        one["公布"] = "是"


def _edition(name) -> str:
    return "internal" if name in INTERNAL else "lecturer"


def _yaml(values) -> str:
    return json.dumps(values, ensure_ascii=False, indent=1)


def _leaves(value, labels=()):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*labels, key))
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, labels)
    else:
        yield labels, str(value)


@pytest.mark.parametrize("name", KINDS)
def test_every_field_of_a_record_is_shown(name, full, site, see):
    path, values = full(name, "独一无二")
    made = site(OTHERS | {path: _yaml(values)}, _edition(name), CONFIGURATION)
    own_pages = f"library/{name}/full" if KINDS[name].paged else f"library/{name}/"
    folders = (own_pages, "library/reveal/")
    own = [page for page in made if page.startswith(folders) and page.endswith(".md")]
    text = "".join(see(made[page]).text + made[page].decode() for page in own)

    missing = [
        "/".join(labels)
        for labels, value in _leaves(values)
        if value.startswith("独一无二")
        and not re.search(rf"{value}(?!\d)", text)
        and not HIDDEN.intersection(labels)
    ]
    assert not missing


@pytest.mark.parametrize("edition", ["public", "lecturer"])
def test_every_link_leads_to_a_page_that_is_there(full, site, see, edition):
    files = dict(OTHERS)
    for name in KINDS:
        path, values = full(name, "甲")
        files[path] = _yaml([values] if KINDS[name].rows else values)
    parts = "见[漏洞](case/full#L1)、[版本](regulation/full#2018)和[课](lesson/full)。"
    files["cases/linking.yaml"] = f"标题: 甲\n范围: 公开\n要点: {parts}\n相关案例: ['full#L1']\n"
    made = site(files, edition, CONFIGURATION)
    pages = {page: see(made[page]) for page in made if page.endswith(".md")}
    ids = {page.removesuffix(".md") + ".html": set(seen.ids) for page, seen in pages.items()}

    for page, seen in pages.items():
        assert len(set(seen.ids)) == len(seen.ids), f"{page} has an id twice"
        for address in seen.addresses:
            path, _, anchor = address.replace(".md", ".html").partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
            target = target if path else page.removesuffix(".md") + ".html"
            assert target in ids or target in made, f"{page}: {address}"
            assert not anchor or anchor in ids[target], f"{page}: {address}"


PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "</title><script>alert(1)</script>",
    "{{ 7*7 }}{% raw %}",
    "[x](javascript:alert%281%29)",
    "![x](data:image/svg+xml,x)",
    "</p></div></section>甲<div markdown=1>",
    "{: onclick=alert(1) }",
    "<!-- 甲 -->",
    "&lt;script&gt;",
    "*[甲]: <b>",
]


@pytest.mark.parametrize("edition", ["lecturer", "internal"])
@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_an_author_writes_becomes_part_of_the_page(payload, edition, full, see, checked):
    records = [(KINDS[name], *full(name, "甲")) for name in KINDS]

    def put(value, more):
        if isinstance(value, dict):
            return {key: put(inner, more) for key, inner in value.items()}
        if isinstance(value, list):
            return [put(inner, more) for inner in value]
        return value + more if re.fullmatch(r"甲\d+", str(value)) else value

    def made(more):
        files = {
            path: _yaml([put(values, more)] if kind.rows else put(values, more))
            for kind, path, values in records
        }
        return _generated(checked, files, edition)

    # A long value may be laid out otherwise than a short one: both are of one length.
    calm, loud = made("乙" * len(payload)), made(payload)

    shown = [page for page in calm if page.endswith(".md") and page in loud]
    for kind, path, _ in records:
        held = kind.kind not in INTERNAL or edition == "internal"
        own = f"library/{kind.kind}/full.md" if kind.paged else f"library/{kind.kind}/"
        assert not held or any(page.startswith(own) for page in shown), path
    for page in shown:
        quiet, noisy = see(calm[page]), see(loud[page])
        assert noisy.tags == quiet.tags, page
        assert noisy.attributes == quiet.attributes, page
        assert not [a for a in noisy.addresses if ":" in a], page


def _generated(checked, files, edition):
    from generator.build import Checked, generate

    done = checked(OTHERS | files, CONFIGURATION)
    allowed = {"C301", "C303"}
    assert {one.code for one in done.findings if one.level == 3} <= allowed
    return generate(Checked(done.library, ()), edition).files


_SIGNS = [
    "- ",
    "1. ",
    "> ",
    "# ",
    "| ",
    "|---|",
    "**",
    "*",
    "`",
    "```",
    "<b>",
    "</div>",
    "{{",
    "&amp;",
    "\n",
    "\n\n",
    "    ",
    "---",
    "[a](b)",
]
_READABLE = st.characters(exclude_categories=["Cs", "Cc"]).filter(
    lambda one: not UNREADABLE.search(one)
)
PROSE = st.lists(st.one_of(st.sampled_from(_SIGNS), _READABLE), min_size=1, max_size=25).map(
    "".join
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=PROSE.filter(lambda text: text.strip()))
@example(text="- 甲\n    - 乙\n\n        丙")
@example(text="</dd></dl>甲")
@example(text="|甲|\n|-|\n|乙|")
@example(text="# 甲\n## 乙")
def test_the_case_page_loses_nothing_and_keeps_its_shape(text, checked, see):
    from generator.build import Checked, generate

    start, end = "始始始", "终终终"
    values = {
        "标题": "案",
        "范围": "公开",
        "要点": f"{start}\n{text}\n{end}",
        "成因剖析": [{"类别": "制度", "说明": f"{start}\n{text}\n{end}"}],
        "处理结果": {"党纪处分": "警告", "说明": f"{start}\n{text}\n{end}"},
        "漏洞": [{"编号": "L1", "类型": "型", "说明": f"{start}\n{text}\n{end}", "措施": ["施"]}],
        "讨论题": [{"题目": "题", "参考": f"{start}\n{text}\n{end}"}],
        "来源": {"单位": "末尾"},
    }
    library = checked({"cases/a.yaml": _yaml(values)}).library
    seen = see(generate(Checked(library, ()), "lecturer").files["library/case/a.md"])

    parts = re.findall(f"{start}(.*?){end}", seen.text, re.DOTALL)
    assert len(parts) == 5
    assert len({_visible(part) for part in parts}) == 1
    assert "".join(sorted(_visible(re.sub(r"!?\[a\]\(b\)", "a", text)))) == "".join(
        sorted(_visible(parts[0]))
    )
    assert seen.tags.count("section") == 2
    assert seen.tags.count("dl") == 2
    assert seen.tags.count("details") == 1
    assert "末尾" in seen.text


def _visible(text: str) -> str:
    return "".join(sign for sign in text if not sign.isspace() and sign not in "-*+>|#:")


def test_pages_lie_where_they_belong_and_carry_their_title(site, full):
    path, values = full("case", "甲")
    made = site(OTHERS | {path: _yaml(values)}, "lecturer")

    for name, content in made.items():
        assert name == "index.md" or name.startswith("library/")
        if name.endswith(".md"):
            assert content.decode().startswith('---\ntitle: "')
            assert plain("甲") == "甲"


def test_no_two_pages_differ_by_case_alone(site, full):
    path, values = full("case", "甲")
    values["关键词"] = ["ABC", "abc"]
    values["行为类型"] = ["Index", "index"]
    values["漏洞"].append(values["漏洞"][0] | {"编号": "L2", "类型": "con"})
    values["漏洞"].append(values["漏洞"][0] | {"编号": "L3", "类型": "Abc"})
    values["漏洞"].append(values["漏洞"][0] | {"编号": "L4", "类型": "aBC"})
    made = site(OTHERS | {path: _yaml(values)})

    assert len({name.lower() for name in made}) == len(made)
    for name in made:
        stem = name.rpartition("/")[2].partition(".")[0].lower()
        assert stem not in ("con", "aux", "nul", "prn")

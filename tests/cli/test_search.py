"""`anjian search`: answers in sentences and in JSON, facets and their mistakes, many queries."""

import json
import shutil

import pytest

from tests.signing import sign_project

CASE = """
标题: 采购中的串标
范围: 公开
领域: 教育
处理时间: 2022-05
关键词: [串标]
基本案情: 采购合同由审计机关查明。
"""
OTHER = "标题: 另一件\n范围: 公开\n领域: 医疗卫生\n基本案情: 只有合同。\n"


@pytest.fixture(scope="module")
def library(fresh_library, anjian, tmp_path_factory):
    """A project with two cases of its own and its index."""
    folder = shutil.copytree(fresh_library, tmp_path_factory.mktemp("找") / "库")
    (folder / "cases" / "one.yaml").write_text(CASE, "utf-8")
    (folder / "cases" / "two.yaml").write_text(OTHER, "utf-8")
    sign_project(folder)
    outcome = anjian("generate", "--root", folder)
    assert outcome.code == 0, outcome.err
    return folder


@pytest.fixture
def find(anjian, library):
    """Search the project."""
    return lambda *arguments: anjian("search", *arguments, "--root", library)


def test_it_says_how_many_pages_hold_it_and_shows_where(find):
    outcome = find("采购合同")
    assert (outcome.code, outcome.err) == (0, "")
    assert "完整包含的页面：1 个" in outcome.out
    assert "  采购中的串标（案例 · " in outcome.out
    assert "    library/case/one.html#" in outcome.out
    assert "【采购合同】由审计机关查明。" in outcome.out
    strict, _, loose = outcome.out.partition("只包含部分文字的页面：")
    assert "另一件" in loose
    assert "另一件" not in strict


def test_it_says_so_where_nothing_holds_it_and_what_may_have_been_meant(find):
    outcome = find("审记机关")
    assert outcome.code == 0
    assert "没有页面完整包含这些文字。" in outcome.out
    assert "是不是要找：审计机关" in outcome.out


def test_signs_alone_are_one_sentence(find):
    outcome = find("《》。")
    assert (outcome.code, outcome.out) == (0, "请输入文字、字母或数字；标点和符号查不到。\n")


def test_other_programs_read_json(find):
    made = json.loads(find("采购合同", "--json").out)
    assert made["query"] == "采购合同"
    assert made["state"] == "ok"
    assert made["strict"] == {"count": 1, "exact": True}
    assert made["broken_files"] == 0
    hit, *others = made["hits"]
    assert (hit["path"], hit["tier"], hit["kind"]) == ("library/case/one.html", "strict", "案例")
    assert hit["record"] == "case/one"
    assert "采购合同由审计机关查明。" in [one["text"] for one in hit["sections"]]
    assert {one["tier"] for one in others} <= {"loose"}


def test_the_limit_is_kept(find):
    assert len(json.loads(find("合同", "--json", "--limit", 1).out)["hits"]) == 1
    assert find("合同", "--limit", 0).code == 2


@pytest.mark.parametrize("facet", ["领域=教育", "领域＝教育", " 领域 = 教育 "])
def test_a_facet_keeps_to_its_pages(find, facet):
    made = json.loads(find("合同", "--json", "--facet", facet).out)
    paths = [hit["path"] for hit in made["hits"]]
    assert "library/case/one.html" in paths
    assert "library/case/two.html" not in paths


def test_facets_combine_and_need_no_text(find):
    one = json.loads(find("--json", "--facet", "领域=教育", "--facet", "关键词=串标").out)
    assert [hit["path"] for hit in one["hits"]] == ["library/case/one.html"]
    both = json.loads(
        find("合同", "--json", "--facet", "领域=教育", "--facet", "领域=医疗卫生").out
    )
    assert {f"library/case/{name}.html" for name in ("one", "two")} <= {
        hit["path"] for hit in both["hits"]
    }


@pytest.mark.parametrize(
    ("facet", "said"),
    [
        ("领域", "「领域」要写成 项=值"),
        ("领域=", "要写成 项=值"),
        ("=教育", "要写成 项=值"),
        ("颜色=红", "没有「颜色」这一项，可用：种类、领域"),
        ("领域=航天", "「领域」里没有「航天」，有："),
    ],
)
def test_a_wrong_facet_is_one_sentence_that_helps(find, facet, said):
    outcome = find("合同", "--facet", facet)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


def test_every_line_of_a_file_of_queries_gives_one_line(find, tmp_path):
    queries = [
        "采购合同",
        "",
        "《》",
        "完全没有的字眼囧",
        "采购\u2028合同",
        "甲\x85乙",
        "<img>",
        "串标",
    ]
    path = tmp_path / "queries.txt"
    path.write_text("".join(f"{one}\n" for one in queries), "utf-8", newline="\n")
    outcome = find("--queries", path)
    assert outcome.code == 0
    lines = [json.loads(line) for line in outcome.out.splitlines()]
    assert len(lines) == len(queries)
    assert lines[0] == ["library/case/one.html"], "no page that holds pieces only"
    assert "library/case/one.html" in lines[4]
    assert lines[1] == lines[2] == []
    assert "library/case/one.html" in lines[-1]


def test_a_file_of_queries_may_come_from_a_windows_editor(find, tmp_path):
    path = tmp_path / "queries.txt"
    path.write_bytes("\ufeff采购合同\r\n串标".encode())
    first, second = map(json.loads, find("--queries", path).out.splitlines())
    assert first == ["library/case/one.html"]
    assert "library/case/one.html" in second


def test_queries_that_only_hold_pieces_are_answered_with_these(find, tmp_path):
    path = tmp_path / "queries.txt"
    path.write_text("采购合同没有这句", "utf-8")
    (line,) = find("--queries", path).out.splitlines()
    assert "library/case/one.html" in json.loads(line)


def test_a_file_that_cannot_be_read_is_one_sentence(find, tmp_path):
    outcome = find("--queries", tmp_path / "没有.txt")
    assert (outcome.code, outcome.out) == (2, "")
    assert "没有.txt" in outcome.err
    path = tmp_path / "gbk.txt"
    path.write_bytes("审计".encode("gbk"))
    outcome = find("--queries", path)
    assert (outcome.code, outcome.out) == (2, "")
    assert "不是 UTF-8 编码" in outcome.err


def test_nothing_to_look_for_is_one_sentence(find, tmp_path):
    path = tmp_path / "queries.txt"
    path.write_text("审计", "utf-8")
    for arguments in ([], ["审计", "--queries", path]):
        outcome = find(*arguments)
        assert (outcome.code, outcome.out) == (2, "")
        assert "写要找的文字" in outcome.err


def test_no_index_is_one_sentence(anjian, own_library):
    shutil.rmtree(own_library / "docs" / "search", ignore_errors=True)
    outcome = anjian("search", "审计", "--root", own_library)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "没有搜索索引；先用 anjian generate 或 anjian build 生成。\n"


def test_an_index_that_is_cut_off_is_told(anjian, library, tmp_path):
    folder = shutil.copytree(library, tmp_path / "库")
    (search,) = [path.parent for path in folder.rglob("root.js")]
    for path in search.glob("*.js"):
        if path.name != "root.js":
            path.write_bytes(path.read_bytes()[:-5])
    outcome = anjian("search", "采购", "--root", folder)
    assert outcome.code == 0
    assert "个索引文件读不出来，结果可能不全；请重新生成。" in outcome.out
    (search / "root.js").write_bytes(b"anjianIndex(")
    outcome = anjian("search", "采购", "--root", folder)
    assert (outcome.code, outcome.err) == (2, "搜索索引读不懂；请重新生成。\n")


@pytest.mark.parametrize("typed", ["\ud800", "审" * 10_000, "__proto__", "<img onerror>", "(.*)*"])
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_bad_input_is_answered(find, typed, form):
    outcome = find(typed, *form)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.strip()

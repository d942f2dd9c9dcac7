"""`anjian export search`: two files for OpenSearch, of one edition and no other."""

import json

import pytest

from tests.signing import sign_project

PUBLIC = "标题: 公开的案\n范围: 公开\n基本案情: 采购合同。\n"
INTERNAL = "标题: 内部的案\n范围: 内部\n基本案情: 机密的话。\n"


@pytest.fixture
def library(own_library):
    (own_library / "cases" / "one.yaml").write_text(PUBLIC, "utf-8")
    (own_library / "cases" / "two.yaml").write_text(INTERNAL, "utf-8")
    sign_project(own_library)
    return own_library


def sources(folder) -> dict[str, dict]:
    """The documents by id."""
    lines = (folder / "search-bulk.ndjson").read_text("utf-8").split("\n")
    assert lines.pop() == "", "the last line ends too"
    values = [json.loads(line) for line in lines]
    return {
        action["index"]["_id"]: source
        for action, source in zip(values[::2], values[1::2], strict=True)
    }


def test_it_writes_the_mapping_and_the_documents_and_says_so(anjian, library, tmp_path):
    out = tmp_path / "新的" / "文件夹"
    outcome = anjian("export", "search", "--root", library, "--out", out)
    assert outcome.code == 0, outcome.err
    assert sorted(path.name for path in out.iterdir()) == [
        "search-bulk.ndjson",
        "search-mapping.json",
    ]
    fields = json.loads((out / "search-mapping.json").read_text("utf-8"))["mappings"]["properties"]
    made = sources(out)
    assert all(one.keys() <= fields.keys() for one in made.values())
    assert "采购合同。" in made["library/case/one.html"]["text"]
    size = (out / "search-bulk.ndjson").stat().st_size
    assert f"search-bulk.ndjson（{size} 字节）" in outcome.out
    assert f"共 {len(made)} 个页面。" in outcome.out


@pytest.mark.parametrize(("edition", "held"), [("public", False), ("internal", True)])
def test_only_what_the_edition_shows_is_exported(anjian, library, tmp_path, edition, held):
    arguments = ("--root", library, "--edition", edition, "--out", tmp_path)
    outcome = anjian("export", "search", *arguments)
    assert outcome.code == 0, outcome.err
    assert ("library/case/two.html" in sources(tmp_path)) is held
    assert ("机密的话" in (tmp_path / "search-bulk.ndjson").read_text("utf-8")) is held


def test_exporting_again_gives_the_same_bytes(anjian, library, tmp_path):
    for name in ("a", "b"):
        arguments = ("--root", library, "--today", "2026-01-01", "-o", tmp_path / name)
        assert anjian("export", "search", *arguments).code == 0
    for name in ("search-bulk.ndjson", "search-mapping.json"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_an_unknown_format_is_one_sentence(anjian, library, tmp_path):
    arguments = ("--root", library, "--format", "solr", "--out", tmp_path / "out")
    outcome = anjian("export", "search", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "没有「solr」这种格式，可用：opensearch。\n"
    assert not (tmp_path / "out").exists()


def test_a_library_with_errors_is_not_exported(anjian, library, tmp_path):
    (library / "cases" / "bad.yaml").write_text("没有这一项: 甲\n", "utf-8")
    outcome = anjian("export", "search", "--root", library, "--out", tmp_path / "out")
    assert outcome.code == 1
    assert "有错误，没有导出。" in outcome.err
    assert "bad.yaml" in outcome.out
    assert not (tmp_path / "out").exists()

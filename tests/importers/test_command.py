"""`anjian import` on disk: what is written, what is printed, how it ends."""

from __future__ import annotations

import json

import pytest

from generator.cli import application
from generator.cli._program import run
from tests.importers.lesson_plans import SHAPES, saved

CASE = "# {}\n\n## 基本案情\n\n{}\n"


@pytest.fixture
def anjian(tmp_path, capsys, monkeypatch):
    """Run the program in a project folder of its own; return exit code, output and errors."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        code = run(application(), ["import", *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_folder_is_imported_and_importing_again_changes_nothing(anjian, tmp_path):
    source = tmp_path / "来源"
    (source / "子").mkdir(parents=True)
    (source / "a.md").write_text(CASE.format("甲案", "文。"), encoding="utf-8")
    (source / "子" / "b.txt").write_text("乙案\n【基本案情】\n文。\n", encoding="utf-8")
    (source / "~$a.docx").write_bytes(b"x")
    (source / ".hidden.md").write_bytes(b"x")
    (source / "图.png").write_bytes(b"x")
    code, out, _ = anjian("case", source, "--into", "cases/导入", "--audience", "公开")
    assert code == 0
    files = tree(tmp_path / "cases")
    assert set(files) == {"导入/甲案.yaml", "导入/乙案.yaml"}
    assert "范围: 公开" in files["导入/甲案.yaml"].decode()
    for word in ("空着的项", "甲案", "2 条写入", "丢失 0 字"):
        assert word in out
    edited = "领域: 教育\n" + files["导入/甲案.yaml"].decode()
    (tmp_path / "cases" / "导入" / "甲案.yaml").write_text(edited, encoding="utf-8")
    before = tree(tmp_path / "cases")
    code, out, _ = anjian("case", source, "--into", "cases/导入")
    assert (code, tree(tmp_path / "cases")) == (0, before)
    assert "2 条未改动" in out


def test_without_into_records_go_to_their_folder(anjian, tmp_path):
    (tmp_path / "r.md").write_text("# 某条例2018\n\n第一条 甲。\n", encoding="utf-8")
    assert anjian("regulation", "r.md")[0] == 0
    assert set(tree(tmp_path / "policies")) == {"regulations/某条例.yaml"}


def test_root_and_absolute_into(anjian, tmp_path):
    (tmp_path / "a.md").write_text(CASE.format("甲案", "文。"), encoding="utf-8")
    (tmp_path / "项目").mkdir()
    assert anjian("case", "a.md", "--root", "项目", "--into", "cases")[0] == 0
    assert (tmp_path / "项目" / "cases" / "甲案.yaml").is_file()
    assert anjian("case", "a.md", "--into", tmp_path / "别处")[0] == 0
    assert (tmp_path / "别处" / "甲案.yaml").is_file()


def test_a_refused_file_ends_with_one_and_the_rest_is_written(anjian, tmp_path):
    (tmp_path / "a.md").write_text(CASE.format("甲案", "文。"), encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "c.md").write_text(CASE.format("甲案", "另一篇。"), encoding="utf-8")
    code, out, _ = anjian("case", "a.md", "b.pdf", "c.md", "--report", "报告/r.json")
    assert code == 1
    assert set(tree(tmp_path / "cases")) == {"甲案.yaml"}
    assert "b.pdf:1:1: 错误 I101" in out
    assert "提示：" in out
    assert "与 a.md 落到同一个编号" in out
    report = json.loads((tmp_path / "报告" / "r.json").read_text(encoding="utf-8"))
    assert [one["file"] for one in report["files"]] == ["a.md", "b.pdf", "c.md"]
    counts = report["files"][0]["counts"]
    assert (counts["lost"], counts["extra"]) == ("", "")
    assert counts["characters_in"] == counts["characters_out"] + counts["marks"]
    assert report["files"][0]["records"][0]["sections"] == ["基本案情"]
    assert "领域" in report["files"][0]["records"][0]["empty_fields"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("case", "没有.md"),
        ("case", "a.md", "--audience", "教员"),
        ("case", "空"),
        ("case", "a.md", "--root", "没有"),
        ("question", "a.md"),
        ("case",),
    ],
)
def test_what_cannot_run_ends_with_two(anjian, tmp_path, arguments):
    (tmp_path / "a.md").write_text(CASE.format("甲案", "文。"), encoding="utf-8")
    (tmp_path / "空").mkdir()
    code, _, err = anjian(*arguments)
    assert code == 2
    assert err.strip()
    assert "Traceback" not in err
    assert not (tmp_path / "cases").exists()


def test_many_files_show_only_those_that_need_a_look(anjian, tmp_path):
    (tmp_path / "来源").mkdir()
    for number in range(50):
        text = CASE.format(f"第{number}案", "文。") + (
            "\n## 怪标题\n\n文。\n" if number == 7 else ""
        )
        (tmp_path / "来源" / f"{number}.md").write_text(text, encoding="utf-8")
    code, out, _ = anjian("case", "来源")
    assert code == 0
    assert "怪标题" in out
    assert "第8案" not in out
    assert "50 条写入" in out


def test_what_is_written_passes_the_check(anjian, tmp_path, codes):
    (tmp_path / "a.md").write_text(CASE.format("甲案", "《某条例》第一条。"), encoding="utf-8")
    (tmp_path / "r.md").write_text(
        "# 某条例2018\n\n第一条 本条例自2018年3月1日起施行。\n", encoding="utf-8"
    )
    anjian("case", "a.md", "--into", "cases")
    anjian("regulation", "r.md")
    files = {
        f"{top}/{path}": raw
        for top in ("cases", "policies")
        for path, raw in tree(tmp_path / top).items()
    }
    assert [code for code in codes(files) if code.startswith("R")] == []


def test_a_lesson_plan_of_word_brings_its_pictures_once(anjian, tmp_path):
    (tmp_path / "a.docx").write_bytes(saved(SHAPES["with_pictures"]()))
    code, out, _ = anjian("lesson", "a.docx")
    assert code == 0
    lessons, docs = tree(tmp_path / "materials" / "lessons"), tree(tmp_path / "docs")
    assert set(lessons) == {"公章盖在哪里.yaml"}
    assert len(docs) == 2
    assert all(name.startswith("files/导入/图") for name in docs)
    assert all(name in lessons["公章盖在哪里.yaml"].decode() for name in docs)
    assert "a.docx" in out
    assert "丢失 0 字" in out
    assert "属性已删去" in out
    (covered, *_) = docs
    (tmp_path / "docs" / covered).write_bytes(b"a face was covered here")
    assert anjian("lesson", "a.docx")[0] == 0
    assert anjian("lesson", "a.docx", "--replace")[0] == 0
    (tmp_path / "materials" / "lessons" / "公章盖在哪里.yaml").unlink()
    assert anjian("lesson", "a.docx")[0] == 0
    assert (tmp_path / "docs" / covered).read_bytes() == b"a face was covered here"


def test_a_word_file_of_300_megabytes_is_refused(anjian, tmp_path):
    with (tmp_path / "a.docx").open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(300 * 1024 * 1024)
    code, out, _ = anjian("lesson", "a.docx")
    assert code == 1
    assert "I103" in out
    assert "Traceback" not in out

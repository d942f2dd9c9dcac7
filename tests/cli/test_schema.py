"""`anjian schema`: what it prints and writes; what the schemas mean is in tests/test_schema.py."""

import json

import pytest

from generator.records import all_kinds


def test_prints_the_schema_of_one_kind(anjian, fresh_library):
    outcome = anjian("schema", "case", "--root", fresh_library)
    assert outcome.code == 0
    assert json.loads(outcome.out)["title"] == "案例"


def test_takes_chinese_names(anjian, fresh_library):
    english = anjian("schema", "lesson", "--root", fresh_library)
    assert anjian("schema", "教案", "--root", fresh_library) == english


def test_prints_every_kind_by_name(anjian, fresh_library):
    printed = json.loads(anjian("schema", "--root", fresh_library).out)
    assert list(printed) == list(all_kinds())
    assert printed["unit"] == json.loads(anjian("schema", "unit", "--root", fresh_library).out)


def test_writes_what_init_wrote(anjian, own_library):
    folder = own_library / ".vscode/schemas"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for path in folder.iterdir():
        path.unlink()
    assert anjian("schema", "--out", ".vscode/schemas", "--root", own_library).code == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_takes_the_lists_of_the_project(anjian, own_library):
    path = own_library / "mkdocs.yml"
    path.write_text(path.read_text("utf-8") + "    领域: [港口]\n", "utf-8")
    schema = json.loads(anjian("schema", "case", "--root", own_library).out)
    assert schema["properties"]["领域"]["enum"] == ["港口"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["schema", "csae"], "是不是「case」"),
        (["schema", "船舶"], "可用的种类：area（协作区）"),
    ],
)
def test_unknown_kind(anjian, fresh_library, arguments, said):
    outcome = anjian(*arguments, "--root", fresh_library)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


def test_mistakes_in_the_settings_give_no_schema(anjian, own_library):
    path = own_library / "mkdocs.yml"
    path.write_text(path.read_text("utf-8") + "    岗为: [出纳]\n", "utf-8")
    outcome = anjian("schema", "case", "--root", own_library)
    assert (outcome.code, outcome.out) == (2, "")
    assert "mkdocs.yml 有错误" in outcome.err


def test_folder_that_is_no_project(anjian, tmp_path):
    outcome = anjian("schema", "--root", tmp_path)
    assert outcome.code == 2
    assert "不是案鉴项目" in outcome.err

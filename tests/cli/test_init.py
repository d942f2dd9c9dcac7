"""A new project works at once, and nothing that is there already is touched."""

import json
import re
import subprocess
import sys

import pytest

from generator.records import all_kinds
from generator.settings import read_settings


def test_new_project_has_nothing_to_complain_about(anjian, fresh_library):
    outcome = anjian("--root", fresh_library, "check")
    assert (outcome.code, outcome.out.strip()) == (0, "没有发现问题。")


def test_new_project_builds_and_every_page_of_the_navigation_is_there(own_library):
    """Plain MkDocs, strict: a link that leads nowhere would stop it."""
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=own_library,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    nav = re.findall(r"(\S+)\.md$", (own_library / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert len(nav) > 10
    missing = [page for page in nav if not (own_library / "site" / f"{page}.html").is_file()]
    assert missing == []
    assert "文化馆活动奖品" in (own_library / "site/library/case/wl-2023-001.html").read_text(
        "utf-8"
    )


def test_says_what_to_run_next(anjian, tmp_path):
    outcome = anjian("init", tmp_path / "案例库")
    assert outcome.code == 0
    assert outcome.out.splitlines()[-2:] == [f'  cd "{tmp_path / "案例库"}"', "  anjian build"]


def test_every_command_in_the_readme_exists(anjian, fresh_library):
    readme = (fresh_library / "README.md").read_text("utf-8")
    named = set(re.findall(r"\banjian ([a-z]+)", readme))
    assert {"new", "check", "build", "serve", "import"} <= named
    unknown = {name for name in named if anjian(name, "--help").code != 0}
    assert unknown == set()


def test_examples_are_marked_fictional_and_public(fresh_library):
    for path in fresh_library.glob("*/**/*.yaml"):
        text = path.read_text("utf-8")
        assert "范围: 公开" in text, path
        assert "虚构: 是" in text or "归纳: 是" in text, path


def test_every_kind_has_its_folder_and_its_schema(fresh_library):
    settings = json.loads((fresh_library / ".vscode/settings.json").read_text("utf-8"))
    for name, kind in all_kinds().items():
        assert (fresh_library / kind.folder).is_dir()
        patterns = settings["yaml.schemas"][f"./.vscode/schemas/{name}.json"]
        assert patterns == [f"/{kind.folder}/**/*.yaml", f"/{kind.folder}/**/*.yml"]
        schema = json.loads((fresh_library / f".vscode/schemas/{name}.json").read_text("utf-8"))
        assert schema["title"] == kind.label


def test_editor_fetches_no_schema(fresh_library):
    settings = json.loads((fresh_library / ".vscode/settings.json").read_text("utf-8"))
    assert settings["yaml.schemaStore.enable"] is False
    assert all(name.startswith("./") for name in settings["yaml.schemas"])
    extensions = json.loads((fresh_library / ".vscode/extensions.json").read_text("utf-8"))
    assert "redhat.vscode-yaml" in extensions["recommendations"]


def test_generated_files_stay_out_of_git(fresh_library):
    ignored = (fresh_library / ".gitignore").read_text("utf-8").splitlines()
    assert {"/site/", "/docs/library/", "/docs/index.md"} <= set(ignored)


@pytest.mark.parametrize("name", ["案例库", "甲 - 乙 #1", "true", "1.0", "it's"])
def test_the_folder_names_the_site(anjian, tmp_path, name):
    assert anjian("init", tmp_path / name).code == 0
    text = (tmp_path / name / "mkdocs.yml").read_text("utf-8")
    assert read_settings(text)[1] == name


def test_same_files_every_time(anjian, fresh_library, tmp_path):
    again = tmp_path / fresh_library.name
    assert anjian("--root", tmp_path, "init", fresh_library.name).code == 0
    first = {path.relative_to(fresh_library): path for path in fresh_library.rglob("*")}
    second = {path.relative_to(again): path for path in again.rglob("*")}
    assert first.keys() == second.keys()
    for name, path in first.items():
        if path.is_file() and name.name != "mkdocs.yml":
            assert path.read_bytes() == second[name].read_bytes()


def test_a_project_differs_from_all_others_in_its_key_alone(anjian, fresh_library, tmp_path):
    anjian("--root", tmp_path, "init", fresh_library.name)
    settings = [
        (folder / "mkdocs.yml").read_text("utf-8").splitlines()
        for folder in (fresh_library, tmp_path / fresh_library.name)
    ]
    differing = [pair for pair in zip(*settings, strict=True) if pair[0] != pair[1]]
    assert len(differing) == 1
    assert all(line.strip().startswith("揭示密钥: jm-") for line in differing[0])


def test_folder_with_nothing_but_git_is_new_enough(anjian, tmp_path):
    (tmp_path / ".git").mkdir()
    assert anjian("init", tmp_path).code == 0
    assert (tmp_path / "mkdocs.yml").is_file()


def test_folder_in_use_is_left_alone(anjian, tmp_path):
    (tmp_path / "笔记.txt").write_text("别动", "utf-8")
    outcome = anjian("init", tmp_path)
    assert outcome.code == 2
    assert "已经有内容" in outcome.err
    assert [path.name for path in tmp_path.iterdir()] == ["笔记.txt"]


def test_file_is_no_folder(anjian, tmp_path):
    path = tmp_path / "甲"
    path.write_text("x", "utf-8")
    outcome = anjian("init", path)
    assert outcome.code == 2
    assert "是一个文件" in outcome.err

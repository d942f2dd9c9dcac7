"""Plain `mkdocs build` in a project, for people who know MkDocs."""

import os
import subprocess
import sys

import pytest


@pytest.fixture
def mkdocs(project, root):
    def run(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "mkdocs", *arguments],
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(root), "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


def test_it_builds_and_leaves_out_what_nobody_means(project, mkdocs):
    for name in ("a.md.bak", "~$b.docx", ".c.md", "d.yaml", "e.md~", "f.zip"):
        (project / "docs" / name).write_text("甲", "utf-8")
    (project / "docs" / "unnamed.zip").write_text("甲", "utf-8")
    (project / "docs" / "g.md").write_text("# 乙\n\n[下载](f.zip)\n", "utf-8")

    done = mkdocs("build", "--strict")

    assert done.returncode == 0, done.stderr
    names = {path.name for path in (project / "site").iterdir()}
    assert {"index.html", "f.zip", ".anjian-site"} <= names
    assert not names & {"a.md.bak", "~$b.docx", ".c.md", "d.yaml", "e.md~", "unnamed.zip"}
    assert "没有经过发布检查" in (project / "site" / "index.html").read_text("utf-8")
    assert not list((project / "site").rglob("search_index*"))
    assert (project / "site/library/search/root.js").is_file()
    assert not (project / "site.lock").exists()


def test_a_mistake_stops_it_in_chinese_before_the_old_site_is_touched(project, mkdocs):
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("旧", "utf-8")
    (project / "cases" / "bad.yaml").write_text("标题: [\n", "utf-8")

    done = mkdocs("build")

    assert done.returncode == 1
    assert "cases/bad.yaml:2:1: 错误 R004" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert "Aborted" not in done.stdout + done.stderr
    assert (project / "site" / "index.html").read_text("utf-8") == "旧"
    assert not (project / "docs" / "library").exists()


@pytest.mark.parametrize("name", ["search", "offline"])
def test_a_second_search_is_refused_before_anything_is_touched(project, mkdocs, name):
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("  - anjian\n", f"  - {name}\n  - anjian\n"), "utf-8")

    done = mkdocs("build")

    assert done.returncode == 1
    assert f"plugins 里的 {name} 要删去" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()
    assert not (project / "docs/library").exists()

"""Print what it costs to export lessons to every format: by size, and after one change."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from generator.exports import file_formats
from tests.signing import sign_project

from .__main__ import ROOT
from .project import LOOPHOLES, case, make_project

_SIZES = (75, 150, 300)
_QUESTIONS = 5
_OPTIONS = ("按合同看限额", "按项目看总额", "按日期看先后", "按经办人看权限")


def main() -> None:
    """Make libraries of several sizes; export all formats, then one lesson that was changed."""
    parser = argparse.ArgumentParser(description="The cost of exporting lessons")
    parser.add_argument("--sizes", type=int, nargs="+", default=_SIZES)
    parser.add_argument("--formats", nargs="+", default=list(file_formats()))
    given = parser.parse_args()
    sizes = given.sizes
    print(
        "| lessons | format | files | CPU s | CPU s a lesson | peak MB | after one change: files |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "project"
            make_classes(root, size)
            for name in given.formats:
                seconds, peak, first = exported(root, name, Path(folder) / "out")
                change(root)
                _, _, again = exported(root, name, Path(folder) / "out")
                change(root)
                print(
                    f"| {size} | {name} | {first} | {seconds:.1f} | {seconds / size:.3f}"
                    f" | {peak} | {again} |",
                    flush=True,
                )


def make_classes(root: Path, size: int) -> None:
    """Write a project of `size` lessons, each with a case and questions of its own."""
    make_project(root, ROOT / "mkdocs.yml", size)
    for folder in ("lessons", "questions"):
        (root / "materials" / folder).mkdir(parents=True)
    for number in range(size):
        lesson, bank = f"l-{number:05d}", f"q-{number:05d}"
        (root / f"materials/lessons/{lesson}.yaml").write_text(_lesson(number), encoding="utf-8")
        (root / f"materials/questions/{bank}.yaml").write_text(_bank(number), encoding="utf-8")
    sign_project(root)


def change(root: Path) -> None:
    """Change one word of one lesson; a second call changes it back."""
    path = root / "materials/lessons/l-00000.yaml"
    text = path.read_text(encoding="utf-8")
    old, new = ("横线纸", "方格纸") if "横线纸" in text else ("方格纸", "横线纸")
    path.write_text(text.replace(old, new), encoding="utf-8")


def exported(root: Path, name: str, out: Path) -> tuple[float, int, int]:
    """Export one format; return CPU seconds, peak memory in MB and how many files were written."""
    command = [sys.executable, "-m", "generator", "--root", str(root), "export", name]
    command += ["--edition", "lecturer", "-o", str(out), "--today", "2026-01-01"]
    with tempfile.TemporaryFile() as told:
        running = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=told
        )
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        lines = told.read().decode().splitlines()
    if running.returncode:
        raise SystemExit("\n".join(lines[-20:]))
    written = sum(line.startswith("写好") for line in lines)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, written


def _lesson(number: int) -> str:
    text = " ".join(case(number).partition("基本案情: |")[2].split())[:900]
    steps = "".join(
        f"  - 环节: {name}\n    分钟: {minutes}\n    内容: |\n      {text[at : at + 120]}\n"
        f"    讲: |\n      {text[at + 50 : at + 170]}\n"
        f"    问: |\n      第 {number} 课问：{text[at : at + 40]}\n"
        for at, (name, minutes) in enumerate(
            (("导入", 5), ("分组研讨", 20), ("班级交流", 10), ("点评总结", 10))
        )
    )
    quiz = ", ".join(f"q-{number:05d}-{one}" for one in range(_QUESTIONS))
    return (
        f"标题: 第 {number} 课\n范围: 公开\n案例: [b-{number:05d}]\n"
        f"目标: [说得出漏洞, 拿得出措施]\n"
        f"教学步骤:\n{steps}测验: [{quiz}]\n"
        f"板书:\n  - {{环节: 立项, 漏洞: {LOOPHOLES[number % len(LOOPHOLES)]}, 措施: 两人复核}}\n"
        f"要点归纳: [看项目不看合同, 先复核后付款]\n教员备注: 第 {number} 课的横线纸提前印好\n"
    )


def _bank(number: int) -> str:
    rows = []
    for one in range(_QUESTIONS):
        options = "".join(f"    - {option}\n" for option in _OPTIONS)
        rows.append(
            f"- 编号: q-{number:05d}-{one}\n  题型: 单选\n"
            f"  题干: 第 {number} 课第 {one} 题，怎么看\n"
            f"  选项:\n{options}  答案: {'ABCD'[one % 4]}\n  解析: 看项目不看合同\n"
            f"  案例: [b-{number:05d}]\n  范围: 公开\n"
        )
    return "".join(rows)


if __name__ == "__main__":
    main()

"""Print what the publishing gate and the leak test cost beside the build that they belong to."""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import material

from generator.build import check, generate
from generator.bundle.leaks import find_leaks
from generator.checks import all_checks
from generator.disk import read_project
from generator.today import today
from tests.signing import sign_project

from .__main__ import ROOT, anjian
from .project import case, make_project

GATE = ("personal_data", "person_name", "quasi_identifiers", "classification_mark", "attachment")
_HIDDEN_EVERY = 10


def main() -> None:
    """Build a library of which a tenth is internal, then time its gate and its leak test again."""
    parser = argparse.ArgumentParser(description="The cost of publishing safely")
    parser.add_argument("--cases", type=int, default=6500)
    size = parser.parse_args().cases
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        make_project(root, ROOT / "mkdocs.yml", size)
        hide(root, size)
        sign_project(root)
        seconds, _ = anjian(root, "build")
        site = root / "site"
        files = [path for path in site.rglob("*") if path.is_file()]
        total = sum(path.stat().st_size for path in files)
        pages = sum(path.suffix == ".html" for path in files)
        checked = check(read_project(root), today(None))
        start = time.process_time()
        for module in all_checks():
            if module.__name__.rpartition(".")[2] in GATE:
                list(module.check(checked.library))
        gate = time.process_time() - start
        result = generate(checked, "public")
        start = time.process_time()
        found = find_leaks(
            checked.library, result, site, [Path(material.__file__).parent / "templates"]
        )
        leaks = time.process_time() - start
        grave = [one.line() for one in found if one.level.label == "错误"]
    print("| pages | site MB | build, CPU s | gate, CPU s | leak test, CPU s | both / build |")
    print("| --- | --- | --- | --- | --- | --- |")
    print(
        f"| {pages} | {total / 1e6:.0f} | {seconds:.1f} | {gate:.1f} | {leaks:.1f}"
        f" | {(gate + leaks) / seconds:.2f} |"
    )
    if grave:
        print("\n".join(grave[:5]))


def hide(root: Path, size: int) -> None:
    """Make every tenth case internal, with a sentence that stands nowhere else."""
    for number in range(0, size, _HIDDEN_EVERY):
        (path,) = root.glob(f"cases/*/b-{number:05d}.yaml")
        text = case(number).replace("范围: 公开\n", "")
        path.write_text(text + f"副标题: 只在第{number}号内部材料里写着的一句话\n", "utf-8")


if __name__ == "__main__":
    main()

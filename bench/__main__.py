"""Print CPU seconds of this program and of plain MkDocs + Material over the same pages."""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from generator.base.citation_grammar import citations
from tests.signing import sign_project

from .project import make_project
from .regulations import ARTICLES, make_statutes

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Run the table; sizes are numbers of cases."""
    parser = argparse.ArgumentParser(description="Benchmarks of anjian")
    parser.add_argument("--sizes", default="500,1000,2000", help="numbers of cases")
    parser.add_argument("--peer", default="2000", help="sizes at which plain MkDocs runs too")
    parser.add_argument("--articles", default="10000,20000,40000", help="numbers of articles")
    given = parser.parse_args()
    sizes = [int(one) for one in given.sizes.split(",") if one]
    peers = {int(one) for one in given.peer.split(",") if one}
    # First, because the peak of memory is that of all processes so far.
    articles(given.articles)
    grammar()
    if not sizes:
        return
    print(
        "\n| cases | check + generate, CPU s | second run | build, CPU s | site MB | bytes a case |"
    )
    print("| --- | --- | --- | --- | --- | --- |")
    built: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            # A folder of its own: file systems are slow to make files where many were just removed.
            root = Path(folder) / str(size) / "project"
            make_project(root, ROOT / "mkdocs.yml", size)
            sign_project(root)
            generated, _ = anjian(root, "generate")
            _, again = anjian(root, "generate")
            built[size], _ = anjian(root, "build")
            files = [path for path in (root / "site").rglob("*") if path.is_file()]
            total = sum(path.stat().st_size for path in files)
            print(
                f"| {size} | {generated:.2f} | {again.strip().splitlines()[-1]} | {built[size]:.1f}"
                f" | {total / 1e6:.1f} | {total / size:.0f} |",
                flush=True,
            )
            if size in peers:
                seconds = plain_mkdocs(root)
                print(
                    f"\nMkDocs + Material, full navigation, {size} cases: {seconds:.1f} CPU s;"
                    f" ratio {built[size] / seconds:.2f}\n",
                    flush=True,
                )


def articles(sizes: str) -> None:
    """Import and generate statutes, to see that both grow with the text and no faster."""
    print("| articles | import, CPU s | check + generate, CPU s | peak memory MB | pages MB |")
    print("| --- | --- | --- | --- | --- |")
    for size in [int(one) for one in sizes.split(",") if one]:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "project"
            make_project(root, ROOT / "mkdocs.yml", 0)
            sources = make_statutes(Path(folder) / "sources", size // ARTICLES)
            into = ("--into", "policies/regulations")
            imported, _ = anjian(root, "import", "regulation", *map(str, sources), *into)
            generated, _ = anjian(root, "generate", "--edition", "internal")
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            pages = sum(
                path.stat().st_size for path in (root / ".anjian/internal/docs").rglob("*.md")
            )
            print(
                f"| {size} | {imported:.1f} | {generated:.1f} | {memory:.0f} | {pages / 1e6:.1f} |",
                flush=True,
            )


def grammar() -> None:
    """Read a megabyte of citations, and of text that looks like citations and is none."""
    print("\n| 1 MB of | CPU s |\n| --- | --- |")
    for piece in (
        "《采购管理条例》（2018）第八十五条第一款第（三）项、",
        "x第一条",
        "《甲》（",
        "第一、",
    ):
        text = piece * (1_000_000 // len(piece.encode()))
        start = time.process_time()
        citations(text)
        print(f"| {piece[:20]} | {time.process_time() - start:.2f} |", flush=True)


def anjian(root: Path, *words: str) -> tuple[float, str]:
    """Run one command of ours; return its CPU seconds and what it printed."""
    return measured([sys.executable, "-m", "generator", "--root", str(root), *words], ROOT)


def plain_mkdocs(root: Path) -> float:
    """Build the same Markdown as a plain MkDocs project would: every page in the navigation."""
    folder = root.parent / "peer"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(root / "docs", folder / "docs")
    configuration = {
        "site_name": "peer",
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": ["search"],
        "markdown_extensions": ["tables", "md_in_html"],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(configuration), encoding="utf-8")
    seconds, _ = measured([sys.executable, "-m", "mkdocs", "build", "-q"], folder)
    return seconds


def measured(command: list[str], folder: Path) -> tuple[float, str]:
    """Run a command to its end; return the CPU seconds of it and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout}\n{done.stderr}")
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, done.stdout


if __name__ == "__main__":
    main()

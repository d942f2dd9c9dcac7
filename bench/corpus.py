"""Print what is recognised in real texts: `python -m bench.corpus ../shared/corpus`."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

from generator.base.declaration import value_at
from generator.base.quotation import compare, quotations
from generator.build import check
from generator.citations import CitationLink
from generator.disk import read_project
from generator.library import Library

from .__main__ import ROOT, anjian
from .project import make_project


def main() -> None:
    """Import the regulations and the official cases of a folder, and count."""
    corpus = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        make_project(root, ROOT / "mkdocs.yml", 0)
        for kind, into, names in (
            ("regulation", "policies/regulations", "regulations/*.md"),
            ("case", "cases", "cases/ccdi/*.md"),
            ("case", "cases", "cases/joint/*.md"),
        ):
            files = map(str, sorted(corpus.glob(names)))
            anjian(root, "import", kind, *files, "--into", into)
        library = check(read_project(root), date(2026, 1, 1)).library
    _print("引用", _citations(library))
    _print("引文", _quotations(library))


def _print(title: str, counts: Counter[str]) -> None:
    print(f"| {title} | 数量 |\n| --- | --- |")
    for name, count in counts.most_common():
        print(f"| {name} | {count} |")
    print(f"| 合计 | {counts.total()} |\n")


def _of_cases(library: Library) -> list[CitationLink]:
    return [one for key, links in library.citations.items() if key.kind == "case" for one in links]


def _citations(library: Library) -> Counter[str]:
    found: Counter[str] = Counter()
    for link in _of_cases(library):
        how = f"未解决：{link.cause}"
        if link.version:
            how = "文中写明版本" if link.citation.version else "按日期"
            how = "同一篇别处写明" if "别处" in link.reason else how
        found[how + ("（有条文）" if link.citation.clauses else "（只有名称）")] += 1
    return found


def _quotations(library: Library) -> Counter[str]:
    found: Counter[str] = Counter()
    texts: dict[object, list[CitationLink]] = {}
    for link in _of_cases(library):
        texts.setdefault((link.source, link.route), []).append(link)
    for links in texts.values():
        text = value_at(library.records[links[0].source], links[0].route)
        of_clause = {clause: link for link in links for clause in link.citation.clauses}
        for one in quotations(text, [link.citation for link in links]):
            link = of_clause[one.clause]
            known = library.registry.articles.get((link.regulation or link.source, link.version))
            article = known.get(one.clause.number) if known else None
            found[compare(one.text, article.text) if article else "不在库里"] += 1
    return found


if __name__ == "__main__":
    main()

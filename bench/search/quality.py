"""How good the order is: keywords with the pages that hold them, questions with judgments.

The engine is the one of `anjian search`, which answers as the browser does.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from math import log2
from pathlib import Path
from statistics import mean
from typing import Any

from opencc import OpenCC

from generator.search.document import Document, Section
from generator.search.engine import search
from generator.search.index import build_index
from generator.search.reader import open_index

from .queries import lines

Judged = tuple[str, dict[str, int]]
"""A query, and the grades of the documents that answer it."""
Ask = Callable[[str, int], list[tuple[str, str]]]
"""Gives document and tier of so many results."""

REACH = {
    "word": "recall 1, P@10 ≥ .995",
    "cross": "recall 1, P@10 ≥ .99",
    "char": "recall 1, P@10 ≥ .99",
    "stard_10k": "nDCG@10 ≥ .48",
    "cmrc": "nDCG@10 ≥ .985",
    "cmrc, traditional texts, simplified queries": "as cmrc",
}


def quality(folder: Path, say: Callable[[str], None]) -> dict[str, dict[str, str]]:
    """Return figures by set and name; sets that are not there are left out."""
    found: dict[str, dict[str, str]] = {}
    if (folder / "oracle_1k").is_dir():
        found.update(_keywords(folder / "oracle_1k", say))
    for name in ("stard_10k", "cmrc"):
        if (folder / name).is_dir():
            say(f"quality: {name}")
            found[name] = _questions(folder / name, str)
    if (folder / "cmrc").is_dir():
        say("quality: cmrc in traditional characters")
        name = "cmrc, traditional texts, simplified queries"
        found[name] = _questions(folder / "cmrc", OpenCC("s2t").convert)
    return found


def _keywords(folder: Path, say: Callable[[str], None]) -> dict[str, dict[str, str]]:
    say("quality: keywords")
    documents = list(lines(folder / "docs.jsonl.xz"))
    ask = _engine(documents, str)
    by_kind: dict[str, list[dict[str, float]]] = {}
    for one in lines(folder / "queries.jsonl.xz"):
        holding = set(one["rel"])
        results = ask(one["q"], len(documents))
        strict = [path for path, tier in results if tier == "strict"]
        every = [path for path, _ in results]
        ten, strict_ten = every[:10], strict[:10]
        by_kind.setdefault(one["kind"], []).append(
            {
                "recall, strict": len(holding & set(strict)) / len(holding),
                "recall, all": len(holding & set(every)) / len(holding),
                "precision, strict": len(holding & set(strict)) / max(1, len(strict)),
                "P@10 of ten or as many as hold it": len(holding & set(ten))
                / min(10, len(holding)),
                "P@10, strict": len(holding & set(strict_ten)) / max(1, len(strict_ten)),
                "P@10, all": len(holding & set(ten)) / max(1, len(ten)),
            }
        )
    return {
        kind: {
            "queries": str(len(some)),
            **{name: f"{mean(one[name] for one in some):.4f}" for name in some[0]},
        }
        for kind, some in by_kind.items()
    }


def _questions(folder: Path, turned: Callable[[str], str]) -> dict[str, str]:
    ask = _engine(lines(folder / "docs.jsonl.xz"), turned)
    gains, recalls, took = [], [], []
    for one in lines(folder / "queries.jsonl.xz"):
        start = time.process_time()
        found = [path for path, _ in ask(one["q"], 10)]
        took.append(time.process_time() - start)
        rel: dict[str, int] = one["rel"]
        best = sorted(rel.values(), reverse=True)[:10]
        gains.append(_gain([rel.get(path, 0) for path in found]) / _gain(best))
        recalls.append(sum(path in rel for path in found) / len(rel))
    return {
        "queries": str(len(gains)),
        "nDCG@10": f"{mean(gains):.4f}",
        "R@10": f"{mean(recalls):.4f}",
        "ms a query": f"{mean(took) * 1000:.0f}",
    }


def _gain(grades: Iterable[int]) -> float:
    return sum(grade / log2(place + 2) for place, grade in enumerate(grades))


def _engine(documents: Iterable[dict[str, Any]], turned: Callable[[str], str]) -> Ask:
    index = open_index(build_index(_document(one, turned) for one in documents))

    def ask(text: str, limit: int) -> list[tuple[str, str]]:
        return [(hit.path, hit.tier) for hit in search(index, text, limit=limit).hits]

    return ask


def _document(one: dict[str, Any], turned: Callable[[str], str]) -> Document:
    blocks = tuple(line for line in turned(one["text"]).split("\n") if line.strip())
    name = one["id"]
    section = Section("", "", blocks)
    return Document(name, turned(one["title"]), "页面", name, "", (section,))

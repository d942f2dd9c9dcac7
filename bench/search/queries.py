"""What is asked: strings of 2 to 4 characters out of the pages, and questions of 20."""

from __future__ import annotations

import json
import lzma
import random
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from .corpus import BenchPage

_HAN = re.compile(r"[一-鿿]+")


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a compressed file of JSON lines."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def short_queries(pages: list[BenchPage], judged: Path, wanted: int) -> list[str]:
    """Half of them words and strings across words that were judged, half any piece of text."""
    path = judged / "oracle_1k" / "queries.jsonl.xz"
    known = [one["q"] for one in lines(path)] if path.is_file() else []
    fitting = [one for one in known if 2 <= len(one) <= 4]
    chance = random.Random(4)  # noqa: S311 - the same queries at every run
    chance.shuffle(fitting)
    found = dict.fromkeys(fitting[: wanted // 2])
    while len(found) < wanted:
        piece = _piece(chance, pages, chance.randint(2, 4))
        if piece:
            found[piece] = None
    mixed = list(found)
    chance.shuffle(mixed)
    return mixed


def questions(pages: list[BenchPage], judged: Path, wanted: int) -> list[str]:
    """Real questions of about 20 characters; where none are at hand, pieces of text so long."""
    path = judged / "stard_10k" / "queries.jsonl.xz"
    if path.is_file():
        fitting = (one["q"] for one in lines(path) if 18 <= len(one["q"]) <= 22)
        return list(islice(fitting, wanted))
    chance = random.Random(20)  # noqa: S311 - the same queries at every run
    pieces = (_piece(chance, pages, 20) for _ in range(100 * wanted))
    return list(islice(filter(None, pieces), wanted))


def _piece(chance: random.Random, pages: list[BenchPage], length: int) -> str:
    """Some characters that stand together on some page; "" where the place has too few."""
    runs = _HAN.findall(chance.choice(pages).text)
    run = chance.choice(runs) if runs else ""
    if len(run) < length:
        return ""
    start = chance.randint(0, len(run) - length)
    return run[start : start + length]

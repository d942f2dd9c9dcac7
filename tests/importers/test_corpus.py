"""The official texts of ../shared/corpus, where they are: not a sign, not a paragraph is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.importers import all_importers
from generator.importers.draft import leaves
from generator.importers.plan import plan

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
IMPORTERS = {one.kind: one for one in all_importers()}

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus here")


def inputs(folder: Path) -> list[tuple[str, bytes]]:
    return [(str(path), path.read_bytes()) for path in sorted(folder.rglob("*.md"))]


def source_lines(raw: bytes) -> Iterator[str]:
    """The lines of a source without marks, found without the importer's help."""
    text = re.sub(r"<!--.*?-->", "", raw.decode(), flags=re.DOTALL)
    for line in text.split("\n"):
        bare = re.sub(r"^\s*#+|【|】。?", "", line).strip()
        if bare:
            yield bare


LABELS = "关键词 要点 基本案情 办理过程 处理结果 裁判理由 指导意义 相关条款"
NUMBER = re.compile(
    r"(第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?|[一二三四五六"
    r"七八九十]+(?=、))、?"
)


def is_held(line: str, held: str) -> bool:
    """Whether a record holds a line: whole, as keywords, or as number and text of an article."""
    words = re.split(r"[；;]|\s+", line)
    line = "".join(line.split())
    pieces = [
        [line],
        words,
        [one for one in NUMBER.split(line) if one],
        [re.sub(r"\d{4}$", "", line)],
    ]
    return any(all(one in held for one in several) for several in pieces)


@pytest.mark.parametrize(
    ("kind", "folder", "files"), [("case", "cases", 36), ("regulation", "regulations", 19)]
)
def test_nothing_is_lost(kind, folder, files, imported):
    found = inputs(CORPUS / folder)
    assert len(found) == files
    run = imported(kind, dict(found))
    records = [run.record(path) for path in run.paths]
    texts = [text for record in records for _, text in leaves(record, ())]
    held = LABELS + "\n".join(re.sub(r"\s+", "", text) for text in texts)
    lost = [line for _, raw in found for line in source_lines(raw) if not is_held(line, held)]
    assert lost == []


def test_every_case_has_facts_and_a_heading_of_its_own():
    result = plan(IMPORTERS["case"], inputs(CORPUS / "cases"), {}, audience="内部")
    for report in result.reports:
        assert "基本案情" not in report.records[0].empty, report.path
        assert set(report.records[0].unknown) <= {"申请人请求", "原告诉讼请求"}


def test_versions_of_one_regulation_meet():
    result = plan(IMPORTERS["regulation"], inputs(CORPUS / "regulations"), {}, audience="内部")
    text = result.files["中国共产党纪律处分条例.yaml"].decode()
    assert re.findall(r'- 编号: "(\d+)"', text) == ["2015", "2018", "2023"]
    assert text.count("- 条:") == 133 + 142 + 158

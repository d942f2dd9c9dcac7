"""Every kind of mistake: what an author is told, word for word.

One folder of `invalid/` per kind: a small project with the mistake and, in `expected.txt`, the
whole report. What Git or a file system would not keep as it is (odd bytes, odd names, links,
50 MB) is made at test time by `_MADE`. GOLDEN=write rewrites the reports.
"""

import os
import re
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.base.finding import Level
from generator.build import catalogue, check
from generator.disk import read_project
from generator.reports import report

INVALID = Path(__file__).resolve().parent / "invalid"
EXPECTED = "expected.txt"
CASE = "标题: 采购串标案\n性质: 警示\n"


def _write(root: Path, name: str, raw: bytes | str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)


def _encodings(root: Path) -> None:
    text = "标题: 采购串标案\n性质: 警示\n要点: 两三句话。\n"
    _write(root, "cases/bom-is-fine.yaml", text.encode("utf-8-sig"))
    _write(root, "cases/crlf-is-fine.yaml", text.replace("\n", "\r\n"))
    _write(root, "cases/cr-is-fine.yaml", text.replace("\n", "\r"))
    _write(root, "cases/crlf-with-mistake.yaml", (text + "标提: 甲\n").replace("\n", "\r\n"))
    _write(root, "cases/gbk.yaml", ("title: ok\n" + text).encode("gb18030"))
    _write(root, "cases/big5.yaml", "標題: 採購\n".encode("big5"))
    _write(root, "cases/utf-16.yaml", text.encode("utf-16"))
    _write(root, "cases/cut.yaml", text.encode()[:-2] + b"\xe5\n")
    _write(root, "cases/picture.yaml", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\xff")
    _write(root, "cases/two-boms.yaml", text.encode("utf-8-sig") + text.encode("utf-8-sig"))


def _characters(root: Path) -> None:
    _write(root, "cases/nul.yaml", "标题: 采购\0串标案\n")
    _write(root, "cases/bell.yaml", "标题: 采购串标案\n要点: 第一句\a\n")
    _write(root, "cases/bidi.yaml", "标题: 采购\u202e案标串\n")
    _write(root, "cases/escaped-nul.yaml", '标题: "采购\\0串标案"\n')
    _write(root, "cases/escaped-surrogate.yaml", '标题: "采购\\ud800串标案"\n')
    _write(root, "cases/escaped-bidi.yaml", '标题: "采购\\u202e案标串"\n')


def _deep(root: Path) -> None:
    _write(root, "cases/block.yaml", "".join(" " * n + f"层{n}:\n" for n in range(100)))
    _write(root, "cases/flow.yaml", "标题: " + "[" * 100 + "]" * 100 + "\n")
    _write(root, "cases/brackets.yaml", "[" * 60_000)
    _write(root, "cases/braces.yaml", "标题: " + "{甲: " * 20_000)
    _write(root, "cases/dashes.yaml", "标题:\n" + "- " * 5_000 + "甲\n")


def _large(root: Path) -> None:
    _write(
        root, "cases/fifty-megabytes.yaml", CASE + "要点: " + "哈" * (50 * 1024 * 1024 // 3) + "\n"
    )
    _write(root, "cases/many-items.yaml", CASE + "关键词:\n" + "- 甲\n" * 200_001)


def _numbers(root: Path) -> None:
    lesson = "标题: 一堂课\n教学步骤:\n  - {环节: 导入, 分钟: %s}\n"
    _write(root, "cases/date.yaml", CASE + f"处理时间: {'9' * 10_000}\n")
    _write(root, "materials/lessons/minutes.yaml", lesson % ("9" * 10_000))
    _write(root, "materials/lessons/scientific.yaml", lesson % "1e999")
    _write(root, "cases/cites.yaml", CASE + f"依据:\n  - 《办法》第{'9' * 300}条\n")


def _prose(root: Path) -> None:
    def field(text: str) -> str:
        return CASE + "要点: |\n" + "".join(f"  {line}\n" for line in text.split("\n"))

    _write(root, "cases/brackets.yaml", field("[" * 20_000))
    _write(root, "cases/links.yaml", field("[a](" * 20_000))
    _write(root, "cases/deep-list.yaml", field("\n".join(" " * n + "- 甲" for n in range(600))))
    _write(root, "cases/rules.yaml", field("---\n" * 50_000))
    _write(root, "cases/quotes.yaml", field(">" * 30_000 + "甲"))
    _write(root, "cases/stars.yaml", field("*" * 30_000))
    _write(root, "cases/long.yaml", field("长" * 400_001))
    _write(root, "cases/wide-table.yaml", field("|甲" * 200 + "|\n" + "|---" * 200 + "|"))


def _names(root: Path) -> None:
    for name in ("CON", "aux", "nul", "com1", "index", "INDEX", "a b", "案例（一）", "a_b", "a.b"):
        _write(root, f"cases/{name}.yaml", CASE)
    for name in ("-a", "a-", "甲:乙", "café", "a'b", "长" * 61):
        _write(root, f"cases/{name}.yaml", CASE)
    _write(root, "cases/好的-编号-1.yaml", CASE)
    _write(root, "cases/.yaml.yaml", CASE)


def _letter_case(root: Path) -> None:
    _write(root, "cases/教育/jy-2024-001.yaml", CASE)
    _write(root, "cases/教育/JY-2024-001.yaml", CASE)


def _links(root: Path) -> None:
    outside = root.parent / f"{root.name}-outside.yaml"
    outside.write_text(CASE, encoding="utf-8")
    _write(root, "cases/good.yaml", CASE)
    _write(root, "cases/教育/one.yaml", CASE)
    for name, target in (
        ("cases/outside.yaml", outside),
        ("cases/system.yaml", Path("/etc/hostname")),
        ("cases/outside-folder", root.parent),
        ("cases/inside-folder", root / "cases" / "教育"),
        ("cases/up", root),
        ("cases/dead.yaml", root / "nowhere.yaml"),
        ("cases/loop.yaml", root / "cases" / "loop.yaml"),
        ("docs/outside.md", outside),
    ):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).symlink_to(target)
    os.mkfifo(root / "cases" / "pipe.yaml")


def _page_names(root: Path) -> None:
    for name in ("CON.md", "a b .md", "img/a?.png", "img/甲#乙.png", "img/长" + "长" * 70 + ".png"):
        _write(root, f"docs/{name}", "# 说明\n")
    for name in ("A.md", "a.md", "README.md", "index.md", "LIBRARY/a.md", "templates/a.md"):
        _write(root, f"docs/{name}", "# 说明\n")
    _write(root, "docs/图 一.png", "图")


def _explosive_pages(root: Path) -> None:
    shapes = {
        "brackets": "[" * 20_000,
        "links": "[a](" * 20_000,
        "cdata": "<![CDATA[" * 5_000,
        "rules": "---\n" * 50_000,
        "list": "\n".join(" " * n + "- 甲" for n in range(1_000)),
        "dashes": "- " * 50_000,
        "quotes": ">" * 5_000 + "甲",
        "tags": "<div>\n" * 5_000,
        "long": "长" * 400_000,
    }
    for name, text in shapes.items():
        _write(root, f"docs/{name}.md", f"# 说明\n\n{text}\n")
    _write(root, "docs/gbk.md", "# 说明\n".encode("gb18030"))
    _write(root, "docs/nul.md", "# 说\0明\n")
    _write(root, "docs/front.md", "---\ntitle: " + "[" * 30_000 + "\n---\n")
    _write(root, "docs/merge.md", "---\na: &a {b: c}\nd: {<<: [*a, *a]}\n---\n甲\n")
    _write(root, "docs/fifty-megabytes.md", "# 说明\n\n" + "哈哈\n" * (50 * 1024 * 1024 // 7))


def _settings_gbk(root: Path) -> None:
    _write(root, "mkdocs.yml", "site_name: 案鉴\n".encode("gb18030"))


_MADE = {
    "characters": _characters,
    "deep": _deep,
    "encodings": _encodings,
    "explosive-pages": _explosive_pages,
    "explosive-text": _prose,
    "file-names": _names,
    "large": _large,
    "letter-case": _letter_case,
    "links-and-pipes": _links,
    "long-numbers": _numbers,
    "page-names": _page_names,
    "settings-gbk": _settings_gbk,
}
_NOT_ON_WINDOWS = {"file-names", "letter-case", "links-and-pipes", "page-names"}
FOLDERS = sorted(path.name for path in INVALID.iterdir() if path.is_dir())
_ELSEWHERE = {"R024": "root may read every file: tests/test_disk.py makes the disk refuse"}


def _findings(name: str, root: Path):
    shutil.copytree(INVALID / name, root, ignore=shutil.ignore_patterns(EXPECTED))
    if name in _MADE:
        _MADE[name](root)
    if not (root / "mkdocs.yml").exists():
        shutil.copy(INVALID / "mkdocs.yml", root)
    return check(read_project(root), date(2026, 1, 1)).findings


@pytest.fixture(params=FOLDERS, scope="module")
def reported(request, tmp_path_factory):
    """The name of a folder and every finding about it."""
    name = request.param
    if sys.platform == "win32" and name in _NOT_ON_WINDOWS:
        pytest.skip("Windows has no such files")
    return name, _findings(name, tmp_path_factory.mktemp("invalid") / name)


def test_report_word_for_word(reported, golden):
    name, findings = reported

    golden(INVALID / name / EXPECTED, report(findings, "text"))


def test_every_folder_holds_a_mistake_and_its_report():
    for name in FOLDERS:
        files = [path for path in (INVALID / name).rglob("*") if path.is_file()]
        own = [path for path in files if path.name != EXPECTED]
        assert own or name in _MADE, f"{name} has a report without a mistake"
        assert INVALID / name / EXPECTED in files, f"{name} has no {EXPECTED}"
    assert set(_MADE) <= set(FOLDERS)


_ENGLISH = re.compile(r"(?<![\w./-])[A-Za-z]{3,}(?: [A-Za-z]+){1,}")


def test_every_finding_helps(reported):
    _, findings = reported

    assert findings
    for one in findings:
        assert one.place.line > 0
        assert one.place.column > 0
        assert re.search("[\u4e00-\u9fff]", one.message)
        told = re.sub("「[^」]*」|《[^》]*》|anjian [a-z ]+", "", one.message + one.hint)
        assert not _ENGLISH.search(told), f"not Chinese: {told}"
        if one.level >= Level.WARNING:
            assert one.hint, f"{one.line()} says not what to do"


def test_every_rule_is_broken_by_some_folder():
    seen = set()
    for name in FOLDERS:
        text = (INVALID / name / EXPECTED).read_text(encoding="utf-8")
        seen |= set(re.findall(r": (?:错误|警告|提示) ([RCP]\d{3}) ", text))
    # Codes with other letters are what importing or inspecting a site says, not what `check` says.
    known = {rule.code for rule in catalogue() if rule.code[0] in "RCP"}
    # What hides in attachments has a battery of its own, made at test time.
    known -= {code for code in known if "P301" <= code <= "P309"}

    assert known - seen - set(_ELSEWHERE) == set()
    assert not seen & set(_ELSEWHERE), "produced after all; no reason needed"
    assert seen <= known

"""Print what ledgers cost: 200 units that report for 60 months, and 20,000 rectifications."""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from generator.build import check, page_files, view
from generator.disk import read_project

from .__main__ import ROOT
from .project import LOOPHOLES, make_project

_CASES = 200
_DAY = date(2026, 11, 25)
_FIRST_YEAR = 2021
_OPEN = "  进展: 整改中\n"
_CLOSED = (
    "  进展: 已销号\n  完成时间: {done}\n  证据: [复核记录, 新的办法]\n"
    "  回访: [{{时间: {seen}, 人员: 驻局纪检监察组, 结果: 抽查十份都有记录}}]\n"
    "  销号时间: {seen}\n  成效: 连续三个月没有再发现同类问题。\n"
)
_DONE = "  进展: 待回访\n  完成时间: {done}\n  证据: [复核记录]\n"
_STAGES = (_OPEN, _DONE, *[_CLOSED] * 8)
"""Of ten, one is late, one waits for somebody to go back and look, the rest is closed."""
_Made = TypeVar("_Made")


def main() -> None:
    """Make the ledgers, then time each step in this process; memory is its peak."""
    parser = argparse.ArgumentParser(description="The cost of ledgers")
    parser.add_argument("--units", type=int, default=200)
    parser.add_argument("--months", type=int, default=60)
    parser.add_argument("--rectifications", type=int, default=20_000)
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        make_project(root, ROOT / "mkdocs.yml", _CASES)
        make_ledgers(root, given.units, given.months, given.rectifications)
        project = read_project(root)
    gc.disable()  # as the command does
    profile = cProfile.Profile()
    if given.profile:
        profile.enable()
    checked, checking = _timed(lambda: check(project, _DAY))
    files, generating = _timed(lambda: page_files(view(checked, "internal")))
    profile.disable()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = Counter(f"{one.level.label} {one.code}" for one in checked.findings)
    pages = [name for name in files if name.endswith(".md")]
    size = sum(len(files[name]) for name in pages) / 1e6
    print(
        "| units × months | rectifications | check, CPU s | generate, CPU s | both | pages | MB"
        " | largest page MB | peak memory MB |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    print(
        f"| {given.units} × {given.months} | {given.rectifications} | {checking:.2f}"
        f" | {generating:.2f} | {checking + generating:.2f} | {len(pages)} | {size:.1f}"
        f" | {max(len(files[name]) for name in pages) / 1e6:.2f} | {memory:.0f} |"
    )
    print(
        "\nFindings: " + ("、".join(f"{name} × {n}" for name, n in found.most_common()) or "none")
    )
    if given.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


def _timed(call: Callable[[], _Made]) -> tuple[_Made, float]:
    start = time.process_time()
    made = call()
    return made, time.process_time() - start


def make_ledgers(root: Path, units: int, months: int, rectifications: int) -> None:
    """Write units, their monthly reports by year, and their lists of rectifications."""
    for name in ("units", "months", "rectifications"):
        (root / "ledgers" / name).mkdir(parents=True, exist_ok=True)
    listed = "".join(
        f"- {{编号: u-{unit:03d}, 名称: 第{unit}纪检监察组, 简称: 第{unit}组, 类型: 派驻机构}}\n"
        for unit in range(units)
    )
    (root / "ledgers/units/units.yaml").write_text(listed, encoding="utf-8")
    for unit in range(units):
        reported = [month for month in range(months) if (unit * 7 + month) % 50]
        found: dict[int, list[int]] = {month: [] for month in reported}
        for number in range(unit, rectifications, units):
            found[reported[number // units % len(reported)]].append(number)
        for year in range(0, months, 12):
            rows = [
                _month(unit, month, found[month])
                for month in range(year, min(year + 12, months))
                if month in found
            ]
            path = root / f"ledgers/months/u-{unit:03d}-{year // 12}.yaml"
            path.write_text("".join(rows), encoding="utf-8")
        rows = [_rectification(unit, month, one) for month in reported for one in found[month]]
        path = root / f"ledgers/rectifications/u-{unit:03d}.yaml"
        path.write_text("".join(rows), encoding="utf-8")


def _date(month: int, day: int | None = None) -> str:
    year, number = divmod(month, 12)
    words = f"{_FIRST_YEAR + year}-{number + 1:02d}"
    return f"{words}-{day:02d}" if day else words


def _month(unit: int, month: int, found: list[int]) -> str:
    """A report that names what was found; where that is nothing, some are all zero."""
    some = len(found) or (unit + month) % 2
    listed = ", ".join(f"z-{one:05d}" for one in found)
    return (
        f"- 编号: m-{unit:03d}-{_date(month)}\n  单位: u-{unit:03d}\n  月份: {_date(month)}\n"
        f"  发现问题: {some}\n  立案: {some // 3}\n  处置线索: {some // 2}\n"
        f"  第一种形态: {some}\n  报送时间: {_date(month + 1, 3)}\n  整改: [{listed}]\n"
    )


def _rectification(unit: int, month: int, number: int) -> str:
    stage = _STAGES[number // 7 % 10].format(done=_date(month + 4, 10), seen=_date(month + 6, 2))
    return (
        f"- 编号: z-{number:05d}\n  问题: 第{number}项，{LOOPHOLES[number % 8]}没有第二个人复核\n"
        f"  单位: u-{unit:03d}\n  漏洞: [b-{number % _CASES:05d}#L{number % 3 + 1}]\n"
        f"  发现时间: {_date(month, 12)}\n  发现途径: 专项监督\n"
        f"  措施: [双人复核并留痕, 每季度抽查一次]\n  责任人: 分管副局长\n"
        f"  期限: {_date(month + 5, 20)}\n{stage}"
    )


if __name__ == "__main__":
    main()

"""Findings as lines for people: place, level, code, message, then a hint."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.finding import Finding, Level


def write(findings: Sequence[Finding]) -> str:
    """One or two lines per finding, then a sum."""
    lines = []
    for one in findings:
        lines.append(one.line())
        if one.hint:
            lines.append(f"    提示：{one.hint}")
    lines.append(summary(findings))
    return "\n".join(lines) + "\n"


def summary(findings: Sequence[Finding]) -> str:
    """How many findings of each level, in one sentence."""
    counts = {level: sum(one.level is level for one in findings) for level in Level}
    if not findings:
        return "没有发现问题。"
    return (
        f"共 {counts[Level.ERROR]} 个错误、{counts[Level.WARNING]} 个警告、"
        f"{counts[Level.NOTICE]} 个提示。"
    )

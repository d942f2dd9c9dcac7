"""Findings as GitHub workflow commands, shown beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.finding import Finding, Level

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTICE: "notice"}


def write(findings: Sequence[Finding]) -> str:
    """One workflow command per finding.

    Source: GitHub, Workflow commands for GitHub Actions.
    """
    return "".join(
        f"::{_COMMANDS[one.level]} file={_property(one.path)},line={max(one.place.line, 1)},"
        f"col={max(one.place.column, 1)},title={_property(one.code)}::"
        f"{_data(one.message + (f' {one.hint}' if one.hint else ''))}\n"
        for one in findings
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

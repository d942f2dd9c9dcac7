"""Findings as JSON, for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ..base.finding import Finding


def write(findings: Sequence[Finding]) -> str:
    """A list of objects with path, line, column, level, code, message, hint and route."""
    rows = [
        {
            "path": one.path,
            "line": one.place.line,
            "column": one.place.column,
            "level": one.level.name.lower(),
            "code": one.code,
            "message": one.message,
            "hint": one.hint,
            "route": list(one.route),
        }
        for one in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"

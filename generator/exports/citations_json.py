"""Citations for other programs: the rows of the table with English keys."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..addresses import export_file
from ..base.page import Asset
from ..editions import Edition
from ._citation_rows import CitationRow, citation_rows


def export(edition: Edition) -> Iterator[Asset]:
    """Yield one JSON document; every citation stands on a line of its own."""
    lines = [_line(_values(row)) for row in citation_rows(edition)]
    head = {"edition": edition.rule.name, "date": edition.library.today.isoformat()}
    rows = ",\n".join(lines)
    text = f'{_line(head)[:-1]}, "citations": [\n{rows}\n]}}\n'
    yield Asset(export_file("citations.json"), text.encode())


_line = json.JSONEncoder(ensure_ascii=False).encode


def _values(row: CitationRow) -> dict[str, Any]:
    link, clause = row.link, row.clause
    return {
        "source_kind": link.source.kind,
        "source_id": link.source.id,
        "source_title": row.source.title,
        "route": list(link.route),
        "place": row.place,
        "text": row.written,
        "regulation_id": link.regulation.id if link.regulation else None,
        "regulation": row.regulation,
        "version": link.version or None,
        "article": str(clause.number) if clause else None,
        "last_article": str(clause.last) if clause and clause.last else None,
        "paragraphs": list(clause.paragraphs) if clause else [],
        "items": list(clause.items) if clause else [],
        "resolved": bool(link.version),
        "resolved_by": row.way if link.version else None,
        "missing": row.reason != link.reason,
        "cause": link.cause or None,
        "reason": row.reason,
        "candidates": list(link.candidates),
    }

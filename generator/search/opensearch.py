"""The documents of the search for OpenSearch and Elasticsearch: a mapping and bulk lines.

Source: the bulk API takes an action and a document by turns, one JSON object a line, the last
line ended too. The analyser is `cjk`, which comes with both: pairs of signs, as our own index.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from .document import CITED, SHOWN_FACETS, Document

INDEX = "anjian"
_FIELDS = {
    "种类": "kind",
    "领域": "industry",
    "违反纪律": "discipline",
    "层级": "level",
    "年份": "year",
    "岗位": "post",
    "关键词": "keyword",
    CITED: "cited",
}
"""Facets by label with the names of their fields."""
_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def mapping() -> dict[str, Any]:
    """The settings and the fields of the index; the same for both engines."""
    keyword = {"type": "keyword", "ignore_above": 256}
    text = {"type": "text", "analyzer": "cjk"}
    fields: dict[str, Any] = {
        "path": keyword,
        "record": keyword,
        "title": {**text, "fields": {"whole": keyword}},
        "about": {"type": "keyword", "index": False},
        "sections": {
            "type": "nested",
            "properties": {
                "anchor": {"type": "keyword", "index": False},
                "heading": text,
                "text": text,
            },
        },
        "text": text,
    }
    fields.update({_FIELDS[label]: keyword for label in (*SHOWN_FACETS, CITED)})
    return {"mappings": {"dynamic": False, "properties": fields}}


def bulk(documents: Iterable[Document]) -> str:
    """The documents as lines for the bulk API, one action and one source each.

    The address is the id, so that loading again replaces and never doubles.
    """
    lines = []
    for document in documents:
        lines.append(_write({"index": {"_index": INDEX, "_id": document.path}}))
        lines.append(_write(_source(document)))
    return "".join(f"{line}\n" for line in lines)


def _source(document: Document) -> dict[str, Any]:
    sections = [
        {"anchor": one.anchor, "heading": one.heading, "text": "\n".join(one.blocks)}
        for one in document.sections
    ]
    facets = {_FIELDS[label]: list(values) for label, values in document.facets if label in _FIELDS}
    return {
        "path": document.path,
        "record": document.group,
        "title": document.title,
        "about": document.about,
        "sections": sections,
        "text": "\n".join(f"{one['heading']}\n{one['text']}".strip() for one in sections),
        **facets,
    }

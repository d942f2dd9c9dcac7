"""The file 清单.json: what a bundle says of itself, from which the next one tells the changes."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from ..base.page import html_address
from ..base.reference import Reference
from ..changes import Previous, record_digest
from ..editions import Edition
from ..library import page_of
from .problem import BundleError

MANIFEST = "清单.json"
_FORMAT = 1
STAMP = re.compile(r"\d{4}-\d\d-\d\d-[0-9a-f]+", re.ASCII)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""What must not reach a terminal or a page from a strange file."""


def manifest(edition: Edition, pages: int) -> bytes:
    """Describe an edition whose site has so many pages; only what the edition itself holds."""
    library = edition.library
    records = [
        {
            "kind": key.kind,
            "id": key.id,
            "title": record.heading,
            "path": f"site/{html_address(page_of(record))}",
            "sha256": record_digest(record),
        }
        for key, record in sorted(library.records.items())
    ]
    values = {
        "format": _FORMAT,
        "edition": edition.rule.name,
        "edition_title": edition.rule.title,
        "stamp": edition.stamp,
        "day": library.today.isoformat(),
        "site_name": library.site_name,
        "counts": {"pages": pages, "records": len(records)},
        "records": records,
    }
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(raw: bytes) -> dict[str, Any]:
    """Read a manifest; raises BundleError where it is damaged or of a later program."""
    try:
        values = json.loads(raw)
        if values["format"] != _FORMAT:
            raise BundleError("这个资料包是更新的程序打的，请先升级案鉴。")
        named = ("edition", "edition_title", "stamp", "day", "site_name")
        if any(not isinstance(values[name], str) for name in named):
            raise _damaged()
        if not STAMP.fullmatch(values["stamp"]):
            raise _damaged()
        date.fromisoformat(values["day"])
        _records(values)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise error if isinstance(error, BundleError) else _damaged() from None
    return {**values, **{name: _UNPRINTABLE.sub("□", values[name]) for name in named}}


def previous_issue(values: dict[str, Any], edition: str) -> Previous:
    """What an issue is compared with, from the manifest of the one before.

    Raises BundleError for another edition: what that one holds is no concern of this one's reader.
    """
    if values["edition"] != edition:
        title = values["edition_title"]
        raise BundleError(f"给的旧资料包是{title}，和这次要打的版本不同，不能比较。")
    return Previous(values["site_name"], values["stamp"], values["day"], _records(values))


def _records(values: dict[str, Any]) -> dict[Reference, tuple[str, str]]:
    return {
        Reference(str(one["kind"]), str(one["id"])): (str(one["title"]), str(one["sha256"]))
        for one in values["records"]
    }


def _damaged() -> BundleError:
    return BundleError(f"{MANIFEST} 读不出来，已改动或损坏。")

"""Browser code and styles, and how they come into a site: classic scripts, no outside URL."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from ..addresses import LIBRARY
from ..editions import Edition

_FOLDER = Path(__file__).parent
_SHIPPED = (".js", ".css", ".woff2", ".svg")


def web_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield path below docs/ and bytes of every browser file, the site's settings included."""
    for path in sorted(_FOLDER.rglob("*")):
        if path.suffix in _SHIPPED:
            yield f"{LIBRARY}/assets/{path.relative_to(_FOLDER).as_posix()}", path.read_bytes()
    yield f"{LIBRARY}/assets/settings.js", _settings(edition)


def _settings(edition: Edition) -> bytes:
    contact = edition.library.settings.contact
    values = {
        "contact": contact.model_dump(exclude_none=True) if contact else {},
        "edition": edition.rule.title,
        "site": edition.library.site_name,
    }
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, indent=2)
    safe = text.replace("</", "<\\/")
    return f"window.anjian = {safe};\n".encode()

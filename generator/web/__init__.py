"""Browser code and styles, and how they come into a site: classic scripts, no outside URL."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from ..addresses import LIBRARY
from ..editions import Edition

_FOLDER = Path(__file__).parent
_SHIPPED = (".js", ".css", ".woff2", ".svg")

BUNDLES = {
    "anjian.css": (
        *("base.css", "theme.css", "records.css", "case.css", "lists.css"),
        *("reading-bar.css", "folded.css", "regulation.css", "clause.css", "citing.css"),
        *("lesson.css", "quiz.css", "slips.css", "scenario.css"),
        *("ledger.css", "coordination.css", "grid.css", "assessment.css"),
        *("search.css", "search-page.css", "charts.css", "large.css", "print.css"),
    ),
    "anjian-start.js": ("reading-state.js",),
    "anjian.js": (
        *("elements.js", "reading-bar.js", "report-error.js", "self-check.js", "clause.js"),
        *("printing.js", "landscape.js", "theme.js"),
        *("lists.js", "fold.js", "numerals.js", "packed-list.js", "ledger-table.js"),
        *("typing.js", "recent-words.js"),
        *("pinyin.js", "near-miss.js", "facets.js"),
        *("search-index.js", "search-query.js", "search-snippet.js", "search-rank.js"),
        *("search-run.js", "search-parts.js", "search-box.js", "search-page.js"),
        "found-words.js",
        *("start/sha256.js", "answer-digest.js", "keeping.js"),
        *("quiz-field.js", "slip.js", "slip-box.js", "quiz-frame.js", "quiz.js"),
        *("slip-figures.js", "slip-reader.js", "scenario.js", "course.js"),
        *("dashboard-look.js", "dashboard-table.js", "dashboard-option.js", "dashboard.js"),
    ),
}
"""What a site is given, in this order, so that a project's mkdocs.yml never names our parts."""

SLIDES = {
    "slides.css": ("slides.css", "speaker.css"),
    "slides.js": ("speaker.js", "slides.js"),
    "slides-icon.svg": ("slides-icon.svg",),
}
"""What the slides of a lesson load in place of those: they are pages without the theme."""


def web_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield path below docs/ and bytes of every browser file, the site's settings included."""
    for name, parts in (BUNDLES | SLIDES).items():
        content = b"\n".join((_FOLDER / part).read_bytes() for part in parts)
        if name == "anjian.js":
            content = _settings(edition) + content
        yield f"{LIBRARY}/assets/{name}", content
    for path in sorted((_FOLDER / "vendor").iterdir()):
        if path.suffix in _SHIPPED:
            yield f"{LIBRARY}/assets/vendor/{path.name}", path.read_bytes()


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

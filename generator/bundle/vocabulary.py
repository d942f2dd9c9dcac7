"""What stands on pages whatever the records say: words of the program and of the theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

_PROGRAM = Path(__file__).parent.parent
_WRITTEN = (".py", ".j2", ".js", ".css", ".html", ".md")


@cache
def program_texts() -> tuple[str, ...]:
    """Every text of our own package, what a new project starts with left out."""
    return tuple(
        path.read_text(encoding="utf-8")
        for path in sorted(_PROGRAM.rglob("*"))
        if path.suffix in _WRITTEN and "starter" not in path.relative_to(_PROGRAM).parts
    )


def theme_texts(folders: Iterable[Path]) -> Iterator[str]:
    """Yield every template of a theme."""
    for folder in folders:
        for path in sorted(folder.rglob("*.html")):
            yield path.read_text(encoding="utf-8", errors="replace")


def of_theme(name: str, raw: bytes, folders: Iterable[Path]) -> bool:
    """Whether a file of a site is, byte by byte, one that the theme brought."""
    for folder in folders:
        path = folder / name
        if path.is_file() and path.stat().st_size == len(raw) and path.read_bytes() == raw:
            return True
    return False

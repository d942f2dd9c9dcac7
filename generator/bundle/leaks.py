"""The last wall: nothing that an edition leaves out may stand in any byte of the finished site.

The edition was cut before a page was made; this looks whether that held, without trusting it:
the texts that were left out are looked for in every file, decoded, and the pages are made once
more from a library that never held them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..base.finding import Finding, Level, Place, ordered
from ..build import Result, page_files, without_the_rest
from ..disk import SITE_MARKER, DiskError, all_files, reason
from ..hidden_texts import Divided, divided
from ..library import Library
from .leak_structure import look_at_structure
from .leak_views import views
from .needles import Needles, plainly
from .vocabulary import of_theme, program_texts, theme_texts

_LEAK = "请不要发布。先删去这一处；不是自己写的，就把用的命令和这一页告诉维护者。"
_OURS = "请不要发布，把用的命令和这一页告诉维护者。"
_MOST = 50


def find_leaks(
    library: Library, result: Result, site: Path, theme: Sequence[Path] = ()
) -> tuple[Finding, ...]:
    """Compare a finished site with what its edition leaves out of `library`.

    `theme` are the folders of the theme: what they hold is no secret. Raises DiskError where
    the site cannot be read whole.
    """
    texts = divided(library, result.edition)
    try:
        files = _Files(site)
        found = [
            *_influenced(result),
            *look_at_structure(library, result.edition, texts.pages, files),
            *_texts_found(texts, result, files, theme),
        ]
    except OSError as error:
        raise DiskError(f"{site.name} 读不出来：{reason(error)}。") from error
    return ordered(found)


def find_leaks_in(
    library: Library, result: Result, files: Mapping[str, bytes]
) -> tuple[Finding, ...]:
    """Look for what an edition leaves out in files that are made beside its site."""
    return ordered(_texts_found(divided(library, result.edition), result, files, ()))


class _Files(Mapping[str, bytes]):
    """The files of a site by path, read when they are asked for."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.names = sorted(
            path.relative_to(site).as_posix()
            for path in all_files(site)
            if path.name != SITE_MARKER and not path.is_dir()
        )

    def __getitem__(self, name: str) -> bytes:
        return (self.site / name).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def _influenced(result: Result) -> Iterator[Finding]:
    """Pages that come out otherwise when the rest of the library was never there."""
    again = page_files(without_the_rest(result.edition))
    differing = sorted(
        path
        for path in again.keys() | {one for one in result.files if not _is_index(one)}
        if again.get(path) != result.files.get(path)
    )
    if differing:
        more = f"等 {len(differing)} 个文件" if len(differing) > 1 else ""
        message = f"这一页会随版本以外的记录变化（总数、编号或排列）：{differing[0]}{more}"
        yield Finding(f"site/{differing[0]}", "S322", message, hint=_OURS, place=Place(1, 1))


def _is_index(path: str) -> bool:
    return path.startswith("library/search/")


def _texts_found(
    texts: Divided, result: Result, files: Mapping[str, bytes], theme: Sequence[Path]
) -> Iterator[Finding]:
    if not texts.hidden:
        return
    needles = Needles(texts.hidden, [*texts.shown, *program_texts(), *theme_texts(theme)])
    seen: set[int] = set()
    places: dict[str, list[str]] = {}
    for name in files:
        raw = files[name]
        if name.startswith("assets/") and of_theme(name, raw, theme):
            continue
        for source in _sources(needles, name, raw, seen):
            places.setdefault(source, []).append(name)
    for source, names in sorted(places.items())[:_MOST]:
        others = len(set(names)) - 1
        more = f"（另有 {others} 个文件）" if others else ""
        message = f"泄漏：{source}不该在{result.edition.rule.title}里，却在 {names[0]} 里{more}"
        yield Finding(f"site/{names[0]}", "S321", message, hint=_LEAK, place=Place(1, 1))
    if len(places) > _MOST:
        message = f"还有 {len(places) - _MOST} 处泄漏没有列出"
        yield Finding("site", "S321", message, Level.ERROR, hint=_LEAK, place=Place(1, 1))


def _sources(needles: Needles, name: str, raw: bytes, seen: set[int]) -> Iterator[str]:
    yield from needles.found_in(plainly(name))
    for view in views(name, raw, seen):
        yield from needles.found_in(plainly(view.text), names=view.sure)

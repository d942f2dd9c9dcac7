"""The last wall: nothing that an edition leaves out may stand in any byte of the finished site.

The edition was cut before a page was made; this looks whether that held, without trusting it:
the texts that were left out are looked for in every file, decoded, and the pages are made once
more from a library that never held them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..addresses import search_file
from ..base.finding import Finding, Level, Place, ordered
from ..build import Result, page_files, without_the_rest
from ..disk import DiskError, files_of_site, reason
from ..editions import Edition
from ..hidden_texts import divided
from ..library import Library
from .leak_structure import Structure
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
    return LeakTest(library, result, theme).of_site(site)


class LeakTest:
    """What one edition leaves out, ready to be looked for: gathering it takes most of the time."""

    def __init__(self, library: Library, result: Result, theme: Sequence[Path] = ()) -> None:
        self.library = library
        self.result = result
        self.theme = theme
        self.texts = divided(library, result.edition)
        shown = [*self.texts.shown, *program_texts(), *theme_texts(theme)]
        self.needles = Needles(self.texts.hidden, shown) if self.texts.hidden else None

    @classmethod
    def of_edition(cls, library: Library, edition: Edition) -> LeakTest:
        """For files that are made of an edition without a site around them."""
        return cls(library, Result({}, edition, ()))

    def of_site(self, site: Path) -> tuple[Finding, ...]:
        """Look through a finished site; raises DiskError where it cannot be read whole."""
        files = files_of_site(site)
        structure = Structure(self.library, self.result.edition, self.texts.pages)

        def read() -> Iterator[tuple[str, bytes]]:
            for name, path in files.items():
                raw = path.read_bytes()
                structure.look(name, raw)
                if not (name.startswith("assets/") and of_theme(name, raw, self.theme)):
                    yield name, raw

        try:
            texts = list(self._texts_found(read()))
        except OSError as error:
            raise DiskError(f"{site.name} 读不出来：{reason(error)}。") from error
        return ordered([*_influenced(self.result), *structure.findings(files), *texts])

    def of_files(self, files: Mapping[str, bytes]) -> tuple[Finding, ...]:
        """Look through files that are made beside a site."""
        return ordered(self._texts_found(files.items()))

    def _texts_found(self, files: Iterable[tuple[str, bytes]]) -> Iterator[Finding]:
        seen: set[int] = set()
        places: dict[str, list[str]] = {}
        for name, raw in files:
            for source in self._sources(name, raw, seen):
                places.setdefault(source, []).append(name)
        for source, names in sorted(places.items())[:_MOST]:
            others = len(set(names)) - 1
            more = f"（另有 {others} 个文件）" if others else ""
            title = self.result.edition.rule.title
            message = f"泄漏：{source}不该在{title}里，却在 {names[0]} 里{more}"
            yield Finding(f"site/{names[0]}", "S321", message, hint=_LEAK, place=Place(1, 1))
        if len(places) > _MOST:
            message = f"还有 {len(places) - _MOST} 处泄漏没有列出"
            yield Finding("site", "S321", message, Level.ERROR, hint=_LEAK, place=Place(1, 1))

    def _sources(self, name: str, raw: bytes, seen: set[int]) -> Iterator[str]:
        needles = self.needles
        if needles is None:
            return
        yield from needles.found_in(plainly(name))
        for view in views(name, raw, seen):
            yield from needles.found_in(plainly(view.text), names=view.sure)


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
    return path.startswith(search_file(""))

"""Let MkDocs render docs/ into a folder; what it complains of comes back as findings.

MkDocs runs in this process: its pages tell how far it is, and what it logs stays data. What could
bring the process down (nesting, brackets, broken settings) is refused by the checks before MkDocs
starts.
"""

from __future__ import annotations

import logging
import os
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from ..base.finding import Finding, Place
from ..base.markdown import html_text
from ..build import Result
from ..disk import DiskError, reason
from ..editions import Edition
from .mkdocs_messages import broke, translate
from .navigation import absent, without_pages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from .mkdocs_plugin import AnjianPlugin

Tick = Callable[[int, int], None]
_OBJECT = re.compile(r"!\S*python/(?:object|module)\S*|^%TAG", re.MULTILINE)


@dataclass(frozen=True)
class Rendered:
    """What came of rendering."""

    findings: tuple[Finding, ...]
    excluded: frozenset[str] = frozenset()
    """Addresses of pages that mkdocs.yml keeps out of the site."""
    theme_folders: tuple[Path, ...] = ()
    """Where the theme keeps its templates and files."""
    theme_page: str = ""
    """A page of the theme at the root of the site, without any text of an author."""


def build_site(
    root: Path,
    docs: Path,
    site: Path,
    result: Result,
    today: date,
    tick: Tick = lambda _done, _total: None,
    notice: str = "",
) -> Rendered:
    """Render `docs` with the settings of a project into `site`; every complaint is an error.

    `result` is what was generated of `docs`. The stamp of the issue stands at the foot of each
    page, `notice` at the top. Nothing but `site` is written. Raises DiskError where the machine
    refuses.
    """
    # Said before the import: Material prints a notice about its own future at import time.
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    with _silenced() as said, _dated(today), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _build(root, docs, site, result, tick, said, notice)
        except OSError as error:
            name = str(error.filename or "")
            where = f"（{name}）" if name.startswith(str(root)) else ""
            message = f"网站没有渲染完：{reason(error)}{where}；原有的网站没有改动。"
            raise DiskError(message) from error
        except (Exception, SystemExit) as error:
            if os.environ.get("ANJIAN_DEBUG"):
                raise
            findings = [translate(text, root) for text in said if not text.startswith("Error ")]
            if _is_abort(error):
                # Ours are in Chinese; those of MkDocs only say that it has said why.
                shown = "" if str(error).startswith("Aborted with") else str(error)
                findings += [_wrong(shown)] if shown or not findings else []
            else:
                findings.append(broke(error, said, root))
            return Rendered(tuple(findings))


def _build(
    root: Path,
    docs: Path,
    site: Path,
    result: Result,
    tick: Tick,
    said: list[str],
    notice: str,
) -> Rendered:
    from mkdocs.commands.build import build  # noqa: PLC0415 - after the notice is turned off
    from mkdocs.config import load_config  # noqa: PLC0415

    text = (root / "mkdocs.yml").read_text(encoding="utf-8-sig")
    code = _OBJECT.search(text)
    if code:
        return Rendered(
            (_wrong(f"「{code[0]}」会运行程序，不能用", text.count("\n", 0, code.start()) + 1),)
        )
    config = load_config(
        str(root / "mkdocs.yml"), site_dir=str(site), docs_dir=str(docs), strict=False
    )
    wrong = _unusable(config, text)
    if wrong:
        return Rendered(tuple(wrong))
    config.nav = without_pages(config.nav, absent(root, docs))
    config.copyright = _foot(config.copyright, result.edition)
    plugin: AnjianPlugin = config.plugins["anjian"]  # type: ignore[assignment]
    plugin.result = result
    plugin.tick = tick
    plugin.notice = notice
    build(config)
    findings = tuple(translate(line, root) for line in said)
    return Rendered(
        findings,
        frozenset(plugin.excluded),
        tuple(Path(one) for one in config.theme.dirs if not Path(one).is_relative_to(root)),
        plugin.theme_page,
    )


def _foot(copyright_: str | None, edition: Edition) -> str:
    """What stands at the foot of every page: the issue, after what the project says there."""
    day, _, digest = edition.stamp.rpartition("-")
    text = f"{html_text(edition.rule.title)} {day} 第 {digest} 号"
    issue = f'<span class="aj-issue">{text}</span>'
    return f"{copyright_}　{issue}" if copyright_ else issue


def _unusable(config: MkDocsConfig, text: str) -> list[Finding]:
    """What our pages rely on: their folder, their plugin, addresses that work from a disk."""
    from .mkdocs_plugin import superfluous  # noqa: PLC0415 - imports MkDocs

    found = []
    named = re.search(r"^docs_dir:[ \t]*[\"']?([^\s\"'#]*)", text, re.MULTILINE)
    if named and named[1].strip("./") not in ("docs", ""):
        found.append(_wrong("docs_dir 只能是 docs"))
    if "anjian" not in config.plugins:
        found.append(_wrong("plugins 里没有 anjian；没有它，手写页面里的脚本不会被去掉"))
    second = superfluous(config)
    if second:
        found.append(_wrong(second))
    if config.use_directory_urls:
        found.append(_wrong("use_directory_urls 要写 false，否则从磁盘打开时链接无效"))
    return found


def _is_abort(error: BaseException) -> bool:
    from mkdocs.exceptions import Abort, ConfigurationError  # noqa: PLC0415

    return isinstance(error, (Abort, ConfigurationError))


def _wrong(message: str, line: int = 1) -> Finding:
    hint = "对照 anjian init 生成的 mkdocs.yml。"
    text = message.strip() or "MkDocs 没有完成"
    return Finding("mkdocs.yml", "S301", text, hint=hint, place=Place(line, 1))


class _Collector(logging.Handler):
    """Keeps what MkDocs and its plugins log, in place of printing it."""

    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.said = said

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def _silenced() -> Iterator[list[str]]:
    """Keep the chatter of MkDocs and its plugins from people who read Chinese."""
    said: list[str] = []
    logger = logging.getLogger("mkdocs")
    before = logger.level, logger.propagate, logger.handlers[:]
    logger.handlers[:] = [_Collector(said)]
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield said
    finally:
        logger.setLevel(before[0])
        logger.propagate = before[1]
        logger.handlers[:] = before[2]


@contextmanager
def _dated(today: date) -> Iterator[None]:
    """Give MkDocs the day of this build, so that its sitemap has the same bytes."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    # Noon is the same day almost everywhere, and never the 0 that MkDocs cannot read.
    noon = datetime(today.year, today.month, today.day, 12, tzinfo=timezone.utc)
    os.environ["SOURCE_DATE_EPOCH"] = str(max(1, int(noon.timestamp())))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before

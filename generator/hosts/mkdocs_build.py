"""Let MkDocs render docs/ into a folder; what it complains of comes back as findings."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timezone
from pathlib import Path

from ..base.finding import Finding, Level, Place

Tick = Callable[[int, int], None]
_DOCUMENT = re.compile(r"'([^']+\.md)'")
_SAID = (
    (re.compile(r"contains a link '([^']*)', but the target"), "链接「{0}」指向的文件不存在"),
    (re.compile(r"contains a link '([^']*)', but the doc .* does not contain an anchor"), "链接「{0}」指向的位置不存在"),
    (re.compile(r"contains a link '(#[^']*)', but there is no such anchor"), "链接「{0}」指向的位置不存在"),
    (re.compile(r"contains an absolute link '([^']*)'"), "链接「{0}」是绝对地址，从磁盘打开时无效"),
    (re.compile(r"contains an unrecognized relative link '([^']*)'"), "链接「{0}」认不出指向哪里"),
    (re.compile(r"reference to '([^']*)' is included in the 'nav'.*not found"), "导航里的「{0}」不存在"),
    (re.compile(r"relative path to '([^']*)' is included in the 'nav'.*not found"), "导航里的「{0}」不存在"),
)  # fmt: skip


class _Collector(logging.Handler):
    """Keeps what MkDocs logs, in place of printing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def build_site(
    root: Path, site: Path, today: date, tick: Tick = lambda _done, _total: None
) -> list[Finding]:
    """Render the project's docs/ into `site` and return what MkDocs complained of.

    Every complaint is an error: the build is strict. Nothing but `site` is written.
    """
    # Said before the import: Material prints a notice about its own future at import time.
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    with _silenced() as collector, _dated(today):
        findings: list[Finding] = []
        try:
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), strict=False)
            plugin = config.plugins.get("anjian")
            if plugin is not None:
                plugin.generated = True  # type: ignore[attr-defined]
                plugin.tick = tick  # type: ignore[attr-defined]
            build(config)
        except (Abort, MkDocsException, SystemExit) as error:
            findings.append(_failure(str(error)))
        except OSError:
            raise
        except Exception as error:  # noqa: BLE001 - a plugin or theme of the user's may raise anything
            if os.environ.get("ANJIAN_DEBUG"):
                raise
            findings.append(_failure(f"{type(error).__name__}: {error}"))
        return [*map(_finding, collector.records), *findings]


def _failure(text: str) -> Finding:
    message = f"MkDocs 没有完成：{text or '原因见上'}"
    return Finding("mkdocs.yml", "S302", message, hint="检查 mkdocs.yml。", place=Place(1, 1))


def _finding(record: logging.LogRecord) -> Finding:
    text = record.getMessage()
    document = _DOCUMENT.search(text)
    path = f"docs/{document[1]}" if document else "mkdocs.yml"
    for pattern, message in _SAID:
        found = pattern.search(text)
        if found:
            return Finding(path, "S301", message.format(found[1]), Level.ERROR, place=Place(1, 1))
    return Finding(path, "S301", f"MkDocs 报告：{text}", Level.ERROR, place=Place(1, 1))


@contextmanager
def _silenced() -> Iterator[_Collector]:
    """Keep the chatter of MkDocs, its plugins and jieba from people who read Chinese."""
    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    before = logger.level, logger.propagate, logger.handlers[:]
    logger.handlers[:] = [collector]
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        import jieba

        jieba.setLogLevel(logging.CRITICAL)
    except ImportError:
        pass
    try:
        yield collector
    finally:
        logger.level, logger.propagate = before[0], before[1]
        logger.handlers[:] = before[2]


@contextmanager
def _dated(today: date) -> Iterator[None]:
    """Give MkDocs the day of this build, so that its sitemap has the same bytes."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    midnight = datetime(today.year, today.month, today.day, tzinfo=timezone.utc)
    os.environ["SOURCE_DATE_EPOCH"] = str(max(1, int(midnight.timestamp())))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before

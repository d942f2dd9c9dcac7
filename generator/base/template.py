"""Jinja templates in which every value is escaped by its type, so that none can be forgotten."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context

from .dates import PartialDate
from .markdown import LinkTarget, Raw, plain, prose, words
from .marked import MarkedLine, MarkedProse, with_signs, with_tags
from .text import Line, Prose


class _Environment(Environment):
    """Jinja's own, in which a name after a dot is an attribute and nothing else."""

    getattr = staticmethod(getattr)  # type: ignore[assignment]


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates beside compiled modules; where nothing can be written, none are kept."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template for the next run."""
        with suppress(OSError):
            super().dump_bytecode(bucket)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a compiled template of an earlier run, if there is a sound one."""
        with suppress(OSError, EOFError, ValueError, TypeError):
            super().load_bytecode(bucket)


@pass_context
def _escape(context: Context, value: Any) -> Any:
    if type(value) is Raw:
        return value
    if type(value) is Line or type(value) is str:
        return plain(value)
    if value is None:
        return ""
    if isinstance(value, Prose):
        target: LinkTarget = context["link"]
        if isinstance(value, MarkedProse):
            return with_tags(prose(with_signs(value), target), value.anchors)
        return prose(value, target)
    if isinstance(value, MarkedLine):
        return with_tags(plain(with_signs(value)), value.anchors)
    if isinstance(value, PartialDate):
        return value.chinese()
    return plain(str(value))


def _compiled(folder: Path) -> _Compiled | None:
    """Where compiled templates are kept: with Python's own, and not where it keeps none."""
    if sys.dont_write_bytecode or not folder.is_dir():
        return None
    return _Compiled(str(folder), "template-%s.cache")


def environment(folder: Path, **filters: Callable[..., Any]) -> Environment:
    """Make a template environment over one folder of the package.

    Texts come out as plain text, `Prose` as safe Markdown blocks, `Raw` untouched. Helpers are
    filters, because a template calls a filter at a third of what a call through it costs.
    """
    made = _Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        finalize=_escape,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # `finalize` escapes, for Markdown and HTML at once
        auto_reload=False,
        bytecode_cache=_compiled(folder / "__pycache__"),
    )
    made.filters["raw"] = Raw
    made.filters["line"] = lambda text: plain(words(str(text)))
    made.filters.update(filters)
    return made

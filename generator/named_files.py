"""Which files below docs/ are named: by a record, by a page, by the settings of the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from urllib.parse import unquote, urlsplit

from .base.by_identity import by_identity
from .base.declaration import walk
from .base.markdown import links
from .base.page_links import page_links
from .base.record import Attachment, Record
from .base.text import Prose
from .records.rectification import Evidence

_STYLE_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)|@import\s+[\"']([^\"']+)")


def named_files(
    records: Iterable[Record],
    documents: Mapping[str, str],
    site_files: Iterable[str],
    known: AbstractSet[str],
    attached: Mapping[str, bytes],
) -> frozenset[str]:
    """Return the files among `known` that records, pages or the settings of the site name.

    What a style sheet among them loads is named too; `attached` has the bytes of files.
    """
    named = set(site_files)
    for record in records:
        named.update(files_of_record(record))
    for path, text in documents.items():
        named.update(files_of_page(path, text))
    kept = named & known
    styles = sorted(name for name in kept if name.endswith(".css"))
    while styles:
        name = styles.pop()
        text = attached.get(name, b"").decode("utf-8", "replace")
        more = set(files_of_style(name, text)) & known - kept
        kept |= more
        styles += sorted(one for one in more if one.endswith(".css"))
    return frozenset(kept)


@by_identity
def files_of_record(record: Record) -> tuple[str, ...]:
    """The files below docs/ that a record names: in its 附件, as evidence, in a link."""
    return tuple(_files_of_record(record))


def _files_of_record(record: Record) -> Iterator[str]:
    for _, attachment in walk(record, Attachment):
        yield str(attachment.file)
    for _, evidence in walk(record, Evidence):
        if evidence.file:
            yield str(evidence.file)
    for _, text in walk(record, Prose):
        if "](" in text:
            for link in links(text):
                if "://" not in link.target and not link.target.startswith("#"):
                    yield link.target.partition("#")[0]


def files_of_page(path: str, text: str) -> Iterator[str]:
    """Yield the files that a hand-written page names, as paths below docs/."""
    for link in page_links(text):
        yield from _resolved(path, link.target)


def files_of_style(path: str, text: str) -> Iterator[str]:
    """Yield the files that a style sheet loads, as paths below docs/."""
    for found in _STYLE_ADDRESS.finditer(text):
        yield from _resolved(path, found[1] or found[2])


def _resolved(path: str, address: str) -> Iterator[str]:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return
    if not parts.scheme and not parts.netloc and parts.path:
        yield posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))

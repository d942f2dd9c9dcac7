"""The index of a site: an edition and its pages to the files of the search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..addresses import search_file
from ..base.page import Asset, Page
from ..editions import Edition
from .documents import documents
from .fold import squeezed
from .index import SearchSettings, build_index


def index_files(
    edition: Edition, pages: Iterable[Page | Asset], previous: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Yield path below docs/ and bytes of every file of the index.

    `previous` are the files of an earlier index by name; what still holds is taken from there.
    """
    made = build_index(documents(edition, pages), search_settings(edition), previous)
    for name, content in made.items():
        yield search_file(name), content


def search_settings(edition: Edition) -> SearchSettings:
    """Words of one meaning from the settings and the regulations' short names; terms of cases."""
    library = edition.library
    groups = [tuple(map(str, group.split("/"))) for group in library.settings.synonyms]
    words: set[str] = set()
    for record in library.of_kind("regulation"):
        regulation: Any = record
        if regulation.aliases:
            groups.append((record.heading, *map(str, regulation.aliases)))
            words.update(map(str, regulation.aliases))
    for record in library.of_kind("case"):
        case: Any = record
        words.update(str(loophole.type) for loophole in case.loopholes)
    unique = {tuple(one.strip() for one in group if squeezed(one)): None for group in groups}
    return SearchSettings(tuple(unique), tuple(sorted(words)))

"""The pages of an edition as the search sees them."""

from __future__ import annotations

from collections.abc import Iterable

from ..addresses import record_at
from ..base.page import Asset, Page, html_address
from ..editions import Edition
from ..library import Library
from .document import Document
from .filing import about, kind_facet, record_facets
from .page_text import generated_text
from .text_blocks import one_line
from .written_page import written_pages


def documents(edition: Edition, pages: Iterable[Page | Asset]) -> list[Document]:
    """Return the pages that can be found, by path: of records, of ledgers, hand-written ones.

    Lists, figures and the like repeat what those pages say; they are no documents.
    """
    found = list(written_pages(edition.library))
    for page in pages:
        if isinstance(page, Page) and page.searchable:
            made = _of_record(edition.library, page) or _filed(page)
            if made is not None:
                found.append(made)
    return sorted(found, key=lambda one: one.path)


def _of_record(library: Library, page: Page) -> Document | None:
    reference = record_at(page.path)
    record = library.get(reference) if reference else None
    if reference is None or record is None:
        return None
    return Document(
        html_address(page.path),
        one_line(page.title),
        record.label,
        str(reference.bare()),
        about(library, record, reference.part),
        generated_text(page.body).sections,
        record_facets(library, record, reference.part),
    )


def _filed(page: Page) -> Document | None:
    """A page of a ledger, whose rows have none of their own, or of a post."""
    if not page.filed:
        return None
    return Document(
        html_address(page.path),
        one_line(page.title),
        page.filed,
        page.path,
        "",
        generated_text(page.body).sections,
        kind_facet(page.filed),
    )

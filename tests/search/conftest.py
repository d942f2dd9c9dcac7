"""What the tests of the search share: pages from texts, an index that is built and opened."""

from collections.abc import Callable, Sequence

import pytest

from generator.build import check, search_documents
from generator.disk import read_project
from generator.search.document import Document, Section
from generator.search.index import SearchSettings, build_index
from generator.search.reader import Index, open_index

Texts = str | Sequence[str]


def make_page(
    path: str,
    texts: Texts = (),
    title: str = "",
    sections: Sequence[Section] | None = None,
    **facets: str | Sequence[str],
) -> Document:
    """A page with one section, or with those that are given; facets by label."""
    blocks = (texts,) if isinstance(texts, str) else tuple(texts)
    return Document(
        path,
        title or path,
        "案例",
        path,
        "",
        tuple(sections) if sections is not None else (Section("", "", blocks),),
        tuple(
            (label, (some,) if isinstance(some, str) else tuple(some))
            for label, some in facets.items()
        ),
    )


def make_index(
    pages: Sequence[Document] | dict[str, Texts],
    synonyms: Sequence[Sequence[str]] = (),
    words: Sequence[str] = (),
) -> Index:
    """Build an index of pages, or of texts by path, and open it."""
    if isinstance(pages, dict):
        pages = [make_page(path, texts) for path, texts in pages.items()]
    settings = SearchSettings(tuple(tuple(group) for group in synonyms), tuple(words))
    return open_index(build_index(pages, settings))


@pytest.fixture(scope="session")
def page() -> Callable[..., Document]:
    return make_page


@pytest.fixture(scope="session")
def opened() -> Callable[..., Index]:
    return make_index


@pytest.fixture(scope="session")
def reference_documents(root, today) -> list[Document]:
    """The pages of the library that ships, as the public edition has them."""
    return search_documents(check(read_project(root), today), "public")


@pytest.fixture(scope="session")
def reference_index(reference_documents) -> Index:
    return make_index(reference_documents)

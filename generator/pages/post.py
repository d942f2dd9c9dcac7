"""The page of a post: its risks, its cases, the clauses, and the list to check, print and sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..addresses import facet_page, post_index, post_page
from ..base.page import Page
from ..base.reference import Reference
from ..citations import CitationLink
from ..editions import Edition
from ..library import Library, key_of
from ..posts import Post, posts
from ._citations import Clauses
from ._frame import render

_OF_CASES = ("citations", "clauses")
"""Where a case names the rules that were broken; elsewhere it tells what was said of them."""


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of posts and one page per post."""
    known = posts(edition.library)
    yield render(
        edition,
        "post_list.md.j2",
        post_index(),
        "我的岗位",
        posts=[(one, post_page(one.name)) for one in known.values()],
        bare=[name for name in edition.library.settings.posts if str(name) not in known],
    )
    clauses = Clauses(edition)
    for post in known.values():
        gathered = clauses.gather(_links(edition.library, post))
        made = render(
            edition,
            "post.md.j2",
            post_page(post.name),
            post.name,
            [("我的岗位", post_index())],
            post=post,
            all_cases=facet_page("post", post.name),
            groups=gathered.groups,
            notes=gathered.notes,
        )
        yield replace(made, filed="岗位")


def _links(library: Library, post: Post) -> Iterator[CitationLink]:
    for risk in post.risks:
        yield from library.citations.get(key_of(risk), ())
    for one in post.cases:
        key: Reference = key_of(one.case)
        for link in library.citations.get(key, ()):
            if link.route[0] in _OF_CASES:
                yield link

"""Sources that cite, as the lists of the citation pages show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..base.fictional import without_mark
from ..base.markdown import Raw
from ..base.reference import Reference
from ..citing import Citer, citer
from ..editions import Edition
from ._frame import Frame


class SourceLinks:
    """The sources for the lists of one page: each is looked up and linked once."""

    def __init__(self, edition: Edition, path: str) -> None:
        self.frame = Frame(edition, path, "")
        self._links: dict[Reference, Raw] = {}
        self._found: dict[Reference, Citer] = {}

    def of(self, source: Reference) -> Citer:
        """The name and the page of a source."""
        if source not in self._found:
            found = citer(self.frame.edition.library, source)
            # The page that a link leads to says so; in a long list it would hide the titles.
            self._found[source] = found._replace(title=without_mark(found.title))
        return self._found[source]

    def link(self, source: Reference) -> Raw:
        """A link to a source by its title."""
        if source not in self._links:
            found = self.of(source)
            self._links[source] = self.frame.a(found.path, found.title)
        return self._links[source]

    def listed(self, sources: Iterable[Reference]) -> Raw:
        """Links to the sources, each once, with how often it came where that is several times."""
        return Raw(
            "；".join(
                self.link(source)
                + (f'<span class="aj-count">（{times} 处）</span>' if times > 1 else "")
                for source, times in Counter(sources).items()
            )
        )

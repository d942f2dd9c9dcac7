"""What the search knows of one page: its texts as they are shown, and how it is filed."""

from __future__ import annotations

from dataclasses import dataclass

TITLE = "标题"
CITED = "依据"
SHOWN_FACETS = ("种类", "领域", "违反纪律", "层级", "年份", "岗位", "关键词")
"""The facets that a reader can choose from, in this order."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page that a link can lead to; `anchor` is "" for what stands before the first.

    `blocks` are plain texts as shown: a paragraph, an item of a list, a row of a table each.
    """

    anchor: str
    heading: str
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One page as the search sees it; `path` is its address below the site's root."""

    path: str
    title: str
    kind: str
    group: str
    """The record that the page belongs to: the versions of one regulation share it."""
    about: str
    sections: tuple[Section, ...]
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Values by label of the facet, such as 领域 or 依据."""

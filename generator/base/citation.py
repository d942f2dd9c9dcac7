"""Citations of regulations: which regulation, which version, which articles, and where they stand.

Spans are places in the text that was given; the text is never changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from .citation_marks import LAW_LIKE
from .citation_places import Clause
from .dates import PartialDate
from .han import simplified
from .numerals import ArticleNumber

__all__ = ["Citation", "Clause", "Named", "NamedVersion", "fold_name", "is_law_like"]


@dataclass(frozen=True, slots=True)
class NamedVersion:
    """The version that a text names: by a year, by a date, or by the day it came into force."""

    date: PartialDate
    basis: str = ""
    """施行 where the text says that the date is the one in force from."""
    text: str = ""


class Named(NamedTuple):
    """A regulation as a text names it."""

    name: str
    version: NamedVersion | None = None
    vague: str = ""
    """Words such as 修订前, which name a version without saying which."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One regulation named in a text, with the articles that follow it."""

    name: str
    """The name in simplified characters; "" where the text is a regulation and means itself."""
    version: NamedVersion | None
    clauses: tuple[Clause, ...]
    start: int
    end: int
    unread: tuple[str, ...] = ()
    """What looks like an article and has a number that none can have."""
    vague: str = ""

    @property
    def articles(self) -> tuple[ArticleNumber, ...]:
        """The articles that are named, each once; of a range the first and the last."""
        found = [one for clause in self.clauses for one in (clause.number, clause.last) if one]
        return tuple(dict.fromkeys(found))


def without_lead(name: str) -> str:
    """A name without 中华人民共和国 or 中国共产党 before it."""
    for lead in ("中华人民共和国", "中国共产党"):
        if name.startswith(lead) and len(name) > len(lead):
            return name[len(lead) :]
    return name


def fold_name(name: str) -> str:
    """Fold a regulation's name so that its full and its usual form compare equal."""
    folded = re.sub(r"[\s〈〉<>《》]", "", simplified(name)).replace("(", "（").replace(")", "）")
    return without_lead(folded)


def is_law_like(name: str) -> bool:
    """Whether a name ends as those of laws, regulations and party rules do."""
    return LAW_LIKE.search(name) is not None

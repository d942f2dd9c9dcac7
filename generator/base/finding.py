"""What is wrong, where, and what to do about it: a value, never an exception."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

Route = tuple[str | int, ...]
"""The way to a value inside a document: English field names and list positions."""


class Level(IntEnum):
    """How grave a finding is; higher is graver."""

    NOTICE = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The Chinese word printed before the code."""
        return {1: "提示", 2: "警告", 3: "错误"}[self.value]


class Place(NamedTuple):
    """A place in a text file; line and column count from 1, 0 means unknown."""

    line: int = 0
    column: int = 0


NOWHERE = Place()


class BlockPlace(Place):
    """Where the text of a literal block begins; its lines follow each other in the file."""

    __slots__ = ()

    def at(self, line: int, column: int) -> Place:
        """The place of a character of the text, both counted from 0."""
        return Place(self.line + line, self.column + column)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong in one file.

    A check gives `route`; `place` is filled in from the document when the finding is
    reported, so that no check ever counts lines.
    """

    path: str
    code: str
    message: str
    level: Level = Level.ERROR
    route: Route = ()
    hint: str = ""
    place: Place = NOWHERE
    publishing: bool = False
    """Whether it stops what is published, `build` and `pack`, though it is a warning."""

    @property
    def stops_publishing(self) -> bool:
        """Whether nothing may be published with this in it."""
        return self.level is Level.ERROR or self.publishing

    def line(self) -> str:
        """The finding as one line of text: path:line:column: level code message."""
        where = self.path
        if self.place.line:
            where += f":{self.place.line}:{max(self.place.column, 1)}"
        return f"{where}: {self.level.label} {self.code} {self.message}"


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings sorted by file and place, each of them once."""
    return tuple(
        sorted(
            dict.fromkeys(findings),
            key=lambda one: (one.path, one.place, -one.level, one.code, one.message),
        )
    )


def worst(findings: Iterable[Finding]) -> Level | None:
    """Return the gravest level among the findings, None where there are none."""
    return max((one.level for one in findings), default=None)

"""What is found in an attachment, and the bounds within which it is looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

MAX_FILE = 64 * 1024 * 1024
"""Bytes of one attachment: 64 MB is what a printed page of scans needs many times over."""
MAX_UNPACKED = 256 * 1024 * 1024
MAX_DEPTH = 4
MAX_TAGS = 800_000
"""Tags of XML: a table of 150,000 cells. Each takes six microseconds and 300 bytes."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of an attachment, visible or not, and in Chinese where it stands."""

    where: str
    text: str
    stripped: bool = False
    """Whether it is gone from what is published."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that must not be published as it is."""

    code: str
    message: str
    hint: str = ""
    publishable: bool = False
    """Whether it was taken out, so that the rest can be published."""


@dataclass(frozen=True, slots=True)
class Examined:
    """Every text of an attachment, what is wrong with it, and what may be published."""

    texts: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()
    published: bytes | None = None
    """None where a person has to change the file first."""


class Refused(Exception):  # noqa: N818 - named for what happens to the file
    """A file is not looked at any further; its argument is the problem."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.problem = Problem(code, message, hint)


@dataclass(slots=True)
class Budget:
    """What may still be unpacked, counted over a file and all that is packed in it."""

    left: int = MAX_UNPACKED
    depth: int = 0
    tags: int = MAX_TAGS

    def take(self, count: int) -> None:
        """Count bytes that were unpacked; raises Refused where they are too many."""
        self.left -= count
        if self.left < 0:
            raise Refused("P307", "解开后大得不正常，没有检查", "把它拆成几个小文件。")

    def take_tags(self, count: int) -> None:
        """Count tags of XML before they are read; raises Refused where they are too many."""
        self.tags -= count
        if self.tags < 0:
            raise Refused("P307", "内容多得不正常，没有检查", "把它拆成几个小文件。")


@dataclass
class Notes:
    """What a module gathers while it looks at one file."""

    texts: list[Passage] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    removed: dict[str, None] = field(default_factory=dict)
    """Names of the properties that were taken out, each once, in order."""

    def say(self, code: str, message: str, hint: str) -> None:
        """Note what a person has to change."""
        self.problems.append(Problem(code, message, hint))

    def text(self, where: str, text: str, *, stripped: bool = False) -> None:
        """Note a text, unless it is blank."""
        if text.strip():
            self.texts.append(Passage(where, text, stripped))

    def property(self, name: str, text: str = "") -> None:
        """Note a property that is taken out and what it says."""
        self.removed[name] = None
        self.text(f"属性「{name}」", text, stripped=True)

    def inner(self, where: str, examined: Examined) -> None:
        """Take over what was found in a file inside of this one."""
        for passage in examined.texts:
            self.texts.append(replace(passage, where=f"{where}：{passage.where}"))
        for problem in examined.problems:
            message = f"{where}：{problem.message}"
            self.problems.append(replace(problem, message=message))

    def finish(self, published: bytes) -> Examined:
        """Return everything noted, with the bytes to publish where nothing stands against it."""
        problems = list(self.problems)
        if self.removed:
            problems.insert(0, removed(self.removed))
        blocked = any(not one.publishable for one in problems)
        return Examined(tuple(self.texts), tuple(problems), None if blocked else published)


def removed(names: Iterable[str]) -> Problem:
    """Return the notice that properties are not in the published copy."""
    return Problem(
        "P301",
        f"属性已删去：{'、'.join(names)}",
        "只在发布的那一份里删去，原文件没有改动。",
        publishable=True,
    )

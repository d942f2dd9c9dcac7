"""The shape of a YAML document: scalars as written, lists, mappings, each with its place."""

from __future__ import annotations

from typing import Any

from .finding import Place


class _Placed:
    """Something that stands in the text; where is worked out for the few that are asked."""

    __slots__ = ("_mark",)
    _mark: Any

    @property
    def place(self) -> Place:
        """The line and the column at which this begins, both from 1."""
        mark = self._mark
        return mark if isinstance(mark, Place) else Place(mark.line + 1, mark.column + 1)


class Scalar(_Placed):
    """One value as text, never interpreted: `no`, `0123` and `12:30` stay what was written.

    `mark` is a Place, or a mark of the parser.
    """

    __slots__ = ("plain", "text")

    def __init__(self, text: str, mark: Any, *, plain: bool = True) -> None:
        self.text = text
        self._mark = mark
        self.plain = plain


class Sequence(_Placed):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, items: list[Node], mark: Any) -> None:
        self.items = items
        self._mark = mark


class Mapping(_Placed):
    """Keys and values in the order written; a key that repeats stands here once, the first."""

    __slots__ = ("entries",)

    def __init__(self, entries: list[tuple[Scalar, Node]], mark: Any) -> None:
        self.entries = entries
        self._mark = mark


Node = Scalar | Sequence | Mapping


def size(node: Node) -> int:
    """Count the nodes below and including this one; alias targets count each time."""
    total = 0
    stack = [node]
    while stack:
        one = stack.pop()
        total += 1
        if isinstance(one, Sequence):
            stack.extend(one.items)
        elif isinstance(one, Mapping):
            total += len(one.entries)
            stack.extend(value for _, value in one.entries)
    return total


def is_empty(node: Node) -> bool:
    """Whether nothing was written: no text, `~`, `null`, or a list or mapping without items."""
    if type(node) is Scalar:
        text = node.text
        return node.plain and (not text or (len(text) < 5 and text.strip() in ("", "~", "null")))
    if isinstance(node, Sequence):
        return not node.items
    return isinstance(node, Mapping) and not node.entries


def plain_value(node: Node) -> object:
    """Turn a node into text, lists and dicts, for settings that have no model."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain_value(item) for item in node.items]
    return {key.text: plain_value(value) for key, value in node.entries}

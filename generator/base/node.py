"""The shape of a YAML document: scalars as written, lists, mappings, each with its place."""

from __future__ import annotations

from .finding import Place


class Scalar:
    """One value as text, never interpreted: `no`, `0123` and `12:30` stay what was written."""

    __slots__ = ("place", "plain", "text")

    def __init__(self, text: str, place: Place, *, plain: bool = True) -> None:
        self.text = text
        self.place = place
        self.plain = plain


class Sequence:
    """A list of nodes."""

    __slots__ = ("items", "place")

    def __init__(self, items: list[Node], place: Place) -> None:
        self.items = items
        self.place = place


class Mapping:
    """Keys and values in the order written; a key that repeats stands here once, the first."""

    __slots__ = ("entries", "place")

    def __init__(self, entries: list[tuple[Scalar, Node]], place: Place) -> None:
        self.entries = entries
        self.place = place


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


def plain_value(node: Node) -> object:
    """Turn a node into text, lists and dicts, for settings that have no model."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain_value(item) for item in node.items]
    return {key.text: plain_value(value) for key, value in node.entries}

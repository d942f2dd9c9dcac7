"""Change some fields of some rows in the text of a ledger file; every other line stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from .base.declaration import Part, Shape, keys
from .base.node import Mapping, Sequence
from .base.yaml_writer import field_order, write_yaml

_DASH = re.compile(r"\s*(?:- +)*")
_NOTE = re.compile(r"\s+#.*$")


@dataclass(frozen=True)
class Change:
    """What changes in one row: values by English name, None for a field that goes."""

    node: Mapping
    before: Table[str, Any]
    """What the changed fields hold now, as `write_yaml` takes it."""
    after: Table[str, Any]
    whole: Table[str, Any]
    """All that the row will hold, for one that cannot be changed line by line."""


def changed(
    text: str, root: Mapping | Sequence, changes: Iterable[Change], model: type[Part]
) -> str:
    """Return the text of a ledger with changes in some of its rows.

    `root` is the text as it was read, its rows or the one record; each line ends in a line feed.
    """
    lines = text.split("\n")
    starts = [root] if isinstance(root, Mapping) else root.items
    begins = sorted(node.place.line for node in starts)
    edits: list[tuple[int, int, list[str]]] = []
    for change in changes:
        begin = change.node.place.line
        last = next((line - 1 for line in begins if line > begin), len(lines))
        edits += _edits(lines, change, _end(lines, change.node, last), model)
    out: list[str] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda one: one[:2]):
        out += lines[at:start]
        out += new
        at = max(end, at)
    return "\n".join([*out, *lines[at:]])


def appended(text: str, root: Sequence | None, rows: Iterable[str]) -> str | None:
    """Return the text of a ledger with more rows at its end, each written as a mapping.

    None where the rows that stand there do not begin with `- `.
    """
    indent = ""
    if root is not None and root.items:
        line = text.split("\n")[root.items[0].place.line - 1]
        found = re.match(r"(\s*)- ", line)
        if found is None:
            return None
        indent = found[1]
    start = text if not text or text.endswith("\n") else f"{text}\n"
    return start + "".join(f"{indent}{line}\n" for row in rows for line in _listed(row))


def _listed(row: str) -> Iterator[str]:
    first, *rest = row.splitlines()
    yield f"- {first}"
    yield from (f"  {line}" if line else "" for line in rest)


def _end(lines: list[str], node: Mapping, last: int) -> int:
    """The line after the last one that says something of a row, counted from 0."""
    depth = node.entries[0][0].place.column if node.entries else 1
    while last > node.place.line and _says_nothing(lines[last - 1], depth):
        last -= 1
    return last


def _says_nothing(line: str, depth: int = 10_000) -> bool:
    """Whether a line is blank or a comment; one that stands deeper than a name may be text."""
    plain = line.lstrip()
    comment = plain.startswith("#") and len(line) - len(plain) < depth
    return not plain.strip() or comment or plain.strip() == "-"


def _edits(
    lines: list[str], change: Change, end: int, model: type[Part]
) -> Iterator[tuple[int, int, list[str]]]:
    spans = _spans(lines, change.node, end, model)
    first = change.node.entries[0][0].place if change.node.entries else change.node.place
    on_dash = next((n for n, (start, _) in (spans or {}).items() if start == first.line - 1), "")
    if spans is None or (on_dash in change.after and change.after[on_dash] is None):
        yield _rewritten(lines, change, end, model)
        return
    indent = " " * (first.column - 1)
    order = field_order(model)
    for name in sorted(change.after, key=order.index):
        new = _block(change.after, name, model, indent)
        if name in spans:
            start, stop = spans[name]
            head = lines[start][: first.column - 1]
            old = _block(change.before, name, model, indent)
            kept = _merged([indent + lines[start][len(head) :], *lines[start + 1 : stop]], old, new)
            if kept:
                kept[0] = head + kept[0][len(head) :]
            yield start, stop, kept
        elif new:
            earlier = [stop for other, (_, stop) in spans.items()
                       if order.index(other) < order.index(name)]  # fmt: skip
            at = max(earlier, default=end)
            yield at, at, new


def _block(values: Table[str, Any], name: str, model: type[Part], indent: str) -> list[str]:
    if values.get(name) in (None, (), []):
        return []
    written = write_yaml({name: values[name]}, model).splitlines()
    return [indent + line if line else "" for line in written]


def _merged(lines: list[str], old: list[str], new: list[str]) -> list[str]:
    """The new lines, with the comments beside and between those that stay.

    `old` is how the field would be written now; where the file has it otherwise, and that
    is more than comments, the new lines are returned as they are.
    """
    owners: list[list[str]] = []
    waiting: list[str] = []
    for line in lines:
        wanted = old[len(owners)] if len(owners) < len(old) else None
        if wanted is not None and (line == wanted or (line and _NOTE.sub("", line) == wanted)):
            owners.append([*waiting, line])
            waiting = []
        elif _says_nothing(line):
            waiting.append(line)
        else:
            return new
    if len(owners) != len(old):
        return new
    out: list[str] = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            out += (line for owner in owners[i:j] for line in owner)
            continue
        for n, line in enumerate(new[k:m]):
            if i + n < j:
                *above, own = owners[i + n]
                out += above
                note = _NOTE.search(own)
                out.append(line + (note[0] if note and own != old[i + n] else ""))
            else:
                out.append(line)
    return [*out, *waiting]


def _spans(
    lines: list[str], node: Mapping, end: int, model: type[Part]
) -> dict[str, tuple[int, int]] | None:
    """The lines of each field, counted from 0; None where fields share lines or stand askew."""
    table: dict[str, Shape] = keys(model)
    found: dict[str, tuple[int, int]] = {}
    starts = [key.place for key, _ in node.entries]
    for number, (key, _) in enumerate(node.entries):
        place = key.place
        head = lines[place.line - 1][: place.column - 1]
        fits = _DASH.fullmatch(head) if not number else not head.strip()
        last = number + 1 == len(starts)
        following = end if last else starts[number + 1].line - 1
        if not fits or following < place.line or place.column != starts[0].column:
            return None
        stop = following
        while stop > place.line and _says_nothing(lines[stop - 1], place.column):
            stop -= 1
        shape = table.get(key.text) or table.get(key.text.strip())
        if shape is not None:
            found[shape.name] = (place.line - 1, stop)
    return found


def _rewritten(
    lines: list[str], change: Change, end: int, model: type[Part]
) -> tuple[int, int, list[str]]:
    """The whole row written anew, in the place of one that does not stand line by line."""
    start = change.node.place.line - 1
    head = re.match(r"(\s*)- ", lines[start])
    written = write_yaml(change.whole, model).splitlines()
    if head is None:
        return start, end, written
    return start, end, [head[1] + line if line else "" for line in _listed("\n".join(written))]

"""A de-identified copy of a record or a text: only the words concerned differ from the original."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .base.declaration import Part, shapes, value_at, walk
from .base.decode import decode
from .base.document import read_document
from .base.finding import Finding, Place, Route
from .base.locate import locate
from .base.node import Mapping as MappingNode
from .base.node import Node, Sequence
from .base.record import Record
from .privacy import TITLES, Hit, scan_texts

_NOT_TOUCHED = frozenset(("id", "review", "waivers", "imported"))
_MARKS = frozenset(("P201", "P202"))


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words that are replaced, why, and at which line of the file."""

    line: int
    old: str
    new: str
    reason: str


@dataclass(frozen=True)
class Deidentified:
    """A copy of a text, what was replaced in it, and what a person has to do."""

    text: str
    replacements: tuple[Replacement, ...] = ()
    by_hand: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    """Why nothing was read, where nothing was."""


def deidentified_text(text: str, allowed: frozenset[str] = frozenset()) -> Deidentified:
    """Return a plain text or a page without what identifies persons."""
    hits = [one for _, one in scan_texts([text], allowed)]
    edits = [(one.start, one) for one in hits if _is_replaced(one)]
    by_hand = [_uncertain(_line(text, one.start), one) for one in hits if not _is_replaced(one)]
    return Deidentified(_edited(text, edits), _told(text, edits), tuple(by_hand))


def deidentified_record(
    text: str, path: str, kind: type[Record], allowed: frozenset[str] = frozenset()
) -> Deidentified:
    """Return a file of records, each without what identifies persons.

    `text` has Unix line ends, `path` is below the project. One person has one mask through a
    whole record. The copy is read again: where it says anything else than the record with the
    replacements, the words are left as they are and named in `by_hand`.
    """
    before, findings = _records(text, path, kind)
    if before is None:
        return Deidentified(text, findings=tuple(findings))
    edits: dict[int, Hit] = {}
    by_hand: list[str] = []
    expected = []
    for node, record in before:
        wanted = _Wanted(text, node, record, kind)
        wanted.look(allowed)
        edits |= wanted.edits
        by_hand += wanted.by_hand
        expected.append(wanted.values)
    ordered = sorted(edits.items())
    made = _edited(text, ordered)
    after, _ = _records(made, path, kind)
    if after is None or [_values(record) for _, record in after] != expected:
        first = "改动后读出来的内容和预想的不一样，没有改动；请照下面列出的逐处改："
        listed = [f"第 {one.line} 行：{one.old} → {one.new}" for one in _told(text, ordered)]
        return Deidentified(text, by_hand=(first, *listed, *by_hand))
    return Deidentified(made, _told(text, ordered), (*by_hand, *_left(made, ordered)))


def difference(before: str, after: str, name: str) -> str:
    """The difference of two texts as lines with - and +, "" where there is none."""
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"{name}（原文）", f"{name}（处理后）", lineterm=""
    )
    return "".join(f"{line}\n" for line in lines)


class _Wanted:
    """What is to be replaced in one record, and where that stands in the file."""

    def __init__(self, text: str, node: MappingNode, record: Record, kind: type[Record]) -> None:
        self.text = text
        self.node = node
        self.record = record
        self.kind = kind
        self.edits: dict[int, Hit] = {}
        self.by_hand: list[str] = []
        self.values: dict[Route, str] = _values(record)
        self.starts = sorted(
            {_offset(text, locate(node, kind, route)) for route in self.values} | {len(text)}
        )

    def look(self, allowed: frozenset[str]) -> None:
        routes = [route for route in self.values if route[0] not in _NOT_TOUCHED]
        texts = [self.values[route] for route in routes]
        found: dict[int, list[Hit]] = {}
        for number, one in scan_texts(texts, allowed):
            found.setdefault(number, []).append(one)
        for number, hits in found.items():
            self.field(routes[number], texts[number], hits)

    def field(self, route: Route, value: str, hits: list[Hit]) -> None:
        place = locate(self.node, self.kind, route)
        start = _offset(self.text, place)
        end_of_field = next((one for one in self.starts if one > start), len(self.text))
        new, end = [], 0
        for one in hits:
            if not _is_replaced(one):
                self.by_hand.append(_uncertain(place.line, one))
                continue
            at = _nth(self.text, one.text, start, value.count(one.text, 0, one.start))
            if not start <= at < end_of_field:
                why = "在文件里断成了两行，或用了转义"
                said = f"第 {place.line} 行起：{one.text} → {one.replacement}（{why}，请手工改）"
                self.by_hand.append(said)
                continue
            self.edits[at] = one
            new += [value[end : one.start], one.replacement]
            end = one.end
        self.values[route] = "".join([*new, value[end:]])


def _records(
    text: str, path: str, kind: type[Record]
) -> tuple[list[tuple[MappingNode, Record]] | None, list[Finding]]:
    """The records of a file with their nodes, None with the findings where it cannot be read."""
    node, findings = read_document(text, path)
    nodes = _rows(node)
    if not nodes:
        return None, findings
    stem = path.rpartition("/")[2].rpartition(".")[0]
    found = []
    for one in nodes:
        record, more = decode(one, kind, path, {"id": stem}, partial=True)
        if record is None:
            return None, [*findings, *more]
        found.append((one, record))
    return found, findings


def _rows(node: Node | None) -> list[MappingNode]:
    if isinstance(node, MappingNode):
        return [node]
    if isinstance(node, Sequence):
        return [one for one in node.items if isinstance(one, MappingNode)]
    return []


def _values(record: Part) -> dict[Route, str]:
    """Every text of a record by its route; those of tables too."""
    values: dict[Route, str] = {route: str(text) for route, text in walk(record, str)}
    for name, shape in shapes(type(record)).items():
        if shape.table:
            table: Mapping[str, str] = value_at(record, (name,))
            values |= {(name, key): str(text) for key, text in table.items()}
    return values


def _is_replaced(one: Hit) -> bool:
    return one.code == "P110" or (one.certain and one.code not in _MARKS)


def _uncertain(line: int, one: Hit) -> str:
    if one.code in _MARKS:
        return f"第 {line} 行：{TITLES[one.code]}「{one.text}」，请先确定能不能用这份材料"
    return f"第 {line} 行：「{one.text}」可能是{TITLES[one.code]}，请自己判断"


def _offset(text: str, place: Place) -> int:
    start = 0
    for _ in range(place.line - 1):
        start = text.find("\n", start) + 1
    return start + max(place.column - 1, 0)


def _nth(text: str, words: str, start: int, number: int) -> int:
    """Where words stand for the nth time from a place on, counted from 0; -1 where they do not."""
    at = text.find(words, start)
    while number and at >= 0:
        at = text.find(words, at + len(words))
        number -= 1
    return at


def _edited(text: str, edits: list[tuple[int, Hit]]) -> str:
    pieces, end = [], 0
    for at, one in sorted(edits, key=lambda edit: edit[0]):
        pieces += [text[end:at], one.replacement]
        end = at + len(one.text)
    return "".join([*pieces, text[end:]])


def _told(text: str, edits: list[tuple[int, Hit]]) -> tuple[Replacement, ...]:
    return tuple(
        Replacement(_line(text, at), one.text, one.replacement, TITLES[one.code])
        for at, one in edits
    )


def _left(made: str, edits: list[tuple[int, Hit]]) -> Iterator[str]:
    """Say which names still stand in the file: in comments, in keys, in fields of officials."""
    for name in sorted({one.text for _, one in edits if one.code == "P110"}):
        at = made.find(name)
        if at >= 0:
            where = f"第 {_line(made, at)} 行"
            yield f"{where}：「{name}」还在注释、项名或审核等处，没有改动，请自己判断"


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1

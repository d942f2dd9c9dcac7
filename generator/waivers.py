"""Findings of the publishing gate that somebody answers for, by code, place and reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .base.declaration import Part, shapes
from .base.finding import Finding, Level, Place, Route
from .base.record import Record, Waiver
from .base.reference import Reference
from .library import Library

RULES = (
    ("P401", "每条豁免都对得上一个问题"),
    ("P402", "密级标志和不属于发布检查的问题不能豁免"),
)
_NEVER = ("P201",)
_SAID = "已豁免（"
_END = 1 << 30


def waived(library: Library, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings; waived ones as notices, and one for each waiver that fits nothing."""
    found = list(findings)
    for key, record in library.records.items():
        if record.waivers:
            yield from _of_record(library, key, record, found)
    yield from _of_pages(library, found)
    yield from found


def _of_record(
    library: Library, key: Reference, record: Record, found: list[Finding]
) -> Iterator[Finding]:
    path = library.origins[key].path
    first, last = _lines(library, key)
    for number, waiver in enumerate(record.waivers):
        place = library.place(key, ("waivers", number))
        if not _can_be_waived(waiver):
            yield _refused(path, waiver, place)
            continue
        matched = False
        for position, one in enumerate(found):
            if (
                one.code == waiver.code
                and one.path == path
                and first <= one.place.line < last
                and _is_at(type(record), one.route, str(waiver.place))
            ):
                found[position] = _accepted(one, waiver)
                matched = True
        if not matched:
            yield _unmatched(path, waiver, place)


def _of_pages(library: Library, found: list[Finding]) -> Iterator[Finding]:
    for waiver in library.settings.waivers:
        path = str(waiver.place)
        path = path if path.startswith("docs/") else f"docs/{path}"
        if not _can_be_waived(waiver):
            yield _refused("mkdocs.yml", waiver, Place(1, 1))
            continue
        matched = False
        for position, one in enumerate(found):
            if one.code == waiver.code and one.path == path:
                found[position] = _accepted(one, waiver)
                matched = True
        if not matched:
            yield _unmatched("mkdocs.yml", waiver, Place(1, 1))


def _lines(library: Library, key: Reference) -> tuple[int, int]:
    """From which line to before which a record stands in its file."""
    origin = library.origins[key]
    first = origin.node.place.line
    others = [
        one.node.place.line
        for one in library.origins.values()
        if one.path == origin.path and one is not origin
    ]
    return first if others else 0, min((one for one in others if one > first), default=_END)


def _is_at(model: type[Part], route: Route, place: str) -> bool:
    """Whether a place in words, such as 时间线 or 时间线/3/事件, holds a route."""
    wanted = [step.strip() for step in place.split("/") if step.strip()]
    return bool(wanted) and _labels(model, route)[: len(wanted)] == wanted


def _labels(model: type[Part], route: Route) -> list[str]:
    labels: list[str] = []
    part: type[Part] | None = model
    for step in route:
        if isinstance(step, int):
            labels.append(str(step + 1))
        elif part is not None and step in shapes(part):
            labels.append(shapes(part)[step].label)
            part = shapes(part)[step].part
    return labels


def _can_be_waived(waiver: Waiver) -> bool:
    return waiver.code.startswith("P") and waiver.code not in (*_NEVER, "P401", "P402")


def _accepted(finding: Finding, waiver: Waiver) -> Finding:
    message = f"{_SAID}{waiver.approver}，{waiver.reason}）：{finding.message}"
    return replace(finding, level=Level.NOTICE, message=message, hint="", publishing=False)


def _refused(path: str, waiver: Waiver, place: Place) -> Finding:
    hint = "能豁免的是个人信息、内部字样和附件的问题；密级标志一律不能发布，删去才行。"
    return Finding(path, "P402", f"{waiver.code} 不能豁免", hint=hint, place=place)


def _unmatched(path: str, waiver: Waiver, place: Place) -> Finding:
    message = f"豁免 {waiver.code}「{waiver.place}」对不上任何问题"
    hint = "问题已经改掉就删去这条豁免；位置写项的名称，例如 基本案情 或 时间线/3/事件。"
    return Finding(path, "P401", message, Level.WARNING, hint=hint, place=place)

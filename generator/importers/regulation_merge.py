"""A new version into the text of an existing regulation; everything else stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Sequence as Items
from typing import Any

from ..base.decode import decode
from ..base.document import read_document
from ..base.finding import Finding, Level
from ..base.node import Mapping, Sequence
from ..base.yaml_writer import write_yaml
from ..records.regulation import Regulation, Version
from .draft import Draft, Merged
from .identity import fold_words
from .source import notice

_BY_HAND = "请打开这份记录，手工把新版本加在「版本」里。"


def merge(existing: str, path: str, draft: Draft, replace: bool) -> Merged:  # noqa: FBT001
    """Insert the version of a draft as text, oldest first; a version that is there stays."""
    text = existing.removeprefix("\ufeff").replace("\r\n", "\n")
    node, findings = read_document(text, path)
    record: Regulation | None = None
    if isinstance(node, Mapping):
        record, found = decode(node, Regulation, path, {"id": draft.id})
        findings = [*findings, *found]
    errors = [one for one in findings if one.level is Level.ERROR]
    if record is None or errors or not isinstance(node, Mapping):
        return _refused(
            path, "已有的记录有错误，没有并入新版本", errors[0].line() if errors else ""
        )
    if fold_words(record.name) != fold_words(draft.values["name"]):
        message = f"已有的记录是「{record.name}」，不是「{draft.values['name']}」"
        return _refused(path, message, "改掉其中一份的编号（文件名）再导入。")
    version = dict(draft.values["versions"][0])
    same = _same(record.versions, version)
    if same is not None and not replace:
        message = f"版本「{record.versions[same].id}」已有，来源文字与这次的不同；没有改动"
        hint = "请对照后手工修改；要用新的文字覆盖这个版本，加 --replace。"
        return Merged(None, (notice(path, "I231", message, hint=hint),))
    version["id"] = record.versions[same].id if same is not None else _free_id(record, version)
    new = _spliced(existing, node, record, version, same)
    if new is None:
        return _refused(path, "「版本」的写法不是一项一行，不能自动加入新版本", _BY_HAND)
    problem = _verify(new, path, draft, record, version["id"])
    if problem:
        return _refused(path, "并入新版本后读不回原来的内容，没有写入", _BY_HAND)
    said = "已覆盖" if same is not None else "已加入"
    return Merged(new, (notice(path, "I231", f"版本「{version['id']}」{said}，其余内容没有改动"),))


def _refused(path: str, message: str, hint: str) -> Merged:
    finding = Finding(path, "I105", message, hint=hint)
    return Merged(None, (finding,), refused=True)


def _last(version: Any) -> Any:
    def get(name: str) -> Any:
        return version.get(name) if isinstance(version, dict) else getattr(version, name)

    return get("published") or get("adopted")


def _same(versions: Items[Any], version: dict[str, Any]) -> int | None:
    """Return which version is the one at hand: the same date, or the same year without days."""
    wanted = _last(version)
    for number, one in enumerate(versions):
        known = _last(one)
        if wanted and known and wanted.day and known.day:
            near = {str(known), str(one.adopted), str(one.published)}
            own = {str(date) for date in (version.get("adopted"), version.get("published")) if date}
            if near & own:
                return number
        elif one.id == version["id"]:
            return number
    return None


def _free_id(record: Regulation, version: dict[str, Any]) -> str:
    """Return the year, with month and day where another version has the year."""
    identity = str(version["id"])
    taken = {one.id for one in record.versions}
    if identity not in taken:
        return identity
    date = _last(version) or version.get("effective")
    return str(date) if date and str(date) not in taken else f"{identity}-{len(taken)}"


def _spliced(
    existing: str, root: Mapping, record: Regulation, version: dict[str, Any], same: int | None
) -> str | None:
    entries = [(key, value) for key, value in root.entries]
    at = next(
        (i for i, (key, _) in enumerate(entries) if key.text.strip() in ("版本", "versions")), None
    )
    versions = entries[at][1] if at is not None else None
    if at is None or not isinstance(versions, Sequence):
        return None
    items = versions.items
    lines = existing.split("\n")
    starts = [item.place.line - 1 for item in items]
    limit = entries[at + 1][0].place.line - 1 if at + 1 < len(entries) else len(lines)
    dashes = {_dash(lines[start]) for start in starts if start < len(lines)}
    if len(dashes) != 1 or None in dashes or len(set(starts)) != len(starts):
        return None
    indent = dashes.pop() or ""
    ends = [_trimmed(lines, start, end, indent) for start, end in
            zip(starts, [*starts[1:], limit], strict=True)]  # fmt: skip
    written = write_yaml(version, Version).rstrip("\n").split("\n")
    block = [f"{indent}- {written[0]}", *(f"{indent}  {one}" if one else "" for one in written[1:])]
    ending = "\r" if "\r\n" in existing else ""
    block = [one + ending for one in block]
    if same is not None:
        return "\n".join([*lines[: starts[same]], *block, *lines[ends[same] :]])
    position = _position(record, version)
    cut = starts[0] if position == 0 else ends[position - 1]
    if cut == len(lines):
        return "\n".join([*lines[:-1], lines[-1] + ending, *block, ""])
    return "\n".join([*lines[:cut], *block, *lines[cut:]])


def _dash(line: str) -> str | None:
    found = re.match(r"\ufeff?([ ]*)-[ ]+\S", line)
    return found[1] if found else None


def _trimmed(lines: Items[str], start: int, end: int, indent: str) -> int:
    """Return where an item ends: before blank lines and comments that belong to what follows."""
    while end - 1 > start:
        line = lines[end - 1].rstrip("\r")
        comment = line.lstrip(" ").startswith("#") and len(line) - len(line.lstrip(" ")) <= len(
            indent
        )
        if line.strip() and not comment:
            break
        end -= 1
    return end


def _position(record: Regulation, version: dict[str, Any]) -> int:
    """Return before which version the new one stands, so that the oldest comes first."""
    wanted = str(_last(version) or version.get("effective") or version["id"])
    for number, one in enumerate(record.versions):
        known = str(_last(one) or one.effective or one.id)
        if known > wanted:
            return number
    return len(record.versions)


def _verify(new: str, path: str, draft: Draft, before: Regulation, added: str) -> bool:
    """Whether anything but the added version reads differently now."""
    node, findings = read_document(new.removeprefix("\ufeff").replace("\r\n", "\n"), path)
    if not isinstance(node, Mapping) or any(one.level is Level.ERROR for one in findings):
        return True
    record, found = decode(node, Regulation, path, {"id": draft.id})
    if record is None or any(one.level is Level.ERROR for one in found):
        return True
    others = [one for one in record.versions if one.id != added]
    kept = [one for one in before.versions if one.id != added]
    rest = record.model_copy(update={"versions": ()})
    return others != kept or rest != before.model_copy(update={"versions": ()})

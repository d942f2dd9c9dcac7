"""One step of a sign-off: who signs as what, and what the file says afterwards."""

from __future__ import annotations

from datetime import date
from typing import Any

from .base.dates import PartialDate
from .base.decode import decode
from .base.document import read_document
from .base.node import Mapping, Sequence
from .base.record import Record, Review
from .base.reference import Reference
from .base.text import Line, fold_word
from .library import Library
from .review_text import with_review
from .sign_off import ROLES, content_digest


class RefusedError(Exception):
    """A sign-off that cannot be; the message is a Chinese sentence for the user."""


def signed(
    library: Library, key: Reference, role: str, name: str, verdict: str, today: date
) -> tuple[Review, bool]:
    """Return the review of a record after one more person signed, and whether it began anew.

    `role` is the Chinese name of one. Earlier signatures hold for the content that they were
    given for; where it has changed since, they are dropped. Raises RefusedError.
    """
    record = library.records[key]
    digest = content_digest(record, library.attached)
    before = record.review or Review()
    anew = bool(before.digest) and before.digest != digest
    kept = Review() if anew or not before.digest else before
    field = next(field for field, label in ROLES.items() if label == role)
    for other, label in ROLES.items():
        there = getattr(kept, other)
        if other != field and there and fold_word(there) == fold_word(name):
            raise RefusedError(f"{key} 的{label}已经是{name}；{role}要由另一个人担任。")
    values: dict[str, Any] = {field: Line(name), "digest": Line(digest)}
    if field == "final":
        missing = [label for one, label in ROLES.items() if one != field and not getattr(kept, one)]
        if missing:
            why = "内容改过，原来的签批作废；" if anew else ""
            raise RefusedError(f"{key} 还没有{'、'.join(missing)}签批，{why}终审排在最后。")
        values |= {"date": PartialDate.of(today), "verdict": verdict}
    return kept.model_copy(update=values), anew


def reviewed_text(library: Library, key: Reference, text: str, review: Review) -> str:
    """Return the text of a record's file with another review.

    Only the lines of 审核 change. Raises RefusedError where the way the file is written does not
    allow that.
    """
    kind = library.kinds[key.kind]
    nodes = _nodes(text, library.origins[key].path)
    number = next((at for at, node in enumerate(nodes) if _is(node, kind, key)), None)
    if number is None or not nodes[number].entries:
        raise RefusedError(f"{key} 的文件读不出来。")
    following = nodes[number + 1].place.line if number + 1 < len(nodes) else None
    values = {field: value for field, value in review if value is not None}
    new = with_review(text, nodes[number], following, values)
    old = [_decoded(node, kind) for node in nodes]
    read = [_decoded(node, kind) for node in _nodes(new, "")]
    wanted = [
        one.model_copy(update={"review": review}) if at == number and one else one
        for at, one in enumerate(old)
    ]
    if read != wanted:
        raise RefusedError(f"{key} 的写法特殊，签批写不进去；请把每一项另起一行再试。")
    return new


def _nodes(text: str, path: str) -> list[Mapping]:
    node, _ = read_document(text, path)
    if isinstance(node, Sequence):
        return [one for one in node.items if isinstance(one, Mapping)]
    return [node] if isinstance(node, Mapping) else []


def _is(node: Mapping, kind: type[Record], key: Reference) -> bool:
    record = _decoded(node, kind)
    return record is not None and record.id in (key.id, "?")


def _decoded(node: Mapping, kind: type[Record]) -> Record | None:
    return decode(node, kind, "", {"id": "?"}, partial=True)[0]

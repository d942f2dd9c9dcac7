"""The settings at the top of a hand-written page, read with the same bounds as a record."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .document import read_document
from .finding import Finding, Place
from .node import Mapping, Node, Scalar

MAX_LENGTH = 4000
_OPEN = re.compile(r"-{3}[ \t]*\n")
_CLOSE = re.compile(r"^(?:-{3}|\.{3})[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class FrontMatter:
    """What stands above the text of a page; `body_start` is where the text begins."""

    values: dict[str, Node] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    body_start: int = 0
    findings: tuple[Finding, ...] = ()

    def text(self, key: str) -> str:
        """The value of a key on one line, "" where it has none or is no plain text."""
        value = self.values.get(key)
        return " ".join(value.text.split()) if isinstance(value, Scalar) else ""

    @property
    def searchable(self) -> bool:
        """Whether the search finds the page; `search: {exclude: true}` leaves it out."""
        search = self.values.get("search")
        return not isinstance(search, Mapping) or all(
            key.text != "exclude" or not isinstance(value, Scalar) or value.text != "true"
            for key, value in search.entries
        )


def read_front_matter(text: str, path: str) -> FrontMatter:
    """Read the front matter of a page with Unix line ends; findings carry their place in it."""
    opening = _OPEN.match(text)
    if opening is None:
        return FrontMatter()
    closing = _CLOSE.search(text, opening.end(), opening.end() + MAX_LENGTH)
    if closing is None:
        later = _CLOSE.search(text, opening.end())
        if later:
            message = f"页首的设置太长，上限是 {MAX_LENGTH} 个字符"
            hint = "页首只写标题等几行，其余写进正文。"
        else:
            message = "页首的「---」没有结束"
            hint = "在设置的下面另起一行再写「---」；只想画横线就先空一行。"
        return FrontMatter(findings=(Finding(path, "C311", message, hint=hint, place=Place(1, 1)),))
    # One line end in place of the opening line keeps every line number as it is in the page.
    node, findings = read_document("\n" + text[opening.end() : closing.start()], path)
    body_start = min(closing.end() + 1, len(text))
    if isinstance(node, Mapping):
        values = {key.text: value for key, value in node.entries}
        places = {key.text: key.place for key, _ in node.entries}
        return FrontMatter(values, places, body_start, tuple(findings))
    if node is not None and not findings:
        message = "页首的设置应当是一行一个「名称: 内容」"
        hint = "例如「title: 使用说明」，冒号是半角，后面空一格。"
        findings = [Finding(path, "C311", message, hint=hint, place=node.place)]
    return FrontMatter(body_start=body_start, findings=tuple(findings))

"""Author's text to Markdown that cannot do anything but show the text.

Everything with a meaning in Markdown or HTML becomes a character reference, except the small
language that authors have: paragraphs (one per line), `-` lists, `|` tables, `>` quotes,
`#` headings, **strong**, *emphasis*, links and images. The work is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

MAX_LINES = 5000
MAX_LIST_DEPTH = 3
MAX_COLUMNS = 30

_SPECIAL = {ord(sign): f"&#{ord(sign)};" for sign in "&<>\"'\\`*_[]{}|~^$"}
_HAS_SPECIAL = re.compile(r"""[&<>"'\\`*_\[\]{}|~^$]""")
_LEADING = re.compile(r"[#>+\-=:]|\d{1,9}[.)、](?=\s)")
_INLINE = re.compile(
    r"(?P<image>!?)\[(?P<label>[^\[\]\n]{0,300})\]\((?P<target>[^()\s]{1,500})\)"
    r"|\*\*(?P<strong>[^\s*](?:[^*\n]{0,998}[^\s*])?)\*\*"
    r"|\*(?P<emphasis>[^\s*](?:[^*\n]{0,998}[^\s*])?)\*"
)
_ITEM = re.compile(r"([ \t]*)[-*+][ \t]+(\S.*)")
_MARK = re.compile(r"^(?:[-*+>]|#{1,6})[ \t]+")
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*?)[ \t#]*")
_RULE = re.compile(r"\|?[ \t]*:?-{1,}:?[ \t]*(\|[ \t]*:?-{1,}:?[ \t]*)*\|?")
_MARKERS = frozenset("-*+|>#")
"""What a line begins with that is more than a paragraph."""
_MARKS = re.compile("[\ufdd0-\ufddb]")
"""Signs around places that become links (base/marked.py); a link holds no other link."""
_INDENT = " \t\u3000"

LinkTarget = Callable[[str, bool], str | None]
"""Turns what an author wrote as a target (and whether it is an image) into an address."""


class Raw(str):
    """Text that is Markdown or HTML already, made by us."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image that an author wrote."""

    line: int
    target: str
    image: bool
    column: int = 0


@lru_cache(maxsize=16_384)
def plain(text: str) -> Raw:
    """Escape one line of text for Markdown, HTML text and attribute values alike."""
    if "\n" in text:
        text = " ".join(text.split("\n"))
    if _HAS_SPECIAL.search(text):
        text = text.translate(_SPECIAL)
    return Raw(_escape_leading(text))


def _escape_leading(text: str) -> str:
    lead = _LEADING.match(text)
    if not lead:
        return text
    sign = lead.end() - 1
    return f"{text[:sign]}&#{ord(text[sign])};{text[sign + 1 :]}"


def words(text: str) -> str:
    """Author's Markdown as one line of words: no markup, no addresses."""
    lines = (_MARK.sub("", line.strip(_INDENT)) for line in text.split("\n"))
    return " ".join(_INLINE.sub(_said, line) for line in lines if line)


def _said(found: re.Match[str]) -> str:
    inner = found["strong"] or found["emphasis"]
    return _INLINE.sub(_said, inner) if inner else found["label"]


def html_text(text: str) -> str:
    """Escape a title for places that print it as HTML without Markdown, such as front matter."""
    for sign, name in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ('"', "&quot;"),
        ("'", "&#39;"),
    ):
        text = text.replace(sign, name)
    return " ".join(text.split())


def links(text: str) -> Iterator[Link]:
    """Yield the links and images in author's Markdown."""
    if "](" not in text:
        return
    for number, line in enumerate(text.split("\n")):
        for column, found in _links(line):
            yield Link(number, found["target"], bool(found["image"]), column)


def _links(line: str, start: int = 0) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield every link of a line with its column, also those inside of strong words."""
    for found in _INLINE.finditer(line):
        if found["target"]:
            yield start + found.start(), found
        else:
            kind = "strong" if found["strong"] else "emphasis"
            yield from _links(found[kind], start + found.start(kind))


def unread_links(text: str) -> Iterator[Link]:
    """Yield what looks like a link and is none: its address holds spaces or brackets."""
    if "](" not in text:
        return
    for number, line in enumerate(text.split("\n")):
        rest = line
        for start, found in _links(line):
            rest = rest[:start] + "\0" * len(found[0]) + rest[start + len(found[0]) :]
        column = rest.find("](")
        if column >= 0:
            yield Link(
                number, rest[column + 2 : column + 42].strip(")"), image=False, column=column
            )


def flattened(text: str) -> Iterator[int]:
    """Yield the lines that are not shown as written: items too deep, tables too wide."""
    indents = [-1]
    lines = text.split("\n")
    for number, line in enumerate(lines):
        item = _ITEM.fullmatch(line)
        if item is None:
            indents = [-1]
            if _is_table(lines, number) and not _table_end(lines, number):
                yield number
        elif _depth(indents, item[1]) > MAX_LIST_DEPTH:
            yield number


def prose(text: str, target: LinkTarget, level: int = 3) -> Raw:
    """Turn author's Markdown into safe Markdown blocks.

    `level` is the highest heading level that headings in the text may take.
    """
    return Raw("\n\n".join(_blocks(text.split("\n"), target, level)))


def _blocks(lines: list[str], target: LinkTarget, level: int) -> Iterator[str]:
    position = 0
    while position < len(lines):
        line = lines[position].strip(_INDENT)
        if not line:
            position += 1
        elif line[0] not in _MARKERS:
            yield _line(line, target)
            position += 1
        elif _ITEM.fullmatch(lines[position]):
            end = _run(lines, position, lambda one: bool(_ITEM.fullmatch(one)))
            yield _list(lines[position:end], target)
            position = end
        elif table := _table_end(lines, position):
            end = table
            yield _table([one.strip(_INDENT) for one in lines[position:end]], target)
            position = end
        elif line.startswith(">"):
            end = _run(lines, position, lambda one: one.strip(_INDENT).startswith(">"))
            inner = [one.strip(_INDENT).lstrip("> ") for one in lines[position:end]]
            yield "\n>\n".join(f"> {_line(one, target)}" for one in inner if one)
            position = end
        else:
            heading = _HEADING.fullmatch(line)
            if heading:
                depth = min(6, level + len(heading[1]) - 1)
                yield f"{'#' * depth} {_line(heading[2], target)}"
            else:
                yield _line(line, target)
            position += 1


def _run(lines: list[str], start: int, belongs: Callable[[str], bool]) -> int:
    end = start
    while end < len(lines) and belongs(lines[end]):
        end += 1
    return end


def _is_table(lines: list[str], position: int) -> bool:
    rule = lines[position + 1] if position + 1 < len(lines) else ""
    if not lines[position].strip(_INDENT).startswith("|") or "-" not in rule or len(rule) > 500:
        return False
    return bool(_RULE.fullmatch(rule.strip(_INDENT)))


def _table_end(lines: list[str], position: int) -> int:
    """Where the table that begins here ends; 0 where none begins or it is too wide for a page."""
    if not _is_table(lines, position):
        return 0
    end = _run(lines, position, lambda one: one.strip(_INDENT).startswith("|"))
    wide = any(line.strip(_INDENT + "|").count("|") >= MAX_COLUMNS for line in lines[position:end])
    return 0 if wide else end


def _list(lines: list[str], target: LinkTarget) -> str:
    out, indents = [], [-1]
    for line in lines:
        found = _ITEM.fullmatch(line)
        if found is None:
            continue
        depth = min(_depth(indents, found[1]), MAX_LIST_DEPTH)
        out.append("    " * (depth - 1) + "- " + _line(found[2], target))
    return "\n".join(out)


def _depth(indents: list[int], blank: str) -> int:
    """Take one more item into the stack of indents; return how deep it stands, from 1."""
    indent = len(blank.expandtabs(4))
    while len(indents) > 1 and indent < indents[-1]:
        indents.pop()
    if indent > indents[-1]:
        indents.append(indent)
    return len(indents) - 1


def _table(lines: list[str], target: LinkTarget) -> str:
    rows = [
        [_inline(cell.strip(), target) for cell in line.strip().strip("|").split("|")]
        for number, line in enumerate(lines)
        if number != 1
    ]
    width = max(len(row) for row in rows)
    padded = [row + [""] * (width - len(row)) for row in rows]
    head, *body = ["| " + " | ".join(cell or "&#160;" for cell in row) + " |" for row in padded]
    return "\n".join([head, "|" + " --- |" * width, *body])


def _line(text: str, target: LinkTarget) -> str:
    if not _HAS_SPECIAL.search(text):
        return _escape_leading(text)
    if not _INLINE.search(text):
        return _escape_leading(text.translate(_SPECIAL))
    return _escape_leading(_inline(text, target))


def _inline(text: str, target: LinkTarget) -> str:
    out, end = [], 0
    for found in _INLINE.finditer(text):
        out.append(text[end : found.start()].translate(_SPECIAL))
        end = found.end()
        if found["strong"]:
            # As HTML: signs beside signs (*a**b*) are read in other ways by every Markdown.
            out.append(f"<strong>{_inline(found['strong'], target)}</strong>")
        elif found["emphasis"]:
            out.append(f"<em>{_inline(found['emphasis'], target)}</em>")
        else:
            label = _MARKS.sub("", found["label"]).translate(_SPECIAL)
            address = target(_MARKS.sub("", found["target"]), bool(found["image"]))
            if address is None:
                out.append(label)
            else:
                safe = address.translate(_SPECIAL)
                out.append(
                    f"{found['image']}[{label}](<{safe}>)"
                    if " " in safe
                    else f"{found['image']}[{label}]({safe})"
                )
    out.append(text[end:].translate(_SPECIAL))
    return "".join(out)

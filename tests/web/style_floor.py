"""What a style sheet may not use: losing it in Chromium 86 or Firefox 78 ESR breaks the page.

Properties that are only nice to have (text-wrap, accent-color, hanging-punctuation) are left out
by older browsers and do no harm. The versions are those of MDN's compatibility tables.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RULES = {
    "@container": "Chromium 105",
    "@layer": "Chromium 99",
    "@scope": "Chromium 118",
    "@property": "Firefox 128",
    "@starting-style": "Chromium 117",
    "@import": "a sheet of its own belongs into mkdocs.yml",
    "@font-face": "no font is loaded",
}
_SELECTORS = (
    (re.compile(r":has\("), "Chromium 105"),
    (re.compile(r":(is|where)\("), "Chromium 88"),
    (re.compile(r":not\([^()]*(,|[ >+~])"), "Chromium 88"),
    (re.compile(r":(user-(in)?valid|popover-open|modal|state\()"), "Chromium 111 and later"),
    (re.compile(r"&"), "nesting: Chromium 112"),
)
_PROPERTIES = {
    "aspect-ratio": "Chromium 88",
    "inset": "Chromium 87",
    "inset-inline": "Chromium 87",
    "inset-block": "Chromium 87",
    "margin-inline": "Chromium 87",
    "margin-block": "Chromium 87",
    "padding-inline": "Chromium 87",
    "padding-block": "Chromium 87",
    "border-inline": "Chromium 87",
    "border-block": "Chromium 87",
    "translate": "Chromium 104",
    "rotate": "Chromium 104",
    "scale": "Chromium 104",
    "appearance": "Firefox 80",
    "container": "Chromium 105",
    "container-type": "Chromium 105",
    "anchor-name": "Chromium 125",
    "position-anchor": "Chromium 125",
    "field-sizing": "Chromium 123",
    "interpolate-size": "Chromium 129",
}
_VALUES = (
    (re.compile(r"\b(color-mix|light-dark|oklch|oklab|lch|lab|color|hwb)\("), "Chromium 101"),
    (re.compile(r"\d(dvh|svh|lvh|dvw|svw|lvw|cqw|cqh|cqi|lh|rlh|ic)\b"), "Chromium 105 and later"),
    (re.compile(r"\b(round|mod|rem|sin|cos|tan|pow|sqrt|abs|sign|anchor)\("), "Chromium 111"),
    (re.compile(r"\b(subgrid|revert-layer|fit-content)\b"), "Firefox 94, Chromium 99 or later"),
    (re.compile(r"(?<!-)\bclip\b(?!\()"), "overflow: clip: Chromium 90"),
    (re.compile(r"url\((?!['\"]?data:)"), "fetches something"),
    (re.compile(r"(https?:)?//\w"), "an outside address"),
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class _Piece:
    line: int
    text: str
    end: str


def refused(sheet: str) -> Iterator[str]:
    """Yield line, text and reason for everything in `sheet` that would break an older browser."""
    if re.search(r"https?://", sheet):
        yield "an outside address"
    around: list[str] = []
    for piece in _pieces(_COMMENT.sub(lambda found: "\n" * found[0].count("\n"), sheet)):
        if piece.end == "{":
            yield from _prelude(piece, around)
            around.append(piece.text)
            continue
        if piece.text:
            yield from _declaration(piece)
        if piece.end == "}":
            if not around:
                yield f"{piece.line}: one brace too many"
                return
            around.pop()
    if around:
        yield f"{around[-1]}: not closed"


def _pieces(sheet: str) -> Iterator[_Piece]:
    start, line = 0, 1
    for found in re.finditer(r"\"[^\"]*\"|[{};]", sheet):
        if found[0] in "{};":
            text = sheet[start : found.start()]
            at = line + text[: len(text) - len(text.lstrip())].count("\n")
            yield _Piece(at, " ".join(text.split()), found[0])
            line += sheet[start : found.end()].count("\n")
            start = found.end()


def _prelude(piece: _Piece, around: list[str]) -> Iterator[str]:
    name = piece.text.split(" ")[0]
    if name in _RULES:
        yield f"{piece.line}: {name}: {_RULES[name]}"
    if piece.text.startswith("@media") and re.search(r"[<>]", piece.text):
        yield f"{piece.line}: {piece.text}: ranges: Chromium 104"
    if piece.text.startswith("@"):
        return
    if any(not outer.startswith("@") for outer in around):
        yield f"{piece.line}: {piece.text}: nesting: Chromium 112"
    for pattern, reason in _SELECTORS:
        if pattern.search(piece.text):
            yield f"{piece.line}: {piece.text}: {reason}"
    parts = piece.text.split(",")
    newer = [":focus-visible" in part for part in parts]
    if any(newer) and not all(newer):
        yield f"{piece.line}: {piece.text}: Firefox 78 drops the whole rule"


def _declaration(piece: _Piece) -> Iterator[str]:
    if piece.text.startswith("@"):
        name = piece.text.split(" ")[0]
        if name in _RULES:
            yield f"{piece.line}: {name}: {_RULES[name]}"
        return
    name, _, value = piece.text.partition(":")
    if name.strip() in _PROPERTIES:
        yield f"{piece.line}: {name}: {_PROPERTIES[name.strip()]}"
    for pattern, reason in _VALUES:
        if pattern.search(value):
            yield f"{piece.line}: {piece.text}: {reason}"

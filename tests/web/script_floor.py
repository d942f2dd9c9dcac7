"""What a script may not use: Chromium 86 and Firefox 78 ESR lack it, or a disk or plain http does.

The versions are those of MDN's compatibility tables.
"""

import re
from collections.abc import Iterator

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

_PARSER = Parser(Language(tree_sitter_javascript.language()))

_SYNTAX = {
    "ERROR": "not understood",
    "import_statement": "modules do not load from a disk",
    "export_statement": "modules do not load from a disk",
    "import": "modules do not load from a disk",
    "meta_property": "import.meta belongs to modules",
    "private_property_identifier": "private members: Firefox 90",
    "class_static_block": "static blocks: Chromium 94",
    "decorator": "no browser has decorators",
}
_OPERATORS = {"&&=", "||=", "??="}
_NAMES = {
    "fetch": "not from a disk",
    "XMLHttpRequest": "not from a disk",
    "EventSource": "asks the network",
    "WebSocket": "asks the network",
    "sendBeacon": "asks the network",
    "Worker": "not from a disk",
    "SharedWorker": "not from a disk",
    "serviceWorker": "not on plain http",
    "clipboard": "not on plain http",
    "randomUUID": "Chromium 92, not on plain http",
    "subtle": "not on plain http",
    "caches": "not on plain http",
    "showOpenFilePicker": "not on plain http",
    "showSaveFilePicker": "not on plain http",
    "eval": "runs text",
    "Function": "runs text",
    "innerHTML": "text becomes elements",
    "outerHTML": "text becomes elements",
    "insertAdjacentHTML": "text becomes elements",
    "writeln": "text becomes elements",
    "setHTML": "no browser of 2020",
    "at": "Chromium 92",
    "findLast": "Chromium 97",
    "findLastIndex": "Chromium 97",
    "toReversed": "Chromium 110",
    "toSorted": "Chromium 110",
    "toSpliced": "Chromium 110",
    "hasOwn": "Chromium 93",
    "groupBy": "Chromium 117",
    "fromAsync": "Chromium 121",
    "withResolvers": "Chromium 119",
    "structuredClone": "Chromium 98",
    "reportError": "Chromium 95",
    "WeakRef": "Firefox 79",
    "FinalizationRegistry": "Firefox 79",
    "AggregateError": "Firefox 79",
    "Segmenter": "Chromium 87",
    "DisplayNames": "Firefox 86",
    "Temporal": "no browser of 2020",
    "URLPattern": "Chromium 95",
    "canParse": "Chromium 120",
    "showModal": "Firefox 98",
    "HTMLDialogElement": "Firefox 98",
    "inert": "Chromium 102",
    "popover": "Chromium 114",
    "showPopover": "Chromium 114",
    "hidePopover": "Chromium 114",
    "togglePopover": "Chromium 114",
    "showPicker": "Chromium 99",
    "checkVisibility": "Chromium 105",
    "adoptedStyleSheets": "Firefox 101",
    "attachInternals": "Firefox 93",
    "startViewTransition": "Chromium 111",
    "moveBefore": "Chromium 133",
    "scheduler": "Chromium 94",
    "userAgentData": "Chromium 90",
    "throwIfAborted": "Chromium 100",
}
_MEMBERS = {"Promise.any": "Firefox 79", "AbortSignal.timeout": "Chromium 103"}
_TEXTS = (
    (re.compile(r":(has|is|where)\("), "selector: Chromium 88 and later"),
    (re.compile(r":not\([^)]*,"), "selector lists in :not(): Chromium 88"),
    (re.compile(r":focus-visible"), "selector: Firefox 85"),
    (re.compile(r"(https?:)?//\w"), "an outside address"),
    (re.compile(r"^(beforeinput|scrollend|popover|inert)$"), "later than the two browsers"),
)
_FUNCTIONS = {"arrow_function", "function_declaration", "function_expression", "method_definition"}


def refused(script: str) -> Iterator[str]:
    """Yield line, name and reason for everything in `script` that is too new or too far away."""
    for node in _all(_PARSER.parse(script.encode()).root_node):
        reason = _reason(node)
        if reason:
            text = node.text.decode().split("\n")[0][:40]
            yield f"{node.start_point[0] + 1}: {text}: {reason}"


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _all(child)


def _reason(node: Node) -> str | None:
    text = node.text.decode()
    if node.type in _SYNTAX:
        return _SYNTAX[node.type]
    if node.is_missing:
        return "not understood"
    if node.type in _OPERATORS:
        return "logical assignment: Firefox 79"
    if node.type == "await_expression" and not _inside_function(node):
        return "await outside of a function: modules only"
    if node.type == "regex_flags" and set(text) & set("dv"):
        return "flags: Chromium 90 and later"
    if node.type in {"identifier", "property_identifier", "shorthand_property_identifier_pattern"}:
        return _NAMES.get(text)
    if node.type == "member_expression":
        return _MEMBERS.get(text)
    if node.type in {"string_fragment", "comment"}:
        return _in_text(node, text)
    return None


def _in_text(node: Node, text: str) -> str | None:
    if node.type == "comment":
        return _TEXTS[3][1] if re.search(r"https?://", text) else None
    if text in _NAMES and _is_key(node):
        return _NAMES[text]
    if text == "dialog" and _is_first_argument(node):
        return "the element dialog: Firefox 98"
    return next((reason for pattern, reason in _TEXTS if pattern.search(text)), None)


def _is_key(node: Node) -> bool:
    """Whether a string names a member, as in window["fetch"]."""
    string = node.parent
    return string.parent is not None and string.parent.type == "subscript_expression"


def _is_first_argument(node: Node) -> bool:
    arguments = node.parent.parent
    return (
        arguments is not None
        and arguments.type == "arguments"
        and arguments.named_children[0] == node.parent
    )


def _inside_function(node: Node) -> bool:
    while node.parent is not None:
        node = node.parent
        if node.type in _FUNCTIONS:
            return True
    return False

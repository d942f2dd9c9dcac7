"""How much a page of a PDF file draws, all that it draws by reference counted in."""

from __future__ import annotations

import re
from typing import Any

from pypdf.generic import ContentStream, DictionaryObject, StreamObject

from ._examined import Refused

MOST_ON_PAGE, MOST_DRAWN = 2 * 1024**2, 16 * 1024**2
"""Bytes of drawing commands: a page of text has 10,000; a megabyte takes two seconds to read."""

_MOST_DEPTH = 15
_DRAWS = re.compile(rb"/([^\s/<>\[\](){}%]{1,200})\s+Do\b")


def drawn_size(page: DictionaryObject, known: dict[int, int]) -> int:
    """Return the bytes of drawing commands of a page; forms count as often as they are drawn.

    `known` keeps the sizes of forms between pages. Raises Refused where forms draw each other
    without end.
    """
    contents: Any = page.get_contents() if hasattr(page, "get_contents") else None
    data = contents.get_data() if isinstance(contents, ContentStream) else b""
    return _size(data, page.get("/Resources"), known, 0)


def _size(data: bytes, resources: Any, known: dict[int, int], depth: int) -> int:
    if depth > _MOST_DEPTH:
        raise too_much()
    size = len(data)
    found = resources.get_object() if resources is not None else None
    forms = found.get("/XObject") if isinstance(found, DictionaryObject) else None
    forms = forms.get_object() if forms is not None else None
    if not isinstance(forms, DictionaryObject):
        return size
    drawn = [name.decode("latin-1") for name in _DRAWS.findall(data)]
    for name in dict.fromkeys(drawn):
        form: Any = forms.get(f"/{name}")
        form = form.get_object() if form is not None else None
        if isinstance(form, StreamObject) and form.get("/Subtype") == "/Form":
            if id(form) not in known:
                inner = form.get("/Resources", resources)
                known[id(form)] = _size(form.get_data(), inner, known, depth + 1)
            size += drawn.count(name) * known[id(form)]
    return size


def too_much(number: int = 0) -> Refused:
    """Return the refusal of a file that draws more than can be looked through."""
    where = f"第 {number} 页的内容" if number else "内容"
    hint = "把复杂的图转成图片，或者把它拆成几个小文件。"
    return Refused("P307", f"{where}多得不正常，没有检查", hint)

"""Number plates of vehicles, those of new-energy vehicles and of the police among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .hit import Hit, hit
from .spelled import Spelled

_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][ ]?"
    r"[A-HJ-NP-Za-hj-np-z][ ·•・.-]{0,2}"
    r"(?:(?=[A-Za-z0-9]{0,5}[0-9])[A-HJ-NP-Za-hj-np-z0-9]{5,6}"
    r"|[A-HJ-NP-Za-hj-np-z0-9]{4}[警学挂港澳领试])(?![A-Za-z0-9])"
)
_REPLACEMENT = "（车牌号略）"


def detect(spelled: Spelled, _allowed: frozenset[str] = frozenset()) -> Iterator[Hit]:
    """Yield the number plates of a text (GA 36)."""
    for found in _PLATE.finditer(spelled.narrow):
        start, end = found.span()
        yield hit(spelled.text, start, end, "P104", _REPLACEMENT)

"""One mask per person: the surname with 某, and 甲, 乙 where two would have the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ._name_signs import COMPOUND_SURNAMES

_ORDER = "甲乙丙丁戊己庚辛壬癸"
_DOT = re.compile("[·•・‧∙.]")


def surname(name: str) -> str:
    """The part of a name that a mask keeps; of a name with a dot the first sign."""
    if _DOT.search(name):
        return name[0]
    return name[:2] if name.startswith(COMPOUND_SURNAMES) else name[:1]


def assign(names: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """Return the mask of every name, in the order in which the names come.

    `taken` are the masks that stand in the record already: nobody else gets one of them.
    """
    groups: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        groups.setdefault(f"{surname(name)}某", []).append(name)
    used = set(taken)
    masks: dict[str, str] = {}
    for plain, group in groups.items():
        if len(group) == 1 and plain not in used:
            masks[group[0]] = plain
            used.add(plain)
            continue
        free = (mask for mask in _numbered(plain) if mask not in used)
        for name in group:
            masks[name] = mask = next(free)
            used.add(mask)
    return masks


def masks_in(text: str) -> frozenset[str]:
    """The masks that a text holds already: 张某, 张某甲, 欧阳某某."""
    return frozenset(_MASK.findall(text)) if "某" in text else frozenset()


_MASK = re.compile(f"(?:{'|'.join(COMPOUND_SURNAMES)}|[\u3400-\u9fff])某(?:某|[{_ORDER}])?")


def _numbered(plain: str) -> Iterable[str]:
    """张某甲 to 张某癸, then with numbers: no record needs them, and none is stopped by them."""
    yield from (plain + sign for sign in _ORDER)
    number = 11
    while True:
        yield f"{plain}{number}"
        number += 1

"""Elements of XML by their local names, whichever library has read them."""

from __future__ import annotations

from typing import Any


def local(name: Any) -> str:
    """Return the name of an element or attribute without its namespace; "" for a comment."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def child(element: Any, *names: str) -> Any:
    """Return the first child of a child … by local names, None where there is none."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one.tag) == name), None)
    return element

"""The mark of a title whose record is made up: （虚构教学案例）at its end."""

from __future__ import annotations

import re

FICTIONAL = re.compile(r"（虚构[^（）]{0,20}）$")


def without_mark(title: str) -> str:
    """A title without its mark, for where that is said once for all."""
    return FICTIONAL.sub("", title)

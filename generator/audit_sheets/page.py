"""The audit sheet as one page to print."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment

from ..base.template import environment
from .sheet import PRINCIPLES, Sheet


@cache
def _environment() -> Environment:
    return environment(Path(__file__).parent)


def page(sheet: Sheet) -> str:
    """Return a page of HTML that needs no other file."""
    template = _environment().get_template("page.html.j2")
    return template.render(sheet=sheet, principles=PRINCIPLES)

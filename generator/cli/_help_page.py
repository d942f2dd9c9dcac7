"""The page that --help prints: usage, purpose, tables of parameters and commands."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

_WIDEST = 100


def laid_out(usage: str, purpose: str, sections: Mapping[str, Sequence[tuple[str, str]]]) -> str:
    """Return the page as text as wide as the terminal, without colour."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    written = StringIO()
    console = Console(file=written, width=width, color_system=None, highlight=False)
    console.print(Text(usage))
    if purpose:
        console.print(Padding(Text(purpose), (1, 0, 0, 2)))
    for title, rows in sections.items():
        if rows:
            console.print(Text(f"\n{title}："))
            console.print(_table(rows))
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines())


def _table(rows: Iterable[tuple[str, str]]) -> Padding:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for left, right in rows:
        table.add_row(Text(left), Text(right))
    return Padding(table, (0, 0, 0, 2))

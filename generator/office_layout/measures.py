"""The measures of a page of an official document.

Source: GB/T 9704-2012, 5.2 and 7: A4, text area 156 mm by 225 mm, 22 lines of 28 characters.
"""

from __future__ import annotations

from dataclasses import dataclass

LINES, CHARACTERS = 22, 28
TOP, RIGHT, BOTTOM, LEFT = 2098, 1474, 1984, 1588
"""Margins in twips (a twentieth of a point): 37, 26, 35 and 28 mm."""
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
"""A4 in twips."""
TEXT_WIDTH = (PAGE_WIDTH - LEFT - RIGHT) / 20
"""The width of the text area in points."""
TEXT_HEIGHT = (PAGE_HEIGHT - TOP - BOTTOM) / 20
"""The height of the text area in points."""
TIGHTENING = 5
"""Twips between two signs that are taken away, so that 28 of 16 points fit in one line."""
FOLIO_FROM_EDGE = 1406
"""Twips from the lower edge of the paper: the dashes stand 7 mm below the text area."""
FOLIO_SIZE = 14


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes in points, and lines of a fixed height in twips, of one kind of page."""

    title: float
    title_line: int
    body: float
    line: int
    table: float
    table_line: int
    note: float
    tightening: int = 0
    blank: int = 0
    """Twips before a heading."""
    grid: int = 0
    """Twips between the lines of the page's grid, 0 for none."""


OFFICIAL = Scale(22, 579, 16, 579, 12, 360, 12, tightening=TIGHTENING, grid=579)
"""The body of official documents: a line, of the title too, is one 22nd of the text area."""
COMPACT = Scale(18, 480, 12, 340, 10.5, 290, 10.5, blank=80)
"""For what must stand on one page: the margins and typefaces stay, the signs are smaller."""
CELL_MARGIN = 40
"""Twips above and below the text of a cell."""
CELL_SIDE = 90
"""Twips left and right of the text of a cell."""

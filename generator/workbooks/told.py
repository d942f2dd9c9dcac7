"""What is said of a workbook: findings by sheet, row and column."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..base.finding import Finding, Level, Place
from .cells import column_letters


class CellPlace(Place):
    """A cell: its row and column, and the sheet that it is in."""

    sheet: str = ""

    @classmethod
    def of(cls, sheet: str, row: int, column: int) -> CellPlace:
        """The place of a cell."""
        made = cls(row, column)
        made.sheet = sheet
        return made

    @property
    def said(self) -> str:
        """The place in words: 工作表「整改」第8行 G列."""
        row = f"第{self.line}行" if self.line else ""
        column = f" {column_letters(self.column)}列" if self.column else ""
        return f"工作表「{self.sheet}」{row}{column}"


@dataclass
class Told:
    """The findings about one workbook, in the order in which they were made."""

    path: str
    findings: list[Finding] = field(default_factory=list)
    places: list[CellPlace] = field(default_factory=list)
    """The place of each finding; a finding about the whole workbook has one without a sheet."""

    def say(
        self,
        code: str,
        message: str,
        hint: str = "",
        place: Place | None = None,
        level: Level = Level.ERROR,
    ) -> None:
        """Add a finding; the place of a cell goes into the sentence, as spreadsheets number it."""
        if isinstance(place, CellPlace):
            message = f"{place.said}: {message}"
        self.places.append(place if isinstance(place, CellPlace) else CellPlace())
        self.findings.append(Finding(self.path, code, message, level=level, hint=hint))

    def ordered(self) -> list[Finding]:
        """The findings by sheet, row and column, those about the whole workbook last."""
        sheets = {sheet: number for number, sheet in enumerate(one.sheet for one in self.places)}
        order = sorted(
            range(len(self.findings)),
            key=lambda n: (
                not self.places[n].sheet,
                sheets[self.places[n].sheet],
                self.places[n],
                n,
            ),
        )
        return [self.findings[n] for n in order]

    @property
    def stops(self) -> bool:
        """Whether there is a mistake, so that nothing of the workbook is taken."""
        return any(one.level is Level.ERROR for one in self.findings)

"""What becomes of every sign while a lesson plan is taken apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..base.finding import Finding, Level
from .prose import join_prose
from .source import Account, Paragraph, Source, notice, signs_added
from .tables import Block, Table, table_lines


@dataclass
class Ledger:
    """The account of one draft in the making."""

    source: Source
    dropped: list[tuple[str, str]] = field(default_factory=list)
    added: list[tuple[str, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def drop(self, kind: str, whole: str, *kept: str) -> None:
        """Count as dropped what is in the whole and not in the pieces kept of it."""
        left = Counter("".join(whole.split()))
        left.subtract("".join("".join(kept).split()))
        signs = "".join(left.elements())
        if signs:
            self.dropped.append((kind, signs))

    def add(self, kind: str, signs: str) -> None:
        """Count signs that the source does not have."""
        self.added.append((kind, signs))

    def say(self, code: str, message: str, hint: str = "", line: int = 0) -> None:
        """Note what a person should look at."""
        self.findings.append(notice(self.source.path, code, message, hint=hint, line=line))

    def warn(self, code: str, message: str, hint: str = "", line: int = 0) -> None:
        """Note what a person has to mend."""
        path, level = self.source.path, Level.WARNING
        self.findings.append(notice(path, code, message, hint=hint, line=line, level=level))

    def prose(self, body: Iterable[Block]) -> str:
        """Write blocks as author's Markdown; headings in them stay headings."""
        paragraphs: list[Paragraph] = []
        for one in body:
            if isinstance(one, Table):
                paragraphs += table_lines(one.rows, one.line)
            elif one.level and not one.picture:
                self.add("标题记号", "#")
                paragraphs.append(Paragraph(one.text, one.line, mark="#"))
            else:
                paragraphs.append(one)
        self.added += signs_added(paragraphs)
        return join_prose(paragraphs)

    @property
    def account(self) -> Account:
        """The account so far."""
        return Account(tuple(self.dropped), tuple(self.added))


def plain_heads(paragraphs: Sequence[Paragraph], ledger: Ledger) -> list[Paragraph]:
    """Take the signs that make headings and bold lines off; the level of a heading stays."""
    return [_plain(one, ledger) for one in paragraphs]


def _plain(one: Paragraph, ledger: Ledger) -> Paragraph:
    if one.cells:
        rows = tuple(
            type(cell)(tuple(_plain(inner, ledger) for inner in cell.paragraphs), cell.span,
                       cell.below)
            for cell in one.cells
        )  # fmt: skip
        return Paragraph(one.text, one.line, row=True, cells=rows, added=one.added)
    if one.row or one.picture:
        return one
    text = one.plain
    if not one.added:
        ledger.drop("标题记号", one.mark + one.text, text)
    else:
        ledger.drop("标题记号", one.text, text)
    lead = one.lead or (len(text) if text != one.text else 0)
    return Paragraph(text, one.line, one.level, strong=one.strong, lead=min(lead, len(text)))

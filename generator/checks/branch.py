"""Every dispatched office has a Party branch, and every branch an office behind it."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level
from ..library import Library, key_of
from ..records.branch import Branch
from ..records.unit import Unit
from ._finding import about

RULES = (
    ("C552", "派驻机构有党支部"),
    ("C553", "党支部写明联系监督检查室"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about branches and offices; none where there are no branches."""
    branches = library.not_withdrawn(Branch)
    for branch in branches:
        if branch.office is None:
            message = "没有写联系监督检查室"
            hint = "在「联系监督检查室」里写，例如 第三监督检查室。"
            yield about(
                library, key_of(branch), (), "C553", message, level=Level.WARNING, hint=hint
            )
    have = {one.unit for one in branches}
    for unit in library.not_withdrawn(Unit) if branches else ():
        if unit.type == "派驻机构" and key_of(unit) not in have:
            message = f"「{unit.id}」还没有党支部"
            hint = "在 ledgers/branches/ 里加一条，派驻机构写它的编号。"
            yield about(library, key_of(unit), (), "C552", message, level=Level.WARNING, hint=hint)

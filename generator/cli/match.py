"""anjian match: what an order can be met with, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from ..base.reference import Reference
from ..build import check, view
from ..disk import read_project
from ..library import Library
from ..order_matching import Match, proposal
from ..records.order import Order
from ..today import today as day
from ._ending import stop_at_errors
from ._program import Edition, Root, Stop, Today, chosen_root

Identifier = Annotated[str, typer.Argument(metavar="订单", help="培训订单的编号")]


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("match", help="给培训订单找教案、案例和讲师，说明理由，列出缺口")
    def command(
        context: typer.Context,
        order: Identifier,
        root: Root = None,
        edition: Edition = "lecturer",
        today: Today = None,
    ) -> None:
        checked = check(read_project(chosen_root(context, root)), day(today))
        stop_at_errors(checked, "有错误，没有匹配。")
        library = view(checked, edition or "lecturer").library
        found = library.get(Reference("order", order.rpartition("/")[2]))
        if not isinstance(found, Order):
            known = "、".join(one.id for one in library.of_kind("order"))
            raise Stop(f"没有编号为「{order}」的培训订单。" + (f"已有：{known}。" if known else ""))
        typer.echo("\n".join(_lines(library, found)))


def _lines(library: Library, order: Order) -> Iterator[str]:
    made = proposal(library, order)
    yield f"培训订单 {order.id}：{order.title}（{order.month.chinese()}，{order.progress}）"
    for label, matches in (
        ("教案", made.lessons),
        ("案例", made.cases),
        ("讲师", made.lecturers),
    ):
        yield f"{label}："
        yield from _of(library, matches)
    yield "还缺："
    yield from (f"  {gap}" for gap in made.gaps or ("没有缺口",))


def _of(library: Library, matches: tuple[Match, ...]) -> Iterator[str]:
    if not matches:
        yield "  没有合适的"
    for one in matches:
        yield f"  {one.key.id} {library.records[one.key].heading}"
        yield from (f"      因为{reason}" for reason in one.reasons)
        yield from (f"      注意：{warning}" for warning in one.warnings)

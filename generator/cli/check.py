"""anjian check: every finding of a project."""

from __future__ import annotations

from typing import Annotated

import typer

from ..base.finding import Level, worst
from ..build import check as check_project
from ..disk import read_project
from ..reports import formats, report
from ..today import today as day
from ._program import Root, Stop, Today, chosen_root
from ._progress import Steps


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("check", help="检查全部记录，列出所有问题")
    def command(
        context: typer.Context,
        root: Root = None,
        form: Annotated[
            str, typer.Option("--format", metavar="格式", help="、".join(formats()))
        ] = "text",
        *,
        strict: Annotated[bool, typer.Option("--strict", help="有警告也算不通过")] = False,
        today: Today = None,
    ) -> None:
        if form not in formats():
            raise Stop(f"没有「{form}」这种格式，可用：{'、'.join(formats())}。")
        folder = chosen_root(context, root)
        with Steps() as steps:
            checked = check_project(read_project(folder), day(today), progress=steps)
        typer.echo(report(checked.findings, form), nl=False)
        gravest = worst(checked.findings)
        limit = Level.WARNING if strict else Level.ERROR
        if gravest is not None and gravest >= limit:
            raise typer.Exit(1)

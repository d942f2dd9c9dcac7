"""anjian export ledger: the rows of one kind in one edition as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..base.finding import Level, ordered
from ..build import check, view
from ..bundle.leaks import LeakTest
from ..disk import read_project, write_file
from ..edition_rules import edition_rule
from ..reports import report
from ..today import today as day
from ._ending import stop_at_errors
from ._program import Edition, Root, Today, chosen_root
from ._progress import Steps
from ._workbooks import ledger_kind, ledger_kinds, writer, xlsx_file

Kind = Annotated[str, typer.Argument(metavar="种类", help=ledger_kinds())]
Out = Annotated[
    Path, typer.Option("-o", "--out", metavar="文件", help="写成哪个文件，例如 整改台账.xlsx")
]


def export_ledger(
    context: typer.Context,
    kind: Kind,
    out: Out,
    root: Root = None,
    edition: Edition = None,
    today: Today = None,
) -> None:
    """Write the workbook, after the leak test of the edition."""
    model, target, make = ledger_kind(kind), xlsx_file(out), writer()
    date = day(today)
    with Steps() as steps:
        checked = check(read_project(chosen_root(context, root)), date, progress=steps)
        stop_at_errors(checked, "有错误，没有导出。")
        library = checked.library
        rule = edition_rule(library.settings, edition)
        taken = view(checked, rule)
        records = taken.library.of_kind(model.kind)
        names = make.Names.of(taken.library.records.values())
        steps("写表格")
        content = make.workbook(
            make.Contents(
                model, library.settings, names, date, library.site_name, records, taken.rule
            )
        )
        leaked = LeakTest.of_edition(library, taken).of_files({target.name: content})
    if leaked:
        typer.echo(report(ordered(leaked), "text"), nl=False)
    if any(one.level is Level.ERROR for one in leaked):
        typer.echo("带有不该导出的内容，没有写。", err=True)
        raise typer.Exit(1)
    target.parent.mkdir(parents=True, exist_ok=True)
    write_file(target, content)
    typer.echo(f"写好 {target}（{len(content) / 1024:.0f} KB）：{model.label} {len(records)} 条。")
    others = len(library.of_kind(model.kind)) - len(records)
    if others:
        hint = "" if rule.name == "internal" else "；要改台账就用 --edition internal 导出"
        typer.echo(f"{rule.title}里没有另外 {others} 条{hint}。")

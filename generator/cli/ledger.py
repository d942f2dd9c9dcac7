"""anjian ledger: a workbook for a kind of ledger, to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..build import project_settings
from ..disk import CONFIGURATION, read_project, write_file
from ..library import read_library
from ..records import all_kinds
from ..settings import Settings
from ..today import today as day
from ._program import Root, Today, chosen_root
from ._workbooks import ledger_kind, ledger_kinds, writer, xlsx_file

Kind = Annotated[str, typer.Argument(metavar="种类", help=ledger_kinds())]
Out = Annotated[
    Path, typer.Option("-o", "--out", metavar="文件", help="写成哪个文件，例如 整改台账.xlsx")
]


def add(app: typer.Typer) -> None:
    """Add the command."""
    group = typer.Typer(help="Excel 台账的模板：anjian ledger template rectification -o 整改.xlsx")

    @group.callback()
    def shared() -> None:
        """Make the group a group, though it has one command."""

    group.command("template", help="写一份空白的 Excel 台账，带下拉框和填写说明")(_template)
    app.add_typer(group, name="ledger")


def _template(
    context: typer.Context, kind: Kind, out: Out, root: Root = None, today: Today = None
) -> None:
    model, target, make = ledger_kind(kind), xlsx_file(out), writer()
    folder = chosen_root(context, root)
    settings, site, names, date = Settings(), "", make.Names(), day(today)
    if (folder / CONFIGURATION).is_file():
        project = read_project(folder)
        settings, site, _ = project_settings(project)
        library, _ = read_library(project.files, all_kinds(), settings, date)
        names = make.Names.of(library.records.values())
    content = make.workbook(make.Contents(model, settings, names, date, site))
    target.parent.mkdir(parents=True, exist_ok=True)
    write_file(target, content)
    typer.echo(f"写好 {target}（{len(content) / 1024:.0f} KB）。")
    typer.echo(f"填好后运行：anjian import ledger {target.name}")

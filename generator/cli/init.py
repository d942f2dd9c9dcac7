"""anjian init: a new project that works at once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..disk import write_new_files
from ..records import all_kinds
from ._program import Root, Stop
from ._starter import starter_files

Folder = Annotated[
    Path, typer.Argument(metavar="文件夹", help="新项目放在哪里；还没有的文件夹，或者空文件夹")
]


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("init", help="新建一个案例库：设置、文件夹、示范案例、使用说明")
    def command(context: typer.Context, folder: Folder, root: Root = None) -> None:
        target = (root or context.obj or Path()) / folder
        _refuse_used(target)
        name = target.resolve().name
        write_new_files(target, starter_files(all_kinds(), name or "案例库"))
        typer.echo(f"建好了：{target.resolve()}")
        typer.echo("里面的 README.md 说明怎样添加、检查、生成。接下来运行：")
        typer.echo(f'  cd "{target}"')
        typer.echo("  anjian build")


def _refuse_used(target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise Stop(f"「{target}」是一个文件，不是文件夹；请换一个名称。")
    if target.is_dir() and any(one.name != ".git" for one in target.iterdir()):
        raise Stop(f"「{target}」里已经有内容，没有改动；请换一个名称，或先清空它。")

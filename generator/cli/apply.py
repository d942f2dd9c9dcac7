"""anjian apply: bring a bundle that was unzipped to the next issue, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..bundle.apply import apply
from ._bundles import Key, opened, public_key

DeltaFile = Annotated[
    Path, typer.Argument(metavar="增量包", help="pack --since 打的 zip", show_default=False)
]
Folder = Annotated[
    Path, typer.Argument(metavar="文件夹", help="上一期资料包解压后的文件夹", show_default=False)
]


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("apply", help="把增量包用到上一期的文件夹上；要么全部换好，要么一点不动")
    def command(delta: DeltaFile, folder: Folder, key: Key = None) -> None:
        public = public_key(key)
        with opened(delta) as files:
            about, changed = apply(files, folder, public)
        if not changed:
            typer.echo(f"文件夹里已经是这一期：{about.stamp}。")
            return
        typer.echo(f"换好了，现在是期号 {about.stamp}，核对通过。")
        typer.echo(f"更新 {len(about.files)} 个文件，删去 {len(about.delete)} 个。")

"""anjian serve: a live view; a mistake shows here and the last good site stays."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from ..base.finding import Level
from ..disk import RECORD_FOLDERS, DiskError
from ..hosts.mkdocs_serve import generated_folder, serve_site
from ..reports import report
from ..today import today as day
from ._build_steps import build_project
from ._program import Root, Today, chosen_root
from ._progress import Steps
from .generate import Edition, chosen_edition


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("serve", help="边写边看：保存后浏览器里自动更新")
    def command(
        context: typer.Context,
        root: Root = None,
        edition: Edition = None,
        today: Today = None,
        port: Annotated[
            int, typer.Option("--port", metavar="端口", help="网址里的端口", min=1, max=65535)
        ] = 8000,
    ) -> None:
        folder = chosen_root(context, root)
        chosen = chosen_edition(edition)
        with tempfile.TemporaryDirectory(prefix="anjian-") as temporary:
            site = Path(temporary) / "site"

            def rebuild() -> bool:
                try:
                    with Steps() as steps:
                        built = build_project(folder, site, chosen, day(today), steps)
                except DiskError as error:
                    typer.echo(str(error), err=True)
                    return False
                shown = [one for one in built.findings if one.level >= Level.WARNING]
                if shown:
                    typer.echo(report(shown, "text"), nl=False)
                typer.echo("已更新。" if built.published else "没有更新，仍显示上一次的网站。")
                return built.published

            if not rebuild():
                raise typer.Exit(1)
            watched = [folder / name for name in (*RECORD_FOLDERS, "docs", "mkdocs.yml")]
            serve_site(
                site,
                watched,
                generated_folder(folder),
                rebuild,
                port,
                lambda url: typer.echo(f"在浏览器里打开 {url} ，按 Ctrl+C 结束。"),
            )

"""anjian build: check, generate, render, inspect, and put the new site in place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..base.finding import Level
from ..reports import report
from ..reports.text import summary
from ..today import today as day
from ._build_steps import build_project
from ._program import Root, Today, chosen_root
from ._progress import Steps
from .generate import Edition, chosen_edition


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("build", help="检查、生成并建好网站，全部通过才换下旧网站")
    def command(
        context: typer.Context,
        root: Root = None,
        edition: Edition = None,
        today: Today = None,
        site: Annotated[
            Path | None,
            typer.Option("--site-dir", metavar="文件夹", help="网站放在哪里，默认是项目里的 site"),
        ] = None,
    ) -> None:
        folder = chosen_root(context, root)
        target = (folder / (site or "site")).absolute()
        with Steps() as steps:
            built = build_project(folder, target, chosen_edition(edition), day(today), steps)
        shown = [one for one in built.findings if one.level >= Level.WARNING]
        if shown:
            typer.echo(report(shown, "text"), nl=False)
        elif built.findings:
            typer.echo(summary(built.findings) + "用 anjian check 查看。")
        if not built.published or built.result is None:
            typer.echo("没有建成；原有的网站没有改动。", err=True)
            raise typer.Exit(1)
        view = built.result.edition
        pages = sum(path.endswith(".md") for path in built.result.files)
        typer.echo(f"{view.rule.title}建好了：{len(view.library.records)} 条记录，{pages} 个页面。")
        if view.left_out:
            typer.echo(
                f"另有 {view.left_out} 条记录不在{view.rule.title}里（范围或状态不合）；"
                "写上「范围: 公开」才进公开版，要看全部用 --edition internal。"
            )
        typer.echo(f"网站在 {target}\n双击 {target / 'index.html'} 打开，断网也能用。")

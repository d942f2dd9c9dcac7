"""anjian serve: a live view; a mistake shows here and the last good site stays."""

from __future__ import annotations

import shutil
import signal
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from ..disk import BusyError, DiskError, snapshot
from ..lock import exclusive, lock_file
from ..today import today as day
from ._build_steps import build_project
from ._ending import left_out, shown_findings
from ._program import Edition, Root, Stop, Today, chosen_root
from ._progress import Steps

_WAITING = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>还没有网站</title></head>
<body><h1>记录里有错误，还没有网站可看</h1>
<p>错误列在终端里；改好并保存后，这一页会自动换成网站。</p></body></html>
"""
_LAST = 65_535


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("serve", help="边写边看内部版：保存后浏览器里自动更新")
    def command(
        context: typer.Context,
        root: Root = None,
        edition: Edition = None,
        today: Today = None,
        port: Annotated[int, typer.Option("--port", metavar="端口", help="网址里的端口")] = 8000,
    ) -> None:
        if not 0 <= port <= _LAST:
            raise Stop(f"端口 {port} 不行，要在 1 到 {_LAST} 之间。")
        folder = chosen_root(context, root)
        live = _Live(folder, edition or "internal", today)
        with tempfile.TemporaryDirectory(prefix="anjian-", ignore_cleanup_errors=True) as temporary:
            live.serve(Path(temporary), port)


class _Live:
    """Builds every site into a folder of its own; the one before stays for late requests."""

    def __init__(self, root: Path, edition: str, today: str | None) -> None:
        self.root = root
        self.edition = edition
        self.today = today
        self.made: list[Path] = []
        self.temporary = Path()

    def serve(self, temporary: Path, port: int) -> None:
        # Here, so that the other commands need not load a server.
        from ..hosts.mkdocs_serve import LiveServer  # noqa: PLC0415

        # SIGINT too: a shell that starts this in the background hands it down ignored.
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), signal.default_int_handler)
        self.temporary = temporary
        waiting = temporary / "waiting"
        waiting.mkdir()
        (waiting / "index.html").write_text(_WAITING, encoding="utf-8")
        server = LiveServer(port, waiting, self.rebuild, self.look)
        try:
            seen = self.look()
            server.show(self.rebuild())
            typer.echo(f"在浏览器里打开 {server.address} ，按 Ctrl+C 结束。")
            server.run(seen)
        except KeyboardInterrupt:
            typer.echo("已结束。")
        finally:
            server.shutdown()

    def look(self) -> dict[str, tuple[int, int]]:
        return snapshot(self.root)

    def fresh(self) -> Path:
        self.made.append(Path(tempfile.mkdtemp(dir=self.temporary)))
        return self.made[-1]

    def rebuild(self) -> Path | None:
        """Build, and say what came of it; None leaves the last good site. Never raises."""
        before = list(self.made)
        site = None
        try:
            site = self.build(first=not before)
        except BusyError as error:
            typer.echo(f"{error}保存一次就会再试。", err=True)
        except (DiskError, ValueError) as error:
            typer.echo(f"{error}", err=True)
        except Exception as error:  # noqa: BLE001 - the last good site stays whatever happens
            typer.echo(f"程序出错（{type(error).__name__}）。", err=True)
        if site is None:
            typer.echo("没有更新，仍显示上一次的网站。", err=True)
        self.forget(before, site)
        return site

    def build(self, *, first: bool) -> Path | None:
        with exclusive(lock_file(self.root)), Steps() as steps:
            built = build_project(
                self.root,
                self.fresh,
                self.edition,
                day(self.today),
                steps,
                staging=self.temporary / "docs",
                preview=True,
            )
        typer.echo(shown_findings(built.findings), nl=False)
        if built.site is not None and built.result is not None:
            view = built.result.edition
            typer.echo(f"{view.rule.title}已更新：{len(view.library.records)} 条记录。")
            for line in left_out(view) if first else ():
                typer.echo(line)
        return built.site

    def forget(self, before: list[Path], site: Path | None) -> None:
        """Remove what is not served: a folder that failed, or all but the newest two."""
        keep = before if site is None else [*before[-1:], site]
        for folder in self.made:
            if folder not in keep:
                shutil.rmtree(folder, ignore_errors=True)
        self.made = keep

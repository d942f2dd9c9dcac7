"""anjian preview: a bundle as a web server would show it, on this machine alone."""

from __future__ import annotations

import signal
from typing import Annotated

import typer

from ._bundles import Bundle, opened

Port = Annotated[
    int, typer.Option("--port", metavar="端口", help="网址里的端口", min=0, max=65_535)
]


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("preview", help="在本机浏览器里看资料包，和放到内网服务器上一样")
    def command(bundle: Bundle, port: Port = 8000) -> None:
        # Here, so that the other commands need not load a server.
        from ..bundle.preview_server import PreviewServer  # noqa: PLC0415

        # SIGINT too: a shell that starts this in the background hands it down ignored.
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), signal.default_int_handler)
        with opened(bundle) as files, PreviewServer(files, port) as server:
            typer.echo(f"在浏览器里打开 {server.address} ，按 Ctrl+C 结束。")
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                typer.echo("已结束。")

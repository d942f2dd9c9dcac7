"""A live view in the browser: the last good site is served whatever happens to the next."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from ..addresses import LIBRARY
from ..disk import DiskError, reason


def serve_site(
    site: Path,
    watched: Iterable[Path],
    generated: Path,
    rebuild: Callable[[], bool],
    port: int,
    ready: Callable[[str], None],
) -> None:
    """Serve `site` on this machine only and call `rebuild` after every change until stopped.

    `rebuild` swaps the site itself, returns whether it did, and never raises. Files below
    `generated` are written by a rebuild and start none. Raises DiskError where the port is taken.
    """
    server = _Server(rebuild, port, site, generated)
    for path in watched:
        if path.exists():
            server.watch(str(path))
    try:
        ready(server.url)
        server.serve()
    except OSError as error:
        raise DiskError(
            f"打不开端口 {port}：{reason(error)}。可能已被别的程序占用，用 --port 换一个。"
        ) from error
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown(wait=True) if server.serve_thread.is_alive() else server.server_close()


class _Server(LiveReloadServer):
    """MkDocs' server, but readers never wait for a build and failed builds reload nothing."""

    def __init__(self, rebuild: Callable[[], bool], port: int, site: Path, generated: Path) -> None:
        super().__init__(self._build, "127.0.0.1", port, str(site))
        self._rebuild = rebuild
        self._generated = str(generated)

    def _build(self) -> None:
        wanted = self._wanted_epoch
        self._wanted_epoch = self._visible_epoch
        if self._rebuild():
            self._wanted_epoch = wanted

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Watch a folder; what a build writes itself is not a change."""
        super().watch(path, func, recursive=recursive)
        handler: Any = next(iter(self.observer._handlers[self._watch_refs[os.path.abspath(path)]]))
        inner = handler.on_any_event

        def outside(event: Any) -> None:
            names = (str(event.src_path), str(getattr(event, "dest_path", "")))
            if not any(name.startswith(self._generated) for name in names):
                inner(event)

        handler.on_any_event = outside


def generated_folder(root: Path) -> Path:
    """The folder that builds write into."""
    return root / "docs" / LIBRARY

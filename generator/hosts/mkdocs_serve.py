"""A live view in the browser: the last good site is served whatever happens to the next."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from ..addresses import LIBRARY
from ..disk import RECORD_FOLDERS, DiskError, is_junk, reason

Snapshot = Callable[[], Mapping[str, object]]
_INTERVAL = 0.4
_HOST = "127.0.0.1"
_PORT_IN_USE = (48, 98, 10048)


class LiveServer(LiveReloadServer):
    """MkDocs' server for this machine alone, which never makes a reader wait for a build.

    `rebuild` returns the folder of a new good site, or None where there is none yet.
    Raises DiskError where the port cannot be had.
    """

    # On Windows this would let two servers take one port.
    allow_reuse_address = os.name != "nt"

    def __init__(
        self, port: int, site: Path, rebuild: Callable[[], Path | None], snapshot: Snapshot
    ) -> None:
        # What the server says of requests is in English and of no use to an author.
        logging.getLogger("mkdocs.livereload").setLevel(logging.CRITICAL)
        super().__init__(lambda: None, _HOST, port, str(site))
        self.rebuild = rebuild
        self.snapshot = snapshot
        self.error_handler = self._page_for
        # A page takes up the script that reloads it only where something is watched.
        self._watched_paths = {str(site): 1}
        try:
            self.server_bind()
            self.server_activate()
        except OSError as error:
            self.server_close()
            why = "已被别的程序占用" if error.errno in _PORT_IN_USE else reason(error)
            raise DiskError(
                f"打不开端口 {port}：{why}。用 --port 换一个，例如 --port {port + 1}。"
            ) from None

    @property
    def address(self) -> str:
        """Where the site is to be seen."""
        return f"http://{_HOST}:{self.server_port}/"

    def serve_request(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        """Answer this machine by its own names alone: no other site may read ours through it."""
        if environ.get("HTTP_HOST", _HOST).partition(":")[0] not in {_HOST, "localhost"}:
            start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
            return ["只能用 http://127.0.0.1 打开。".encode()]
        return super().serve_request(environ, start_response)

    def run(self, seen: Mapping[str, object]) -> None:
        """Serve until interrupted, and build again whenever the sources are not as `seen`."""
        self.serve_thread.start()
        try:
            while True:
                with self._rebuild_cond:
                    self._rebuild_cond.wait(timeout=_INTERVAL)
                now = self.snapshot()
                if now != seen:
                    seen = now
                    self.show(self.rebuild())
        finally:
            self.shutdown()

    def show(self, site: Path | None) -> None:
        """Serve another folder from now on, and have the browsers load their page again."""
        if site is None:
            return
        with self._epoch_cond:
            self.root = str(site)
            self._visible_epoch = self._wanted_epoch = self._visible_epoch + 1
            self._epoch_cond.notify_all()

    def shutdown(self, wait: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Stop answering; a second call does nothing."""
        with self._epoch_cond:
            self._visible_epoch += 1
            self._epoch_cond.notify_all()
        if self.serve_thread.is_alive():
            super(LiveReloadServer, self).shutdown()
            self.serve_thread.join()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is no error; anything else is said without a traceback."""
        error = sys.exc_info()[1]
        if not isinstance(error, ConnectionError) and os.environ.get("ANJIAN_DEBUG"):
            super().handle_error(request, client_address)

    def _page_for(self, code: int) -> bytes | None:
        page = Path(self.root) / f"{code}.html"
        return page.read_bytes() if page.is_file() else None


def watch_sources(server: Any, root: Path, docs: str) -> None:
    """Have plain `mkdocs serve` build again after changes of records and pages alone.

    What the build writes itself is no change; a mistake is said and leaves the old site.
    """
    generated = str(root / "docs" / LIBRARY)

    class Handler(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            path = os.fsdecode(event.src_path)
            quiet = event.event_type in {"opened", "closed_no_write", "closed"}
            if event.is_directory or quiet or path.startswith(generated):
                return
            if is_junk(Path(path).name):
                return
            with server._rebuild_cond:  # noqa: SLF001 - the way its own watcher goes
                server._want_rebuild = True  # noqa: SLF001
                server._rebuild_cond.notify_all()  # noqa: SLF001

    server.unwatch(docs)
    for folder in (docs, *(str(root / name) for name in RECORD_FOLDERS)):
        if Path(folder).is_dir():
            server.observer.schedule(Handler(), folder, recursive=True)
    build = server.builder

    def builder() -> None:
        try:
            build()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - the browser must not hang
            sys.stderr.write(f"{error}\n没有更新，仍显示上一次的网站。\n")

    server.builder = builder

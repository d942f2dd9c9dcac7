"""Serve a bundle on this machine as the sample of its nginx configuration would."""

from __future__ import annotations

import posixpath
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from ..disk import DiskError, reason
from .opened import Opened
from .problem import BundleError
from .server_settings import NGINX, stated_headers

_HOST = "127.0.0.1"
_OWN_NAMES = (_HOST, "localhost")
_SITE = "site"
_TEXT = "; charset=utf-8"
_TYPES = {
    ".html": f"text/html{_TEXT}",
    ".css": f"text/css{_TEXT}",
    ".js": f"application/javascript{_TEXT}",
    ".json": f"application/json{_TEXT}",
    ".svg": f"image/svg+xml{_TEXT}",
    ".xml": f"text/xml{_TEXT}",
    ".txt": f"text/plain{_TEXT}",
    ".csv": f"text/csv{_TEXT}",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".woff2": "font/woff2",
}
_UNKNOWN = "application/octet-stream"


class PreviewServer(ThreadingHTTPServer):
    """The site of a bundle under the headers that its nginx sample states, for this machine alone.

    Port 0 takes any. Raises BundleError for a bundle without that sample, DiskError where the
    port cannot be had.
    """

    daemon_threads = True

    def __init__(self, bundle: Opened, port: int) -> None:
        if NGINX not in bundle.names:
            raise BundleError(f"资料包里没有 {NGINX}，不知道要用哪些设置。")
        self.stated = stated_headers(bundle.read(NGINX).decode("utf-8", "replace"))
        self._bundle = bundle
        self._names = set(bundle.names)
        self._one_at_a_time = threading.Lock()
        try:
            super().__init__((_HOST, port), _Handler)
        except OSError as error:
            raise DiskError(
                f"打不开端口 {port}：{reason(error)}。用 --port 换一个，例如 --port {port + 1}。"
            ) from None

    @property
    def address(self) -> str:
        """Where the site is to be seen."""
        return f"http://{_HOST}:{self.server_port}/"

    def file(self, path: str) -> str | None:
        """The file of the site that an address means, None where there is none."""
        wanted = f"{_SITE}{_plain(path)}".rstrip("/")
        found = f"{wanted}/index.html" if path.endswith("/") else wanted
        return found if found in self._names else None

    def is_folder(self, path: str) -> bool:
        """Whether an address means a folder with a page of its own."""
        return f"{_SITE}{_plain(path)}/index.html" in self._names

    def content(self, name: str) -> bytes | None:
        """The bytes of a file, None where they are damaged or gone."""
        with self._one_at_a_time:
            try:
                return self._bundle.read(name)
            except (BundleError, KeyError, OSError):
                return None

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is no error."""


def _plain(path: str) -> str:
    """An address without its dots; two slashes at its start would stay two."""
    return posixpath.normpath("/" + unquote(path).lstrip("/"))


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    server_version = "anjian"
    sys_version = ""
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Requests are of no use to an editor."""

    def _answer(self) -> None:
        # No other site may read ours through a name of its own for this machine.
        if self.headers.get("Host", _HOST).partition(":")[0] not in _OWN_NAMES:
            self._send(
                403, "text/plain; charset=utf-8", f"只能用 {self.server.address} 打开。".encode()
            )
            return
        path = urlsplit(self.path).path
        name = self.server.file(path)
        if name is None and not path.endswith("/") and self.server.is_folder(path):
            self._send(301, "text/plain; charset=utf-8", b"", f"{quote(unquote(path))}/")
            return
        content = self.server.content(name) if name else None
        if name is None or content is None:
            missing = self.server.content(f"{_SITE}/404.html") or "没有这一页。".encode()
            self._send(404, _TYPES[".html"], missing)
            return
        kind = _TYPES.get(posixpath.splitext(name)[1].lower(), _UNKNOWN)
        self._send(200, kind, content)

    def _send(self, code: int, kind: str, content: bytes, to: str = "") -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        for name, value in self.server.stated.items():
            self.send_header(name, value)
        if to:
            self.send_header("Location", to)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

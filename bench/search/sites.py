"""What the engines need: a page of Material that asks them, packages from npm, a server."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml

from .process import Used, measured

HERE = Path(__file__).parent


def project(folder: Path, scripts: list[str], changes: dict[str, Any] | None = None) -> Path:
    """Write a project of one page with Material's theme, and return its docs/."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# 搜索\n\n在下面列出结果。\n", encoding="utf-8")
    for name in (*scripts, "bench.js"):
        if (HERE / name).is_file():
            shutil.copy(HERE / name, docs / name)
    configuration = {
        "site_name": "搜索",
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "zh", "font": False},
        "nav": [{"首页": "index.md"}],
        "not_in_nav": "/p/",
        "plugins": [],
        "extra_javascript": [*scripts, "bench.js"],
        **(changes or {}),
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(configuration), encoding="utf-8")
    return docs


def build(folder: Path) -> Used:
    """Build the project with MkDocs into its site/."""
    return measured([sys.executable, "-m", "mkdocs", "build", "-q"], folder)


def npm(folder: Path, package: str) -> Path | None:
    """Install a package into a folder and return where it is; None when that fails."""
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.which("npm") is None:
        return None
    command = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", package]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return folder / "node_modules" if done.returncode == 0 else None


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; the address ends in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

"""Whether the search works in Firefox from a disk: one page, a few queries, no server.

Playwright drives a Firefox of its own only; puppeteer-core drives the one that is installed.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from .browser import Site
from .sites import HERE, npm


def firefox(folder: Path, site: Site, texts: list[str]) -> str:
    """Say what came of it."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    packages = npm(folder, "puppeteer-core") if program else None
    if program is None or packages is None:
        return "not tried: no Firefox or no npm"
    shutil.copy(HERE / "firefox.js", folder)
    given = json.dumps({"program": program, "addresses": [site.page(text) for text in texts]})
    done = subprocess.run(
        ["node", "firefox.js", given],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if done.returncode:
        return f"failed: {done.stderr.strip().splitlines()[-1:]}"
    answer = json.loads(done.stdout.splitlines()[-1])
    seconds = sorted(one["since"] / 1000 for one in answer["answers"])
    found = sum(bool(one["found"]) for one in answer["answers"])
    trouble = "".join(f"; {one}" for one in answer["errors"])
    return (
        f"{answer['version']}: {found} of {len(texts)} answered,"
        f" {seconds[len(seconds) // 2]:.2f} s{trouble}"
    )

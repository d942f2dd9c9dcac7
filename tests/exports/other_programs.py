"""Programs that others wrote, to read what we write; a test is skipped where one is absent."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

VENDOR = Path(__file__).resolve().parent.parent / "vendor"


def node(script, text, *libraries):
    """Run a script in Node with a text as its input; what it prints is JSON.

    The script finds the text in `text` and each library, a file in tests/vendor, in `libraries`.
    """
    program = shutil.which("node")
    if program is None:
        pytest.skip("needs Node")
    paths = json.dumps([str(VENDOR / one) for one in libraries])
    whole = (
        f"const libraries = {paths}.map((path) => require(path));\n"
        f"const text = require('fs').readFileSync(0, 'utf8');\n{script}\n"
    )
    done = subprocess.run(
        [program, "-e", whole], input=text.encode(), capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def soffice(path, target):
    """Convert a file with LibreOffice and return the path of what came out."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice")
    profile = (path.parent / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", target]
    subprocess.run(
        [*command, "--outdir", path.parent, path], capture_output=True, timeout=300, check=True
    )
    return path.with_suffix("." + target.partition(":")[0])

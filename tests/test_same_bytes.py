"""Same input, same bytes: also in another process, with other hashes, in another place and time."""

import hashlib
import os
import subprocess
import sys

import pytest

_PROGRAM = """
import hashlib, sys
from datetime import date
from pathlib import Path
from generator.build import check, generate
from generator.disk import read_project
result = generate(check(read_project(Path(sys.argv[1])), date(2026, 1, 1)), "lecturer")
total = hashlib.sha256()
for name, content in result.files.items():
    total.update(name.encode() + b"\\0" + content)
print(total.hexdigest(), len(result.files))
"""


@pytest.mark.parametrize("environment", [{"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai"}])
def test_nothing_depends_on_the_process(root, environment):
    from datetime import date

    from generator.build import check, generate
    from generator.disk import read_project

    site = root / "tests" / "sites" / "linked"
    here = generate(check(read_project(site), date(2026, 1, 1)), "lecturer").files
    total = hashlib.sha256()
    for name, content in here.items():
        total.update(name.encode() + b"\0" + content)
    made = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(site)],
        env={**os.environ, "LC_ALL": "C", **environment},
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )

    assert made.stdout.split() == [total.hexdigest(), str(len(here))]

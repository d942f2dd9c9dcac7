"""What the tests of the commands share: running one in this process, and fresh projects."""

import contextlib
import io
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import application
from generator.cli._program import run


@dataclass(frozen=True)
class Outcome:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


def run_anjian(*arguments: object) -> Outcome:
    """Run a command as the console script does; each argument becomes text."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(application(), [str(one) for one in arguments])
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode())
    return Outcome(code, *texts)


@pytest.fixture(scope="session")
def anjian() -> Callable[..., Outcome]:
    """Run a command and return its `code`, `out` and `err`."""
    return run_anjian


@pytest.fixture(scope="session")
def fresh_library(tmp_path_factory) -> Path:
    """A project as `init` makes it, in a folder with a space in its name; only to be read."""
    folder = tmp_path_factory.mktemp("新 项目") / "望鹤 案例库"
    outcome = run_anjian("init", folder)
    assert outcome.code == 0, outcome.err
    return folder


@pytest.fixture
def own_library(fresh_library, tmp_path) -> Path:
    """A project as `init` makes it, to be changed by one test."""
    return shutil.copytree(fresh_library, tmp_path / fresh_library.name)

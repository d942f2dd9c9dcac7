"""One small kit, which tests look at without changing it."""

from pathlib import Path

import pytest

from tests.bundle.kit.wheelhouse import Wheelhouse


@pytest.fixture(scope="session")
def wheelhouse(tmp_path_factory) -> Wheelhouse:
    """Invented wheels; only to be read."""
    return Wheelhouse(tmp_path_factory.mktemp("轮子 仓库") / "wheels")


@pytest.fixture(scope="session")
def small_kit(wheelhouse, tmp_path_factory) -> Path:
    """A kit for Windows and Linux from them; only to be read."""
    folder = tmp_path_factory.mktemp("安装 包") / "案鉴"
    wheelhouse.kit(folder)
    return folder

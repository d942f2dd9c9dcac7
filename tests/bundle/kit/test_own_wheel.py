"""The program packs itself whole, and the same each time."""

import base64
import hashlib
import io
import subprocess
import sys
import zipfile

import pytest

from generator.bundle.kit import own_wheel as module
from generator.bundle.kit.locked import pin_of, read_lock
from generator.bundle.kit.own_wheel import lock_texts, own_wheel
from generator.bundle.kit.problem import KitError


@pytest.fixture(scope="module")
def packed() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(own_wheel().content))


def test_it_holds_what_the_build_tool_would_put_in(packed, root, tmp_path):
    pytest.importorskip("hatchling")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=root,
        check=True,
        capture_output=True,
    )
    (built,) = tmp_path.glob("*.whl")

    assert built.name == own_wheel().name
    with zipfile.ZipFile(built) as archive:
        assert set(packed.namelist()) == set(archive.namelist())


def test_templates_browser_files_and_starter_are_in_it(packed):
    names = set(packed.namelist())

    assert {"generator/pages/case.md.j2", "generator/web/theme.css"} <= names
    assert any(name.startswith("generator/starter/cases/") for name in names)
    assert "generator/bundle/kit/onsite/install.bat" in names
    assert not [name for name in names if "__pycache__" in name]


def test_its_record_tells_the_truth(packed):
    name = next(name for name in packed.namelist() if name.endswith(".dist-info/RECORD"))
    lines = packed.read(name).decode().splitlines()
    assert lines.pop() == f"{name},,"
    for line in lines:
        path, digest, size = line.rsplit(",", 2)
        content = packed.read(path.strip('"'))
        wanted = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
        assert (digest, size) == (f"sha256={wanted}", str(len(content)))
    assert len(lines) + 1 == len(packed.namelist())


def test_same_bytes_every_time():
    assert own_wheel() == own_wheel()


def test_no_path_of_this_computer_is_in_it(packed, root):
    for name in packed.namelist():
        assert str(root).encode() not in packed.read(name), name


def test_an_installed_program_finds_its_lock_files_among_its_metadata(
    monkeypatch, tmp_path, packed
):
    """Unpacked somewhere else, as pip does it: the same locks, the same wheel."""
    checkout = lock_texts()
    packed.extractall(tmp_path)
    installed = next(iter(module.Distribution.discover(name="anjian", path=[str(tmp_path)])))
    monkeypatch.setattr(module, "_PACKAGE", tmp_path / "generator")
    monkeypatch.setattr(module, "distribution", lambda _: installed)

    assert lock_texts() == checkout
    again = own_wheel()
    assert again.content == packed.fp.getvalue()


def test_the_lock_files_pin_what_installs_and_what_is_installed():
    lock, build_lock = lock_texts()

    assert pin_of(read_lock(lock), "mkdocs").hashes
    assert pin_of(read_lock(build_lock), "pip").hashes


def test_without_an_installed_program_there_is_a_sentence(monkeypatch):
    def missing(name):
        raise module.PackageNotFoundError(name)

    monkeypatch.setattr(module, "distribution", missing)
    with pytest.raises(KitError, match="没有安装好"):
        own_wheel()
